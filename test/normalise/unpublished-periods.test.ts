import { describe, expect, it } from 'vitest';
import { readJsonStat } from '../../src/normalise/json-stat/read-json-stat.ts';
import { markUnpublishedPeriods } from '../../src/normalise/unpublished-periods.ts';
import { allCells } from './cube-cells.ts';
import { fixture } from './fixtures.ts';
import { makeDocument } from './make-document.ts';

const cellsAfter = (value: readonly (number | null)[], status?: unknown) => {
  const years = ['2021', '2022', '2023', '2024'].slice(0, value.length / 2);
  const document = makeDocument({ dimensions: { Region: ['a', 'b'], Tid: years }, value, status });
  return allCells(markUnpublishedPeriods(readJsonStat(document)));
};

describe('the newest period', () => {
  it('with 0 everywhere is not published: its zeros are missing and keep their 0 as symbol', () => {
    const cells = allCells(markUnpublishedPeriods(readJsonStat(fixture('unpublished-year'))));
    expect(cells.filter((cell) => cell.includes(' 2024 '))).toEqual([
      'EtablertForetak|K-0301 2024 NaN O 0',
      'EtablertForetak|K-3301 2024 NaN O 0',
    ]);
  });

  it('with 0 somewhere and a figure elsewhere is published: a zero in an earlier period stays', () => {
    const cells = allCells(markUnpublishedPeriods(readJsonStat(fixture('unpublished-year'))));
    expect(cells).toContain('EtablertForetak|K-3301 2023 0 A');
  });

  it('with 0 or nothing everywhere is not published, and what is missing keeps its own reason', () => {
    expect(cellsAfter([1, 0, 2, null], { 3: '..' })).toEqual([
      'a 2021 1 A',
      'a 2022 NaN O 0',
      'b 2021 2 A',
      'b 2022 NaN O ..',
    ]);
  });

  it('with a figure withheld is published: its zeros stay', () => {
    expect(cellsAfter([1, 0, 2, null], { 3: ':' })).toContain('a 2022 0 A');
  });

  it('is not the only one when the one before is empty too', () => {
    expect(cellsAfter([1, 0, 0, 2, 0, 0])).toEqual([
      'a 2021 1 A',
      'a 2022 NaN O 0',
      'a 2023 NaN O 0',
      'b 2021 2 A',
      'b 2022 NaN O 0',
      'b 2023 NaN O 0',
    ]);
  });
});

describe('an older period', () => {
  it('with 0 everywhere was passed over: its zeros are no figures though a later period has some', () => {
    expect(cellsAfter([0, 1, 0, 2])).toEqual(['a 2021 NaN O 0', 'a 2022 1 A', 'b 2021 NaN O 0', 'b 2022 2 A']);
  });
});

describe('zeros stay', () => {
  it('in a table that holds nothing else', () => {
    expect(cellsAfter([0, 0, 0, 0])).toEqual(['a 2021 0 A', 'a 2022 0 A', 'b 2021 0 A', 'b 2022 0 A']);
    expect(cellsAfter([0, 0, 0, 0, 0, 0])).toEqual(['a', 'b'].flatMap((s) => [1, 2, 3].map((n) => `${s} 202${n} 0 A`)));
  });

  it('when the newest period has a negative figure', () => {
    expect(cellsAfter([1, 0, 2, -3])).toContain('a 2022 0 A');
  });
});
