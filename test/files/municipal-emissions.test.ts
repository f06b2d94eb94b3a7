import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ABSENT } from '../../src/model/data/cube.ts';
import { sum } from '../../src/model/decimal.ts';
import { readMunicipalEmissions } from '../../src/files/municipal-emissions.ts';
import { sampleWorkbook } from '../fixtures/samples/make-samples.ts';
import { figures } from './cells.ts';
import { alteredWorkbook, emissionRow, emissionsWorkbook, HEADER, workbook } from './made-workbook.ts';
import { refusal } from './refused.ts';

const FILE = {
  ...{ fileName: 'utslipp.xlsx', title: 'Klimagassutslipp i kommuner', language: 'en' as const },
  ...{ municipalities: ['3301'], named: {}, known: {} },
};
const KEY = 'Utslipp|CH4|3301|Jordbruk|Husdyr';

const read = (bytes: Uint8Array, municipalities = FILE.municipalities) =>
  readMunicipalEmissions(bytes, { ...FILE, municipalities });
const messageOf = async (bytes: Uint8Array) => (await refusal(() => read(bytes))).message;

describe('readMunicipalEmissions', () => {
  it('reads one figure per gas, municipality, sector, source and year', async () => {
    const cube = await read(
      await emissionsWorkbook(emissionRow({ tonnes: 100.5 }), emissionRow({ gas: 'N2O', tonnes: 7 })),
    );
    expect(figures(cube)).toEqual({ [`${KEY}@2024`]: 100.5, 'Utslipp|N2O|3301|Jordbruk|Husdyr@2024': 7 });
  });

  it('keeps only the municipalities asked for', async () => {
    const cube = await read(await emissionsWorkbook(emissionRow(), emissionRow({ code: '3303', name: 'Kongsberg' })));
    expect(figures(cube)).toEqual({ [`${KEY}@2024`]: 100 });
  });

  it('does not look into rows of other municipalities', async () => {
    const cube = await read(await emissionsWorkbook(emissionRow(), emissionRow({ code: '3303', tonnes: 'ukjent' })));
    expect(figures(cube)).toEqual({ [`${KEY}@2024`]: 100 });
  });

  it('gives a code stored as a number its leading zero back', async () => {
    const cube = await read(await emissionsWorkbook(emissionRow({ code: 301, name: 'Oslo' })), ['0301']);
    expect(cube.dimensions[2]!.categories).toMatchObject([{ code: '0301', label: 'Oslo' }]);
  });

  it('keeps several municipalities apart', async () => {
    const cube = await read(await emissionsWorkbook(emissionRow(), emissionRow({ code: 3303, tonnes: 40 })), [
      '3303',
      '3301',
    ]);
    expect(figures(cube)).toEqual({ [`${KEY}@2024`]: 100, 'Utslipp|CH4|3303|Jordbruk|Husdyr@2024': 40 });
  });

  it('does without a peer that has no row', async () => {
    const cube = await read(await emissionsWorkbook(emissionRow()), ['3301', '0301']);
    expect(cube.dimensions[2]!.categories.map(({ code }) => code)).toEqual(['3301']);
  });

  it('lists the series that occur and no other combination', async () => {
    const cube = await read(
      await emissionsWorkbook(emissionRow(), emissionRow({ sector: 'Sjøfart', source: 'Annet', gas: 'CO2' })),
    );
    expect(cube.seriesKeys).toEqual([KEY, 'Utslipp|CO2|3301|Sjøfart|Annet']);
    expect([...cube.seriesCategories]).toEqual([0, 0, 0, 0, 0, 0, 1, 0, 1, 1]);
  });

  it('marks a year that a series lacks as absent', async () => {
    const cube = await read(
      await emissionsWorkbook(emissionRow({ year: 2023 }), emissionRow(), emissionRow({ gas: 'N2O' })),
    );
    expect([...cube.obsStatuses]).toEqual([0, 0, ABSENT, 0]);
    expect([...cube.values]).toEqual([100, 100, NaN, 100]);
  });

  it('does not invent the years the accounts leave out', async () => {
    const cube = await read(await emissionsWorkbook(emissionRow({ year: 2011 }), emissionRow({ year: 2009 })));
    expect(cube.periods.map(({ code }) => code)).toEqual(['2009', '2011']);
  });

  it('keeps a zero and a negative figure', async () => {
    const cube = await read(
      await emissionsWorkbook(emissionRow({ tonnes: 0 }), emissionRow({ year: 2023, tonnes: -2 })),
    );
    expect(figures(cube)).toEqual({ [`${KEY}@2023`]: -2, [`${KEY}@2024`]: 0 });
  });

  it('states the unit, the roles and the source', async () => {
    const cube = await read(await emissionsWorkbook(emissionRow()));
    expect(cube.dimensions.map(({ code, role }) => [code, role])).toEqual([
      ['ContentsCode', 'metric'],
      ['Klimagass', 'classification'],
      ['Kommunenummer', 'geo'],
      ['Sektor', 'classification'],
      ['Utslippskilde', 'classification'],
    ]);
    expect(cube.dimensions[0]!.categories).toMatchObject([
      { code: 'Utslipp', label: 'Utslipp (tonn CO2-ekvivalenter)', unit: 'tonn CO2-ekvivalenter' },
    ]);
    expect(cube.source).toBe('Klimagassutslipp i kommuner (fil «utslipp.xlsx»)');
  });

  it('finds the columns in any order, among others', async () => {
    const bytes = await workbook({
      'Oversikt - detaljert': [
        ['Merknad', ...HEADER.toReversed()],
        ['x', ...emissionRow().toReversed()],
      ],
    });
    expect(figures(await read(bytes))).toEqual({ [`${KEY}@2024`]: 100 });
  });

  it('finds the header below a title', async () => {
    const bytes = await workbook({
      'Oversikt - detaljert': [['Utslipp av klimagasser'], [], ['Kommune', 'etter sektor'], HEADER, emissionRow()],
    });
    expect(figures(await read(bytes))).toEqual({ [`${KEY}@2024`]: 100 });
  });

  it('does not mind capitals, spaces or a lowered 2 in the header', async () => {
    const header = [
      'kommunenummer',
      ' KOMMUNE',
      'år',
      'Sektor',
      'Utslippskilde',
      'Klimagass',
      'Utslipp (tonn  CO₂-ekvivalenter)',
    ];
    const bytes = await workbook({ 'Oversikt - detaljert': [header, emissionRow().slice(1)] });
    expect(figures(await read(bytes))).toEqual({ [`${KEY}@2024`]: 100 });
  });

  it('reads the stored result of a formula', async () => {
    const bytes = await alteredWorkbook([emissionRow({ tonnes: 123 })], (xml) =>
      xml.replace('<v>123</v>', '<f>100+23</f><v>123</v>'),
    );
    expect(figures(await read(bytes))).toEqual({ [`${KEY}@2024`]: 123 });
  });

  it('passes over blank rows and notes below the table', async () => {
    const note = [null, 'Kilde: oppdiktet'];
    expect(figures(await read(await emissionsWorkbook(emissionRow(), [], note)))).toEqual({ [`${KEY}@2024`]: 100 });
  });

  it('reads bytes that are part of a larger buffer', async () => {
    const bytes = await emissionsWorkbook(emissionRow());
    const larger = Buffer.concat([Buffer.alloc(11, 'x'), bytes, Buffer.alloc(7)]);
    expect(figures(await read(larger.subarray(11, 11 + bytes.length)))).toEqual({ [`${KEY}@2024`]: 100 });
  });
});

describe('readMunicipalEmissions, given a bad workbook', () => {
  it('names the missing sheet and the sheets there are, the most alike first', async () => {
    const error = await refusal(async () =>
      read(await workbook({ Forside: [['x']], 'Oversikt - sektorfordelt': [['x']], 'Oversikt - detaljer': [['x']] })),
    );
    expect(error.message).toContain(
      'it has no sheet «Oversikt - detaljert»; the sheets it has are «Oversikt - detaljer», ' +
        '«Oversikt - sektorfordelt», «Forside», the most alike first.',
    );
  });

  it('names the missing columns and those found', async () => {
    const rows = [
      ['Utslipp i kommuner'],
      ['Kommunenummer', 'Kommune', 'År', 'Sektor', 'Utslippskilde', 'Gass', 'Utslipp (tonn)'],
    ];
    expect(await messageOf(await workbook({ 'Oversikt - detaljert': rows }))).toContain(
      'Row 2: the columns «Klimagass», «Utslipp (tonn CO2-ekvivalenter)» are missing; found are «kommunenummer», ' +
        '«kommune», «år», «sektor», «utslippskilde», «gass», «utslipp (tonn)».',
    );
  });

  it('names every column when the sheet is empty', async () => {
    expect(await messageOf(await workbook({ 'Oversikt - detaljert': [] }))).toContain(
      'The sheet: the columns «Kommunenummer», «Kommune», «År», «Sektor», «Utslippskilde», «Klimagass», ' +
        '«Utslipp (tonn CO2-ekvivalenter)» are missing; no column names were found.',
    );
  });

  it('refuses a column that comes twice', async () => {
    const bytes = await workbook({
      'Oversikt - detaljert': [
        [...HEADER, 'År'],
        [...emissionRow(), 2023],
      ],
    });
    expect(await messageOf(bytes)).toContain('Row 1: the column «År» stands there more than once; keep one.');
  });

  it('names the own municipality when it has no row', async () => {
    expect(await messageOf(await emissionsWorkbook(emissionRow({ code: '3303' })))).toContain(
      "The sheet has no row for municipality 3301; today's code must stand in «Kommunenummer».",
    );
  });

  it.each([
    ['text', 'ukjent', 'is the text «ukjent»'],
    ['a number written as text', '12,5', 'is the text «12,5»'],
    ['a truth value', true, 'is true'],
    ['nothing', null, 'is empty or an Excel error such as #N/A'],
    ['a date', { value: new Date('2024-05-01'), format: 'yyyy-mm-dd' }, 'is the date 2024-05-01'],
  ])('refuses %s as an emission, with its row', async (_what, tonnes, expected) => {
    expect(await messageOf(await emissionsWorkbook(emissionRow({ year: 2023 }), emissionRow({ tonnes })))).toContain(
      `Row 3: «Utslipp (tonn CO2-ekvivalenter)» ${expected}; it must be a number, stored as one.`,
    );
  });

  it('refuses a cell with an Excel error', async () => {
    const bytes = await alteredWorkbook([emissionRow({ tonnes: 123 })], (xml) =>
      xml.replace(/<c r="H2"[^>]*><v>123<\/v>/, '<c r="H2" t="e"><v>#DIV/0!</v>'),
    );
    expect(await messageOf(bytes)).toContain('Row 2: «Utslipp (tonn CO2-ekvivalenter)» is empty or an Excel error');
  });

  it.each([
    ['text', 'i fjor', 'is the text «i fjor»'],
    ['a fraction', 2024.5, 'is 2024.5'],
    ['a serial date number', 45000, 'is 45000'],
  ])('refuses %s as a year', async (_what, year, expected) => {
    expect(await messageOf(await emissionsWorkbook(emissionRow({ year })))).toContain(
      `Row 2: «År» ${expected}; it must be four digits from 1900 to 2200.`,
    );
  });

  it.each([
    ['Sektor', { sector: null }],
    ['Utslippskilde', { source: null }],
    ['Klimagass', { gas: null }],
    ['Sektor', { sector: 'Jord|bruk' }],
    ['Klimagass', { gas: 2 }],
  ])('refuses a row without a usable %s', async (column, overrides) => {
    expect(await messageOf(await emissionsWorkbook(emissionRow(overrides)))).toMatch(
      new RegExp(`Row 2: «${column}» is .*; it must be text without «\\|»\\.`),
    );
  });

  it.each([
    ['Drammen', 'is the text «Drammen»'],
    [null, 'is empty or an Excel error such as #N/A'],
    [33010, 'is 33010'],
    [3301.5, 'is 3301.5'],
  ])('refuses %s as a municipality number, because the row may be our own', async (code, expected) => {
    expect(await messageOf(await emissionsWorkbook(emissionRow(), emissionRow({ code })))).toContain(
      `Row 3: «Kommunenummer» ${expected}; it must be four digits.`,
    );
  });

  it('refuses a figure given twice, even when the two agree, with both rows', async () => {
    expect(
      await messageOf(await emissionsWorkbook(emissionRow(), emissionRow({ gas: 'N2O' }), emissionRow())),
    ).toContain('Row 4: repeats «Jordbruk», «Husdyr», «CH4» for 3301 in 2024, given on row 2; keep one of them.');
  });

  it('lists every problem at once', async () => {
    const error = await refusal(async () =>
      read(await emissionsWorkbook(emissionRow({ year: 'x', tonnes: 'y' }), emissionRow({ gas: null }))),
    );
    expect(error.context).toEqual({ file: 'utslipp.xlsx', problems: 3 });
    expect(error.message.split('\n')).toHaveLength(4);
  });

  it('refuses a sheet whose XML is broken', async () => {
    const bytes = await alteredWorkbook([emissionRow()], (xml) => xml.replace('<sheetData>', '<sheetData><<'));
    expect(await messageOf(bytes)).toContain('the sheet «Oversikt - detaljert» cannot be read');
  });
});

describe('the made-up workbook', () => {
  const bytes = readFileSync(new URL('../fixtures/samples/oppdiktet-klimagassutslipp.xlsx', import.meta.url));
  const business = (year: string, cube: Awaited<ReturnType<typeof read>>) =>
    sum(
      Object.entries(figures(cube))
        .filter(([key]) => key.endsWith(`@${year}`) && !/\|(Oppvarming|Luftfart)\||\|Personbiler@/.test(key))
        .map(([, value]) => value),
    );

  it('is what the script beside it makes, byte for byte', async () => {
    expect(bytes.equals(await sampleWorkbook())).toBe(true);
  });

  it('holds every year of the accounts', async () => {
    const years = '2009 2011 2013 2015 2016 2017 2018 2019 2020 2021 2022 2023 2024';
    expect((await read(bytes)).periods.map(({ code }) => code).join(' ')).toBe(years);
  });

  it('holds 24 series, two of which begin in 2015', async () => {
    const cube = await read(bytes);
    expect(cube.seriesKeys).toHaveLength(24);
    expect(cube.obsStatuses.filter((status) => status === ABSENT)).toHaveLength(6);
    expect(Object.keys(figures(cube))).toHaveLength(306);
  });

  it('shows business emissions falling from 112,640.0 to 110,023.9 tonnes in the last year', async () => {
    const cube = await read(bytes);
    expect([business('2023', cube), business('2024', cube)]).toEqual([112640, 110023.9]);
  });

  it('holds three municipalities', async () => {
    const cube = await read(bytes, ['3203', '3301', '3303']);
    expect(cube.dimensions[2]!.categories.map(({ label }) => label)).toEqual(['Asker', 'Drammen', 'Kongsberg']);
    expect(cube.seriesKeys).toHaveLength(72);
  });
});
