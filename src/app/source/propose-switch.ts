import type { CategorySelection, DatasetDefinition } from '../../model/data/job.ts';
import type { Language } from '../../model/language.ts';
import { type IndicatorDefinition, usedDatasets } from '../../model/plan/indicator.ts';
import { parseTimePeriod, periodKey } from '../../model/time-period.ts';
import { compareTables, type ReplacedVariable } from '../../source/describe/compare-tables.ts';
import { codesOf, type TableMetadata, type TableVariable } from '../../source/describe/table-metadata.ts';
import { switchReason } from '../../words/switch-reason.ts';
import { adviceToIndicators } from './switch-advice.ts';

/** The settings that a proposal is written for. */
export interface Asking {
  readonly indicators: readonly IndicatorDefinition[];
  /** Language of what staff read, such as the reason of a break. */
  readonly language: Language;
}

/**
 * What is known when a switch is proposed: a dataset's own table, where its metadata can be retrieved, and the next.
 */
export interface TwoTables {
  readonly definition: DatasetDefinition;
  /** Number of the table that the dataset is read from. */
  readonly table: string;
  readonly own: TableMetadata | null;
  /** Newest period of the own table, where it is known though its metadata are not. */
  readonly lastPeriod: string | null;
  readonly next: TableMetadata;
}

/** How a dataset would continue with another table. */
export interface SwitchProposal {
  readonly datasetId: string;
  /** Lines of datasets.yaml, to stand under its one `datasets:`. */
  readonly lines: readonly string[];
  /** What is otherwise in the other table, in sentences. */
  readonly breaks: readonly string[];
  /** Ids of the indicators that rest on the dataset. */
  readonly indicators: readonly string[];
}

/**
 * The lines of datasets.yaml that would switch a dataset to another table, and what that breaks. Where the other table
 * begins later or has another classification in a variable's place, both tables are listed with their years. A total is
 * the same quantity in both; groups of a classification are never joined with those of another, and the switch is a
 * break.
 */
export function proposeSwitch(tables: TwoTables, { indicators, language }: Asking): SwitchProposal {
  const { definition, own, next } = tables;
  const { breaks, replaced } = compareTables(definition, own, next);
  const resting = indicators.filter((indicator) => usedDatasets(indicator).includes(definition.id)).map(({ id }) => id);
  const groups = replaced.filter(({ code, by }) => totalOf(definition, code, by) === null);
  const from = firstPeriod(tables);
  return {
    datasetId: definition.id,
    lines: [`  ${definition.id}:`, ...linesOf(tables, replaced, { from, language })],
    breaks: [
      ...(from === null ? [] : [`It is read from ${from} on; the periods before stay with table ${tables.table}.`]),
      ...breaks,
      ...groups.flatMap((one) => [
        neverJoined(one.code, one.by, { indicators: resting, isBreak: from !== null }),
        ...adviceToIndicators({ ...one, datasetId: definition.id, isBreak: from !== null }, indicators),
      ]),
    ],
    indicators: resting,
  };
}

function neverJoined(
  code: string,
  by: TableVariable,
  { indicators, isBreak }: { readonly indicators: readonly string[]; readonly isBreak: boolean },
): string {
  const who = indicators.length === 0 ? '' : `, and ${indicators.join(', ')} must name groups of ${by.code}`;
  const what = isBreak ? 'the switch is a declared break' : 'every period is then read by the new ones';
  return `Groups of ${code} and of ${by.code} are never joined: ${what}${who}.`;
}

function linesOf(
  { definition, table, next, own, lastPeriod }: TwoTables,
  replaced: readonly ReplacedVariable[],
  { from, language }: Pick<Asking, 'language'> & { readonly from: string | null },
): readonly string[] {
  const asked = replaced.map((one) => askedOf(definition, one, language));
  if (from === null)
    return [`    table: '${next.table}'`, ...asked.flatMap(({ alone }) => alone.map((line) => `    ${line}`))];
  const to = own === null ? lastPeriod : lastOf(own);
  return [
    '    tables:',
    `      - { table: '${table}'${to === null ? '' : `, to: '${to}'`} }`,
    `      - table: '${next.table}'`,
    `        from: '${from}'`,
    ...asked.flatMap(({ beside }) => beside.map((line) => `        ${line}`)),
  ];
}

/** Lines for a variable in the place of another: of a table alone, and of one beside the table before it. */
function askedOf(
  definition: DatasetDefinition,
  { code, by }: ReplacedVariable,
  language: Asking['language'],
): { readonly alone: readonly string[]; readonly beside: readonly string[] } {
  const total = totalOf(definition, code, by);
  if (total !== null) {
    return {
      alone: [`select: { ${code}: none, ${by.code}: ['${total}'] }`],
      beside: [`same: { ${code}: { ${by.code}: '${total}' } }`],
    };
  }
  const groups = [`select: { ${code}: none, ${by.code}: '*' } # or the groups that are meant`];
  // The reference is left empty, which `config check` refuses until a person has written it.
  const beside = [
    ...groups,
    `break: { reason: '${switchReason({ isIndustry: isIndustry(code), code, by: by.code }, language)}', reference: } # where it can be read`,
  ];
  return { alone: groups, beside };
}

function isIndustry(code: string): boolean {
  return /^nace/i.test(code);
}

const TOTALS = ['_T', '00-99', 'TOT', 'Ialt', '0'];
const TOTAL_LABEL = /^(i alt|alle |alt\b|total|sum\b|all )/i;

/**
 * The total in a variable that takes another's place, where the dataset asks for nothing but one category; else `null`.
 */
function totalOf({ alternatives }: DatasetDefinition, code: string, by: TableVariable): string | null {
  const [selection] = alternatives.map(({ select }) => select[code]);
  if (selection === undefined || countOf(selection) !== 1) return null;
  const byCode = TOTALS.find((total) => codesOf(by).includes(total));
  return byCode ?? by.categories.find(({ label }) => TOTAL_LABEL.test(label))?.code ?? null;
}

function countOf(selection: CategorySelection): number | null {
  if (Array.isArray(selection)) return selection.length;
  return typeof selection === 'object' && 'codes' in selection ? selection.codes.length : null;
}

/** First period to be read from the next table; `null` where it has all periods of the own one, and they are joined. */
function firstPeriod({ own, lastPeriod, next }: TwoTables): string | null {
  const [first] = periodsOf(next);
  const last = own === null ? lastPeriod : lastOf(own);
  const [ownFirst] = own === null ? [] : periodsOf(own);
  if (first === undefined || last === null) return null;
  const beginsLater = ownFirst === undefined ? keyOf(first) > keyOf(last) : keyOf(first) > keyOf(ownFirst);
  if (!beginsLater) return null;
  return periodsOf(next).find((code) => keyOf(code) > keyOf(last)) ?? first;
}

function periodsOf({ variables }: TableMetadata): readonly string[] {
  const time = variables.find(({ role }) => role === 'time');
  return time === undefined ? [] : codesOf(time);
}

function lastOf(metadata: TableMetadata): string | null {
  return periodsOf(metadata).at(-1) ?? null;
}

function keyOf(code: string): number {
  const period = parseTimePeriod(code);
  return period === null ? NaN : periodKey(period);
}
