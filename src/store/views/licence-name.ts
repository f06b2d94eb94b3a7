import { NAMES_OF_ADDRESSES } from '../../model/data/licence.ts';

/** The licence in a column by its name, also where the source gave the address of its page. In SQL. */
export function licenceName(column: string): string {
  const names = Object.entries(NAMES_OF_ADDRESSES).map(([address, name]) => `\n\t\tWHEN '${address}' THEN '${name}'`);
  return `CASE ${column}${names.join('')}\n\t\tELSE ${column}\n\tEND AS licence`;
}
