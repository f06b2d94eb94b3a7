import { PLACE_LISTS } from './places/code-lists.ts';
import type { CodeList, CodeListValue, StatbankTable } from './table.ts';
import { INDUSTRY_LIST } from './tables/pieces.ts';

const CODE_LISTS: readonly CodeList[] = [...PLACE_LISTS, INDUSTRY_LIST];

/** The list that a table answers through, by its exact id; ids are the one thing SSB matches with regard to case. */
export function codeListOf({ changedCodeLists = [] }: StatbankTable, id: string): CodeList | undefined {
  return [...changedCodeLists, ...CODE_LISTS].find((list) => list.id === id);
}

/** The list as it is told by its own address, which is the same for every table. */
export function listInForce(tables: readonly StatbankTable[], id: string): CodeList | undefined {
  return [...tables.flatMap(({ changedCodeLists = [] }) => changedCodeLists), ...CODE_LISTS].find(
    (list) => list.id === id,
  );
}

/** What a control changes of one code of a list. */
export interface ListChange {
  readonly label?: string;
  /** Codes that are summed; each table's own figures say what they come to. */
  readonly members?: readonly string[];
}

/** The list with another label or other members for one code, the same words in both languages. */
export function changedList(list: CodeList, code: string, { label, members }: ListChange): CodeList {
  if (!list.values.some((value) => value.code === code)) throw new Error(`Code list ${list.id} has no code ${code}.`);
  const change = (value: CodeListValue): CodeListValue => ({
    code,
    label: label === undefined ? value.label : { no: label, en: label },
    members: members ?? value.members,
  });
  return { ...list, values: list.values.map((value) => (value.code === code ? change(value) : value)) };
}
