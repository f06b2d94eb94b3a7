import { readSheet, SheetNotFoundError } from 'read-excel-file/universal';
import type { SheetCell, SheetRow } from './emission-columns.ts';
import { columnTitle } from './emission-columns.ts';
import { municipalityCode, yearCode } from './emission-rows.ts';
import { nameKey } from './category-name.ts';

const SHEET = 'Oversikt - sektorfordelt';
/** A title, a note and a date may stand above the table. */
const ROWS_SEARCHED = 20;

/** What a workbook itself gives as the total of a sector in a year, in tonnes. */
export interface SectorTotal {
  readonly sector: string;
  readonly year: string;
  readonly tonnes: number;
}

/**
 * The totals that a workbook gives beside its details, of one municipality: the sheet «Oversikt - sektorfordelt», with a
 * row a sector or a column a sector, since neither layout is documented. Several rows of a sector and year make one total.
 * None where the sheet is missing or laid out in another way: the details stand without
 * it. `sectors` are the names to look for.
 */
export async function readSectorTotals(
  bytes: Uint8Array,
  municipality: string,
  sectors: readonly string[],
): Promise<readonly SectorTotal[]> {
  const rows = await readRows(bytes);
  const header = rows.slice(0, ROWS_SEARCHED).findIndex((row) => columnOf(row, 'municipality') !== -1);
  const heading = rows[header];
  if (heading === undefined || columnOf(heading, 'year') === -1) return [];
  const own = rows.slice(header + 1).flatMap((row) => {
    const year = yearCode(row[columnOf(heading, 'year')] ?? null);
    const isOwn = municipalityCode(row[columnOf(heading, 'municipality')] ?? null) === municipality;
    return isOwn && year !== null ? [{ row, year }] : [];
  });
  const spelt = new Map(sectors.map((sector) => [nameKey(sector), sector]));
  const totals = new Map<string, SectorTotal>();
  for (const { row, year } of own) {
    for (const { sector, tonnes } of figuresOf(row, heading, spelt)) {
      const before = totals.get(`${sector}|${year}`)?.tonnes ?? 0;
      totals.set(`${sector}|${year}`, { sector, year, tonnes: before + tonnes });
    }
  }
  return [...totals.values()];
}

async function readRows(bytes: Uint8Array): Promise<readonly SheetRow[]> {
  try {
    return await readSheet(new Uint8Array(bytes).buffer, SHEET);
  } catch (error) {
    if (error instanceof SheetNotFoundError) return [];
    throw error;
  }
}

function figuresOf(
  row: SheetRow,
  heading: SheetRow,
  spelt: ReadonlyMap<string, string>,
): readonly Pick<SectorTotal, 'sector' | 'tonnes'>[] {
  const [named, figure] = [columnOf(heading, 'sector'), columnOf(heading, 'emission')];
  const cells: readonly (readonly [name: SheetCell, tonnes: SheetCell])[] =
    named !== -1 && figure !== -1
      ? [[row[named], row[figure]]]
      : heading.map((name, column) => [name, row[column]] as const);
  return cells.flatMap(([name, tonnes]) => {
    const sector = typeof name === 'string' ? spelt.get(nameKey(name)) : undefined;
    return sector === undefined || typeof tonnes !== 'number' ? [] : [{ sector, tonnes }];
  });
}

function columnOf(heading: SheetRow, column: Parameters<typeof columnTitle>[0]): number {
  return heading.findIndex((cell) => typeof cell === 'string' && nameKey(cell) === nameKey(columnTitle(column)));
}
