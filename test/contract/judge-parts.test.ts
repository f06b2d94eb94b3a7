import { describe, expect, it } from 'vitest';
import { findPartsGaps, judgeParts } from '../../src/contract/judge-parts.ts';
import type { PartsOfWhole } from '../../src/model/data/job.ts';
import { readJsonStat } from '../../src/normalise/json-stat/read-json-stat.ts';
import { refusalOf } from '../normalise/cube-cells.ts';
import { makeDocument } from '../normalise/make-document.ts';

const RULE: PartsOfWhole = { variable: 'Group', total: 'all', parts: ['a', 'b', 'c'] };
const QUANTITIES = { n: 'count', share: 'percentage' } as const;

interface Figures {
  /** Region → total, a, b, c and whatever else stands beside them; `null` is no number. */
  readonly [region: string]: readonly (number | null)[];
}

/** One period and one contents; `codes` are those of the dimension summed over. */
function cube(figures: Figures, { codes = ['all', 'a', 'b', 'c'], contents = 'n', decimals = 0 } = {}) {
  const regions = Object.keys(figures);
  const value = Object.values(figures).flat();
  return readJsonStat(
    makeDocument({
      dimensions: { Region: regions, Group: codes, ContentsCode: [contents], Tid: ['2025'] },
      role: { time: ['Tid'], metric: ['ContentsCode'], geo: ['Region'] },
      units: { ContentsCode: { [contents]: { base: 'personer', decimals } } },
      labels: { Region: { K1: 'Drammen' } },
      value,
      status: Object.fromEntries(value.flatMap((one, at) => (one === null ? [[String(at), ':']] : []))),
    }),
  );
}

const gapsOf = (given: ReturnType<typeof cube>, rule = RULE) =>
  findPartsGaps(given, { parts: [rule], quantities: QUANTITIES });
const quarantineOf = (given: ReturnType<typeof cube>, rule = RULE) =>
  refusalOf(() => judgeParts(given, gapsOf(given, rule)));

describe('parts that do not make the total', () => {
  it('put a publication in quarantine, with the share, the place, the period and both sums', () => {
    const error = quarantineOf(cube({ K1: [1000, 500, 300, 160], K2: [100, 50, 30, 20] }));
    expect([error.code, error.context['reason']]).toEqual(['publication-quarantined', 'parts-differ']);
    expect(error.message).toBe(
      'The groups of Group in "00001: Made-up table" make up 96 % of the total all in K1 Drammen in 2025: 960 of 1000.',
    );
    expect(error.hint).toContain('`ingest --accept <dataset>`');
  });

  it('are told with the codes beside them that are counted nowhere, and with how many gaps there are', () => {
    const codes = ['all', 'a', 'b', 'c', 'd'];
    const { message } = quarantineOf(
      cube({ K1: [1000, 500, 300, 100, 100], K2: [500, 200, 100, 100, 100] }, { codes }),
    );
    expect(message).toContain('and 1 more such gap. Group also has d, which is not counted among them.');
  });

  it('are told with so many decimals that nobody reads 100 %', () => {
    expect(quarantineOf(cube({ K1: [100_000, 50_000, 30_000, 19_950] })).message).toContain('make up 99.95 % of');
  });

  it('differ also where they are more than the total', () => {
    expect(quarantineOf(cube({ K1: [1000, 500, 400, 200] })).message).toContain('make up 110 % of the total');
  });
});

describe('rounding', () => {
  it('of half a unit a figure, the total among them, is no gap', () => {
    expect(gapsOf(cube({ K1: [1000, 500, 300, 202] }))).toEqual([]);
    expect(gapsOf(cube({ K1: [1000, 500, 300, 203] }))).toHaveLength(1);
  });

  it('is as fine as the decimals', () => {
    const ofShares = (c: number) => cube({ K1: [100, 50, 30, c] }, { contents: 'share', decimals: 1 });
    expect(gapsOf(ofShares(20.2))).toEqual([]);
    expect(gapsOf(ofShares(20.3))).toHaveLength(1);
  });

  it('is as coarse as the job says of a table that rounds more', () => {
    expect(gapsOf(cube({ K1: [1000, 500, 300, 204] }), { ...RULE, within: 1 })).toEqual([]);
    expect(gapsOf(cube({ K1: [1000, 500, 300, 205] }), { ...RULE, within: 1 })).toHaveLength(1);
  });
});

describe('parts without a number', () => {
  it('may hold whatever counts are short of', () => {
    expect(gapsOf(cube({ K1: [1000, 500, null, 100] }))).toEqual([]);
    expect(gapsOf(cube({ K1: [1000, 500, null, null] }))).toEqual([]);
  });

  it('hold no less than nothing: known counts above the total are a gap', () => {
    expect(quarantineOf(cube({ K1: [1000, 900, null, 150] })).message).toContain(
      'The groups of Group in "00001: Made-up table" that have a number make up 105 % of the total all',
    );
    expect(quarantineOf(cube({ K1: [0, 900, null, 150] })).message).toContain(
      'do not make the total all in K1 Drammen',
    );
  });

  it('say nothing of figures that are no counts', () => {
    expect(gapsOf(cube({ K1: [100, 90, null, 20] }, { contents: 'share' }))).toEqual([]);
  });
});

describe('nothing is said', () => {
  it.each([
    ['where the total is missing', cube({ K1: [null, 500, 300, 100] })],
    ['where every part is', cube({ K1: [1000, null, null, null] })],
    ['of a publication without the total', cube({ K1: [1, 2, 3] }, { codes: ['a', 'b', 'c'] })],
  ])('%s', (_, given) => {
    expect(gapsOf(given)).toEqual([]);
  });

  it('of a dimension that the publication does not have, or of other contents', () => {
    const given = cube({ K1: [1000, 1, 1, 1] });
    expect(gapsOf(given, { ...RULE, variable: 'Sex' })).toEqual([]);
    expect(gapsOf(given, { ...RULE, contents: ['share'] })).toEqual([]);
    expect(gapsOf(given, { ...RULE, contents: ['n'] })).toHaveLength(1);
  });
});

it('of several periods the newest is named', () => {
  const given = readJsonStat(
    makeDocument({
      dimensions: { Group: ['all', 'a', 'b', 'c'], ContentsCode: ['n'], Tid: ['2024', '2025'] },
      units: { ContentsCode: { n: { base: 'personer', decimals: 0 } } },
      value: [100, 200, 10, 20, 10, 20, 10, 20],
    }),
  );
  expect(gapsOf(given).map(({ column, whole, sum }) => [column, whole, sum])).toEqual([
    [0, 100, 30],
    [1, 200, 60],
  ]);
  expect(quarantineOf(given).message).toContain(
    'make up 30 % of the total all in 2025: 60 of 200, and 1 more such gap.',
  );
});
