import { describe, expect, it } from 'vitest';
import { describeTable } from '../../../src/source/describe/describe-table.ts';
import { readMetadata } from '../../../src/source/describe/read-metadata.ts';

const ASKED = { what: 'The metadata of table 01234', address: 'https://example.org' };

/** Metadata in the shape of the source's, made up. */
const DOCUMENT = {
  label: '01234: Ansatte, etter region og næring 2020-2024',
  source: 'Statistisk sentralbyrå',
  note: ['Tallene er avrundet.', 'Brudd i 2022.'],
  extension: { noteMandatory: { 1: true }, px: { nextUpdate: '2026-02-26T07:00:00Z' } },
  id: ['Region', 'Industry', 'ContentsCode', 'Tid'],
  role: { time: ['Tid'], geo: ['Region'], metric: ['ContentsCode'] },
  dimension: {
    Region: {
      label: 'region',
      note: ['Regioner etter dagens grenser.'],
      category: {
        index: { '3301': 0, '3201': 1 },
        label: { '3301': 'Drammen', '3201': 'Bærum' },
        note: { '3301': ['Grensejustert.'], '3201': ['Ikke spurt om.'] },
      },
      extension: { noteMandatory: { 0: true }, categoryNoteMandatory: { '3301': { 0: true } } },
    },
    Industry: { label: 'næring', category: { index: { a: 0, b: 1 }, label: { a: 'Alle', b: 'Bygg' } } },
    ContentsCode: {
      label: 'innhold',
      category: { index: { n: 0 }, label: { n: 'Ansatte' }, unit: { n: { base: 'personer', decimals: 0 } } },
    },
    Tid: { label: 'år', category: { index: { '2023': 0, '2024': 1 }, note: { '2024': ['Foreløpige tall.'] } } },
  },
};

function described(
  document: unknown = DOCUMENT,
  { metadataEn = null, codeList }: { readonly metadataEn?: unknown; readonly codeList?: string } = {},
) {
  return describeTable({
    metadata: readMetadata(document, '01234', ASKED),
    metadataEn,
    codeLists: new Map([['agg', [{ code: 'K.3301', label: 'Drammen i dag', members: ['3301'] }]]]),
    selection: [
      codeList === undefined
        ? { variable: 'region', codes: ['3301'] }
        : { variable: 'Region', codes: ['K.3301'], codeList },
      { variable: 'Industry', codes: ['*'] },
      { variable: 'ContentsCode', codes: ['n'] },
      { variable: 'Tid', codes: ['from(2020)'] },
    ],
  });
}

const bare = (code: string, label: string) => ({ code, label, unit: null, decimals: null });

describe('what a table says about itself', () => {
  it('is its title, last period, source, next update, and labels, units and decimals of what was asked for', () => {
    expect(described()).toMatchObject({
      title: '01234: Ansatte, etter region og næring 2020-2024',
      ...{
        discontinued: false,
        lastPeriod: '2024',
        source: 'Statistisk sentralbyrå',
        nextUpdate: '2026-02-26T07:00:00Z',
      },
      variables: [
        { code: 'Region', label: 'region', isWhole: false, categories: [bare('3301', 'Drammen')] },
        { code: 'Industry', label: 'næring', isWhole: true, categories: [bare('a', 'Alle'), bare('b', 'Bygg')] },
        {
          ...{ code: 'ContentsCode', label: 'innhold', isWhole: false },
          categories: [{ code: 'n', label: 'Ansatte', unit: 'personer', decimals: 0 }],
        },
        { code: 'Tid', label: 'år', isWhole: false, categories: [] },
      ],
    });
  });

  it('is its notes, the mandatory ones apart, with where each stands; none of categories not asked for', () => {
    const said = described().notes.map(({ variable, category, mandatory, text }) => [
      variable,
      category,
      mandatory,
      text,
    ]);
    expect(said).toEqual([
      [null, null, false, 'Tallene er avrundet.'],
      [null, null, true, 'Brudd i 2022.'],
      ['Region', null, true, 'Regioner etter dagens grenser.'],
      ['Region', '3301', true, 'Grensejustert.'],
      ['Tid', '2024', false, 'Foreløpige tall.'],
    ]);
  });

  it('has its notes in English where there are as many of them', () => {
    const english = (note: unknown) => described(DOCUMENT, { metadataEn: { note } }).notes.map(({ textEn }) => textEn);
    expect(english(['Rounded.', 'Break in 2022.'])).toEqual(['Rounded.', 'Break in 2022.', null, null, null]);
    expect(english(['Rounded.'])).toEqual([null, null, null, null, null]);
  });

  it('names codes of a list as the list does', () => {
    expect(described(DOCUMENT, { codeList: 'agg' }).variables[0]?.categories).toEqual([
      bare('K.3301', 'Drammen i dag'),
    ]);
  });

  it.each([
    ['the mark', { ...DOCUMENT, extension: { discontinued: true } }],
    ['the title in Norwegian', { ...DOCUMENT, label: '01234: Ansatte (avslutta serie) 2020-2024' }],
    ['the title in English', { ...DOCUMENT, label: '01234: Employees (closed series) 2020-2024' }],
  ])('is closed by %s', (_, document) => {
    expect(described(document).discontinued).toBe(true);
  });

  it('is read without what is in another shape than documented', () => {
    const odd = { ...DOCUMENT, note: 7, source: [], extension: { noteMandatory: 'yes', px: 3 } };
    expect(described(odd)).toMatchObject({ source: null, nextUpdate: null, discontinued: false });
    expect(described({ ...DOCUMENT, note: 'En setning.' }).notes[0]).toMatchObject({
      text: 'En setning.',
      mandatory: false,
    });
  });
});
