import { describe, expect, test } from 'vitest';
import type { DatasetDefinition, RegionSelection } from '../../src/model/data/job.ts';
import { chooseAlternative } from '../../src/source/choose/choose-alternative.ts';
import { failureOfCall } from './support/error.ts';
import { GEOGRAPHY } from './support/geography.ts';
import { metadataOf, years } from './support/ssb-documents.ts';

const LIST = { id: 'agg_KommSummerS', prefix: 'K.' };

/** The region codes that are asked for, of a table whose regions and code list have these besides the own place. */
function regionsOf(regions: Omit<RegionSelection, 'variable' | 'places'>, offered: readonly string[]) {
  const metadata = metadataOf({
    Region: {
      label: 'region',
      codes: ['0602', '0711', '3005', '3301', ...offered].map((code) => [code, code]),
      codelists: [LIST.id],
    },
    ContentsCode: { codes: [['SysselsatteArb', 'Sysselsatte']], units: { SysselsatteArb: 'personer' } },
    Tid: { codes: years(2008, 2024) },
  });
  const definition: DatasetDefinition = {
    ...{ id: 'jobs', title: 'Jobs', table: '07984', allowedAgeDays: 400 },
    contents: [{ code: 'SysselsatteArb', unit: 'personer', quantity: 'count' }],
    alternatives: [
      {
        ...{ id: 'one', coverage: 'municipality', select: {}, otherVariables: 'refuse', time: '*' },
        regions: { variable: 'Region', places: 'own', ...regions },
      },
    ],
  };
  const lists = new Map([[LIST.id, ['K.3301', ...offered]]]);
  const { selection } = chooseAlternative(definition, metadata, lists, GEOGRAPHY);
  return selection.find(({ variable }) => variable === 'Region')?.codes;
}

describe('the country', () => {
  test('is asked for only where the job says so', () => {
    expect(regionsOf({}, ['0'])).not.toContain('0');
    expect(regionsOf({ country: true }, ['0'])).toContain('0');
  });

  test('is asked for beside the codes of a list that has it', () => {
    expect(regionsOf({ country: true, codeList: LIST }, ['0'])).toEqual(['K.3301', '0']);
  });

  test('that the table lacks makes the alternative one it does not offer', async () => {
    const { message } = await failureOfCall(() => regionsOf({ country: true }, []));
    expect(message).toContain('no 0 (the country) in Region');
  });
});
