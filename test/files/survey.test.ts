import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ABSENT, OBS_STATUSES } from '../../src/model/data/cube.ts';
import { readSurvey } from '../../src/files/survey.ts';
import { sampleSurvey } from '../fixtures/samples/make-samples.ts';
import { figures } from './cells.ts';
import { refusal } from './refused.ts';

const FILE = {
  fileName: 'svar.csv',
  title: 'Næringslivsundersøkelsen',
  language: 'en' as const,
  indicators: [
    { id: 'business-satisfaction', title: 'Tilfredshet' },
    { id: 'business-perception', title: 'Samlet vurdering' },
  ],
};

const read = (text: string) => readSurvey(new TextEncoder().encode(text), FILE);
const readBytes = (bytes: Uint8Array) => readSurvey(bytes, FILE);
const message = async (text: string) => (await refusal(() => read(text))).message;

describe('readSurvey', () => {
  it('reads semicolons with decimal commas', () => {
    expect(figures(read('indicator;year;value\nbusiness-satisfaction;2024;63,5\n'))).toEqual({
      'value|business-satisfaction@2024': 63.5,
    });
  });

  it('reads commas with decimal points', () => {
    expect(figures(read('indicator,year,value\nbusiness-satisfaction,2024,63.5\n'))).toEqual({
      'value|business-satisfaction@2024': 63.5,
    });
  });

  it('reads a quoted decimal comma between commas', () => {
    expect(figures(read('indicator,year,value\nbusiness-satisfaction,2024,"63,5"\n'))).toEqual({
      'value|business-satisfaction@2024': 63.5,
    });
  });

  it('reads decimal points between semicolons', () => {
    expect(figures(read('indicator;year;value\nbusiness-satisfaction;2024;63.5'))).toEqual({
      'value|business-satisfaction@2024': 63.5,
    });
  });

  it.each([
    ['a byte order mark', '\uFEFFindicator;year;value\nbusiness-satisfaction;2024;63,5\n'],
    ['Windows line ends', 'indicator;year;value\r\nbusiness-satisfaction;2024;63,5\r\n'],
    ['old Macintosh line ends', 'indicator;year;value\rbusiness-satisfaction;2024;63,5\r'],
    ['spaces and capitals in the column names', ' Indicator ; YEAR;Value \nbusiness-satisfaction;2024;63,5\n'],
    ['a line end within a quoted column name', 'indicator;year;"value\n"\nbusiness-satisfaction;2024;63,5\n'],
    ['spaces around the fields', 'indicator;year;value\n business-satisfaction ; 2024 ; 63,5 \n'],
    ['columns in another order', 'value;indicator;year\n63,5;business-satisfaction;2024\n'],
    ['blank lines', '\nindicator;year;value\n\nbusiness-satisfaction;2024;63,5\n\n'],
    ['lines of separators only', 'indicator;year;value\nbusiness-satisfaction;2024;63,5\n;;\n;;\n'],
  ])('reads the same figures with %s', (_what, text) => {
    expect(figures(read(text))).toEqual({ 'value|business-satisfaction@2024': 63.5 });
  });

  it('takes no upper bound for granted', () => {
    expect(figures(read('indicator;year;value\nbusiness-satisfaction;2024;640\n'))).toEqual({
      'value|business-satisfaction@2024': 640,
    });
  });

  it('gives the number of respondents a series of its own', () => {
    expect(figures(read('indicator;year;value;respondents\nbusiness-satisfaction;2024;63,5;214\n'))).toEqual({
      'value|business-satisfaction@2024': 63.5,
      'respondents|business-satisfaction@2024': 214,
    });
  });

  it('leaves a blank number of respondents absent', () => {
    const text =
      'indicator;year;value;respondents\nbusiness-satisfaction;2023;61;\nbusiness-satisfaction;2024;63,5;214\n';
    expect(figures(read(text))).not.toHaveProperty(['respondents|business-satisfaction@2023']);
  });

  it('describes contents with units, and respondents only when the file has them', () => {
    const contents = (text: string) =>
      read(text).dimensions[0]!.categories.map(({ code, label, unit }) => [code, label, unit]);
    expect(contents('indicator;year;value\nbusiness-satisfaction;2024;63,5\n')).toEqual([['value', 'Indeks', 'poeng']]);
    expect(contents('indicator;year;value;respondents\nbusiness-satisfaction;2024;63,5;7\n')).toEqual([
      ['value', 'Indeks', 'poeng'],
      ['respondents', 'Svar', 'antall'],
    ]);
  });

  it('labels indicators with their titles, in the order of the settings', () => {
    const cube = read('indicator;year;value\nbusiness-perception;2024;60\nbusiness-satisfaction;2024;63,5\n');
    expect(cube.dimensions[1]).toMatchObject({ code: 'indicator', role: 'classification' });
    expect(cube.dimensions[1]!.categories.map(({ code, label }) => [code, label])).toEqual([
      ['business-satisfaction', 'Tilfredshet'],
      ['business-perception', 'Samlet vurdering'],
    ]);
  });

  it('promises only the indicators it holds', () => {
    const cube = read('indicator;year;value\nbusiness-perception;2024;60\n');
    expect(cube.dimensions[1]!.categories.map(({ code }) => code)).toEqual(['business-perception']);
  });

  it('sorts years whatever the order of the lines', () => {
    const cube = read('indicator;year;value\nbusiness-perception;2025;60\nbusiness-perception;2023;58\n');
    expect(cube.periods.map(({ code }) => code)).toEqual(['2023', '2025']);
    expect(cube.time.categories.map(({ code }) => code)).toEqual(['2023', '2025']);
    expect([...cube.values]).toEqual([58, 60]);
  });

  it('marks a year without a line as absent and the others as normal', () => {
    const cube = read(
      'indicator;year;value\nbusiness-satisfaction;2023;61\nbusiness-satisfaction;2024;63\nbusiness-perception;2024;60\n',
    );
    const normal = OBS_STATUSES.indexOf('A');
    expect(cube.seriesKeys).toEqual(['value|business-satisfaction', 'value|business-perception']);
    expect([...cube.obsStatuses]).toEqual([normal, normal, ABSENT, normal]);
    expect([...cube.values]).toEqual([61, 63, NaN, 60]);
  });

  it('points each series to its categories', () => {
    const cube = read(
      'indicator;year;value;respondents\nbusiness-perception;2024;60;9\nbusiness-satisfaction;2024;63;9\n',
    );
    expect(cube.seriesKeys).toEqual([
      'value|business-satisfaction',
      'value|business-perception',
      'respondents|business-satisfaction',
      'respondents|business-perception',
    ]);
    expect([...cube.seriesCategories]).toEqual([0, 0, 0, 1, 1, 0, 1, 1]);
  });

  it('names the survey and the file as its source', () => {
    expect(read('indicator;year;value\nbusiness-satisfaction;2024;63\n').source).toBe(
      'Næringslivsundersøkelsen (fil «svar.csv»)',
    );
  });
});

describe('readSurvey, given a bad file', () => {
  it('names the line, the value found and what is allowed for text in a number', async () => {
    expect(await message('indicator;year;value\nbusiness-satisfaction;2024;ukjent\n')).toContain(
      'Line 2: the value «ukjent» is not a number; write digits with a decimal comma or point, such as 63,5 or 63.5.',
    );
  });

  it.each(['1e3', 'NaN', 'Infinity', '63,5 %', '63,', '9'.repeat(309)])('refuses %s as a value', async (value) => {
    expect(await message(`indicator;year;value\nbusiness-satisfaction;2024;${value}\n`)).toContain('is not a number');
  });

  it.each(['1 234', '1 234,5', '1\u00A0234', "1'234", '1.234,5', '1,234.5', '1.234.567'])(
    'refuses the thousands separator in %s',
    async (value) => {
      expect(await message(`indicator;year;value\nbusiness-satisfaction;2024;${value}\n`)).toContain(
        `Line 2: the value «${value}» has a thousands separator; write the digits together, such as 1234,5.`,
      );
    },
  );

  it('refuses a negative value', async () => {
    expect(await message('indicator;year;value\nbusiness-satisfaction;2024;-3\n')).toContain(
      'Line 2: the value «-3» is negative; an index is 0 or more.',
    );
  });

  it('refuses a blank value and says to leave the line out', async () => {
    expect(await message('indicator;year;value\nbusiness-satisfaction;2024;\n')).toContain(
      'Line 2: the value is blank; leave the whole line out when there is no figure.',
    );
  });

  it('refuses a year given twice for an indicator, with both lines', async () => {
    const text =
      'indicator;year;value\nbusiness-satisfaction;2024;63\nbusiness-perception;2024;60\nbusiness-satisfaction;2024;63\n';
    expect(await message(text)).toContain(
      'Line 4: repeats «business-satisfaction» for 2024, given on line 2; keep one of them.',
    );
  });

  it('refuses an unknown indicator, with the nearest and every allowed one', async () => {
    expect(await message('indicator;year;value\nbusiness-satisfacton;2024;63\n')).toContain(
      'Line 2: the indicator «business-satisfacton» is not one the survey measures; the nearest is ' +
        '«business-satisfaction». Allowed are «business-satisfaction», «business-perception».',
    );
  });

  it('refuses every indicator when the settings name none', async () => {
    const bytes = new TextEncoder().encode('indicator;year;value\njob-growth;2024;1\n');
    const error = await refusal(() => readSurvey(bytes, { ...FILE, indicators: [] }));
    expect(error.message).toContain('The settings name no indicator that it measures.');
  });

  it.each(['24', '1899', '2201', '2024.0', 'i fjor', '2024K1'])('refuses %s as a year', async (year) => {
    expect(await message(`indicator;year;value\nbusiness-satisfaction;${year};63\n`)).toContain(
      `Line 2: the year «${year}» is not a year; write four digits from 1900 to 2200, such as 2025.`,
    );
  });

  it.each(['1900', '2200'])('accepts %s as a year', (year) => {
    expect(read(`indicator;year;value\nbusiness-satisfaction;${year};63\n`).periods[0]!.code).toBe(year);
  });

  it.each(['12,5', '1.234', '1 234', '-4', 'mange'])('refuses %s as a number of respondents', async (respondents) => {
    const text = `indicator;year;value;respondents\nbusiness-satisfaction;2024;63;${respondents}\n`;
    expect(await message(text)).toContain(`Line 2: the number of respondents, «${respondents}», is not a whole number`);
  });

  it('lists every problem of the file at once, in its order', async () => {
    const error = await refusal(() =>
      read('indicator;year;value\nbusiness-satisfaction;24;x\njob-growth;2024;63\nbusiness-perception;2024;60\n'),
    );
    const lines = error.message.split('\n');
    expect(lines[0]).toBe('The file «svar.csv» is refused for 3 problems, and nothing of it was taken in:');
    expect(lines.slice(1).map((line) => line.slice(0, 24))).toEqual([
      '- Line 2: the year «24» ',
      '- Line 2: the value «x» ',
      '- Line 3: the indicator ',
    ]);
    expect(error.context).toEqual({ file: 'svar.csv', problems: 3 });
  });

  it('counts the problems it has no room to list', async () => {
    const lines = Array.from({ length: 130 }, (_, index) => `business-perception;${2000 + index};x`);
    const error = await message(['indicator;year;value', ...lines].join('\n'));
    expect(error.split('\n')).toHaveLength(102);
    expect(error).toContain('- and 30 more of the same file.');
  });

  it('counts blank lines when it names a line', async () => {
    expect(await message('\r\nindicator;year;value\r\n\r\n;;\r\nbusiness-satisfaction;2024;x\r\n')).toContain(
      'Line 5: ',
    );
  });

  it('says what to do, and that nothing is lost', async () => {
    const error = await refusal(() => read('indicator;year;value\nbusiness-satisfaction;2024;x\n'));
    expect(error.hint).toBe('Correct the file and import it again; the figures already stored are untouched.');
  });

  it('refuses an unknown column, with the nearest known one', async () => {
    expect(await message('indicater;year;value\nbusiness-satisfaction;2024;63\n')).toContain(
      'Line 1: the column «indicater» is unknown; the nearest known one is «indicator».',
    );
  });

  it.each([
    ['between others', 'indicator;;year;value\nbusiness-satisfaction;x;2024;63\n', 2],
    ['that is filled in', 'indicator;year;value;\nbusiness-satisfaction;2024;63;9\n', 4],
  ])('refuses a column without a name %s', async (_what, text, column) => {
    expect(await message(text)).toContain(`Line 1: column ${column} has no name.`);
  });

  it('refuses a column that comes twice', async () => {
    expect(await message('indicator;year;value;Value\nbusiness-satisfaction;2024;63;64\n')).toContain(
      'Line 1: the column «value» stands there twice; keep one.',
    );
  });

  it('refuses a missing column', async () => {
    expect(await message('indicator;value\nbusiness-satisfaction;63\n')).toContain(
      'Line 1: the column «year» is missing.',
    );
  });

  it.each([
    ['bars', 'indicator|year|value\nbusiness-satisfaction|2024|63,5\n', 'separated by vertical bars («|»)'],
    ['spaces', 'indicator year value\nbusiness-satisfaction 2024 63,5\n', '«indicator year value», is one column only'],
  ])('names the wrong separator: %s', async (_what, text, expected) => {
    expect(await message(text)).toContain(expected);
    expect(await message(text)).toContain('The columns must be separated by semicolons, commas or tabs.');
  });

  it('explains an unquoted decimal comma between commas', async () => {
    expect(await message('indicator,year,value\nbusiness-satisfaction,2024,63,5\n')).toContain(
      'Line 2: has 4 fields where the first line has 3; use the same separator on every line, and where that is a ' +
        'comma, put a decimal comma in quotes ("63,5").',
    );
  });

  it('explains a line with another separator than the first', async () => {
    expect(await message('indicator;year;value\nbusiness-satisfaction,2024,63.5\n')).toContain(
      'Line 2: has 1 field where the first line has 3',
    );
  });

  it.each([
    ['no bytes', ''],
    ['a byte order mark only', '\uFEFF'],
    ['blank lines only', '\r\n \r\n'],
  ])('calls a file of %s empty', async (_what, text) => {
    expect(await message(text)).toBe('The file «svar.csv» is refused: it is empty.');
  });

  it('refuses a file with column names only', async () => {
    expect(await message('indicator;year;value\n')).toContain('it has a first line with column names and no rows.');
  });

  it('names the line that is in no known character set', async () => {
    const bytes = Buffer.from('indicator;year;value\nbusiness-satisfaction;2024;63\x81\n', 'latin1');
    const error = await refusal(() => readBytes(bytes));
    expect(error.message).toContain('neither in UTF-8, UTF-16 nor Windows-1252 (first on line 2)');
    expect(error.hint).toContain('Save it as «CSV UTF-8');
  });

  it('names a workbook', async () => {
    const error = await refusal(() => readBytes(Buffer.from('PK\x03\x04 and so on', 'latin1')));
    expect(error.message).toContain('it is a workbook (or a zip archive), not CSV.');
  });

  it('refuses bytes that are no text', async () => {
    expect(await message('indicator;year;value\0\n')).toContain('it is not text');
  });

  it.each([
    [
      'never closed',
      'indicator;year;value\n"business-satisfaction;2024;63\n',
      'a quotation mark after line 1 is not closed',
    ],
    [
      'inside a field',
      'indicator;year;value\nbusi"ness;2024;63\n',
      'a quotation mark after line 1 is not closed, or stands',
    ],
  ])('refuses a quotation mark %s', async (_what, text, expected) => {
    expect(await message(text)).toContain(expected);
  });
});

describe('the made-up survey', () => {
  const bytes = readFileSync(new URL('../fixtures/samples/oppdiktet-naeringslivsundersokelse.csv', import.meta.url));

  it('is what the script beside it makes', () => {
    expect(bytes.toString('utf8')).toBe(sampleSurvey());
  });

  it('holds two indicators with respondents for 2022 to 2025', () => {
    const cube = readBytes(bytes);
    expect(cube.periods.map(({ code }) => code)).toEqual(['2022', '2023', '2024', '2025']);
    expect(cube.seriesKeys).toHaveLength(4);
    expect(Object.keys(figures(cube))).toHaveLength(16);
  });

  it('shows satisfaction rising and perception falling in the last year', () => {
    expect(figures(readBytes(bytes))).toMatchObject({
      'value|business-satisfaction@2024': 58.6,
      'value|business-satisfaction@2025': 60.1,
      'value|business-perception@2024': 63,
      'value|business-perception@2025': 62.7,
      'respondents|business-perception@2025': 226,
    });
  });
});
