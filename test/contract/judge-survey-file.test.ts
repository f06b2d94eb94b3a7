import { describe, expect, it } from 'vitest';
import type { FileSeries } from '../../src/contract/file-figures.ts';
import { judgeSurveyFile } from '../../src/contract/judge-survey-file.ts';

const answers = (indicator: string, figures: Readonly<Record<string, number>>): FileSeries => ({
  categories: { ContentsCode: 'value', indicator },
  figures: new Map(Object.entries(figures).map(([year, value]) => [year, { value, symbol: null }])),
});

const judge = (
  after: Readonly<Record<string, number>>,
  before: Readonly<Record<string, number>> = {},
  range: readonly [number, number] = [0, 100],
) =>
  judgeSurveyFile({
    after: [answers('satisfaction', after)],
    before: [answers('satisfaction', before)],
    ...{ range, thisYear: 2025 },
  });

describe('a survey', () => {
  it('as others were is asked about nothing', () => {
    expect(judge({ '2024': 64.2, '2025': 66.5 }, { '2024': 64.2 })).toEqual([]);
  });

  it('of years that have not begun is asked about them once', () => {
    expect(judge({ '2025': 64, '2098': 65, '2026': 66 })).toEqual([{ kind: 'future-years', years: ['2026', '2098'] }]);
    expect(judge({ '2098': 65 }, { '2098': 65 })).toEqual([]);
  });

  it.each([
    [100, 0],
    [100.1, 1],
    [0, 0],
    [-0.1, 1],
  ])('with an index of %d on 0 to 100 is asked about %d of them', (value, count) => {
    expect(judge({ '2025': value }).filter(({ kind }) => kind === 'out-of-range')).toHaveLength(count);
  });

  it('says the range it was held against', () => {
    expect(judge({ '2025': 5.5 }, {}, [1, 5])).toEqual([
      { kind: 'out-of-range', what: 'satisfaction', year: '2025', value: 5.5, range: [1, 5] },
    ]);
  });

  it.each<[string, Record<string, number>, Record<string, number>, number, string | null]>([
    ['the survey before it', { '2022': 60, '2024': 65, '2025': 13 }, { '2022': 60, '2024': 65 }, 65, '2024'],
    ['the one after it where none is before', { '2021': 12, '2024': 65 }, { '2024': 65 }, 65, '2024'],
    ['itself as it was', { '2024': 6.5 }, { '2024': 65 }, 65, null],
  ])('five times apart is held against %s', (_what, after, before, other, otherYear) => {
    expect(judge(after, before)).toMatchObject([{ kind: 'other-scale', other, otherYear }]);
  });

  it('less than five times apart is on one scale', () => {
    expect(judge({ '2024': 65, '2025': 13.1 })).toEqual([]);
    expect(judge({ '2024': 0, '2025': 0 })).toEqual([]);
  });
});
