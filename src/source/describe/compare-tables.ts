import type { CategorySelection, DatasetDefinition } from '../../model/data/job.ts';
import { fitContents } from '../choose/fit-contents.ts';
import { codesOf, findVariable, sameCode, type TableMetadata, type TableVariable } from './table-metadata.ts';
import { bareLabel } from './table-title.ts';

/** A variable that a dataset asks for, and the one that stands in its place in another table. */
export interface ReplacedVariable {
  readonly code: string;
  readonly by: TableVariable;
}

/** What a dataset would find otherwise in another table. */
export interface TableDifference {
  /** Sentences, each about a variable, code, contents or unit. */
  readonly breaks: readonly string[];
  readonly replaced: readonly ReplacedVariable[];
}

const SHOWN = 6;

/**
 * What of a dataset is not, or is otherwise, in the table that would take the place of its own: variables and codes that
 * it asks for, code lists, contents and units. `own` is `null` where its metadata can no longer be had.
 */
export function compareTables(
  definition: DatasetDefinition,
  own: TableMetadata | null,
  next: TableMetadata,
): TableDifference {
  const [alternative] = definition.alternatives;
  if (alternative === undefined) return { breaks: [], replaced: [] };
  const { regions, select } = alternative;
  const asked = Object.entries(select).map(([code, selection]) => compareVariable(code, selection, { own, next }));
  return {
    breaks: [
      ...(regions === undefined ? [] : compareRegions(regions, next)),
      ...asked.flatMap(({ breaks }) => breaks),
      ...addedVariables(definition, own, next),
      ...fitContents(definition.contents, next).lacks.map((lack) => `It has ${lack}.`),
      ...(own === null ? [] : changedUnits(definition, own, next)),
    ],
    replaced: asked.flatMap(({ replaced }) => (replaced === null ? [] : [replaced])),
  };
}

interface Pair {
  readonly own: TableMetadata | null;
  readonly next: TableMetadata;
}

function compareVariable(
  code: string,
  selection: CategorySelection,
  { own, next }: Pair,
): { readonly breaks: readonly string[]; readonly replaced: ReplacedVariable | null } {
  const there = findVariable(next, code);
  const here = own === null ? undefined : findVariable(own, code);
  if (there !== undefined) return { breaks: compareCodes(selection, here, there), replaced: null };
  const by = next.variables.find((one) => isInPlaceOf(one, code, here));
  if (by === undefined) return { breaks: [`There is no variable ${code}.`], replaced: null };
  return {
    breaks: [`The variable ${code} is ${by.code} («${by.label}») there, with codes of its own.`],
    replaced: { code, by },
  };
}

/** By its label, or where that is not known, by a code that differs in its year alone. */
function isInPlaceOf({ code, label, role }: TableVariable, wanted: string, here: TableVariable | undefined): boolean {
  if (role !== 'classification') return false;
  const isSameStem = sameCode(code.replace(/\d+$/, ''), wanted.replace(/\d+$/, ''));
  return here === undefined ? isSameStem : bareLabel(label) === bareLabel(here.label);
}

function compareCodes(
  selection: CategorySelection,
  here: TableVariable | undefined,
  there: TableVariable,
): readonly string[] {
  const offered = codesOf(there);
  if (selection === '*') {
    if (here === undefined) return [];
    const gone = codesOf(here).filter((code) => !offered.includes(code));
    const added = offered.filter((code) => !codesOf(here).includes(code));
    return [
      ...(gone.length === 0 ? [] : [`Of ${there.code} these codes are not there: ${shown(gone)}.`]),
      ...(added.length === 0 ? [] : [`Of ${there.code} these codes are new there: ${shown(added)}.`]),
    ];
  }
  if (!Array.isArray(selection)) return [];
  const lacking = (selection as readonly string[]).filter((code) => !offered.some((one) => sameCode(one, code)));
  return lacking.length === 0 ? [] : [`Of ${there.code} these codes are not there: ${shown(lacking)}.`];
}

function compareRegions(
  { variable, codeList }: NonNullable<DatasetDefinition['alternatives'][number]['regions']>,
  next: TableMetadata,
): readonly string[] {
  const there = findVariable(next, variable);
  if (there === undefined) return [`There is no variable ${variable}.`];
  if (codeList === undefined || there.codeLists.includes(codeList.id)) return [];
  return [`The variable ${there.code} has no code list ${codeList.id} there.`];
}

/** Variables that must be named there and are not asked for here. */
function addedVariables(
  { alternatives }: DatasetDefinition,
  own: TableMetadata | null,
  next: TableMetadata,
): readonly string[] {
  if (own === null) return [];
  const labels = own.variables.map(({ label }) => bareLabel(label));
  return next.variables
    .filter(({ role }) => role === 'classification')
    .filter(({ code, label }) => findVariable(own, code) === undefined && !labels.includes(bareLabel(label)))
    .filter(({ code }) => !alternatives.some(({ select }) => Object.hasOwn(select, code)))
    .map(({ code, label }) => `There is a variable more, ${code} («${label}»).`);
}

function changedUnits({ contents }: DatasetDefinition, own: TableMetadata, next: TableMetadata): readonly string[] {
  const metric = ({ variables }: TableMetadata) => variables.find(({ role }) => role === 'metric')?.categories ?? [];
  return contents.flatMap(({ code }) => {
    const here = metric(own).find((one) => code !== undefined && sameCode(one.code, code));
    const there = metric(next).find((one) => here !== undefined && sameCode(one.code, here.code));
    if (here === undefined || there === undefined || here.unit === there.unit) return [];
    return [`The unit of ${here.code} is "${here.unit ?? 'none'}" here and "${there.unit ?? 'none'}" there.`];
  });
}

function shown(codes: readonly string[]): string {
  const more = codes.length > SHOWN ? ` and ${codes.length - SHOWN} more` : '';
  return `${codes.slice(0, SHOWN).join(', ')}${more}`;
}
