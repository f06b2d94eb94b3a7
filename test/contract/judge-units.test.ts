import { describe, expect, it } from 'vitest';
import type { PublicationContract } from '../../src/model/data/publication.ts';
import { judgeDecimals, judgeUnits } from '../../src/contract/judge-units.ts';
import { readJsonStat } from '../../src/normalise/json-stat/read-json-stat.ts';
import { refusalOf } from '../normalise/cube-cells.ts';
import { makeDocument } from '../normalise/make-document.ts';

const cube = (base: string | null, dimensions: Record<string, string[]> = {}) =>
  readJsonStat(
    makeDocument({
      dimensions: { ...dimensions, ContentsCode: ['a'], Tid: ['2024'] },
      units: { ContentsCode: { a: { base, decimals: 0 } } },
    }),
  );
const contract = (unit: string | null): PublicationContract => ({
  ...{ publicationId: 7, alternative: 'national', cells: 1 },
  categories: { ContentsCode: ['a'], Tid: ['2024'] },
  units: { a: unit },
});
const withDecimals = (decimals: number | null) =>
  readJsonStat(
    makeDocument({
      dimensions: { ContentsCode: ['a'], Tid: ['2024'] },
      units: { ContentsCode: { a: { base: 'prosent', ...(decimals !== null && { decimals }) } } },
    }),
  );
const promised = (decimals: number | null): PublicationContract => ({
  ...contract('prosent'),
  decimals: { a: decimals },
});
const refusal = (...given: Parameters<typeof judgeUnits>) => refusalOf(() => judgeUnits(...given));

describe('a unit that has changed', () => {
  it('is refused, before and after, also where one goes or comes', () => {
    const error = refusal(contract('1 000 tonn'), cube('tonn'), null);
    expect([error.code, error.context['reason']]).toEqual(['publication-quarantined', 'changed-unit']);
    expect(error.message).toBe('The unit of a in "00001: Made-up table" has changed: 1 000 tonn → tonn.');
    expect(refusal(contract('tonn'), cube(null), null).message).toContain('has changed: tonn → none.');
    expect(refusal(contract(null), cube('tonn'), null).message).toContain('has changed: none → tonn.');
  });

  it('comes with what to do, which is not to accept it', () => {
    const { hint } = refusal(contract('1 000 tonn'), cube('tonn'), null);
    expect(hint).toContain('this one cannot be accepted');
    expect(hint).toContain('write the new unit as the `unit` of a in datasets.yaml of the settings');
    expect(hint).toContain('read the notes of the table');
    expect(hint).toContain('where earlier figures stay in the old one');
    expect(hint).not.toContain('--accept');
  });

  it('is refused when the job asks something else now, but not for this unit', () => {
    const rules = { a: { unit: '1.?000 tonn' } };
    expect(refusal(contract('1 000 tonn'), cube('tonn'), rules).code).toBe('publication-quarantined');
    expect(refusal(contract('1 000 tonn'), cube(null), rules).code).toBe('publication-quarantined');
    expect(refusal(contract('tonn'), cube(null), { a: { unit: '.' } }).code).toBe('publication-quarantined');
    expect(refusal(contract('1 000 tonn'), cube('tonn'), {}).code).toBe('publication-quarantined');
  });

  it('passes when the job has come to demand it', () => {
    expect(() => judgeUnits(contract('1 000 tonn'), cube('Tonn'), { a: { unit: '^tonn$' } })).not.toThrow();
  });
});

describe('a unit passes', () => {
  it('when it is the same in other capitals and spaces', () => {
    expect(() => judgeUnits(contract('1 000  tonn'), cube(' 1 000 Tonn'), null)).not.toThrow();
    expect(() => judgeUnits(contract(null), cube(null), null)).not.toThrow();
  });

  it('before the first publication, and of a contents that was not there', () => {
    expect(() => judgeUnits(null, cube('tonn'), null)).not.toThrow();
    expect(() => judgeUnits({ ...contract(null), units: {} }, cube('tonn'), null)).not.toThrow();
  });

  it('of a code that only sounds like one of the contents', () => {
    expect(() => judgeUnits(contract('tonn'), cube('tonn', { Kjonn: ['a'] }), null)).not.toThrow();
  });
});

describe('decimals that have changed', () => {
  const refusalOfDecimals = (before: number, after: number) =>
    refusalOf(() => judgeDecimals(promised(before), withDecimals(after)));

  it('put a publication in quarantine, before and after, fewer or more', () => {
    const error = refusalOfDecimals(1, 0);
    expect([error.code, error.context['reason']]).toEqual(['publication-quarantined', 'changed-decimals']);
    expect(error.message).toBe('a in "00001: Made-up table" had 1 decimal, now 0.');
    expect(refusalOfDecimals(0, 2).message).toContain('had 0 decimals, now 2.');
  });

  it('may be accepted by a person, who is told to look at the margins: no setting could say that they are right', () => {
    const { hint } = refusalOfDecimals(1, 0);
    expect(hint).toContain('a change may be no more than that: look at the margins');
    expect(hint).toContain('`ingest --accept <dataset>`');
  });

  it('are no news where they are the same, where the source does not say, and before the first publication', () => {
    for (const [before, after] of [
      [promised(1), 1],
      [promised(null), 1],
      [promised(1), null],
      [contract('prosent'), 0],
      [null, 0],
    ] as const) {
      expect(() => judgeDecimals(before, withDecimals(after))).not.toThrow();
    }
  });
});
