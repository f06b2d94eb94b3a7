import { describe, expect, it } from 'vitest';
import { compareDescriptions } from '../../src/contract/compare-descriptions.ts';
import { describeChange } from '../../src/contract/describe-change.ts';
import type {
  DescribedCategory,
  DescribedVariable,
  SourceDescription,
  SourceNote,
} from '../../src/model/data/source-description.ts';

const INDUSTRY: DescribedVariable = {
  ...{ code: 'Industry', label: 'næring', isWhole: true },
  categories: [
    { code: 'a', label: 'Alle', unit: null, decimals: null },
    { code: 'b', label: 'Bygg', unit: null, decimals: null },
  ],
};
const CONTENTS: DescribedVariable = {
  ...{ code: 'ContentsCode', label: 'innhold', isWhole: false },
  categories: [{ code: 'n', label: 'Ansatte', unit: 'personer', decimals: 1 }],
};
const BEFORE: SourceDescription = {
  ...{ title: '01234: Ansatte, etter næring 2020-2024', discontinued: false, lastPeriod: '2024' },
  ...{ source: 'SSB', nextUpdate: null, variables: [INDUSTRY, CONTENTS], notes: [] },
};
const note = (fields: Partial<SourceNote> = {}): SourceNote => ({
  ...{ text: 'Ny datakilde.', textEn: null, mandatory: false, variable: null, category: null },
  ...fields,
});

/** What operations read of a change from the description above, clause by clause. */
const told = (after: Partial<SourceDescription>, before: Partial<SourceDescription> = {}) =>
  compareDescriptions({ ...BEFORE, ...before }, { ...BEFORE, ...after }).map(describeChange);
const withIndustry = (fields: Partial<DescribedVariable>) => ({ variables: [{ ...INDUSTRY, ...fields }, CONTENTS] });

describe('no news', () => {
  it.each([
    ['nothing', {}],
    [
      'a later last period, and the years at the end of the title',
      { lastPeriod: '2025', title: '01234: Ansatte, etter næring 2020-2025' },
    ],
    ['a next update that has moved', { nextUpdate: '2026-03-01' }],
    ['a note in English', { notes: [] }],
  ])('is %s', (_, after) => {
    expect(told(after)).toEqual([]);
  });

  it('are codes that are asked for by name, and come or go with the settings', () => {
    const named = { ...INDUSTRY, isWhole: false };
    const fewer = { ...named, categories: named.categories.slice(0, 1) };
    expect(told({ variables: [fewer, CONTENTS] }, { variables: [named, CONTENTS] })).toEqual([]);
    expect(told({ variables: [named, CONTENTS] }, { variables: [fewer, CONTENTS] })).toEqual([]);
  });
});

describe('news, before and after', () => {
  it('is another title or source', () => {
    expect(told({ title: '01234: Jobber, etter næring 2020-2024' })).toEqual([
      'its title was «01234: Ansatte, etter næring 2020-2024», now «01234: Jobber, etter næring 2020-2024»',
    ]);
    expect(told({ source: null })).toEqual(['its source was «SSB», now nothing']);
  });

  it('is a table that is closed, said once though its title says so too', () => {
    expect(told({ discontinued: true, title: '01234: Ansatte, etter næring (avslutta serie) 2020-2024' })).toEqual([
      'it is marked as discontinued now',
    ]);
  });

  it('is a last period that has moved back, or is gone', () => {
    expect(told({ lastPeriod: '2023' })).toEqual(['its last period was 2024, now 2023']);
    expect(told({ lastPeriod: null })).toEqual(['its last period was 2024, now none']);
  });

  it('is a code that means another thing now, and a variable with another name', () => {
    const categories = INDUSTRY.categories.map((one) => (one.code === 'b' ? { ...one, label: 'Bergverk' } : one));
    expect(told(withIndustry({ categories, label: 'næring (SN2025)' }))).toEqual([
      'the variable Industry was called «næring», now «næring (SN2025)»',
      'b of Industry was called «Bygg», now «Bergverk»',
    ]);
  });

  it('is decimals that the source says no longer; others, and units, are for the contract of the publication', () => {
    const withContents = (fields: Partial<DescribedCategory>) => ({
      variables: [INDUSTRY, { ...CONTENTS, categories: CONTENTS.categories.map((one) => ({ ...one, ...fields })) }],
    });
    expect(told(withContents({ decimals: null }))).toEqual(['the decimals of n were 1, now not said']);
    expect(told(withContents({ decimals: 0 }))).toEqual([]);
    expect(told(withContents({ unit: 'årsverk' }))).toEqual([]);
  });

  it('is a code that comes or goes where all were asked for', () => {
    const c = { code: 'c', label: 'Sjø', unit: null, decimals: null };
    const categories = [...INDUSTRY.categories.slice(0, 1), c];
    expect(told(withIndustry({ categories }))).toEqual([
      'Industry has a new code c («Sjø»)',
      'Industry no longer has the code b («Bygg»)',
    ]);
  });

  it('is a note that comes, goes or becomes mandatory, with where it stands', () => {
    expect(told({ notes: [note({ mandatory: true, variable: 'Industry', category: 'b' })] })).toEqual([
      'it has a new mandatory note on b of Industry: «Ny datakilde.»',
    ]);
    expect(told({ notes: [] }, { notes: [note({ variable: 'Industry' })] })).toEqual([
      'its note on Industry is gone: «Ny datakilde.»',
    ]);
    expect(told({ notes: [note({ mandatory: true })] }, { notes: [note()] })).toEqual([
      'its note has become mandatory: «Ny datakilde.»',
    ]);
    expect(told({ notes: [note({ textEn: 'New source.' })] }, { notes: [note()] })).toEqual([]);
  });
});
