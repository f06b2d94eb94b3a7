import type { CategorySelection, DatasetAlternative, DatasetDefinition, PartsOfWhole } from '../../model/data/job.ts';
import { parseTimePeriod } from '../../model/time-period.ts';
import { allowedWords } from '../../platform/nearest-word.ts';
import type { DatasetEntry } from '../files/datasets-file.ts';
import type { Path, SettingsFinding } from '../problem.ts';
import { CONTENTS } from './dataset-dimensions.ts';

/** What an entry writes of a question to a table. */
type Written = Pick<DatasetEntry, 'contents' | 'select' | 'alternatives' | 'parts'>;

/** Lists that put several codes together. */
const SUMMING = /^agg_/i;
const TIME = 'Tid';
const COUNTED = /^(?:top|bottom)\([1-9]\d*(?:,\d+)?\)$/i;
const SPAN = /^(?:from|to)\(([^,]+)\)$|^range\(([^,\s]+),([^,\s]+)\)$/i;
const MASK = /^[\dA-Z-]*[*?][\dA-Z*?-]*$/;

/**
 * What the question of a dataset cannot mean, as the settings write it: a question of the program is held to the same by
 * its tests. `base` has what is written laid over what it stands for; of that, only what is written is judged.
 */
export function checkQuestion(base: DatasetDefinition, written: Written, path: Path): readonly SettingsFinding[] {
  const { contents, select = {}, alternatives = [], parts = [] } = written;
  return [
    ...(contents === undefined ? [] : checkContentsApart(base, path)),
    ...checkSelected(select, base.alternatives, path),
    ...alternatives.flatMap((one, index) => {
      const [at, whole] = [[...path, 'alternatives', index], base.alternatives.slice(index, index + 1)];
      return [...checkSelected(one.select ?? {}, whole, at), ...whole.flatMap((each) => checkAlternative(each, at))];
    }),
    ...(contents === undefined && alternatives.length === 0 ? [] : checkSummedPercentages(base, path)),
    ...parts.flatMap((one, index) => checkParts(base, one, [...path, 'parts', index])),
  ];
}

/** Each contents category is named once, in one way. */
function checkContentsApart({ contents }: DatasetDefinition, path: Path): readonly SettingsFinding[] {
  return contents.flatMap(({ code, labelled }, index) => {
    const at = [...path, 'contents', index];
    const both = "'code' and 'labelled' stand here both; name the contents by one of them.";
    const repeated = `The contents '${code ?? ''}' are already in this list.`;
    const isRepeated = code !== undefined && contents.findIndex((one) => one.code === code) < index;
    return [
      ...(code !== undefined && labelled !== undefined ? [{ path: [...at, 'labelled'], onKey: true, text: both }] : []),
      ...(isRepeated ? [{ path: [...at, 'code'], text: repeated }] : []),
    ];
  });
}

/** Contents, periods and places are asked for in ways of their own; the source refuses what is asked for twice. */
function checkSelected(
  select: Readonly<Record<string, unknown>>,
  alternatives: readonly Partial<DatasetAlternative>[],
  path: Path,
): readonly SettingsFinding[] {
  const places = alternatives.flatMap(({ regions }) => regions?.variable ?? []);
  const elsewhere = new Map([
    [CONTENTS, 'contents'],
    [TIME, 'time'],
    ...places.map((variable) => [variable, 'regions'] as const),
  ]);
  return Object.keys(select).flatMap((variable) => {
    const by = elsewhere.get(variable);
    const text = `'${variable}' is asked for by '${by ?? ''}', and stands under select too; leave it out there.`;
    return by === undefined ? [] : [{ path: [...path, 'select', variable], onKey: true, text }];
  });
}

/** What an alternative lacks is told by others. */
function checkAlternative(alternative: Partial<DatasetAlternative>, path: Path): readonly SettingsFinding[] {
  const { id = '', coverage, regions, time } = alternative;
  const isNational = coverage === 'national';
  const noPlaces = `The alternative '${id}' asks for no places, and figures without places are those of the whole country; write regions, or coverage: national.`;
  const places = `The alternative '${id}' asks for places; write how far down its figures reach, as coverage: municipality or county.`;
  const noPeriods = `'${time ?? ''}' names no periods; write '*' for all of them, 'from(2008)' for those since then, or 'top(5)' for the newest five.`;
  return [
    ...(coverage !== undefined && !isNational && regions === undefined ? [{ path, text: noPlaces }] : []),
    ...(isNational && regions !== undefined ? [{ path: [...path, 'coverage'], text: places }] : []),
    ...(time === undefined || isPeriods(time) ? [] : [{ path: [...path, 'time'], text: noPeriods }]),
  ];
}

/** Is it `*`, one period, or an expression or mask of the source for several? */
function isPeriods(time: string): boolean {
  const [, one, from = one, to = from] = SPAN.exec(time) ?? [];
  const named = [from ?? time, to ?? time];
  return COUNTED.test(time) || MASK.test(time) || named.every((code) => parseTimePeriod(code) !== null);
}

/** Percentages are never fetched through a list that sums: a percentage of merged municipalities is not a sum. */
function checkSummedPercentages({ contents, alternatives }: DatasetDefinition, path: Path): readonly SettingsFinding[] {
  if (!contents.some(({ quantity }) => quantity === 'percentage')) return [];
  return alternatives.flatMap(({ id, regions }, index) => {
    const list = regions?.codeList?.id ?? '';
    const text = `The alternative '${id}' asks for percentages through '${list}', which sums places, and percentages are never summed; leave codeList out.`;
    return SUMMING.test(list) ? [{ path: [...path, 'alternatives', index], text }] : [];
  });
}

/** Parts that no reply can hold would never be compared with their total. */
function checkParts(
  { contents, alternatives }: DatasetDefinition,
  { variable, total, parts, contents: of = [] }: PartsOfWhole,
  path: Path,
): readonly SettingsFinding[] {
  const variables = [...new Set(alternatives.flatMap(({ select }) => Object.keys(select)))];
  if (!variables.includes(variable)) {
    const text = `No alternative asks for '${variable}' under select, so that its parts are never compared; ${allowedWords(variable, variables)}`;
    return [{ path: [...path, 'variable'], text }];
  }
  const asked = alternatives.map(({ select }) => codesOf(select[variable]));
  const isAsked = (code: string) => asked.some((codes) => codes === null || codes.includes(code));
  const lacking = [total, ...parts].filter((code) => !isAsked(code));
  const notAsked = `No alternative asks for ${lacking.map((code) => `'${code}'`).join(', ')} of '${variable}', so that these parts are never compared with their total; ask for them under select.`;
  const own = `The total '${total}' stands among its own parts; take it out of them.`;
  const codes = contents.flatMap(({ code }) => code ?? []);
  const unknown = codes.length < contents.length ? [] : of.filter((code) => !codes.includes(code));
  return [
    ...(parts.includes(total) ? [{ path: [...path, 'parts'], text: own }] : []),
    ...(lacking.length === 0 ? [] : [{ path, text: notAsked }]),
    ...unknown.map((code) => ({
      path: [...path, 'contents'],
      text: `'${code}' is none of the contents of the dataset; ${allowedWords(code, codes)}`,
    })),
  ];
}

/** `null` where the codes are known from the table alone; none where the variable is not asked for. */
function codesOf(selection: CategorySelection | undefined): readonly string[] | null {
  if (selection === undefined) return [];
  if (selection === '*' || 'labelled' in selection) return null;
  return 'codes' in selection ? selection.codes : selection;
}
