import { changedList, codeListOf } from '../code-lists.ts';
import type { ListChange } from '../code-lists.ts';
import type { Category, Cell, StatbankTable, Text, Variable } from '../table.ts';
import { numberOf, timeVariable } from '../table.ts';

/** A cell by its category codes, time left out; a variable that is not named stands at its total. */
export interface CellValue {
  readonly categories: Readonly<Record<string, string>>;
  readonly value: Cell;
}

function cellKey(table: StatbankTable, categories: Readonly<Record<string, string>>, period: string): string {
  const unknown = Object.keys(categories).find((code) => !table.variables.some((variable) => variable.code === code));
  if (unknown !== undefined) throw new Error(`Table ${table.id} has no variable ${unknown}.`);
  const codes = table.variables.map((variable) => {
    if (variable.role === 'time') return period;
    const code = categories[variable.code] ?? variable.total ?? onlyCode(variable);
    if (code === undefined)
      throw new Error(`Name a category of ${variable.code} in table ${table.id}: it has no total.`);
    return code;
  });
  return codes.join('|');
}

function onlyCode(variable: Variable): string | undefined {
  return variable.categories.length === 1 ? variable.categories[0]?.code : undefined;
}

function withCells(table: StatbankTable, period: string, values: readonly CellValue[]): StatbankTable {
  const changed = new Map(values.map(({ categories, value }) => [cellKey(table, categories, period), value]));
  return { ...table, madeUp: true, cell: (codes) => changed.get(codes.join('|')) ?? table.cell(codes) };
}

function withVariable(table: StatbankTable, code: string, change: (variable: Variable) => Variable): StatbankTable {
  if (!table.variables.some((variable) => variable.code === code))
    throw new Error(`Table ${table.id} has no variable ${code}.`);
  return {
    ...table,
    variables: table.variables.map((variable) => (variable.code === code ? change(variable) : variable)),
  };
}

/** The table with one more period; figures not given follow the table's own formula. */
export function withPeriod(table: StatbankTable, period: string, values: readonly CellValue[] = []): StatbankTable {
  const time = timeVariable(table);
  if (time.categories.some(({ code }) => code === period)) throw new Error(`Table ${table.id} already has ${period}.`);
  const category: Category = { code: period, label: { no: period, en: period } };
  const longer = withVariable(table, time.code, (variable) => ({
    ...variable,
    categories: [...variable.categories, category],
  }));
  return withCells(longer, period, values);
}

/** The table with one figure replaced; totals and sums of other cells stay as they are. */
export function withRevisedCell(
  table: StatbankTable,
  categories: Readonly<Record<string, string>>,
  period: string,
  value: Cell,
): StatbankTable {
  return withCells(table, period, [{ categories, value }]);
}

/** The table without one category, or without one code of a code list it offers. */
export function withoutCode(table: StatbankTable, variable: string, code: string): StatbankTable {
  const found = table.variables.find((candidate) => candidate.code === variable);
  const listed =
    found?.codeLists.some((id) => codeListOf(table, id)?.values.some((value) => value.code === code)) ?? false;
  if (listed && found?.categories.every((category) => category.code !== code)) {
    return { ...table, withdrawnListCodes: [...(table.withdrawnListCodes ?? []), code] };
  }
  return withVariable(table, variable, (held) => {
    if (!held.categories.some((category) => category.code === code))
      throw new Error(`${variable} of table ${table.id} has no code ${code}.`);
    return { ...held, categories: held.categories.filter((category) => category.code !== code) };
  });
}

/** The table with another unit for one contents category. */
export function withUnit(table: StatbankTable, contents: string, base: Text): StatbankTable {
  const metric = table.variables.find(({ role }) => role === 'metric');
  return withVariable(table, metric?.code ?? '', (variable) => ({
    ...variable,
    categories: variable.categories.map((category) => {
      if (category.code !== contents || category.contents === undefined) return category;
      return { ...category, contents: { ...category.contents, unit: { ...category.contents.unit, base } } };
    }),
  }));
}

/** The table with another label for one category, the same words in both languages. */
export function withLabel(table: StatbankTable, variable: string, code: string, label: string): StatbankTable {
  return withVariable(table, variable, (held) => {
    if (!held.categories.some((category) => category.code === code))
      throw new Error(`${variable} of table ${table.id} has no code ${code}.`);
    const relabelled = (category: Category): Category => ({ ...category, label: { no: label, en: label } });
    return {
      ...held,
      categories: held.categories.map((category) => (category.code === code ? relabelled(category) : category)),
    };
  });
}

/** The table with one code of a list that it offers changed; a table that does not offer the list as it is. */
export function withChangedList(table: StatbankTable, id: string, code: string, change: ListChange): StatbankTable {
  const list = table.variables.some(({ codeLists }) => codeLists.includes(id)) ? codeListOf(table, id) : undefined;
  if (list === undefined) return table;
  const others = (table.changedCodeLists ?? []).filter((changed) => changed.id !== id);
  return { ...table, changedCodeLists: [...others, changedList(list, code, change)] };
}

/** The table with a symbol on every number of a period; what has no number keeps its own symbol. */
export function withMarkedPeriod(table: StatbankTable, period: string, symbol: string): StatbankTable {
  const position = table.variables.indexOf(timeVariable(table));
  if (!timeVariable(table).categories.some(({ code }) => code === period))
    throw new Error(`Table ${table.id} has no period ${period}.`);
  const cell: StatbankTable['cell'] = (codes) => {
    const held = table.cell(codes);
    const number = codes[position] === period ? numberOf(held) : null;
    return number === null ? held : { number, symbol };
  };
  return { ...table, madeUp: true, cell };
}

/** The table closed, and its successor under another number. */
export function replacedBy(
  table: StatbankTable,
  newId: string,
): readonly [closed: StatbankTable, successor: StatbankTable] {
  return [
    { ...table, discontinued: true },
    { ...table, id: newId, discontinued: false, madeUp: true },
  ];
}

/** The code of the period after the table's last: year, quarter, month or interval of the same length. */
export function nextPeriod(table: StatbankTable): string {
  const last = timeVariable(table).categories.at(-1)?.code ?? '';
  const [, year = '', letter, sub = '0', until] = /^(\d{4})(?:([A-Z])(\d+)|-(\d{4}))?$/.exec(last) ?? [];
  if (until !== undefined) return `${until}-${Number(until) * 2 - Number(year)}`;
  if (letter === undefined) return String(Number(year) + 1);
  const perYear = letter === 'M' ? 12 : 4;
  const next = Number(sub) % perYear;
  return `${next === 0 ? Number(year) + 1 : year}${letter}${String(next + 1).padStart(sub.length, '0')}`;
}
