import writeExcelFile from 'write-excel-file/node';
import type { Cell, SheetData } from 'write-excel-file/node';

export const HEADER = [
  'Fylke',
  'Kommunenummer',
  'Kommune',
  'År',
  'Sektor',
  'Utslippskilde',
  'Klimagass',
  'Utslipp (tonn CO2-ekvivalenter)',
];

type WorkbookOptions = NonNullable<Parameters<typeof writeExcelFile>[1]>;
type Overrides = Partial<Record<'code' | 'name' | 'year' | 'sector' | 'source' | 'gas' | 'tonnes', Cell>>;

/** A row of the sheet, sound unless overridden. */
export function emissionRow(overrides: Overrides = {}): Cell[] {
  const row = {
    code: '3301',
    name: 'Drammen',
    year: 2024,
    sector: 'Jordbruk',
    source: 'Husdyr',
    gas: 'CH4',
    tonnes: 100,
  };
  const { code, name, year, sector, source, gas, tonnes } = { ...row, ...overrides };
  return ['Buskerud', code, name, year, sector, source, gas, tonnes];
}

/** A workbook of the sheets given. */
export async function workbook(sheets: Record<string, SheetData>, options: WorkbookOptions = {}): Promise<Buffer> {
  const written = Object.entries(sheets).map(([sheet, data]) => ({ sheet, data }));
  return writeExcelFile(written, options).toBuffer();
}

/** A workbook with the header and these rows on the sheet that is read. */
export async function emissionsWorkbook(...rows: Cell[][]): Promise<Buffer> {
  return workbook({ 'Oversikt - detaljert': [HEADER, ...rows] });
}

/** As `emissionsWorkbook`, with the XML of the sheet changed before it is packed. */
export async function alteredWorkbook(rows: Cell[][], alter: (xml: string) => string): Promise<Buffer> {
  const files = { transform: { 'xl/worksheets/sheet{id}.xml': { transform: alter } } };
  return workbook({ 'Oversikt - detaljert': [HEADER, ...rows] }, { features: [{ files }] });
}
