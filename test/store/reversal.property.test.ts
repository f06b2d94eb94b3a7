import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeIndicator } from '../../src/compute/compute-indicator.ts';
import type { Assessment } from '../../src/model/plan/assessment.ts';
import { assessIndicator } from '../../src/status/assess-indicator.ts';
import { createDatasetReader } from '../../src/store/read/read-dataset.ts';
import type { Store } from '../../src/store/store.ts';
import { storePublication } from '../../src/store/intake/store-publication.ts';
import { buildDefinition, buildMunicipality, INPUT } from '../support/builders.ts';
import { examples } from '../support/examples.ts';
import { buildPublication, regions, type TestCell } from './support/build-publication.ts';
import { rows, storeWithRun } from './support/temporary-database.ts';

const REGIONS = ['K-3301', 'K-3203'] as const;
const DATASET = 'jobs-by-industry';
const DEFINITION = buildDefinition({ inputs: [{ ...INPUT, dataset: DATASET }] });
const GEOGRAPHY = { own: '3301', municipalities: [buildMunicipality('3301')], counties: [], peerGroups: [] };

type Cells = readonly (readonly TestCell[])[];

/** Few values, so that some cells of two publications are alike and some are not. */
const cell = fc.constantFrom<TestCell>(1, 2, 3, 0.5, -4, { provisional: 2 }, '.', '..', ':');
const cells: fc.Arbitrary<Cells> = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), {
  minLength: 2,
  maxLength: 2,
});

/** Takes editions of one dataset in, a day apart, as the program does. */
function publish(editions: readonly Cells[]) {
  const { store, runId } = storeWithRun();
  const changes = editions.map((edition, day) => {
    const named = Object.fromEntries(REGIONS.map((region, row) => [region, edition[row] ?? []]));
    const retrievedAt = `2024-01-0${day + 1}T08:00:00.000Z`;
    const publication = buildPublication(regions(named, ['2022', '2023', '2024']), { retrievedAt });
    return storePublication(store, publication, () => 'keep', runId);
  });
  return { store, changes };
}

function assess(store: Store, asOf?: string): Assessment {
  const dataset = createDatasetReader(store, asOf)(DATASET)!;
  const series = computeIndicator(DEFINITION, new Map([[DATASET, dataset]]), GEOGRAPHY);
  const municipality = { name: 'Drammen' };
  return assessIndicator({
    ...{ definition: DEFINITION, series, breaks: [], stale: false, fingerprint: 'f', municipality, language: 'nb' },
    ...{ peersFingerprint: null, ruleFingerprint: 'r', acceptances: [], before: null },
  });
}

function differing(one: Cells, other: Cells): number {
  return one.flat().filter((each, at) => JSON.stringify(each) !== JSON.stringify(other.flat()[at])).length;
}

/** A place whose every number was taken away has been measured, which one that never had a number has not. */
const hasNumber = ([own = []]: Cells) => own.some((each) => typeof each === 'number' || typeof each === 'object');

describe('a publication that is taken back by the next', () => {
  it('leaves two revisions of every figure it changed, the first figures and the first verdict', () => {
    fc.assert(
      fc.property(cells, cells, (first, second) => {
        fc.pre(hasNumber(first));
        const { store, changes } = publish([first, second, first]);
        const before = assess(store, '2024-01-01T23:00:00.000Z');
        const after = assess(store);
        const count = differing(first, second);
        expect(changes.map(({ revised, withdrawn }) => revised + withdrawn)).toEqual([0, count, count]);
        const revisions = rows(store, 'SELECT count(*) AS n FROM out_revision GROUP BY series_id, period');
        expect(revisions).toEqual(Array.from({ length: count }, () => ({ n: 2 })));
        expect(said(after)).toEqual(said(before));
        store.close();
      }),
      examples(15),
    );
  });

  it('is known to have been there, on the day it was', () => {
    fc.assert(
      fc.property(cells, cells, (first, second) => {
        fc.pre(hasNumber(second));
        const { store } = publish([first, second, first]);
        const alone = publish([second]).store;
        expect(said(assess(store, '2024-01-02T23:00:00.000Z'))).toEqual(said(assess(alone)));
        store.close();
        alone.close();
      }),
      examples(8),
    );
  });
});

describe('as of today', () => {
  it('is now, whatever has been published', () => {
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 5 }), (editions) => {
        const { store } = publish(editions);
        const today = `2024-01-0${editions.length}T23:59:59.999Z`;
        expect(createDatasetReader(store, today)(DATASET)).toEqual(createDatasetReader(store)(DATASET));
        expect(assess(store, today)).toEqual(assess(store));
        store.close();
      }),
      examples(15),
    );
  });
});

/** The verdict and what it rests on; whether a figure has been revised since is another matter. */
function said({ status, label, period, value, evidence }: Assessment) {
  const { numbers, reason, previousPeriod } = evidence;
  const figures = evidence.observations.map(({ period: of, series, value: figure, symbol }) => [
    of,
    series,
    figure,
    symbol,
  ]);
  return { status, label, period, value, numbers, reason, previousPeriod, figures };
}
