import { describe, expect, it } from 'vitest';
import { startMarks } from '../../src/normalise/mark-cells.ts';
import { readJsonStat } from '../../src/normalise/json-stat/read-json-stat.ts';
import { allCells, refusalOf } from './cube-cells.ts';
import { makeDocument } from './make-document.ts';

// A cell keeps its symbol as one byte, so a cube holds at most 256 of them.
const cube = readJsonStat(makeDocument({ dimensions: { Tid: ['2022', '2023', '2024'] } }));
const holding = (symbols: number) => ({
  ...cube,
  symbolTable: ['', ...Array.from({ length: symbols - 1 }, (_, index) => `s${index}`)],
});

describe('marks', () => {
  it('leave the cube itself when there are none', () => {
    expect(startMarks(cube).finish()).toBe(cube);
  });

  it('keep a number as its symbol for as long as there is room, then as #', () => {
    const marks = startMarks(holding(254));
    marks.mark(0, NaN, 'M', '12');
    marks.mark(1, NaN, 'M', '-13');
    marks.mark(2, NaN, 'M', '14');
    expect(allCells(marks.finish())).toEqual([' 2022 NaN M 12'.trim(), '2023 NaN M #', '2024 NaN M #']);
  });

  it('keep a symbol that only holds a digit, and refuse one too many', () => {
    const marks = startMarks(holding(255));
    marks.mark(0, NaN, 'M', 'x1');
    expect(allCells(marks.finish())[0]).toBe('2022 NaN M x1');
    const error = refusalOf(() => {
      marks.mark(1, NaN, 'M', 'x2');
    });
    expect(error).toMatchObject({
      code: 'source-contract',
      message: '"00001: Made-up table" shows so many different symbols that they cannot all be kept.',
      context: { table: '00001: Made-up table' },
    });
    expect(error.hint).toContain('A table has a handful of symbols');
  });
});
