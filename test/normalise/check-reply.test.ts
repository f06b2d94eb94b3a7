import { describe, expect, it } from 'vitest';
import { checkReply } from '../../src/normalise/check-reply.ts';
import { readJsonStat } from '../../src/normalise/json-stat/read-json-stat.ts';
import { refusalOf } from './cube-cells.ts';
import { fixture } from './fixtures.ts';

const EXPECTED = {
  Region: ['0301', '0602', '3005', '3301'],
  NACE2007: ['00-99', '10-33', '00'],
  ContentsCode: ['SysselsatteArb'],
  Tid: null,
};
const TITLE = '07984: Sysselsatte, etter region, næring (SN2007) og år';
const reply = readJsonStat(fixture('jobs-by-division'));
const messageFor = (expected: Readonly<Record<string, readonly string[] | null>>, cube = reply) => {
  const error = refusalOf(() => checkReply(cube, expected));
  expect(error.code).toBe('source-contract');
  expect(error.hint).toContain('doctor --live');
  expect(error.hint).toContain('change the job if the table has changed');
  expect(error.context).toEqual({ table: cube.title });
  return error.message;
};

describe('a reply', () => {
  it('that has every variable and code asked for, and nothing else, is accepted', () => {
    expect(() => checkReply(reply, EXPECTED)).not.toThrow();
  });

  it('may answer with any periods when the choice was left to the table', () => {
    expect(() => checkReply(reply, { ...EXPECTED, Tid: null })).not.toThrow();
  });

  it('that came back as the national total instead of the regions asked for is refused', () => {
    const national = readJsonStat(fixture('national-total-instead-of-regions'));
    expect(messageFor(EXPECTED, national)).toBe(
      'The reply "07984: Sysselsatte, etter næring (SN2007) og år" lacks the variable Region that was asked for: its ' +
        'figures are the total over all of Region, which is what the source answers when a selection matches nothing.',
    );
  });

  it('that lacks a code is refused, naming it', () => {
    expect(messageFor({ ...EXPECTED, Region: [...EXPECTED.Region, '9999'] })).toBe(
      `The reply "${TITLE}" lacks codes of Region that were asked for: 9999.`,
    );
  });

  it('that has a code nobody asked for is refused, naming it', () => {
    expect(messageFor({ ...EXPECTED, Region: ['0301', '3301'] })).toBe(
      `The reply "${TITLE}" has codes of Region nobody asked for: 0602, 3005.`,
    );
  });

  it('that has a variable nobody asked for is refused, naming it', () => {
    const fewer = { Region: EXPECTED.Region, ContentsCode: EXPECTED.ContentsCode, Tid: null };
    expect(messageFor(fewer)).toBe(`The reply "${TITLE}" has variables that were not asked for: NACE2007.`);
  });

  it('that lacks a period asked for by code is refused', () => {
    expect(messageFor({ ...EXPECTED, Tid: ['2018', '2022', '2023', '2024'] })).toBe(
      `The reply "${TITLE}" lacks codes of Tid that were asked for: 2023.`,
    );
  });

  it('that lacks many codes is refused with the first few by name and the rest as a count', () => {
    const asked = Array.from({ length: 12 }, (_, n) => `X${n}`);
    expect(messageFor({ ...EXPECTED, Region: [...EXPECTED.Region, ...asked] })).toContain(
      'X0, X1, X2, X3, X4, X5, X6, X7 and 4 more.',
    );
  });

  it('that lacks eight codes is refused with all of them by name', () => {
    const asked = Array.from({ length: 8 }, (_, n) => `X${n}`);
    expect(messageFor({ ...EXPECTED, Region: [...EXPECTED.Region, ...asked] })).toContain(
      'asked for: X0, X1, X2, X3, X4, X5, X6, X7.',
    );
  });
});
