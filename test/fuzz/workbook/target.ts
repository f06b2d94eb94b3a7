import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { ABSENT } from '../../../src/model/data/cube.ts';
import type { Cube } from '../../../src/model/data/cube.ts';
import { NO_ROW } from '../../../src/model/data/dataset.ts';
import { readMunicipalEmissions } from '../../../src/files/municipal-emissions.ts';
import { HOSTILE_TEXTS } from '../support/hostile.ts';
import { requireWorkbookJudged } from '../support/judge-files.ts';
import { BYTE_CHANGE_NAMES, BYTE_CHANGES, type ByteChangeName } from '../support/mutate-bytes.ts';
import { randomFrom } from '../support/random.ts';
import { requireCleanPrototypes, requireRefusal } from '../support/refusal.ts';
import type { FuzzTarget } from '../support/target.ts';
import { PART_CHANGE_NAMES, PART_CHANGES, type PartChangeName } from './change-parts.ts';
import { packZip } from './pack-zip.ts';
import { type SheetCell, SHEET_PART, storable, writeWorkbook } from './write-workbook.ts';

type Figures = Readonly<Record<string, number>>;

export interface WorkbookCase {
  readonly rows: readonly (readonly SheetCell[])[];
  readonly partChanges: readonly (readonly [change: PartChangeName, seed: number])[];
  readonly byteChanges: readonly (readonly [change: ByteChangeName, seed: number])[];
}

const SHEET = 'Oversikt - detaljert';
const HEADER = [
  'Kommunenummer',
  'Kommune',
  'År',
  'Sektor',
  'Utslippskilde',
  'Klimagass',
  'Utslipp (tonn CO2-ekvivalenter)',
];
const KEPT = ['3301', '3203', '0301'];
const FILE = {
  ...{ fileName: 'utslipp.xlsx', title: 'Klimagassutslipp', language: 'en' as const },
  ...{ municipalities: KEPT, named: {}, known: {} },
};

const text = (...texts: readonly string[]) =>
  fc.constantFrom(...texts).map((each): SheetCell => ({ kind: 'shared', text: each }));
const number = (numbers: fc.Arbitrary<number>) =>
  numbers.map((each): SheetCell => ({ kind: 'number', text: String(each) }));
const hostile = fc.constantFrom(...HOSTILE_TEXTS, '2024', '3301', '-0', '1e999', '0x10', '1,5');
const hostileCell: fc.Arbitrary<SheetCell> = fc.oneof(
  fc.constant<SheetCell>({ kind: 'empty' }),
  fc
    .constantFrom('1', '-1', '0.1', '1e308', '1e999', 'NaN', '', ' 7 ', '0x10')
    .map((each): SheetCell => ({ kind: 'number', text: each })),
  fc
    .tuple(fc.constantFrom('shared', 'inline', 'error', 'boolean', 'date'), hostile)
    .map(([kind, each]): SheetCell => ({ kind, text: each })),
  fc
    .record({
      text: hostile,
      formula: fc.constantFrom('1+1', 'WEBSERVICE("http://127.0.0.1:9/")', 'A1'),
      isText: fc.boolean(),
    })
    .map((each): SheetCell => ({ kind: 'formula', ...each })),
);
const row = fc.tuple(
  text(...KEPT, '4601'),
  text('Drammen', 'Asker'),
  number(fc.integer({ min: 2009, max: 2024 })),
  text('Jordbruk', 'Sjøfart'),
  text('Husdyr', 'Annet', 'constructor'),
  text('CO2', 'CH4'),
  number(fc.double({ min: 0, max: 1e6, noNaN: true })),
);
const seed = fc.nat({ max: 2 ** 31 - 1 });
const spoilt = fc
  .tuple(
    fc.uniqueArray(row, { minLength: 1, maxLength: 6, selector: (cells) => JSON.stringify(cells.slice(0, -1)) }),
    fc.array(fc.tuple(fc.nat(6), fc.nat(6), hostileCell), { maxLength: 1 }),
  )
  .map(([rows, cells]) => {
    const changed: SheetCell[][] = rows.map((each) => [...each]);
    for (const [at, column, cell] of cells) changed[at % changed.length]![column] = cell;
    return changed;
  });
const changes = <Name extends string>(names: readonly Name[], maxLength: number) =>
  fc.oneof(fc.constant([]), fc.array(fc.tuple(fc.constantFrom(...names), seed), { maxLength }));

/** Miljødirektoratet's workbook, with cells, parts, archive and bytes that are not as they should be. */
export function workbookTarget(): FuzzTarget<WorkbookCase> {
  return {
    cases: fc.record({
      rows: spoilt,
      partChanges: changes(PART_CHANGE_NAMES, 3),
      byteChanges: changes(BYTE_CHANGE_NAMES, 1),
    }),
    attempt: async (input) => {
      let cube: Cube;
      try {
        cube = await readMunicipalEmissions(bytesOf(input), FILE);
      } catch (error) {
        requireRefusal(error, ['file-refused']);
        return 'refused';
      } finally {
        requireCleanPrototypes();
      }
      // The checksums of the archive guard what is in it: bytes that were changed are found, or did not matter.
      if (input.partChanges.length === 0) assert.deepEqual(figuresOf(cube), figuresByHand(input.rows));
      else requireWritten(figuresOf(cube), input);
      for (const place of KEPT) requireWorkbookJudged(cube, place);
      return 'taken in';
    },
    show: (input) =>
      partsOf(input)
        .map(({ name, content }) => `${name}: ${content.toString('utf8').slice(0, 1500)}`)
        .join('\n'),
    finish: () => undefined,
  };
}

function partsOf({ rows, partChanges }: WorkbookCase) {
  const header = HEADER.map((each): SheetCell => ({ kind: 'shared', text: each }));
  const parts = [...writeWorkbook(SHEET, [header, ...rows])];
  for (const [change, seedOfChange] of partChanges)
    if (parts.length > 0) PART_CHANGES[change](parts, randomFrom(seedOfChange));
  return parts;
}

function bytesOf(input: WorkbookCase): Buffer {
  return input.byteChanges.reduce(
    (bytes: Buffer, [change, seedOfChange]) => BYTE_CHANGES[change](bytes, randomFrom(seedOfChange)),
    packZip(partsOf(input)),
  );
}

function figuresOf(cube: Cube): Figures {
  const cells = cube.seriesKeys.flatMap((key, series) =>
    cube.periods.map(({ code }, column) => {
      const at = series * cube.periods.length + column;
      return {
        name: `${key} ${code}`,
        value: cube.values[at]!,
        isThere: cube.obsStatuses[at] !== ABSENT && !isFilled(cube, at),
      };
    }),
  );
  return inOrder(cells.filter(({ isThere }) => isThere).map(({ name, value }) => [name, value]));
}

/** A 0 that stands in no row is not read off the sheet. */
function isFilled({ symbolTable, symbols }: Cube, cell: number): boolean {
  return symbolTable[symbols[cell]!] === NO_ROW;
}

/** What a person would read off the sheet: rows of the municipalities asked for, notes passed over. */
function figuresByHand(rows: WorkbookCase['rows']): Figures {
  const read = rows.filter(([, , year, sector, , , tonnes]) =>
    [year, sector, tonnes].some((cell) => shown(cell!) !== ''),
  );
  const kept = read.filter(([code]) => KEPT.includes(shown(code!).padStart(4, '0')));
  return inOrder(
    kept.map(([code, , year, sector, source, gas, tonnes]) => {
      const key = ['Utslipp', shown(gas!), shown(code!).padStart(4, '0'), shown(sector!), shown(source!)].join('|');
      return [`${key} ${shown(year!)}`, Number(shown(tonnes!))];
    }),
  );
}

function shown(cell: SheetCell): string {
  if (cell.kind === 'empty' || cell.kind === 'error') return '';
  return storable(cell.text).trim();
}

/** Every figure stands in the sheet as it was when it was read. */
function requireWritten(figures: Figures, input: WorkbookCase): void {
  const sheets = partsOf(input).filter(({ name }) => name === SHEET_PART);
  const written = new Set(
    sheets.flatMap(({ content }) =>
      [...content.toString('utf8').matchAll(/>([^<>]+)</g)].map(([, each]) => Number(each)),
    ),
  );
  for (const [name, value] of Object.entries(figures)) assert.ok(written.has(value), `${name} ${value} stands nowhere`);
}

function inOrder(figures: readonly (readonly [string, number])[]): Figures {
  return Object.fromEntries([...figures].sort(([a], [b]) => (a < b ? -1 : 1)));
}
