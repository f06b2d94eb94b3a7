import { describe, expect, test } from 'vitest';
import type {
  ContentsSelection,
  DatasetAlternative,
  DatasetDefinition,
  RegionSelection,
} from '../../../src/model/data/job.ts';
import { type Choice, chooseAlternative } from '../../../src/source/choose/choose-alternative.ts';
import { failureOfCall } from '../support/error.ts';
import { GEOGRAPHY } from '../support/geography.ts';
import { metadataOf, type VariableSketch, years } from '../support/ssb-documents.ts';

const REGIONS: VariableSketch = {
  label: 'region',
  codes: ['0', '0602', '0711', '3005', '3301', '3002', '3103', '3303', '06', '33', '31'].map((code) => [code, code]),
  elimination: true,
  codelists: ['agg_KommSummerS', 'agg_KommFylker'],
};
const CONTENTS: VariableSketch = {
  codes: [['SysselsatteArb', 'Sysselsatte etter arbeidssted']],
  units: { SysselsatteArb: 'personer' },
};
const TIME: VariableSketch = { codes: years(2008, 2024) };
const SEX: VariableSketch = {
  label: 'kjønn',
  codes: [
    ['0', 'Begge kjønn'],
    ['1', 'Menn'],
    ['2', 'Kvinner'],
  ],
};
const TABLE = { Region: REGIONS, Kjonn: SEX, ContentsCode: CONTENTS, Tid: TIME };

const LISTS = new Map([
  ['agg_KommSummerS', ['K.0301', 'K.3301', 'K.3103', 'K.3303']],
  ['agg_KommFylker', ['F-33', 'F-31', 'F-03']],
]);

const GROUPED: DatasetAlternative = {
  id: 'grouped',
  coverage: 'municipality',
  regions: { variable: 'Region', places: 'own-and-peers', codeList: { id: 'agg_KommSummerS', prefix: 'K.' } },
  select: { Kjonn: ['0'] },
  otherVariables: 'refuse',
  time: 'from(2008)',
};
const DIVISIONS: DatasetAlternative = { ...GROUPED, id: 'divisions', regions: { variable: 'Region', places: 'own' } };
const NATIONAL: DatasetAlternative = {
  id: 'national',
  coverage: 'national',
  select: { Kjonn: ['0'] },
  otherVariables: 'total',
  time: '*',
};

const JOBS: ContentsSelection = {
  ...{ code: 'SysselsatteArb', unit: 'personer|persons', quantity: 'count', nil: 'counts' },
};

function definition(
  alternatives: readonly DatasetAlternative[],
  contents: readonly ContentsSelection[] = [JOBS],
): DatasetDefinition {
  return { id: 'jobs', title: 'Jobs', table: '07984', allowedAgeDays: 400, contents, alternatives };
}

interface Situation {
  readonly table?: Readonly<Record<string, VariableSketch>>;
  readonly lists?: ReadonlyMap<string, readonly string[]>;
  readonly contents?: readonly ContentsSelection[];
}

function choose(
  alternatives: readonly DatasetAlternative[],
  { table = TABLE, lists = LISTS, contents }: Situation = {},
): Choice {
  return chooseAlternative(definition(alternatives, contents), metadataOf(table), lists, GEOGRAPHY);
}

/** What the one alternative lacks, as the message says it. */
async function lack(alternative: DatasetAlternative, situation: Situation = {}): Promise<string> {
  const { message } = await failureOfCall(() => choose([alternative], situation));
  return message.replace(/^.*What is missing: "[^"]+": /, '').replace(/\.$/, '');
}

function codes(choice: Choice, variable: string): readonly string[] | undefined {
  return choice.selection.find((one) => one.variable === variable)?.codes;
}

describe('the first alternative that the table offers', () => {
  test('is taken, with its whole query', () => {
    expect(choose([GROUPED, DIVISIONS])).toEqual({
      alternative: GROUPED,
      selection: [
        { variable: 'Region', codes: ['K.3301', 'K.3103', 'K.3303'], codeList: 'agg_KommSummerS' },
        { variable: 'Kjonn', codes: ['0'] },
        { variable: 'ContentsCode', codes: ['SysselsatteArb'] },
        { variable: 'Tid', codes: ['from(2008)'] },
      ],
      regions: { dimension: 'Region', form: 'grouped', prefix: 'K.' },
      quantities: { SysselsatteArb: 'count' },
      contentsRules: { SysselsatteArb: { unit: 'personer|persons', nil: 'counts' } },
      expected: {
        Region: ['K.3301', 'K.3103', 'K.3303'],
        Kjonn: ['0'],
        ContentsCode: ['SysselsatteArb'],
        Tid: null,
      },
      reason: '"grouped" was taken, since the table offers all of it',
      missingPlaces: [],
    });
  });

  test('may be a later one, and the reason says what the earlier ones lacked', () => {
    const choice = choose([GROUPED, DIVISIONS], { lists: new Map([['agg_KommSummerS', ['K.3103', 'K.3303']]]) });
    expect(choice.alternative.id).toBe('divisions');
    expect(choice.reason).toBe(
      '"divisions" was taken, since the table offers all of it; ' +
        '"grouped" was passed over: no K.3301 (Drammen) in agg_KommSummerS (nearest: K.3303)',
    );
  });
});

describe('when the table offers none', () => {
  test('the message names for each what is missing and the nearest thing, and where', async () => {
    const table = { KOKkommuneregion0000: REGIONS, Kjonn: SEX, ContentsCode: CONTENTS, Tid: TIME };
    const error = await failureOfCall(() =>
      choose([GROUPED, { ...NATIONAL, select: { Kjonn: ['9'] }, otherVariables: 'refuse' }], { table }),
    );
    expect(error).toMatchObject({ code: 'query-misfit', context: { datasetId: 'jobs', table: '07984' } });
    expect(error.message).toBe(
      'Table 07984 offers no alternative of dataset jobs. What is missing: ' +
        '"grouped": no variable Region (nearest: KOKkommuneregion0000), it has a variable KOKkommuneregion0000 ("region") that the query does not name; ' +
        '"national": no 9 in Kjonn (nearest: 0), it has a variable KOKkommuneregion0000 ("region") that the query does not name.',
    );
    expect(error.hint).toContain('metadata of table 07984');
  });
});

describe('regions from a code list', () => {
  test('are sent in the spelling of the list', () => {
    const choice = choose([{ ...GROUPED, regions: { ...GROUPED.regions!, places: 'own' } }], {
      lists: new Map([['agg_KommSummerS', ['k.3301']]]),
    });
    expect(codes(choice, 'Region')).toEqual(['k.3301']);
  });

  test('need a list that the variable offers', async () => {
    const table = { ...TABLE, Region: { ...REGIONS, codelists: ['agg_KommSummer', 'vs_Landet'] } };
    expect(await lack(GROUPED, { table })).toBe('no code list agg_KommSummerS for Region (nearest: agg_KommSummer)');
  });

  test('need the list in its very letters', async () => {
    const table = { ...TABLE, Region: { ...REGIONS, codelists: ['agg_kommsummers'] } };
    expect(await lack(GROUPED, { table })).toContain(
      'no code list agg_KommSummerS for Region (nearest: agg_kommsummers)',
    );
  });

  test('need a list that could be read', async () => {
    expect(await lack(GROUPED, { lists: new Map() })).toBe(
      'code list agg_KommSummerS is named by the table, but SSB does not know it',
    );
  });

  test('need the own place, and the message names the file that has it', async () => {
    const lists = new Map([['agg_KommSummerS', ['K-3301', 'K.3103', 'K.3303']]]);
    const { message, hint } = await failureOfCall(() => choose([GROUPED], { lists }));
    expect(message).toContain('"grouped": no K.3301 (Drammen) in agg_KommSummerS (nearest: K-3301).');
    expect(hint).toBe(
      'Look for the code of the place in config/regions.yaml, and compare it with the regions of table 07984.',
    );
  });

  test('do without a peer that the list lacks, also where a later alternative has it, and name it', () => {
    const choice = choose([GROUPED, { ...DIVISIONS, regions: { ...DIVISIONS.regions!, places: 'own-and-peers' } }], {
      lists: new Map([['agg_KommSummerS', ['K.3301', 'K.3303']]]),
    });
    expect(choice.alternative.id).toBe('grouped');
    expect(codes(choice, 'Region')).toEqual(['K.3301', 'K.3303']);
    expect(choice.expected['Region']).toEqual(['K.3301', 'K.3303']);
    const lack = 'no K.3103 (Moss) in agg_KommSummerS (nearest: K.3303)';
    expect(choice.missingPlaces).toEqual([{ code: '3103', name: 'Moss', lack, file: 'peers.yaml' }]);
    expect(choice.reason).toBe(
      `"grouped" was taken, since the table offers all of it but peers; without Moss: ${lack}`,
    );
  });

  test('do without the county of a peer that the list lacks', () => {
    const regions: RegionSelection = {
      ...{ variable: 'Region', places: 'own-and-peers', codeList: { id: 'agg_KommFylker', prefix: 'F-' } },
    };
    const choice = choose([{ ...GROUPED, coverage: 'county', regions }], {
      lists: new Map([['agg_KommFylker', ['F-33', 'F-03']]]),
    });
    expect(codes(choice, 'Region')).toEqual(['F-33']);
    expect(choice.missingPlaces).toMatchObject([{ code: '31', file: 'peers.yaml' }]);
  });

  test('are the counties of the places, each once, where the figures are for counties', () => {
    const regions: RegionSelection = {
      variable: 'Region',
      places: 'own-and-peers',
      codeList: { id: 'agg_KommFylker', prefix: 'F-' },
    };
    const choice = choose([{ ...GROUPED, coverage: 'county', regions }]);
    expect(codes(choice, 'Region')).toEqual(['F-33', 'F-31']);
  });
});

describe('regions without a code list', () => {
  test('are the raw codes of every division', () => {
    const choice = choose([DIVISIONS]);
    expect(codes(choice, 'Region')).toEqual(['3301', '0602', '0711', '3005']);
    expect(choice.regions).toEqual({ dimension: 'Region', form: 'divisions', prefix: '' });
  });

  test('do without older codes that the table does not have, and the reason says which', () => {
    const table = {
      ...TABLE,
      Region: {
        ...REGIONS,
        codes: [
          ['3301', 'Drammen'],
          ['3005', 'Drammen (2020-2023)'],
        ] as const,
      },
    };
    const choice = choose([DIVISIONS], { table });
    expect(codes(choice, 'Region')).toEqual(['3301', '3005']);
    expect(choice.reason).toBe(
      '"divisions" was taken, since the table offers all of it; without the older codes 0602, 0711, which Region does not have',
    );
  });

  const peers: DatasetAlternative = { ...DIVISIONS, regions: { variable: 'Region', places: 'own-and-peers' } };
  const tableWith = (...offered: readonly string[]) => ({
    ...TABLE,
    Region: { ...REGIONS, codes: offered.map((code) => [code, code] as const) },
  });

  test("need today's code of the own place", async () => {
    expect(await lack(peers, { table: tableWith('3005', '3103', '3303') })).toBe(
      'no 3301 (Drammen) in Region (nearest: 3303)',
    );
  });

  test('ask for what there is of a peer, and name the file where its code is wrong', () => {
    const choice = choose([peers], { table: tableWith('3301', '3005', '3002') });
    expect(codes(choice, 'Region')).toEqual(['3301', '3005', '3002']);
    expect(choice.missingPlaces).toEqual([
      // The table knows Moss by a code that it had: the settings run ahead of the table, or are wrong.
      { code: '3103', name: 'Moss', lack: 'no 3103 (Moss) in Region (nearest: 3301)', file: 'regions.yaml' },
      { code: '3303', name: 'Kongsberg', lack: 'no 3303 (Kongsberg) in Region (nearest: 3301)', file: 'peers.yaml' },
    ]);
  });

  test('are the counties of the places where the figures are for counties', () => {
    const choice = choose([{ ...DIVISIONS, coverage: 'county' }]);
    expect(codes(choice, 'Region')).toEqual(['33', '06']);
  });
});

describe('a place whose county the settings do not know', () => {
  const county: DatasetAlternative = {
    ...DIVISIONS,
    coverage: 'county',
    regions: { variable: 'Region', places: 'own-and-peers' },
  };
  const choosing = (counties: typeof GEOGRAPHY.counties) =>
    chooseAlternative(definition([county]), metadataOf(TABLE), LISTS, { ...GEOGRAPHY, counties });

  test('is missing where it is a peer', () => {
    const choice = choosing(GEOGRAPHY.counties.filter(({ code }) => code === '33'));
    const lack = 'no county 31 in the settings';
    expect(choice.missingPlaces).toEqual([{ code: '31', name: '31', lack, file: 'regions.yaml' }]);
  });

  test('makes a misfit where it is the own one', async () => {
    const error = await failureOfCall(() => choosing([]));
    expect(error.message).toContain('"divisions": no county 33 in the settings');
    expect(error.hint).toContain('config/regions.yaml');
  });
});

describe('categories', () => {
  function selecting(select: DatasetAlternative['select']): DatasetAlternative {
    return { ...DIVISIONS, select };
  }

  test('are sent in the spelling of the table', () => {
    const table = { ...TABLE, Nivaa: { codes: [['02a', 'Videregående']] as const } };
    expect(codes(choose([selecting({ kjonn: ['0'], Nivaa: ['02A'] })], { table }), 'Nivaa')).toEqual(['02a']);
  });

  test('must all be offered', async () => {
    expect(await lack(selecting({ Kjonn: ['0', '3', '22'] }))).toBe(
      'no 3 in Kjonn (nearest: 0), no 22 in Kjonn (nearest: 2)',
    );
  });

  test('are all that there are for *, and the answer must have them all', () => {
    const choice = choose([selecting({ Kjonn: '*' })]);
    expect(codes(choice, 'Kjonn')).toEqual(['*']);
    expect(choice.expected['Kjonn']).toEqual(['0', '1', '2']);
  });

  test('are those whose label matches, whatever its case', () => {
    expect(codes(choose([selecting({ Kjonn: { labelled: '^(menn|kvinner)$' } })]), 'Kjonn')).toEqual(['1', '2']);
  });

  test('make a misfit when no label matches', async () => {
    expect(await lack(selecting({ Kjonn: { labelled: 'mann' } }))).toBe(
      'nothing labelled /mann/ in Kjonn (nearest: Menn)',
    );
  });

  test('may be left out when no label matches, where both query and table allow it', () => {
    const table = { ...TABLE, Kjonn: { ...SEX, elimination: true } };
    const choice = choose([selecting({ Kjonn: { labelled: 'ukjent', orLeftOut: true } })], { table });
    expect(codes(choice, 'Kjonn')).toBeUndefined();
    expect(choice.expected).not.toHaveProperty('Kjonn');
    expect(choice.reason).toContain('without Kjonn, where nothing is labelled /ukjent/, so the total is taken');
  });

  test('may not be left out where the table does not allow it', async () => {
    expect(await lack(selecting({ Kjonn: { labelled: 'ukjent', orLeftOut: true } }))).toContain(
      'nothing labelled /ukjent/ in Kjonn',
    );
  });

  describe('that may stand in a code list', () => {
    const listed = selecting({ Kjonn: { codes: ['1', '2'], codeList: 'agg_Kjonn' } });
    const tableWith = (own: readonly string[], codelists: readonly string[]) => ({
      ...TABLE,
      Kjonn: { ...SEX, codes: own.map((code) => [code, code] as const), codelists },
    });
    const lists = new Map([['agg_Kjonn', ['1', '2', 'T']]]);
    const asked = (choice: Choice) => choice.selection.find(({ variable }) => variable === 'Kjonn');

    test("are the variable's own where it has them all", () => {
      const choice = choose([listed], { table: tableWith(['0', '1', '2'], ['agg_Kjonn']), lists });
      expect(asked(choice)).toEqual({ variable: 'Kjonn', codes: ['1', '2'] });
    });

    test("are the list's where the variable lacks one, and the answer must have them all", () => {
      const choice = choose([listed], { table: tableWith(['0', '1'], ['agg_Kjonn']), lists });
      expect(asked(choice)).toEqual({ variable: 'Kjonn', codes: ['1', '2'], codeList: 'agg_Kjonn' });
      expect(choice.expected['Kjonn']).toEqual(['1', '2']);
    });

    test.each<[string, readonly string[], ReadonlyMap<string, readonly string[]>, string]>([
      [
        'is not offered',
        ['agg_Kjon'],
        lists,
        'no 2 in Kjonn (nearest: 1), no code list agg_Kjonn for Kjonn (nearest: agg_Kjon)',
      ],
      [
        'cannot be read',
        ['agg_Kjonn'],
        new Map(),
        'code list agg_Kjonn is named by the table, but SSB does not know it',
      ],
      ['lacks one too', ['agg_Kjonn'], new Map([['agg_Kjonn', ['1', 'T']]]), 'no 2 in agg_Kjonn (nearest: 1)'],
    ])('make a misfit where the variable lacks one and the list %s', async (_, codelists, read, words) => {
      expect(await lack(listed, { table: tableWith(['1'], codelists), lists: read })).toBe(words);
    });
  });

  test('of a variable that the table lacks make a misfit', async () => {
    expect(
      await lack(selecting({ Kjonn: ['0'], Aldr: ['15-74'] }), {
        table: { ...TABLE, Alder: { ...SEX, elimination: true } },
      }),
    ).toContain('no variable Aldr (nearest: Alder)');
  });

  test('of a variable that the table lacks may be left out where the query says so, and the reason tells', () => {
    const choice = choose([selecting({ Kjonn: ['0'], Alder: { labelled: 'alle', orLeftOut: true } })]);
    expect(choice.reason).toContain('without Alder, which the table does not have');
  });
});

describe('variables that the query does not name', () => {
  function withAge(
    sketch: VariableSketch,
    rule: DatasetAlternative['otherVariables'],
  ): [DatasetAlternative, Situation] {
    return [{ ...DIVISIONS, otherVariables: rule }, { table: { ...TABLE, Alder: { label: 'alder', ...sketch } } }];
  }

  test('make a misfit where they are refused, even if they could be left out', async () => {
    const sketch = { codes: [['999', 'Alle aldre']] as const, elimination: true };
    expect(await lack(...withAge(sketch, 'refuse'))).toBe(
      'it has a variable Alder ("alder") that the query does not name',
    );
  });

  test('are left out for their total where the table allows it, and the reason tells', () => {
    const [alternative, situation] = withAge({ codes: [['15-24', '15-24 år']], elimination: true }, 'total');
    const choice = choose([alternative], situation);
    expect(codes(choice, 'Alder')).toBeUndefined();
    expect(choice.reason).toContain('without Alder ("alder"), so its total is taken');
  });

  test.each<[string, VariableSketch['codes'], string]>([
    [
      'all ages',
      [
        ['15-24', '15-24 år'],
        ['999', 'Alle aldre'],
      ],
      '999',
    ],
    [
      'in total',
      [
        ['T', 'I alt'],
        ['1', 'Industri'],
      ],
      'T',
    ],
    [
      'both sexes',
      [
        ['1', 'Menn'],
        ['0', 'Begge kjønn'],
      ],
      '0',
    ],
    [
      'a total that leads, among subtotals',
      [
        ['C', 'Industri i alt'],
        ['00-99', 'Alle næringer'],
      ],
      '00-99',
    ],
    [
      'a total at the end',
      [
        ['A', 'Foretak i alt'],
        ['B', '5-9 sysselsatte'],
      ],
      'A',
    ],
    [
      'a total, and not the rest',
      [
        ['X', 'Alle andre næringer'],
        ['T', 'Totalt'],
      ],
      'T',
    ],
    [
      'a total in English',
      [
        ['T', 'Total'],
        ['1', 'Totally new'],
      ],
      'T',
    ],
  ])('are asked for by the category that says %s', (_, offered, expected) => {
    const [alternative, situation] = withAge({ codes: offered }, 'total');
    expect(codes(choose([alternative], situation), 'Alder')).toEqual([expected]);
  });

  test.each<[string, VariableSketch['codes'], string]>([
    [
      'none',
      [
        ['1', 'Alle andre'],
        ['2', 'Totalkostnad'],
      ],
      'no total in Alder ("alder")',
    ],
    [
      'several',
      [
        ['1', 'I alt'],
        ['2', 'Alle med svar'],
      ],
      'more than one total in Alder ("alder"): I alt, Alle med svar',
    ],
  ])('make a misfit when %s of their categories says total', async (_, offered, words) => {
    expect(await lack(...withAge({ codes: offered }, 'total'))).toBe(words);
  });
});

describe('contents', () => {
  const SHARES: VariableSketch = {
    codes: [
      ['Oms', 'Omsetning fra produktinnovasjoner (prosent)'],
      ['Ant', 'Foretak med produktinnovasjon'],
      ['X', 'Uten enhet'],
    ],
    units: { Oms: 'prosent', Ant: 'foretak' },
  };

  function choosing(contents: readonly ContentsSelection[]): [DatasetAlternative, Situation] {
    return [DIVISIONS, { table: { ...TABLE, ContentsCode: SHARES }, contents }];
  }

  test('are found by label', () => {
    const [alternative, situation] = choosing([
      { labelled: 'omsetning.*produktinnovasjon', unit: 'prosent', quantity: 'percentage', zero: 'impossible' },
    ]);
    expect(choose([alternative], situation)).toMatchObject({
      quantities: { Oms: 'percentage' },
      contentsRules: { Oms: { unit: 'prosent', zero: 'impossible' } },
      reason: '"divisions" was taken, since the table offers all of it',
    });
  });

  test.each<[string, ContentsSelection, string]>([
    [
      'a code that is not there',
      { code: 'Omsetn', unit: 'prosent', quantity: 'percentage' },
      'no contents Omsetn (nearest: Oms)',
    ],
    [
      'a label that is not there',
      { labelled: 'Uten enheter', unit: '', quantity: 'count' },
      'no contents labelled /Uten enheter/ (nearest: Uten enhet)',
    ],
    [
      'a label that fits several',
      { labelled: 'produktinnovasjon', unit: '', quantity: 'count' },
      'several contents labelled /produktinnovasjon/: Oms "Omsetning fra produktinnovasjoner (prosent)", Ant "Foretak med produktinnovasjon"',
    ],
    [
      'a percentage taken for a count',
      { code: 'Oms', unit: 'prosent', quantity: 'count' },
      'Oms is published in prosent, and not as a count',
    ],
    [
      'a count taken for a percentage',
      { code: 'Ant', unit: 'prosent', quantity: 'percentage' },
      'Ant is published in foretak, and not as a percentage',
    ],
  ])('make a misfit by %s', async (_, wanted, words) => {
    const [alternative, situation] = choosing([wanted]);
    expect(await lack(alternative, situation)).toBe(words);
  });

  test.each<[string, ContentsSelection, string]>([
    [
      'another unit than expected',
      { code: 'Ant', unit: 'bedrifter', quantity: 'count' },
      'Ant is published in foretak, where /bedrifter/ was expected',
    ],
    ['no unit', { code: 'X', unit: 'prosent', quantity: 'percentage' }, 'X has no unit'],
  ])('in %s are taken, and the reason says so', (_, wanted, words) => {
    const [alternative, situation] = choosing([wanted]);
    expect(choose([alternative], situation).reason).toContain(words);
  });
});

describe('time', () => {
  test('that begins before the table does is asked for from where the table begins', () => {
    expect(codes(choose([{ ...DIVISIONS, time: 'from(2005)' }]), 'Tid')).toEqual(['from(2008)']);
  });

  test('that begins after the table has ended makes a misfit, and the fault is in the job', async () => {
    const ended: DatasetAlternative = { ...DIVISIONS, time: 'from(2025)' };
    expect(await lack(ended)).toBe('no period from(2025) in Tid, which runs from 2008 to 2024');
    expect((await failureOfCall(() => choose([ended]))).hint).toMatch(/^Compare the dataset in jobs\/ with/);
  });

  test('is found by its role, whatever it is called', () => {
    const metadata = metadataOf(TABLE);
    const variables = metadata.variables.map((variable) =>
      variable.role === 'time' ? { ...variable, code: 'aar' } : variable,
    );
    const choice = chooseAlternative(definition([DIVISIONS]), { ...metadata, variables }, LISTS, GEOGRAPHY);
    expect(codes(choice, 'aar')).toEqual(['from(2008)']);
  });
});
