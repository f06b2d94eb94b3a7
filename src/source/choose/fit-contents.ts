import type { ContentsRules, ContentsSelection, Quantity } from '../../model/data/job.ts';
import { type Fit, lacking } from './fit.ts';
import { nearestClause } from '../../platform/nearest-word.ts';
import {
  codesOf,
  sameCode,
  type TableCategory,
  type TableMetadata,
  type TableVariable,
} from '../describe/table-metadata.ts';

export interface ContentsFit extends Fit {
  /** Contents code → how its figures may be treated. */
  readonly quantities: Readonly<Record<string, Quantity>>;
  /** Contents code → what the job demands of its figures. */
  readonly contentsRules: Readonly<Record<string, ContentsRules>>;
}

/** The wanted contents, each found by code or by one label that matches, in a unit that can be what was expected. */
export function fitContents(wanted: readonly ContentsSelection[], metadata: TableMetadata): ContentsFit {
  const variable = metadata.variables.find(({ role }) => role === 'metric');
  if (variable === undefined) return { ...lacking('no contents variable'), quantities: {}, contentsRules: {} };
  const found = wanted.map((one) => fitOne(one, variable));
  const selected = found.flatMap(({ category, quantity, rules }) =>
    category === null ? [] : [{ category, quantity, rules }],
  );
  return {
    selections: [{ variable: variable.code, codes: [...new Set(selected.map(({ category }) => category.code))] }],
    lacks: found.flatMap(({ lacks }) => lacks),
    notes: found.flatMap(({ notes }) => notes),
    missing: [],
    lacksPlace: false,
    quantities: Object.fromEntries(selected.map(({ category, quantity }) => [category.code, quantity])),
    contentsRules: Object.fromEntries(selected.map(({ category, rules }) => [category.code, rules])),
  };
}

interface OneContents {
  readonly category: TableCategory | null;
  readonly quantity: Quantity;
  readonly rules: ContentsRules;
  readonly lacks: readonly string[];
  readonly notes: readonly string[];
}

function fitOne(wanted: ContentsSelection, variable: TableVariable): OneContents {
  const { quantity, unit, zero, nil } = wanted;
  const rules = { unit, ...(zero === undefined ? {} : { zero }), ...(nil === undefined ? {} : { nil }) };
  const matches = variable.categories.filter((category) => isWanted(category, wanted));
  const [category] = matches;
  if (category === undefined || matches.length > 1) {
    return { category: null, quantity, rules, lacks: [describeMismatch(wanted, variable, matches)], notes: [] };
  }
  const { lacks, notes } = compareUnit(category, wanted);
  return { category, quantity, rules, lacks, notes };
}

function isWanted(category: TableCategory, { code, labelled }: ContentsSelection): boolean {
  const hasCode = code === undefined || sameCode(category.code, code);
  const hasLabel = labelled === undefined || new RegExp(labelled, 'i').test(category.label);
  return hasCode && hasLabel && (code !== undefined || labelled !== undefined);
}

function describeMismatch(
  wanted: ContentsSelection,
  variable: TableVariable,
  matches: readonly TableCategory[],
): string {
  const { code, labelled } = wanted;
  if (matches.length > 1) {
    return `several contents labelled /${labelled ?? ''}/: ${matches.map((match) => `${match.code} "${match.label}"`).join(', ')}`;
  }
  if (code !== undefined) return `no contents ${code}${nearestClause(code, codesOf(variable))}`;
  const labels = variable.categories.map(({ label }) => label);
  return `no contents labelled /${labelled ?? ''}/${nearestClause(labelled ?? '', labels)}`;
}

/** A share taken for a count would be summed over merged municipalities, so that mix-up alone makes a misfit. */
function compareUnit({ code, unit }: TableCategory, wanted: ContentsSelection): { lacks: string[]; notes: string[] } {
  if (unit === null) return { lacks: [], notes: [`${code} has no unit`] };
  const isPercent = /prosent(?!poeng)|per\s?cent(?!age point)|\bpst\b|%/i.test(unit);
  const isExpected = new RegExp(wanted.unit, 'i').test(unit);
  if (wanted.quantity === 'count' && isPercent) {
    return { lacks: [`${code} is published in ${unit}, and not as a count`], notes: [] };
  }
  if (wanted.quantity === 'percentage' && !isPercent && !isExpected) {
    return { lacks: [`${code} is published in ${unit}, and not as a percentage`], notes: [] };
  }
  return {
    lacks: [],
    notes: isExpected ? [] : [`${code} is published in ${unit}, where /${wanted.unit}/ was expected`],
  };
}
