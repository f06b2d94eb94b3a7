import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OBS_STATUSES } from '../../../src/model/data/cube.ts';
import type { StoredDataset } from '../../../src/model/data/dataset.ts';
import { periodKey } from '../../../src/model/time-period.ts';
import { createDatasetReader, type IsWanted } from '../../../src/store/read/read-dataset.ts';
import type { Store } from '../../../src/store/store.ts';
import { storePublication } from '../../../src/store/intake/store-publication.ts';
import { examples } from '../../support/examples.ts';
import { buildCube, buildPublication, regions, type TestCell, type TestCube } from '../support/build-publication.ts';
import { storeWithRun } from '../support/temporary-database.ts';

const DATASET = 'jobs-by-industry';
const accept = () => 'keep' as const;
const january = regions({
  'K-3301': [50_000, 50_600],
  'K-3203': [40_000, '..'],
});
const february = regions({
  'K-3301': [50_000, 50_700],
  'K-3203': [40_000, 40_400],
});

describe('a dataset as it stands', () => {
  it('is nothing before the first publication', () => {
    expect(readDataset(storeWithRun().store, DATASET)).toBeNull();
  });

  it('comes with its source, its labels and how its figures may be read', () => {
    const dataset = readDataset(storeWith(january), DATASET);
    expect({ ...dataset, series: [] }).toEqual({
      publication: {
        datasetId: DATASET,
        table: '07984',
        title: 'Sysselsatte',
        source: 'Statistisk sentralbyrå',
        publicationId: 1,
        updatedAt: '2024-01-01T07:00:00.000Z',
        retrievedAt: '2024-01-01T08:00:00.000Z',
        alternative: 'grouped',
        coverage: 'municipality',
      },
      latestPeriod: 2023000,
      latestPeriodSince: '2024-01-01T07:00:00.000Z',
      acceptances: [],
      unknownSymbols: [],
      regions: { dimension: 'Region', form: 'grouped', prefix: 'K-' },
      quantities: { Jobs: 'count' },
      contentsDimension: 'ContentsCode',
      labels: {
        ContentsCode: { Jobs: 'navn Jobs' },
        Region: { 'K-3301': 'navn K-3301', 'K-3203': 'navn K-3203' },
      },
      series: [],
    });
  });

  it('has the figures of the series that are wanted, and the others without theirs', () => {
    const store = storeWith(january);
    const whole = readDataset(store, DATASET);
    const wanted = readDataset(store, DATASET, { wanted: ({ Region }) => Region === 'K-3203' });
    expect(wanted).toEqual({
      ...whole,
      series: whole?.series.map((series) =>
        series.categories['Region'] === 'K-3203' ? series : { ...series, observations: [] },
      ),
    });
    expect(wanted?.series.map(({ observations }) => observations.length)).toEqual([0, 2]);
  });

  it('has every observation of every series, by period', () => {
    const dataset = readDataset(storeWith(january), DATASET);
    expect(dataset?.series[1]).toEqual({
      key: 'Jobs|K-3203',
      categories: { ContentsCode: 'Jobs', Region: 'K-3203' },
      observations: [
        {
          period: 2022000,
          value: 40_000,
          symbol: null,
          obsStatus: 'A',
          publicationId: 1,
          revised: false,
          taken: false,
          correction: null,
        },
        {
          period: 2023000,
          value: null,
          symbol: '..',
          obsStatus: 'O',
          publicationId: 1,
          revised: false,
          taken: false,
          correction: null,
        },
      ],
    });
  });

  it('marks a number that replaced another, and not one that filled an empty cell', () => {
    const dataset = readDataset(storeWith(january, february), DATASET);
    expect(revisedCells(dataset)).toEqual(['Jobs|K-3301 2023000']);
  });

  it('does not mark a number whose status alone has changed', () => {
    const provisional = regions({
      'K-3301': [50_000, { provisional: 50_600 }],
    });
    const dataset = readDataset(storeWith(provisional, regions({ 'K-3301': [50_000, 50_600] })), DATASET);
    expect(revisedCells(dataset)).toEqual([]);
  });

  it('marks a number that is back where it was', () => {
    const dataset = readDataset(storeWith(january, february, january), DATASET);
    expect(revisedCells(dataset)).toContain('Jobs|K-3301 2023000');
  });

  it('does not mark a number that the municipality corrected, nor one whose correction was lifted', () => {
    const { store, runId } = storeWithRun();
    const correction = {
      ...{ seriesKey: 'Jobs|K-3301', period: 2023000, published: 50_600, corrected: 50_650 },
      ...{ reason: 'Ført på feil kommune.', reference: 'Sak 2024/1' },
    };
    const corrected = regions({ 'K-3301': [50_000, { corrected: 50_650 }], 'K-3203': [40_000, '..'] });
    const marked = [
      buildPublication(january),
      buildPublication(corrected, { retrievedAt: '2024-01-02T08:00:00.000Z', corrections: [correction] }),
      buildPublication(january, { retrievedAt: '2024-01-03T08:00:00.000Z' }),
    ].map((publication) => {
      storePublication(store, publication, accept, runId);
      return revisedCells(readDataset(store, DATASET));
    });
    expect(marked).toEqual([[], [], []]);
  });

  it('does not mark a number whose correction the municipality has taken back, and marks one the source has changed since', () => {
    const { store, runId } = storeWithRun();
    const correction = {
      ...{ seriesKey: 'Jobs|K-3301', period: 2023000, published: 50_600, corrected: 50_650 },
      ...{ reason: 'Ført på feil kommune.', reference: 'Sak 2024/1' },
    };
    const corrected = buildPublication(regions({ 'K-3301': [50_000, 50_650] }), {
      ...{ corrections: [correction], retrievedAt: instant(0) },
    });
    corrected.cube.obsStatuses[1] = OBS_STATUSES.indexOf('E');
    storePublication(store, corrected, accept, runId);
    const as = (count: number, day: number) =>
      buildPublication(regions({ 'K-3301': [50_000, count] }), { retrievedAt: instant(day) });
    storePublication(store, as(50_600, 1), accept, runId);
    expect(revisedCells(readDataset(store, DATASET))).toEqual([]);
    storePublication(store, as(50_650, 2), accept, runId);
    expect(revisedCells(readDataset(store, DATASET))).toEqual(['Jobs|K-3301 2023000']);
  });

  it('marks a number that has been withdrawn', () => {
    const dataset = readDataset(storeWith(january, regions({ 'K-3301': [50_000, 50_600] })), DATASET);
    expect(revisedCells(dataset)).toEqual(['Jobs|K-3203 2022000']);
  });
});

describe('a dataset as it stood', () => {
  it('before the first publication is nothing', () => {
    expect(
      readDataset(storeWith(january), DATASET, {
        asOf: '2024-01-01T07:59:59.999Z',
      }),
    ).toBeNull();
  });

  it('between two publications is what the first one said', () => {
    const between = readDataset(storeWith(january, february), DATASET, {
      asOf: '2024-01-01T20:00:00Z',
    });
    expect(between).toEqual(readDataset(storeWith(january), DATASET));
  });

  it('at the instant of a publication includes it, whatever zone the instant is written in', () => {
    const store = storeWith(january, february);
    const now = readDataset(store, DATASET);
    expect(readDataset(store, DATASET, { asOf: '2024-01-02T09:00:00+01:00' })).toEqual(now);
  });

  it('today is as it stands', () => {
    const store = storeWith(january, february, january);
    expect(readDataset(store, DATASET, { asOf: '2030-01-01T00:00:00Z' })).toEqual(readDataset(store, DATASET));
  });

  it('lacks what was first published later', () => {
    const grown = regions(
      {
        'K-3301': [50_000, 50_600, 1],
        'K-3203': [40_000, '..', 2],
        'K-3303': [1, 2, 3],
      },
      ['2022', '2023', '2024'],
    );
    const before = readDataset(storeWith(january, grown), DATASET, {
      asOf: '2024-01-01T09:00:00Z',
    });
    expect(before?.series).toEqual(readDataset(storeWith(january), DATASET)?.series);
  });

  it('has figures of the alternative that was used then, and of no other', () => {
    const raw = regions({ '3301': [1, 2], '0602': [3, '.'] });
    const { store, runId } = storeWithRun();
    storePublication(store, buildPublication(january), accept, runId);
    const changes = {
      retrievedAt: '2024-01-02T08:00:00Z',
      alternative: 'divisions',
      regions: { dimension: 'Region', form: 'divisions', prefix: '' } as const,
    };
    storePublication(store, buildPublication(raw, changes), accept, runId);
    const keys = (dataset: StoredDataset | null) => dataset?.series.map(({ key }) => key);
    expect(keys(readDataset(store, DATASET))).toEqual(['Jobs|3301', 'Jobs|0602']);
    const before = readDataset(store, DATASET, {
      asOf: '2024-01-01T09:00:00Z',
    });
    expect(keys(before)).toEqual(['Jobs|K-3301', 'Jobs|K-3203']);
    expect(before?.regions?.form).toBe('grouped');
  });

  it('refuses an instant that is none', () => {
    expect(() => readDataset(storeWith(january), DATASET, { asOf: 'last week' })).toThrow(
      '"last week" is not an instant',
    );
  });

  it('is at every publication exactly what that publication said, whatever came before and after', () => {
    fc.assert(
      fc.property(fc.array(publication, { minLength: 1, maxLength: 6 }), (cubes) => {
        const store = storeWith(...cubes);
        for (const [index, cube] of cubes.entries()) {
          const dataset = readDataset(store, DATASET, {
            asOf: instant(index),
          });
          expect(dataset?.publication.publicationId).toBe(index + 1);
          const { published, others } = splitCells(dataset, cube);
          expect(published).toEqual(cellsOf(cube));
          expect(others.filter(({ value }) => value !== null)).toEqual([]);
        }
        store.close();
      }),
      examples(60),
    );
  });
});

const cell = fc.constantFrom<TestCell>(1, 2, 0, { provisional: 1 }, '.', '..', ':', undefined);
const PERIODS = ['2021', '2022', '2023', '2024'];

/** Some regions and some periods, each cell drawn from few values so that repeats and reversals are common. */
const publication: fc.Arbitrary<TestCube> = fc
  .tuple(
    fc.subarray(['K-3301', 'K-3203', 'K-3303'], { minLength: 1 }),
    fc.subarray(PERIODS, { minLength: 1 }),
    fc.array(cell, { minLength: 12, maxLength: 12 }),
  )
  .map(([codes, periods, cells]) => {
    const ofRegion = (row: number) => periods.map((_, column) => cells[row * PERIODS.length + column]);
    return regions(Object.fromEntries(codes.map((code, row) => [code, ofRegion(row)])), periods);
  });

function storeWith(...cubes: readonly TestCube[]) {
  const { store, runId } = storeWithRun();
  for (const [index, cube] of cubes.entries()) {
    storePublication(store, buildPublication(cube, { retrievedAt: instant(index) }), accept, runId);
  }
  return store;
}

function instant(index: number): string {
  return `2024-01-0${index + 1}T08:00:00.000Z`;
}

interface NamedCell {
  readonly name: string;
  readonly value: number | null;
  readonly symbol: string | null;
  readonly obsStatus: string;
}

/** The cells a publication has a row for. */
function cellsOf(test: TestCube): NamedCell[] {
  const cube = buildCube(test);
  const named = cube.seriesKeys.flatMap((key, series) =>
    cube.periods.map((period, column) => {
      const index = series * cube.periods.length + column;
      const value = cube.values[index]!;
      const figure = {
        value: Number.isNaN(value) ? null : value,
        symbol: cube.symbolTable[cube.symbols[index]!] || null,
      };
      return {
        name: `${key} ${periodKey(period)}`,
        ...figure,
        obsStatus: OBS_STATUSES[cube.obsStatuses[index]!] ?? '',
      };
    }),
  );
  return named.filter(({ obsStatus }) => obsStatus !== '').sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The cells read that a publication has a row for, and those that only other publications have. */
function splitCells(dataset: StoredDataset | null, cube: TestCube) {
  const names = new Set(cellsOf(cube).map(({ name }) => name));
  const cells = (dataset?.series ?? [])
    .flatMap(({ key, observations }) =>
      observations.map(({ period, value, symbol, obsStatus }): NamedCell => {
        return { name: `${key} ${period}`, value, symbol, obsStatus };
      }),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    published: cells.filter(({ name }) => names.has(name)),
    others: cells.filter(({ name }) => !names.has(name)),
  };
}

function revisedCells(dataset: StoredDataset | null): string[] {
  return (dataset?.series ?? []).flatMap((series) =>
    series.observations.filter(({ revised }) => revised).map(({ period }) => `${series.key} ${period}`),
  );
}

function readDataset(store: Store, datasetId: string, options: { asOf?: string; wanted?: IsWanted } = {}) {
  return createDatasetReader(store, options.asOf)(datasetId, options.wanted);
}
