import type { Language, StatbankTable, Variable } from '../table.ts';
import { periodRange } from '../table.ts';

/** `etter region, næring (SN2007) og år`: the variables but the contents one. */
export function byVariables(variables: readonly Variable[], language: Language): string {
  const labels = variables.filter(({ role }) => role !== 'metric').map(({ label }) => label[language]);
  const last = labels.at(-1) ?? '';
  const rest = labels.slice(0, -1).join(', ');
  const [by, and] = language === 'no' ? ['etter', 'og'] : ['by', 'and'];
  return rest === '' ? `${by} ${last}` : `${by} ${rest} ${and} ${last}`;
}

/** The title in the catalogue: level marked (K) or (F), closed series marked, period range at the end. */
export function catalogueLabel(table: StatbankTable, language: Language): string {
  const { first, last } = periodRange(table);
  const variables = table.variables.filter(({ role }) => role !== 'time');
  const regions = table.variables.find(({ role }) => role === 'geo')?.categories ?? [];
  const longest = Math.max(0, ...regions.map(({ code }) => code.length));
  const level = longest === 4 ? ' (K)' : longest === 2 ? ' (F)' : '';
  const closed = table.discontinued ? (language === 'no' ? ' (avslutta serie)' : ' (closed series)') : '';
  return `${table.id}: ${table.contents[language]}, ${byVariables(variables, language)}${level}${closed} ${first}-${last}`;
}

/** The title of a data answer: what is counted, and by which of the variables that are left. */
export function titleOf(table: StatbankTable, variables: readonly Variable[], language: Language): string {
  return `${table.id}: ${table.contents[language]}, ${byVariables(variables, language)}`;
}
