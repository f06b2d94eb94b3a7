import { readSheet, SheetNotFoundError } from 'read-excel-file/universal';
import type { Cube, Dimension } from '../model/data/cube.ts';
import { byNearness } from '../platform/nearest-word.ts';
import { buildCube, category, type ImportedCell } from './build-cube.ts';
import { createSpelling } from './category-name.ts';
import { columnTitle, findEmissionHeader } from './emission-columns.ts';
import type { SheetRow } from './emission-columns.ts';
import { readEmissionRows } from './emission-rows.ts';
import type { EmissionRows } from './emission-rows.ts';
import { zerosLeftOut } from './fill-rows.ts';
import { quoted } from '../words/list.ts';
import { createRefuser, type Refuser } from './refusal.ts';
import type { Language } from '../model/language.ts';
import { checkWorkbookArchive } from './workbook-archive.ts';

const SHEET = 'Oversikt - detaljert';
const CONTENTS = 'Utslipp';

/** Names of categories by dimension: `Sektor`, `Utslippskilde`, `Klimagass`. */
export type CategoryNames = Readonly<Record<string, readonly string[]>>;

export interface MunicipalEmissionsFile {
  readonly fileName: string;
  /** What the emission accounts are called in texts. */
  readonly title: string;
  /** Of the refusals. */
  readonly language: Language;
  /** Today's codes of the municipalities to keep, the own one first: the file must have figures for that one. */
  readonly municipalities: readonly string[];
  /** Categories that the settings name. */
  readonly named: CategoryNames;
  /** Categories of the last file, which keep their spelling. */
  readonly known: CategoryNames;
}

/**
 * Reads Miljødirektoratet's workbook of municipal emissions: the sheet «Oversikt - detaljert», tonnes of CO₂
 * equivalents per municipality, year, sector, source and gas. Only rows of the municipalities asked for are kept, with
 * the zeros that the workbook leaves out (`zerosLeftOut`); what no municipality has in a year is absent. Categories
 * that differ in blanks, letter case or Unicode form alone are one, spelt as the settings do. Formulas count with the
 * result the workbook stores. Throws `file-refused` for a file that is not a sound workbook, for a missing sheet or
 * column, and for a list of every bad row.
 */
export async function readMunicipalEmissions(bytes: Uint8Array, file: MunicipalEmissionsFile): Promise<Cube> {
  const refuse = createRefuser(file.fileName, file.language);
  checkWorkbookArchive(bytes, refuse);
  const rows = await readRows(bytes, refuse);
  const problems: string[] = [];
  const header = findEmissionHeader(rows, refuse.texts, problems);
  if (header === null) throw refuse.content(problems);
  const read = readEmissionRows(rows, header, file.municipalities, refuse.texts, problems);
  if (problems.length === 0) problems.push(...missingOwn(read, file.municipalities, refuse));
  if (problems.length > 0) throw refuse.content(problems);
  const found = spelt(read, file);
  const all = [...found.cells, ...zerosLeftOut(found.cells, found.elsewhere, file.named.Utslippskilde ?? [])];
  return buildCube({
    title: file.title,
    source: `${file.title} (fil «${file.fileName}»)`,
    dimensions: dimensions(all, found.names),
    cells: all.map((cell) => ({ ...cell, codes: [CONTENTS, ...cell.codes] })),
  });
}

/** The cube of no file at all. */
export function noMunicipalEmissions(title: string): Cube {
  return buildCube({ title, source: title, dimensions: dimensions([], new Map()), cells: [] });
}

/** One spelling for each category, whichever rows came first. */
function spelt({ cells, elsewhere, names }: EmissionRows, { named, known }: MunicipalEmissionsFile): EmissionRows {
  const spell = ['Klimagass', null, 'Sektor', 'Utslippskilde'].map((dimension, index) => {
    if (dimension === null) return (code: string) => code;
    const namesIn = (rows: readonly ImportedCell[]) => [...new Set(rows.map(({ codes }) => codes[index] ?? ''))];
    const own = namesIn(cells).sort();
    return createSpelling([...(named[dimension] ?? []), ...(known[dimension] ?? []), ...own], namesIn(elsewhere));
  });
  const respell = (cell: ImportedCell) => ({ ...cell, codes: cell.codes.map((code, at) => spell[at]?.(code) ?? code) });
  return { cells: cells.map(respell), elsewhere: elsewhere.map(respell), names };
}

async function readRows(bytes: Uint8Array, refuse: Refuser): Promise<readonly SheetRow[]> {
  try {
    return await readSheet(new Uint8Array(bytes).buffer, SHEET);
  } catch (error) {
    if (error instanceof SheetNotFoundError) throw missingSheet(error, refuse);
    const { shape, remedy } = refuse.texts;
    const reason = error instanceof Error ? error.message : String(error);
    throw refuse.file(shape.unreadableSheet(SHEET, reason), remedy.saveNewXlsx, error);
  }
}

function missingSheet(error: Error, { texts, file }: Refuser) {
  const sheets = 'sheets' in error && Array.isArray(error.sheets) ? error.sheets.map(String) : [];
  const { nameSheet, importAgain } = texts.remedy;
  return file(
    texts.shape.noSheet(SHEET, quoted(byNearness(SHEET, sheets))),
    `${nameSheet(SHEET)} ${importAgain}`,
    error,
  );
}

/** A peer without rows is a gap, reported later; without the own municipality the file is the wrong one. */
function missingOwn({ names }: EmissionRows, [own]: readonly string[], { texts }: Refuser): readonly string[] {
  return own === undefined || names.has(own) ? [] : [texts.emissions.missingOwn(own)];
}

/** Sorted by code: the order of codes in a series key. */
function dimensions(cells: readonly ImportedCell[], names: EmissionRows['names']): readonly Dimension[] {
  const categories = (index: number) => [...new Set(cells.map(({ codes }) => codes[index] ?? ''))];
  const emissions = { ...category(CONTENTS, columnTitle('emission')), unit: 'tonn CO2-ekvivalenter' };
  return [
    {
      code: 'ContentsCode',
      label: 'statistikkvariabel',
      labelEn: 'contents',
      role: 'metric',
      note: null,
      categories: [emissions],
    },
    classification('Klimagass', 'greenhouse gas', categories(0)),
    {
      code: 'Kommunenummer',
      label: 'Kommune',
      labelEn: 'municipality',
      role: 'geo',
      note: null,
      categories: [...names].map(([code, name]) => category(code, name)),
    },
    classification('Sektor', 'sector', categories(2)),
    classification('Utslippskilde', 'emission source', categories(3)),
  ];
}

function classification(code: string, labelEn: string, categories: readonly string[]): Dimension {
  return {
    code,
    label: code,
    labelEn,
    role: 'classification',
    note: null,
    categories: categories.map((name) => category(name)),
  };
}
