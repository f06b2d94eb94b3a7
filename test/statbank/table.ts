/** A text in the two languages of the API. */
export interface Text {
  readonly no: string;
  readonly en: string;
}
export type Language = keyof Text;

/** A note; a mandatory one is not to be left out where figures are shown. */
export interface Note extends Text {
  readonly mandatory?: boolean;
}

/** A number with a symbol on it, such as `b` for a break or `p` for provisional. */
export interface MarkedNumber {
  readonly number: number;
  readonly symbol: string;
}

/** A figure, with a symbol on it or not, or the symbol that stands where there is none; '' is neither. */
export type Cell = number | MarkedNumber | string;

export interface Unit {
  readonly base: Text;
  readonly decimals: number;
}

/** What only categories of the contents variable have. */
export interface ContentsDetails {
  readonly unit: Unit;
  readonly measuringType: 'Stock' | 'Flow' | 'Average' | 'Other';
  readonly referencePeriod: Text;
  /** When its figures were last updated; with the table when left out. */
  readonly updatedAt?: string;
}

export interface Category {
  readonly code: string;
  readonly label: Text;
  readonly note?: Note;
  readonly contents?: ContentsDetails;
}

export type VariableRole = 'geo' | 'time' | 'metric' | 'classification';

export interface Variable {
  readonly code: string;
  readonly label: Text;
  readonly role: VariableRole;
  readonly categories: readonly Category[];
  /** May the variable be left out of a selection? */
  readonly elimination: boolean;
  /** The category that is its total; without one a left-out variable is summed. */
  readonly total?: string;
  readonly show: 'code' | 'value' | 'code_value';
  /** Ids of the code lists offered. */
  readonly codeLists: readonly string[];
  readonly notes?: readonly Note[];
  /** Klass or Vardok number in SSB's `describedby` link. */
  readonly urn?: string;
}

export interface CodeListValue {
  readonly code: string;
  readonly label: Text;
  /** Codes of the variable that are summed. */
  readonly members: readonly string[];
}

export interface CodeList {
  readonly id: string;
  readonly label: Text;
  readonly values: readonly CodeListValue[];
}

export type TimeUnit = 'Annual' | 'Quarterly' | 'Monthly' | 'Weekly' | 'Other';

export interface SubjectStep {
  readonly id: string;
  readonly label: Text;
}

/** One table of the stand-in. Never changed in place: a control makes a new one. */
export interface StatbankTable {
  readonly id: string;
  /** What is counted, e.g. `Sysselsatte per 4. kvartal`. */
  readonly contents: Text;
  readonly variables: readonly Variable[];
  readonly notes: readonly Note[];
  readonly updatedAt: string;
  readonly discontinued: boolean;
  readonly timeUnit: TimeUnit;
  /** One path through the subject tree: subject, group, statistic. */
  readonly path: readonly SubjectStep[];
  /** True as soon as a single figure is made up; it decides what stands as `source`. */
  readonly madeUp: boolean;
  /** Codes of code lists that this table no longer answers. */
  readonly withdrawnListCodes?: readonly string[];
  /** Code lists that a control has changed; the others are as they were at the start. */
  readonly changedCodeLists?: readonly CodeList[];
  /** The figure for one category code per variable, in the order of `variables`. */
  readonly cell: (codes: readonly string[]) => Cell;
}

export const SOURCE_PUBLISHED: Text = { no: 'Statistisk sentralbyrå', en: 'Statistics Norway' };
export const SOURCE_MADE_UP: Text = {
  no: 'Oppdiktede tall i SSBs form (ikke Statistisk sentralbyrå)',
  en: "Made-up figures in the shape of SSB's (not Statistics Norway)",
};

/** What a table says as its source. */
export function sourceOf(table: StatbankTable): Text {
  return table.madeUp ? SOURCE_MADE_UP : SOURCE_PUBLISHED;
}

/** The time variable; every table has one. */
export function timeVariable(table: StatbankTable): Variable {
  const variable = table.variables.find(({ role }) => role === 'time');
  if (variable === undefined) throw new Error(`Table ${table.id} has no time variable.`);
  return variable;
}

/** First and last period code. */
export function periodRange(table: StatbankTable): { readonly first: string; readonly last: string } {
  const codes = timeVariable(table).categories.map(({ code }) => code);
  return { first: codes[0] ?? '', last: codes.at(-1) ?? '' };
}

/** The variable with this code in any letter case; `TIME` is another name of the time variable. */
export function findVariable(table: StatbankTable, code: string): Variable | undefined {
  const wanted = code.toLowerCase();
  if (wanted === 'time') return timeVariable(table);
  return table.variables.find((variable) => variable.code.toLowerCase() === wanted);
}

/** What stands in `value`. */
export function numberOf(cell: Cell): number | null {
  if (typeof cell === 'number') return cell;
  return typeof cell === 'string' ? null : cell.number;
}

/** What stands in `status`; '' where nothing does. */
export function symbolOf(cell: Cell): string {
  if (typeof cell === 'number') return '';
  return typeof cell === 'string' ? cell : cell.symbol;
}

/** What the server writes for a sum of cells with different symbols, and on a sum of numbers with different ones. */
const DIFFERENT_SYMBOLS = '.......';
const DIFFERENT_NOTES = '*';

/**
 * Several cells taken together, as the server does it: one part with a symbol withholds the sum with that symbol, parts with
 * two different ones give the sum symbol, and nil (`-`) counts as zero. A symbol on a number stands on the sum, `*` where
 * there are several.
 */
export function sumCells(cells: readonly Cell[]): Cell {
  const counted = cells.filter((cell) => cell !== '-');
  const symbols = [...new Set(counted.filter((cell) => typeof cell === 'string'))];
  if (symbols.length > 1) return DIFFERENT_SYMBOLS;
  if (symbols[0] !== undefined) return symbols[0];
  const number = counted.reduce<number>((sum, cell) => sum + (numberOf(cell) ?? 0), 0);
  const notes = [...new Set(counted.map(symbolOf).filter((one) => one !== ''))];
  const [note] = notes;
  if (note === undefined) return number;
  return { number, symbol: notes.length === 1 ? note : DIFFERENT_NOTES };
}
