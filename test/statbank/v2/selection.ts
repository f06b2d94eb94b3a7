import { codeListOf } from '../code-lists.ts';
import type { ContentsDetails, Note, StatbankTable, Text, Variable } from '../table.ts';
import { findVariable, timeVariable } from '../table.ts';
import { evaluate } from './expressions.ts';
import { missingSelection, nonExistentCodeListOnData, nonExistentVariable, tooManyCells } from './problems.ts';
import type { VariableSelection } from './query.ts';

/** A value of the reply: one category, or one code of a code list with the codes it sums. */
export interface SelectedValue {
  readonly code: string;
  readonly label: Text;
  readonly members: readonly string[];
  readonly note?: Note;
  readonly contents?: ContentsDetails;
}

/** A variable of the reply with its values. */
export interface SelectedDimension {
  readonly variable: Variable;
  readonly values: readonly SelectedValue[];
}

export const MAX_CELLS = 800_000;

/** The values a variable offers, through a code list where one is named. Refuses a list the table does not offer. */
export function offeredValues(table: StatbankTable, variable: Variable, codeListId?: string): readonly SelectedValue[] {
  if (codeListId === undefined)
    return variable.categories.map((category) => ({ ...category, members: [category.code] }));
  const list = variable.codeLists.includes(codeListId) ? codeListOf(table, codeListId) : undefined;
  if (list === undefined) throw nonExistentCodeListOnData();
  return list.values.filter(({ code }) => !(table.withdrawnListCodes ?? []).includes(code));
}

interface Asked {
  readonly variable: Variable;
  readonly offered: readonly SelectedValue[];
  readonly items: readonly string[];
}

/**
 * What a request selects, in SSB's order of checks: variables and code lists, mandatory ones present, expressions and
 * values, cells. A variable that ends up with no values is left out if it may be (SSB's silent total), else refused.
 */
export function resolveSelection(
  table: StatbankTable,
  selections: readonly VariableSelection[],
  takesTwice = false,
): readonly SelectedDimension[] {
  const asked = selections.map((selection): Asked => {
    const variable = findVariable(table, selection.variableCode);
    if (variable === undefined) throw nonExistentVariable();
    return { variable, offered: offeredValues(table, variable, selection.codeList), items: selection.valueCodes };
  });
  const isAsked = (variable: Variable): boolean =>
    asked.some((entry) => entry.variable === variable && entry.items.length > 0);
  if (table.variables.some((variable) => !variable.elimination && !isAsked(variable))) throw missingSelection();
  const dimensions = asked.map(({ variable, offered, items }) => ({
    variable,
    values: chosenValues(variable, offered, items, takesTwice),
  }));
  if (dimensions.some(({ variable, values }) => values.length === 0 && !variable.elimination)) throw missingSelection();
  const kept = table.variables.flatMap((variable) => dimensions.filter((dimension) => dimension.variable === variable));
  const selected = kept.filter(({ values }) => values.length > 0);
  if (selected.reduce((cells, { values }) => cells * values.length, 1) > MAX_CELLS) throw tooManyCells();
  return selected;
}

function chosenValues(
  variable: Variable,
  offered: readonly SelectedValue[],
  items: readonly string[],
  takesTwice: boolean,
): readonly SelectedValue[] {
  const codes = evaluate(
    items,
    offered.map(({ code }) => code),
    variable.role,
    takesTwice,
  );
  return codes.flatMap((code) => offered.find((one) => one.code === code) ?? []);
}

/**
 * What `/data` gives without a selection: all of the first classification, the first contents, the latest period when the
 * table has more than three variables and all periods otherwise; eliminable variables are left out. An approximation of
 * SSB's algorithm, which keeps at most two variables with more than one value.
 */
export function defaultSelection(table: StatbankTable): readonly VariableSelection[] {
  const time = timeVariable(table);
  const first = table.variables.find(({ role }) => role === 'geo' || role === 'classification');
  return table.variables.flatMap((variable): readonly VariableSelection[] => {
    const entry = (valueCodes: readonly string[]) => [{ variableCode: variable.code, valueCodes }];
    if (variable === time) return entry([table.variables.length > 3 ? 'top(1)' : '*']);
    if (variable === first) return entry(['*']);
    if (variable.elimination) return [];
    return entry([variable.total ?? variable.categories[0]?.code ?? '']);
  });
}
