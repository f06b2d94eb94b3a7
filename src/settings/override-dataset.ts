import type {
  CategorySelection,
  ContentsSelection,
  DatasetAlternative,
  DatasetDefinition,
  SameCategory,
} from '../model/data/job.ts';
import type { DatasetEntry, DatasetTable } from './files/datasets-file.ts';

type DatasetQuestion = Pick<DatasetEntry, 'contents' | 'select' | 'alternatives' | 'parts'>;
type Select = DatasetAlternative['select'];

/**
 * A dataset as the settings have it. A field that they name takes the place of the job's, and the others stay; of two
 * lists the written one is in force, and an entry takes what it does not say from the one it stands for: contents of
 * the same code (or the only one for the only one), an alternative of the same id. `select` is laid on every
 * alternative, variable by variable; `parts` take the place of all of the job's. Of several tables the last is the
 * dataset's own, and those before it stand under `earlier`. What an entry still lacks is found by `checkDataset`: here
 * it is left out.
 */
export function overrideDataset(shipped: DatasetDefinition, entry: DatasetEntry): DatasetDefinition {
  const base = asWritten(shipped, entry);
  const all = entry.tables?.map((one) => ofTable(base, one)) ?? [base];
  // A dataset that is added is kept by the dimensions of its first table.
  const usual = shipped.alternatives.length === 0 ? (all[0] ?? base) : shipped;
  const named = all.map((one, index) => withOwnNames(one, all.slice(0, index), usual));
  const [last = base, ...before] = named.toReversed();
  return before.length === 0 ? last : { ...last, earlier: before.toReversed() };
}

/** As `overrideDataset`, of one table, with every alternative under the id that it is written with. */
export function asWritten(shipped: DatasetDefinition, entry: DatasetEntry): DatasetDefinition {
  const { title, titleEn, table, allowedAgeDays } = entry;
  const { titleEn: shippedEn, ...others } = shipped;
  // English of before is not said of a title of one's own.
  const english = titleEn ?? (title === undefined ? shippedEn : undefined);
  return {
    ...others,
    ...(title === undefined ? {} : { title }),
    ...(english === undefined ? {} : { titleEn: english }),
    ...(table === undefined ? {} : { table }),
    ...(allowedAgeDays === undefined ? {} : { allowedAgeDays }),
    ...overrideQuestion(shipped, entry),
    // Whether it is kept says nothing of what is asked.
    fromSettings: Object.keys(entry).filter((field) => field !== 'keep'),
  };
}

function overrideQuestion(
  shipped: Pick<DatasetDefinition, 'contents' | 'alternatives' | 'parts'>,
  { contents, select = {}, alternatives, parts: written }: DatasetQuestion,
): Pick<DatasetDefinition, 'contents' | 'alternatives' | 'parts'> {
  const parts = written ?? shipped.parts;
  const listed = alternatives?.map((one) => ({ ...shipped.alternatives.find(({ id }) => id === one.id), ...one }));
  return {
    contents: contents?.map((one) => contentsLike(one, contents.length, shipped.contents)) ?? shipped.contents,
    alternatives: ((listed ?? shipped.alternatives) as readonly DatasetAlternative[]).map((one) => ({
      ...one,
      select: layOver(one.select, select),
    })),
    ...(parts === undefined ? {} : { parts }),
  };
}

function contentsLike(
  written: NonNullable<DatasetQuestion['contents']>[number],
  count: number,
  shipped: readonly ContentsSelection[],
): ContentsSelection {
  const only = count === 1 && shipped.length === 1 ? shipped[0] : undefined;
  const like = shipped.find(({ code }) => code !== undefined && code === written.code) ?? only;
  if (like === undefined || (written.code === undefined && written.labelled === undefined)) {
    return { ...like, ...written } as ContentsSelection;
  }
  // A renamed category is no longer found by its old name.
  const { unit, quantity, zero, nil } = like;
  return {
    unit,
    quantity,
    ...(zero === undefined ? {} : { zero }),
    ...(nil === undefined ? {} : { nil }),
    ...written,
  };
}

function layOver(select: Select | undefined, over: Readonly<Record<string, CategorySelection | 'none'>>): Select {
  const laid = Object.entries({ ...select, ...over });
  return Object.fromEntries(laid.filter((one): one is [string, CategorySelection] => one[1] !== 'none'));
}

/**
 * The dataset as it is asked of one of its tables, with the categories that are the same quantity asked for by name.
 */
function ofTable(base: DatasetDefinition, entry: DatasetTable): DatasetDefinition {
  const { table, from, to, same = {} } = entry;
  const sameAs = Object.entries(same).flatMap(([dimension, named]) => sameCategories(base, dimension, named));
  const { contents, alternatives, parts } = overrideQuestion(base, entry);
  const replaced = { ...Object.fromEntries(sameAs.map(({ dimension }) => [dimension, 'none' as const])) };
  const asked = Object.fromEntries(sameAs.map(({ variable, code }) => [variable, [code]]));
  return {
    ...base,
    table,
    contents,
    ...(parts === undefined ? {} : { parts }),
    alternatives: alternatives.map((one) => ({
      ...one,
      select: layOver(one.select, { ...replaced, ...asked }),
      ...(from === undefined ? {} : { time: `from(${from})` }),
    })),
    years: { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) },
    ...(sameAs.length === 0 ? {} : { sameAs }),
  };
}

function sameCategories(
  base: DatasetDefinition,
  dimension: string,
  named: Readonly<Record<string, string>>,
): readonly SameCategory[] {
  const keptAs = onlyCode(base, dimension);
  if (keptAs === null) return [];
  return Object.entries(named).map(([variable, code]) => ({ dimension, keptAs, variable, code }));
}

/** The one code that every alternative asks for in a dimension; `null` where there are others. */
export function onlyCode({ alternatives }: Pick<DatasetDefinition, 'alternatives'>, dimension: string): string | null {
  const asked = alternatives.map(({ select: { [dimension]: selection = [] } }) =>
    typeof selection === 'object' && 'codes' in selection ? selection.codes : selection,
  );
  const codes = new Set(
    asked.flatMap((one) => (Array.isArray(one) && one.length === 1 ? (one as string[]) : ['', '*'])),
  );
  const [only] = codes;
  return codes.size === 1 && only !== undefined ? only : null;
}

/** The dimensions, besides place, contents and time, that a table's figures are kept by. */
export function dimensionsKept({ alternatives, sameAs = [] }: DatasetDefinition): readonly string[] {
  const asked = new Set(alternatives.flatMap(({ select }) => Object.keys(select)));
  return [...asked].map((name) => sameAs.find(({ variable }) => variable === name)?.dimension ?? name).sort();
}

/**
 * Figures kept by other dimensions than those of the job are kept apart from them: their alternatives bear the number
 * of the table that brought the dimensions.
 */
function withOwnNames(
  one: DatasetDefinition,
  before: readonly DatasetDefinition[],
  shipped: DatasetDefinition,
): DatasetDefinition {
  const kept = dimensionsKept(one).join();
  if (dimensionsKept(shipped).join() === kept) return one;
  const bringer = before.find((other) => dimensionsKept(other).join() === kept) ?? one;
  const suffix = typeof bringer.table === 'string' ? bringer.table : 'searched';
  return { ...one, alternatives: one.alternatives.map((each) => ({ ...each, id: `${each.id}@${suffix}` })) };
}
