import { readSheet, SheetNotFoundError } from 'read-excel-file/universal';
import type { Cube, Dimension } from '../model/cube.ts';
import { byNearness } from '../platform/nearest-name.ts';
import { buildCube, category } from './build-cube.ts';
import { columnTitle, findEmissionHeader } from './emission-columns.ts';
import type { Row } from './emission-columns.ts';
import { readEmissionRows } from './emission-rows.ts';
import type { EmissionRows } from './emission-rows.ts';
import { IMPORT_AGAIN, refusedContent, refusedFile } from './refusal.ts';
import { checkWorkbookArchive } from './workbook-archive.ts';

const SHEET = 'Oversikt - detaljert';
const CONTENTS = 'Utslipp';

export interface MunicipalEmissionsFile {
  readonly fileName: string;
  /** What the emission accounts are called in texts. */
  readonly title: string;
  /** Today's codes of the municipalities to keep, the own one first: the file must have figures for that one. */
  readonly municipalities: readonly string[];
}

/**
 * Reads Miljødirektoratet's workbook of municipal emissions: the sheet «Oversikt - detaljert», tonnes of CO₂
 * equivalents per municipality, year, sector, source and gas. Only rows of the municipalities asked for are kept; a
 * year without a row is absent. Formulas count with the result the workbook stores. Throws `file-refused` for a file that
 * is no sound workbook, for a missing sheet or column, and for a list of every bad row.
 */
export async function readMunicipalEmissions(bytes: Uint8Array, file: MunicipalEmissionsFile): Promise<Cube> {
  checkWorkbookArchive(bytes, file.fileName);
  const rows = await readRows(bytes, file.fileName);
  const problems: string[] = [];
  const header = findEmissionHeader(rows, problems);
  if (header === null) throw refusedContent(file.fileName, problems);
  const found = readEmissionRows(rows, header, file.municipalities, problems);
  if (problems.length === 0) problems.push(...missingOwn(found, file.municipalities));
  if (problems.length > 0) throw refusedContent(file.fileName, problems);
  return buildCube({
    title: file.title,
    source: `${file.title} (fil «${file.fileName}»)`,
    dimensions: dimensions(found),
    cells: found.cells.map((cell) => ({ ...cell, codes: [CONTENTS, ...cell.codes] })),
  });
}

async function readRows(bytes: Uint8Array, fileName: string): Promise<readonly Row[]> {
  try {
    return await readSheet(new Uint8Array(bytes).buffer, SHEET);
  } catch (error) {
    if (error instanceof SheetNotFoundError) throw missingSheet(error, fileName);
    const sentence = `the sheet «${SHEET}» cannot be read (${error instanceof Error ? error.message : String(error)}).`;
    throw refusedFile(fileName, sentence, 'Open it in Excel, save it as a new XLSX file and import that.', error);
  }
}

function missingSheet(error: Error, fileName: string) {
  const sheets = 'sheets' in error && Array.isArray(error.sheets) ? error.sheets.map(String) : [];
  const listed = byNearness(SHEET, sheets).map((name) => `«${name}»`);
  const sentence = `it has no sheet «${SHEET}»; the sheets it has are ${listed.join(', ')}, the most alike first.`;
  return refusedFile(fileName, sentence, `Name the sheet «${SHEET}», or import the right file. ${IMPORT_AGAIN}`, error);
}

/** A peer without rows is a gap to be told of later; without the own municipality the file is the wrong one. */
function missingOwn({ names }: EmissionRows, [own]: readonly string[]): readonly string[] {
  if (own === undefined || names.has(own)) return [];
  return [`The sheet has no row for municipality ${own}; today's code must stand in «Kommunenummer».`];
}

/** Sorted by code: the order of codes in a series key. */
function dimensions({ cells, names }: EmissionRows): readonly Dimension[] {
  const categories = (index: number) => [...new Set(cells.map(({ codes }) => codes[index] ?? ''))];
  const emissions = { ...category(CONTENTS, columnTitle('emission')), unit: 'tonn CO2-ekvivalenter' };
  return [
    { code: 'ContentsCode', label: 'statistikkvariabel', labelEn: 'contents', role: 'metric', categories: [emissions] },
    classification('Klimagass', 'greenhouse gas', categories(0)),
    {
      code: 'Kommunenummer',
      label: 'Kommune',
      labelEn: 'municipality',
      role: 'geo',
      categories: [...names].map(([code, name]) => category(code, name)),
    },
    classification('Sektor', 'sector', categories(2)),
    classification('Utslippskilde', 'emission source', categories(3)),
  ];
}

function classification(code: string, labelEn: string, categories: readonly string[]): Dimension {
  return { code, label: code, labelEn, role: 'classification', categories: categories.map((name) => category(name)) };
}
