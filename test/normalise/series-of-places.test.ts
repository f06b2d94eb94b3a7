import { describe, expect, it } from 'vitest';
import { contentsOfSeries } from '../../src/normalise/contents-of-series.ts';
import { readJsonStat } from '../../src/normalise/json-stat/read-json-stat.ts';
import { createPlaceFinder } from '../../src/normalise/series-of-places.ts';
import { GEOGRAPHY } from './geography.ts';
import { makeDocument } from './make-document.ts';

describe('the place of a code', () => {
  const placeOf = createPlaceFinder(GEOGRAPHY);

  it('is that of today which has or has had it, and the code itself where nobody has', () => {
    expect(['3301', '3005', '0602', '0301', '9999'].map(placeOf)).toEqual(['3301', '3301', '3301', '0301', '9999']);
  });

  it('is the place of today whose code it is, though another had it before', () => {
    const [elveby, storby] = GEOGRAPHY.municipalities;
    const lent = { ...elveby!, codes: [{ code: '0301', toYear: 2019 }, ...elveby!.codes] };
    expect(createPlaceFinder({ ...GEOGRAPHY, municipalities: [lent, storby!] })('0301')).toBe('0301');
  });
});

describe('the contents of a series', () => {
  const contentsOf = (dimensions: Record<string, string[]>) => {
    const cube = readJsonStat(makeDocument({ dimensions }));
    return cube.seriesKeys.map((key, series) => `${key}: ${contentsOfSeries(cube)(series)}`);
  };

  it('are found wherever they stand among the dimensions', () => {
    expect(contentsOf({ Alder: ['ung', 'gammel'], ContentsCode: ['n', 'm'], Tid: ['2024'] })).toEqual([
      ...['ung|n: n', 'ung|m: m', 'gammel|n: n', 'gammel|m: m'],
    ]);
  });

  it('are none in a cube without', () => {
    expect(contentsOf({ Alder: ['ung', 'gammel'], Tid: ['2024'] })).toEqual(['ung: ', 'gammel: ']);
  });
});
