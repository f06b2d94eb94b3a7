import type { Successor } from '../../model/data/source-description.ts';
import { parseTimePeriod, periodKey } from '../../model/time-period.ts';
import type { SsbClient } from '../ask/ssb-client.ts';
import type { TableSummary } from './table-metadata.ts';
import { bareLabel, saysClosed, titleWords, wordsOf } from './table-title.ts';

/** What is known of a table that another may continue. */
export interface OwnTable {
  readonly id: string;
  /** As the source writes it, number and variables included, or as the dataset is called. */
  readonly label: string;
  /** Labels of its variables; none where they are not known. */
  readonly variables: readonly string[];
  /** Code of its newest period. */
  readonly lastPeriod: string | null;
}

/** `twin`: a table beside a living one, later than it; `heir`: one that continues a table that has ended. */
export type Kinship = 'twin' | 'heir';

/** More than one search finds, so that one request answers. */
const ALL_IN_ONE_PAGE = 1000;
const NEW_INDUSTRIES = 'SN2025';

/**
 * The live table that seems to continue one that has ended, or `null`: searched by the words of its title, and an heir,
 * where they find none, by the words of its variables and `SN2025`. One request or two. Throws what the client throws.
 */
export async function findSuccessor(client: SsbClient, own: OwnTable, kinship: Kinship): Promise<Successor | null> {
  const title = titleWords(own.label);
  const byTitle = title.length === 0 ? [] : await search(client, title);
  const found = chooseSuccessor(byTitle, own, kinship);
  const variables = own.variables.flatMap((label) => wordsOf(bareLabel(label)));
  if (found !== null || kinship === 'twin' || variables.length === 0) return found;
  const byVariables = await search(client, [...new Set(variables), NEW_INDUSTRIES]);
  const related = byVariables.filter(({ label }) => titleWords(label).some((word) => title.includes(word)));
  return pick(related, own, (table) => goesOn(table, own) && hasSameVariables(table, own));
}

/** Tables with the words of any of some titles, with one request. Throws what the client throws. */
export async function searchForTwins(client: SsbClient, owns: readonly OwnTable[]): Promise<readonly TableSummary[]> {
  const titles = [...new Set(owns.map(({ label }) => titleWords(label).join(' AND ')))].filter((words) => words !== '');
  if (titles.length === 0) return [];
  const query = titles.map((words) => `(${words})`).join(' OR ');
  return client.tables({ query, lang: 'no', pageSize: ALL_IN_ONE_PAGE });
}

function search(client: SsbClient, words: readonly string[]): Promise<readonly TableSummary[]> {
  return client.tables({ query: words.join(' '), lang: 'no', pageSize: ALL_IN_ONE_PAGE });
}

/**
 * The best of some tables. A twin has the very words of the title, the same variables (whatever stands in brackets),
 * and a later period. An heir has the words at least and ends no sooner; where it must be distinguished from others by
 * its variables and these are not known, there is none. Of several the one with the same variables, on SN2025, with the
 * newest period.
 */
export function chooseSuccessor(tables: readonly TableSummary[], own: OwnTable, kinship: Kinship): Successor | null {
  const words = titleWords(own.label);
  const hasWords = (table: TableSummary) => words.every((word) => titleWords(table.label).includes(word));
  if (kinship === 'twin') {
    const isTwin = (table: TableSummary) =>
      titleWords(table.label).length === words.length && hasSameVariables(table, own) && isLater(table, own);
    return pick(tables, own, (table) => hasWords(table) && isTwin(table));
  }
  const heirs = tables.filter((table) => isCandidate(table, own) && hasWords(table) && goesOn(table, own));
  if (own.variables.length === 0 && heirs.length > 1) return null;
  return pick(heirs, own, () => true);
}

function pick(
  tables: readonly TableSummary[],
  own: OwnTable,
  isMeant: (table: TableSummary) => boolean,
): Successor | null {
  const rank = (table: TableSummary): readonly number[] => [
    Number(hasSameVariables(table, own)),
    Number([table.label, ...table.variableNames].some((text) => text.includes(NEW_INDUSTRIES))),
    keyOf(table.lastPeriod) ?? -Infinity,
    Number(table.id),
  ];
  const [best] = tables
    .filter((table) => isCandidate(table, own) && isMeant(table))
    .sort((a, b) => compareRanks(rank(b), rank(a)));
  return best === undefined ? null : { table: best.id, label: best.label, lastPeriod: best.lastPeriod };
}

function isCandidate(table: TableSummary, own: OwnTable): boolean {
  return table.id !== own.id && !saysClosed(table);
}

function hasSameVariables({ variableNames }: TableSummary, { variables }: OwnTable): boolean {
  const sorted = (labels: readonly string[]) => [...new Set(labels.map(bareLabel))].sort().join('|');
  return sorted(variableNames) === sorted(variables);
}

/** Does a table end no sooner than another? What is not known of either does not speak against it. */
function goesOn({ lastPeriod }: TableSummary, own: OwnTable): boolean {
  const [theirs, ours] = [keyOf(lastPeriod), keyOf(own.lastPeriod)];
  return theirs === null || ours === null || theirs >= ours || !isSameFrequency(lastPeriod, own.lastPeriod);
}

function isLater({ lastPeriod }: TableSummary, own: OwnTable): boolean {
  const [theirs, ours] = [keyOf(lastPeriod), keyOf(own.lastPeriod)];
  return theirs !== null && ours !== null && theirs > ours && isSameFrequency(lastPeriod, own.lastPeriod);
}

function isSameFrequency(a: string | null, b: string | null): boolean {
  return parseTimePeriod(a ?? '')?.frequency === parseTimePeriod(b ?? '')?.frequency;
}

function keyOf(code: string | null): number | null {
  const period = parseTimePeriod(code ?? '');
  return period === null ? null : periodKey(period);
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [i, one] of a.entries()) {
    const other = b[i] ?? 0;
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}
