import { describe, expect, it } from 'vitest';
import { readJsonStat } from '../../../src/normalise/json-stat/read-json-stat.ts';
import { cellAt } from '../cube-cells.ts';
import { makeDocument } from '../make-document.ts';

describe('reading a reply as large as the source gives', () => {
  it('finds every one of 777,600 cells', () => {
    const many = (prefix: string, count: number) => Array.from({ length: count }, (_, n) => `${prefix}${n}`);
    const dimensions = {
      Tid: Array.from({ length: 18 }, (_, n) => `${2006 + n}`),
      Region: many('R', 360),
      Kjonn: many('K', 3),
      Nace: many('N', 20),
      ContentsCode: many('C', 2),
    };
    const cube = readJsonStat(makeDocument({ dimensions }));
    expect(cube.values).toHaveLength(777_600);
    expect(new Set(cube.values).size).toBe(777_600);
    const last = { Region: 'R359', Kjonn: 'K2', Nace: 'N19', ContentsCode: 'C1' };
    expect(cellAt(cube, last, '2023').value).toBe(777_600);
  });
});
