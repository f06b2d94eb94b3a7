import type { Category, Cell, CodeList, StatbankTable, Variable } from '../table.ts';
import { PLACE_LISTS } from './code-lists.ts';
import { divisionsOf, inUse } from './divisions.ts';

/** A municipality beside those that the stand-in holds, with every code its area has had. */
export interface FurtherMunicipality {
  /** Today's code. */
  readonly code: string;
  readonly name: string;
  readonly codes: readonly FurtherCode[];
}

interface FurtherCode {
  readonly code: string;
  readonly fromYear?: number;
  readonly toYear?: number;
}

/** Whose figures theirs are made of: it has one code at a time. */
const MODEL = '3303';
/** Lists that sum the codes of a place, by the prefix of what they sum to. */
const SUMMED: Readonly<Record<string, string>> = { agg_KommSummer: 'K-', agg_KommSummerS: 'K.' };
/** Lists of codes, by the first and last year that a code of theirs is in use. */
const LISTED: Readonly<Record<string, readonly [first: number, last: number]>> = {
  agg_KommGjeldende: [2024, Infinity],
  agg_Komm2020: [2020, 2023],
  vs_Kommune: [Infinity, -Infinity],
};

/**
 * The tables with more municipalities. Their counts are those of Kongsberg once, twice or three times, so that parts add up
 * to their whole, and their per cents are its own. They are a part of what the rest of their county has already.
 */
export function withFurther(
  tables: readonly StatbankTable[],
  places: readonly FurtherMunicipality[],
): readonly StatbankTable[] {
  if (places.length === 0) return tables;
  const lists = PLACE_LISTS.flatMap((list) => withPlaces(list, places) ?? []);
  return tables.map((table) => {
    const region = table.variables.findIndex(({ categories }) => categories.some(({ code }) => code === MODEL));
    return region === -1 ? table : withRegions(table, region, { places, lists });
  });
}

interface Further {
  readonly places: readonly FurtherMunicipality[];
  readonly lists: readonly CodeList[];
}

function withRegions(table: StatbankTable, region: number, { places, lists }: Further): StatbankTable {
  const time = table.variables.findIndex(({ role }) => role === 'time');
  const metric = table.variables.findIndex(({ role }) => role === 'metric');
  const known = new Map(
    places.flatMap(({ codes }, position) =>
      codes.map((one) => [one.code, { ...one, times: 1 + (position % 3) }] as const),
    ),
  );
  const cell = (codes: readonly string[]): Cell => {
    const own = known.get(codes[region] ?? '');
    if (own === undefined) return table.cell(codes);
    const year = Number.parseInt(codes[time] ?? '', 10);
    const [model] = divisionsOf(MODEL, year);
    if (!inUse(own, year) || model === undefined) return 0;
    const figure = table.cell(codes.with(region, model.code));
    const isCount = decimalsOf(table.variables[metric], codes[metric]) === 0;
    return isCount && typeof figure === 'number' ? figure * own.times : figure;
  };
  const variables = table.variables.map((variable, position) =>
    position === region ? { ...variable, categories: [...variable.categories, ...categoriesOf(places)] } : variable,
  );
  return { ...table, variables, changedCodeLists: [...(table.changedCodeLists ?? []), ...lists], cell };
}

function decimalsOf(contents: Variable | undefined, code: string | undefined): number {
  return contents?.categories.find((category) => category.code === code)?.contents?.unit.decimals ?? 0;
}

function categoriesOf(places: readonly FurtherMunicipality[]): readonly Category[] {
  return places.flatMap(({ name, codes }) => codes.map((one) => ({ code: one.code, label: labelOf(name, one) })));
}

function labelOf(name: string, { fromYear, toYear }: FurtherCode) {
  const label = toYear === undefined ? name : `${name} (${fromYear ?? ''}-${toYear})`;
  return { no: label, en: label };
}

/** `null` for a list that has no municipalities. */
function withPlaces(list: CodeList, places: readonly FurtherMunicipality[]): CodeList | null {
  const prefix = SUMMED[list.id];
  if (prefix !== undefined) {
    const added = places.map(({ code, name, codes }) => ({
      ...{ code: `${prefix}${code}`, label: { no: name, en: name } },
      members: codes.map((one) => one.code),
    }));
    return { ...list, values: [...list.values, ...added] };
  }
  const span = LISTED[list.id];
  if (span === undefined) return null;
  const [first, last] = span;
  const added = places.flatMap(({ name, codes }) =>
    codes
      .filter(({ fromYear = -Infinity, toYear = Infinity }) => fromYear <= first && toYear >= last)
      .map((one) => ({ code: one.code, label: labelOf(name, one), members: [one.code] })),
  );
  return { ...list, values: [...list.values, ...added] };
}
