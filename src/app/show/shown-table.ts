/** A table for a person, with what holds of all its rows said once above it. */
export interface ShownTable {
  readonly title: string;
  /** What is the same in all rows, a line each. */
  readonly same: readonly string[];
  readonly heading: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The table without columns that are empty, or say the same in every row; `kept` stay whatever they say. */
export function withoutConstants(table: ShownTable, kept: readonly string[]): ShownTable {
  const { title, heading, rows } = table;
  const valuesOf = (column: number) => [...new Set(rows.map((row) => row[column] ?? ''))];
  const constants = heading.flatMap((name, column) => {
    const [value, ...others] = valuesOf(column);
    return value === undefined || others.length > 0 || kept.includes(name) ? [] : [{ name, column, value }];
  });
  const isLeft = (column: number) => !constants.some((one) => one.column === column);
  const said = constants.filter(({ value }) => value !== '').map(({ name, value }) => `${name}: ${value}`);
  return {
    title,
    same: [...table.same, ...said],
    heading: heading.filter((_, column) => isLeft(column)),
    rows: rows.map((row) => row.filter((_, column) => isLeft(column))),
  };
}
