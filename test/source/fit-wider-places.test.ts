import { describe, expect, test } from 'vitest';
import type { Coverage, DatasetDefinition, RegionSelection } from '../../src/model/data/job.ts';
import { type Choice, chooseAlternative } from '../../src/source/choose/choose-alternative.ts';
import { GEOGRAPHY } from './support/geography.ts';
import { metadataOf, years } from './support/ssb-documents.ts';

const LIST = { id: 'agg_KommSummerS', prefix: 'K.' };

interface Offered {
  /** Codes that the table's regions and code list have besides the own place. */
  readonly regions?: readonly string[];
  readonly list?: readonly string[];
}

type Regions = Omit<RegionSelection, 'variable' | 'places'>;

/** What is chosen of alternatives that differ in their regions, on a table that offers so much. */
function choose(alternatives: readonly (Regions & { readonly coverage?: Coverage })[], offered: Offered = {}): Choice {
  const { regions = [], list = [] } = offered;
  const metadata = metadataOf({
    Region: {
      label: 'region',
      codes: ['0602', '0711', '3005', '3301', ...regions].map((code) => [code, code]),
      codelists: [LIST.id],
    },
    ContentsCode: { codes: [['SysselsatteArb', 'Sysselsatte']], units: { SysselsatteArb: 'personer' } },
    Tid: { codes: years(2008, 2024) },
  });
  const definition: DatasetDefinition = {
    ...{ id: 'jobs', title: 'Jobs', table: '07984', allowedAgeDays: 400 },
    contents: [{ code: 'SysselsatteArb', unit: 'personer', quantity: 'count' }],
    alternatives: alternatives.map(({ coverage = 'municipality', ...selection }, index) => ({
      ...{ id: `number-${index + 1}`, coverage, select: {}, otherVariables: 'refuse', time: '*' },
      regions: { variable: 'Region', places: 'own', ...selection },
    })),
  };
  return chooseAlternative(definition, metadata, new Map([[LIST.id, ['K.3301', ...list]]]), GEOGRAPHY);
}

const asked = ({ selection }: Choice) => selection.find(({ variable }) => variable === 'Region')?.codes;
const COUNTY = { counties: ['33'] };
const COUNTRY = { country: true };

describe('the country and counties', () => {
  test('are asked for only where that is said', () => {
    expect(asked(choose([{}], { regions: ['0', '33'] }))).not.toContain('0');
    expect(asked(choose([COUNTRY], { regions: ['0', '33'] }))).toContain('0');
  });

  test('are asked for beside the codes of a list that has them, the country without the prefix of the list', () => {
    const wider = { ...COUNTRY, ...COUNTY, codeList: LIST };
    expect(asked(choose([wider], { list: ['0', 'K.33'] }))).toEqual(['K.3301', 'K.33', '0']);
  });

  test('a county by every code it has had', () => {
    expect(asked(choose([COUNTY], { regions: ['06', '33'] }))).toEqual(expect.arrayContaining(['06', '33']));
  });

  test('that the table lacks are left out and named, and the rest is asked for', () => {
    const choice = choose([{ ...COUNTRY, ...COUNTY }]);
    expect(asked(choice)).toContain('3301');
    expect(choice.missingPlaces.map(({ code, file, lack }) => [code, file, lack])).toEqual([
      ['33', 'indicators', 'no 33 (Buskerud) in Region (nearest: 3301)'],
      ['0', 'indicators', 'no 0 (Norge) in Region (nearest: 0602)'],
    ]);
  });

  test('that the first alternative lacks are taken from another that reaches as far', () => {
    const choice = choose([{ ...COUNTY, codeList: LIST }, COUNTY], { regions: ['33'] });
    expect([choice.alternative.id, choice.missingPlaces]).toEqual(['number-2', []]);
    expect(choice.reason).toContain('"number-1" was passed over: no K.33 (Buskerud) in agg_KommSummerS');
  });

  test('one that no alternative has does not take along another that one of them has', () => {
    const wider = { ...COUNTRY, ...COUNTY };
    const choice = choose([{ ...wider, codeList: LIST }, wider], { regions: ['0'] });
    expect(asked(choice)).toContain('0');
    expect(choice.missingPlaces.map(({ code }) => code)).toEqual(['33']);
  });

  test('are no reason to take figures of another coverage', () => {
    const choice = choose(
      [
        { ...COUNTRY, codeList: LIST },
        { ...COUNTRY, coverage: 'county' },
      ],
      { regions: ['0', '33'] },
    );
    expect(choice.alternative.id).toBe('number-1');
  });
});
