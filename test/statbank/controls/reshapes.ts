import {
  numberOf,
  timeVariable,
  type Cell,
  type Note,
  type StatbankTable,
  type Text,
  type Variable,
} from '../table.ts';

/** Where a note stands: on the whole table, on a variable, or on one of its categories. */
export interface NotePlace {
  readonly variable?: string;
  readonly code?: string;
}

/** The table with one more note. */
export function withNote(table: StatbankTable, note: Note, { variable, code }: NotePlace = {}): StatbankTable {
  if (variable === undefined) return { ...table, notes: [...table.notes, note] };
  return changeVariable(table, variable, (held) =>
    code === undefined
      ? { ...held, notes: [...(held.notes ?? []), note] }
      : { ...held, categories: held.categories.map((one) => (one.code === code ? { ...one, note } : one)) },
  );
}

/** The table with another name of what it counts. */
export function withContents(table: StatbankTable, contents: Text): StatbankTable {
  return { ...table, contents };
}

/** The table with fewer or more decimals of one contents category, every figure of it rounded to them. */
export function withDecimals(table: StatbankTable, contents: string, decimals: number): StatbankTable {
  const metric = table.variables.find(({ role }) => role === 'metric');
  const position = metric === undefined ? -1 : table.variables.indexOf(metric);
  const changed = changeVariable(table, metric?.code ?? '', (held) => ({
    ...held,
    categories: held.categories.map((one) => {
      if (one.code !== contents || one.contents === undefined) return one;
      return { ...one, contents: { ...one.contents, unit: { ...one.contents.unit, decimals } } };
    }),
  }));
  const round = (value: number) => Number(value.toFixed(decimals));
  return {
    ...changed,
    madeUp: true,
    cell: (codes) => {
      const held = table.cell(codes);
      const value = codes[position] === contents ? numberOf(held) : null;
      if (value === null) return held;
      return typeof held === 'object' ? { ...held, number: round(value) } : round(value);
    },
  };
}

export interface Split {
  readonly variable: string;
  readonly code: string;
  readonly newCode: string;
  /** First period in which the new code has figures. */
  readonly from: string;
}

/** The table with a new code that takes half of another's figures from a period on, and no total moves. */
export function withSplitCode(table: StatbankTable, { variable, code, newCode, from }: Split): StatbankTable {
  const position = table.variables.findIndex((one) => one.code === variable);
  const time = table.variables.indexOf(timeVariable(table));
  const changed = changeVariable(table, variable, (held) => {
    const category = { code: newCode, label: { no: `Skilt ut fra ${code}`, en: `Taken out of ${code}` } };
    return { ...held, categories: [...held.categories, category] };
  });
  return {
    ...changed,
    madeUp: true,
    cell: (codes): Cell => {
      const own = codes[position];
      if (own !== code && own !== newCode) return table.cell(codes);
      if ((codes[time] ?? '') < from) return own === code ? table.cell(codes) : '.';
      const held = table.cell(codes.with(position, code));
      const value = numberOf(held);
      if (value === null) return held;
      const half = Math.floor(value / 2);
      return own === newCode ? half : value - half;
    },
  };
}

function changeVariable(table: StatbankTable, code: string, change: (variable: Variable) => Variable): StatbankTable {
  if (!table.variables.some((one) => one.code === code)) throw new Error(`Table ${table.id} has no variable ${code}.`);
  return { ...table, variables: table.variables.map((one) => (one.code === code ? change(one) : one)) };
}
