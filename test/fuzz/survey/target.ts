import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { ABSENT } from '../../../src/model/data/cube.ts';
import type { Cube } from '../../../src/model/data/cube.ts';
import { readSurvey } from '../../../src/files/survey.ts';
import { HOSTILE_TEXTS } from '../support/hostile.ts';
import { requireSurveyJudged } from '../support/judge-files.ts';
import { BYTE_CHANGE_NAMES, BYTE_CHANGES, type ByteChangeName } from '../support/mutate-bytes.ts';
import { type Random, randomFrom } from '../support/random.ts';
import { requireCleanPrototypes, requireRefusal } from '../support/refusal.ts';
import type { FuzzTarget } from '../support/target.ts';
import { type HandRow, readCsvByHand } from './read-csv-by-hand.ts';

type LineChange = (lines: string[], random: Random) => unknown;

const COLUMNS = ['indicator', 'year', 'value', 'respondents'];
const INDICATORS = ['business-satisfaction', 'business-perception', 'constructor'];
const FILE = {
  fileName: 'svar.csv',
  title: 'Næringslivsundersøkelsen',
  language: 'en' as const,
  indicators: INDICATORS.map((id) => ({ id, title: id })),
};
const FIELDS: readonly string[] = [
  ...HOSTILE_TEXTS,
  ...INDICATORS,
  ...['2024', '2025', '1899', '2201', '02024', '2024.0', '٢٠٢٤', '２０２４'],
  ...['64,2', '64.2', '0', '-1', '1 234,5', '1.234,5', '1e3', '0x1F', 'Infinity', '9'.repeat(400), ',5', '5,'],
  ...['"64,2"', '"a\nb"', '"', '""', '"a""b"', "'64,2", '=1+1', '64,2;', '64,2 ', '\u00a064,2'],
];

const LINE_CHANGES = {
  'lose a line': (lines, random) => lines.splice(random.below(lines.length), 1),
  'say a line twice': (lines, random) => lines.splice(random.below(lines.length), 0, random.pick(lines)),
  'put in a blank line': (lines, random) => lines.splice(random.below(lines.length), 0, random.pick(['', ' ', ';;;'])),
  'change a field': (lines, random) => {
    const at = random.below(lines.length);
    const fields = (lines[at] ?? '').split(/[;,]/);
    fields[random.below(fields.length)] = random.pick(FIELDS);
    lines[at] = fields.join(';');
  },
  'add a column': (lines, random) => {
    const name = random.pick([...COLUMNS, ...HOSTILE_TEXTS]);
    lines.forEach((line, at) => (lines[at] = `${line};${at === 0 ? name : random.pick(FIELDS)}`));
  },
  'lose a column': (lines, random) => {
    const column = random.below(COLUMNS.length);
    lines.forEach((line, at) => (lines[at] = line.split(';').toSpliced(column, 1).join(';')));
  },
  'turn the columns round': (lines) => {
    lines.forEach((line, at) => (lines[at] = line.split(';').reverse().join(';')));
  },
  'use another separator': (lines, random) => {
    const separator = random.pick([',', '\t', '|', ';']);
    lines.forEach((line, at) => (lines[at] = line.replaceAll(';', separator)));
  },
  'quote every field': (lines) => {
    lines.forEach(
      (line, at) =>
        (lines[at] = line
          .split(';')
          .map((field) => `"${field}"`)
          .join(';')),
    );
  },
  'write in capitals': (lines) => void (lines[0] = (lines[0] ?? '').toUpperCase()),
  'add a thousand lines': (lines) => {
    for (let n = 0; n < 1000; n += 1) lines.push(`business-perception;${1900 + (n % 301)};${n},5;${n}`);
  },
} as const satisfies Readonly<Record<string, LineChange>>;

type LineChangeName = keyof typeof LINE_CHANGES;

export interface SurveyCase {
  readonly answers: readonly (readonly [indicator: number, year: number, value: number, respondents: number])[];
  readonly lineChanges: readonly (readonly [change: LineChangeName, seed: number])[];
  readonly byteChanges: readonly (readonly [change: ByteChangeName, seed: number])[];
  readonly lineEnd: string;
}

const seed = fc.nat({ max: 2 ** 31 - 1 });
const changes = <Name extends string>(names: readonly Name[], maxLength: number) =>
  fc.array(fc.tuple(fc.constantFrom(...names), seed), { maxLength });

/** The municipality's survey as somebody's spreadsheet might write it. */
export function surveyTarget(): FuzzTarget<SurveyCase> {
  return {
    cases: fc.record({
      answers: fc.array(fc.tuple(fc.nat(2), fc.integer({ min: 1990, max: 2030 }), fc.nat(1000), fc.nat(500)), {
        minLength: 1,
        maxLength: 8,
      }),
      lineChanges: changes(Object.keys(LINE_CHANGES) as LineChangeName[], 3),
      byteChanges: fc.oneof(fc.constant([]), changes(BYTE_CHANGE_NAMES, 2)),
      lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    }),
    attempt: (input) => {
      const bytes = bytesOf(input);
      let cube: Cube;
      try {
        cube = readSurvey(bytes, FILE);
      } catch (error) {
        requireRefusal(error, ['file-refused']);
        return 'refused';
      }
      requireCleanPrototypes();
      assert.deepEqual(figuresOf(cube), figuresByHand(readCsvByHand(bytes)));
      requireSurveyJudged(cube);
      return 'taken in';
    },
    show: (input) => bytesOf(input).toString('utf8').slice(0, 2000),
    finish: () => undefined,
  };
}

function bytesOf({ answers, lineChanges, byteChanges, lineEnd }: SurveyCase): Buffer {
  const rows = answers.map(([indicator, year, value, count]) => {
    return `${INDICATORS[indicator]!};${year};${String(value / 10).replace('.', ',')};${count}`;
  });
  const lines = [COLUMNS.join(';'), ...rows];
  for (const [change, seedOfChange] of lineChanges)
    if (lines.length > 0) LINE_CHANGES[change](lines, randomFrom(seedOfChange));
  return byteChanges.reduce(
    (bytes: Buffer, [change, seedOfChange]) => BYTE_CHANGES[change](bytes, randomFrom(seedOfChange)),
    Buffer.from(lines.join(lineEnd)),
  );
}

function figuresOf(cube: Cube): Readonly<Record<string, number>> {
  const cells = cube.seriesKeys.flatMap((key, series) =>
    cube.periods.map(({ code }, column) => {
      const at = series * cube.periods.length + column;
      return { name: `${key} ${code}`, value: cube.values[at]!, isThere: cube.obsStatuses[at] !== ABSENT };
    }),
  );
  return inOrder(cells.filter(({ isThere }) => isThere).map(({ name, value }) => [name, value]));
}

function figuresByHand(rows: readonly HandRow[]): Readonly<Record<string, number>> {
  return inOrder(
    rows.flatMap((row) => {
      const field = (name: string) => (row[name] ?? '').trim();
      const place = `${field('indicator').toLowerCase()} ${field('year')}`;
      const value: [string, number] = [`value|${place}`, Number(field('value').replace(',', '.'))];
      const count: [string, number] = [`respondents|${place}`, Number(field('respondents'))];
      return field('respondents') === '' ? [value] : [value, count];
    }),
  );
}

function inOrder(figures: readonly (readonly [string, number])[]): Readonly<Record<string, number>> {
  return Object.fromEntries([...figures].sort(([a], [b]) => (a < b ? -1 : 1)));
}
