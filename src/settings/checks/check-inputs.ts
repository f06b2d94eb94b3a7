import { SURVEY } from '../../model/data/survey.ts';
import type { DatasetDimensions } from './dataset-dimensions.ts';
import type { IndicatorFile, InputEntry } from '../files/indicator-file.ts';
import { checkLeftOut, checkTakenTwice, checkTerm } from './check-terms.ts';
import { allowedWords } from '../../platform/nearest-word.ts';
import type { SettingsFinding, Path } from '../problem.ts';

/**
 * Every input must name a dataset there is, and in every term the dimensions of that dataset that have several
 * categories. Codes are checked where the job lists them; codes only the source knows are checked against its figures.
 */
export function checkInputs(
  indicator: IndicatorFile,
  datasets: ReadonlyMap<string, DatasetDimensions>,
): readonly SettingsFinding[] {
  return indicator.inputs.flatMap((input, index) => {
    const path = ['inputs', index];
    const dimensions = datasets.get(input.dataset);
    if (dimensions === undefined) {
      return [{ path: [...path, 'dataset'], text: unknownDataset(input.dataset, datasets) }];
    }
    return [
      ...input.terms.flatMap((term, place) => checkTerm(term, [...path, 'terms', place], input.dataset, dimensions)),
      ...checkTakenTwice(input.terms, [...path, 'terms']),
      ...checkLeftOut(input, path, dimensions),
      ...checkAfterSwitch(input, indicator.measure, path, datasets),
      ...(input.dataset === SURVEY.dataset ? checkSurvey(input, indicator.id, path) : []),
      ...checkOver(input, indicator.measure, path),
      ...checkPer(input, indicator.measure, path, datasets),
      ...checkWhole(input, indicator.measure, path, datasets),
    ];
  });
}

/** A dataset that went over to a table with other dimensions is asked of both, each in its own words. */
function checkAfterSwitch(
  input: InputEntry,
  measure: IndicatorFile['measure'],
  path: Path,
  datasets: ReadonlyMap<string, DatasetDimensions>,
): readonly SettingsFinding[] {
  const { dataset, secondTable, afterSwitch } = input;
  const next = datasets.get(dataset)?.afterSwitch ?? null;
  if (afterSwitch === undefined) {
    const names = [...(next?.codes.keys() ?? [])].join(', ');
    const text = `datasets.yaml lets '${dataset}' go over to a table that is kept by ${names}; write what is asked of that one under afterSwitch.`;
    return next === null ? [] : [{ path: [...path, 'dataset'], text }];
  }
  const at = [...path, 'afterSwitch'];
  if (next === null) {
    const text = `The dataset '${dataset}' does not go over to a table with other dimensions; see datasets.yaml.`;
    return [{ path: at, onKey: true, text }];
  }
  const other = secondTable === undefined ? undefined : datasets.get(secondTable);
  const asked = { ...afterSwitch, dataset, proxy: false, unit: '', unitEn: '', decimals: 0 };
  return [
    ...afterSwitch.terms.flatMap((term, place) => checkTerm(term, [...at, 'terms', place], dataset, next)),
    ...checkTakenTwice(afterSwitch.terms, [...at, 'terms']),
    ...checkLeftOut(asked, at, next),
    ...checkOver(asked, measure, at),
    ...checkWhole(asked, measure, at, new Map([[dataset, next]])),
    ...(other === undefined
      ? []
      : afterSwitch.terms.flatMap((term) =>
          checkSecondTable(term, path, secondTable ?? '', other.afterSwitch ?? other),
        )),
  ];
}

function checkSurvey(input: InputEntry, id: string, path: Path): readonly SettingsFinding[] {
  return input.terms.flatMap((term, index) => {
    const selection = term[SURVEY.dimension];
    if (selection === undefined || (Array.isArray(selection) && selection.length === 1 && selection[0] === id))
      return [];
    const text = `Survey figures are imported under the indicator's own id: write ${SURVEY.dimension}: ['${id}'].`;
    return [{ path: [...path, 'terms', index, SURVEY.dimension], text }];
  });
}

/** What a ratio is divided by: a dataset there is, with terms that fit it; of no other measure. */
function checkPer(
  { per }: InputEntry,
  measure: IndicatorFile['measure'],
  path: Path,
  datasets: ReadonlyMap<string, DatasetDimensions>,
): readonly SettingsFinding[] {
  if (measure !== 'ratio') {
    const text = "'per' belongs to the measure 'ratio'; this indicator's measure is another one.";
    return per === undefined ? [] : [{ path: [...path, 'per'], onKey: true, text }];
  }
  if (per === undefined)
    return [{ path, text: "'per' is missing: a ratio needs the figures that these are divided by." }];
  const dimensions = datasets.get(per.dataset);
  if (dimensions === undefined)
    return [{ path: [...path, 'per', 'dataset'], text: unknownDataset(per.dataset, datasets) }];
  const at = [...path, 'per', 'terms'];
  return [
    ...per.terms.flatMap((term, place) => checkTerm(term, [...at, place], per.dataset, dimensions)),
    ...checkTakenTwice(per.terms, at),
  ];
}

function unknownDataset(id: string, datasets: ReadonlyMap<string, DatasetDimensions>): string {
  return `The dataset '${id}' is neither fetched by a job nor imported; ${allowedWords(id, [...datasets.keys()])}`;
}

/** The whole and the second table of a diversity index: categories and a dataset there are. */
function checkWhole(
  { whole, secondTable, over = '', dataset, terms }: InputEntry,
  measure: IndicatorFile['measure'],
  path: Path,
  datasets: ReadonlyMap<string, DatasetDimensions>,
): readonly SettingsFinding[] {
  const written = [whole && 'whole', secondTable && 'secondTable'].filter((key) => key !== undefined);
  if (measure !== 'diversity') {
    const text = (key: string) =>
      `'${key}' belongs to the measure 'diversity'; this indicator's measure is another one.`;
    return written.map((key) => ({ path: [...path, key], onKey: true, text: text(key) }));
  }
  const known = datasets.get(dataset)?.codes.get(over);
  const unknown = Object.entries(whole ?? {}).flatMap(([key, code]) =>
    typeof known !== 'object' || known.includes(code)
      ? []
      : [
          {
            path: [...path, 'whole', key],
            text: `'${code}' is not among the categories of '${over}' that are fetched; ${allowedWords(code, known)}`,
          },
        ],
  );
  if (secondTable === undefined) return unknown;
  const other = datasets.get(secondTable);
  if (other === undefined || secondTable === dataset) {
    const text = `The second table '${secondTable}' is no other dataset that a job fetches; ${allowedWords(secondTable, [...datasets.keys()])}`;
    return [...unknown, { path: [...path, 'secondTable'], text }];
  }
  return [...unknown, ...terms.flatMap((term) => checkSecondTable(term, path, secondTable, other))];
}

/** The second table is asked for the same groups, so that of a dataset which went over to others must go over too. */
function checkSecondTable(
  term: InputEntry['terms'][number],
  path: Path,
  secondTable: string,
  dimensions: DatasetDimensions,
): readonly SettingsFinding[] {
  const isOther = Object.keys(term).some((name) => dimensions.complete && !dimensions.codes.has(name));
  const advice = isOther
    ? ` The second table is asked for the same groups: let '${secondTable}' go over to a table that has them, with lines of its own in datasets.yaml, or leave secondTable out.`
    : '';
  return checkTerm(term, [...path, 'secondTable'], secondTable, dimensions)
    .slice(0, 1)
    .map((finding) => ({ ...finding, text: `${finding.text}${advice}` }));
}

function checkOver(
  { over, terms }: InputEntry,
  measure: IndicatorFile['measure'],
  path: Path,
): readonly SettingsFinding[] {
  if (measure !== 'diversity') {
    const text = "'over' belongs to the measure 'diversity'; this indicator's measure is another one.";
    return over === undefined ? [] : [{ path: [...path, 'over'], onKey: true, text }];
  }
  if (over === undefined)
    return [{ path, text: "'over' is missing: diversity needs the dimension whose categories are the groups." }];
  if (terms.every((term) => over in term)) return [];
  return [{ path: [...path, 'over'], text: `Every term must list the groups of '${over}'.` }];
}
