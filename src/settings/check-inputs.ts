import { SURVEY } from '../model/survey.ts';
import type { DatasetDimensions } from './dataset-dimensions.ts';
import type { IndicatorFile, InputEntry } from './indicator-file.ts';
import { allowedWords } from './nearest-word.ts';
import type { Finding, Path } from './problem.ts';

type Term = InputEntry['terms'][number];

/**
 * Every input must name a dataset there is, and in every term the dimensions of that dataset that have several
 * categories. Codes are checked where the job lists them; codes only the source knows are checked against its figures.
 */
export function checkInputs(
  indicator: IndicatorFile,
  datasets: ReadonlyMap<string, DatasetDimensions>,
): readonly Finding[] {
  return indicator.inputs.flatMap((input, index) => {
    const path = ['inputs', index];
    const dimensions = datasets.get(input.dataset);
    if (dimensions === undefined) {
      return [{ path: [...path, 'dataset'], text: unknownDataset(input.dataset, datasets) }];
    }
    return [
      ...input.terms.flatMap((term, place) => checkTerm(term, [...path, 'terms', place], input.dataset, dimensions)),
      ...checkLeftOut(input, path, dimensions),
      ...(input.dataset === SURVEY.dataset ? checkSurvey(input, indicator.id, path) : []),
      ...checkOver(input, indicator.measure, path),
      ...checkPer(input, indicator.measure, path, datasets),
      ...checkWhole(input, indicator.measure, path, datasets),
    ];
  });
}

function checkTerm(
  term: Term,
  path: Path,
  dataset: string,
  { codes, complete }: DatasetDimensions,
): readonly Finding[] {
  const unknown = Object.keys(term)
    .filter((dimension) => complete && !codes.has(dimension))
    .map((dimension) => ({
      path: [...path, dimension],
      onKey: true,
      text: `The dataset '${dataset}' has no dimension '${dimension}'; ${allowedWords(dimension, [...codes.keys()])}`,
    }));
  const open = [...codes]
    .filter(
      ([dimension, known]) => !(dimension in term) && known !== 'one' && (known === 'several' || known.length > 1),
    )
    .map(([dimension]) => ({
      path,
      text: `'${dimension}' has several categories in '${dataset}'; name those to sum, or write ${dimension}: { not: [] } for all.`,
    }));
  return [
    ...unknown,
    ...open,
    ...Object.keys(term).flatMap((name) => checkCodes(term, name, [...path, name], codes.get(name))),
  ];
}

function checkCodes(
  term: Term,
  dimension: string,
  path: Path,
  known: string | readonly string[] | undefined,
): readonly Finding[] {
  const selection = term[dimension] ?? [];
  const [written, at] = 'not' in selection ? [selection.not, [...path, 'not']] : [selection, path];
  return written.flatMap((code, index) => {
    const entry = [...at, index];
    if (written.indexOf(code) < index) return [{ path: entry, text: `'${code}' stands in this list already.` }];
    if (typeof known !== 'object' || known.includes(code)) return [];
    return [
      {
        path: entry,
        text: `'${code}' is not among the categories of '${dimension}' that are fetched; ${allowedWords(code, known)}`,
      },
    ];
  });
}

/** Categories left out must be of a dimension whose counted ones are listed, and not be counted themselves. */
function checkLeftOut(
  { terms, leftOut = {}, dataset }: InputEntry,
  path: Path,
  { codes }: DatasetDimensions,
): readonly Finding[] {
  const listed = (dimension: string) =>
    terms.flatMap(({ [dimension]: selection }) => (Array.isArray(selection) ? selection : []));
  return Object.entries(leftOut).flatMap(([dimension, selection]): readonly Finding[] => {
    const at = [...path, 'leftOut', dimension];
    if (!codes.has(dimension)) {
      const text = `The dataset '${dataset}' has no dimension '${dimension}'; ${allowedWords(dimension, [...codes.keys()])}`;
      return [{ path: at, onKey: true, text }];
    }
    if (listed(dimension).length === 0) {
      const text = `No term lists which categories of '${dimension}' are counted, so there is nothing to leave out here.`;
      return [{ path: at, onKey: true, text }];
    }
    if (selection === 'all-others') return [];
    return selection.flatMap((code, index) => {
      const entry = [...at, index];
      if (selection.indexOf(code) < index) return [{ path: entry, text: `'${code}' stands in this list already.` }];
      return listed(dimension).includes(code)
        ? [{ path: entry, text: `'${code}' is counted by a term; choose one.` }]
        : [];
    });
  });
}

function checkSurvey(input: InputEntry, id: string, path: Path): readonly Finding[] {
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
): readonly Finding[] {
  if (measure !== 'ratio') {
    const text = "'per' belongs to the measure 'ratio'; this indicator's measure is another one.";
    return per === undefined ? [] : [{ path: [...path, 'per'], onKey: true, text }];
  }
  if (per === undefined)
    return [{ path, text: "'per' is missing: a ratio needs the figures that these are divided by." }];
  const dimensions = datasets.get(per.dataset);
  if (dimensions === undefined)
    return [{ path: [...path, 'per', 'dataset'], text: unknownDataset(per.dataset, datasets) }];
  return per.terms.flatMap((term, place) => checkTerm(term, [...path, 'per', 'terms', place], per.dataset, dimensions));
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
): readonly Finding[] {
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
  return [
    ...unknown,
    ...terms.flatMap((term) => checkTerm(term, [...path, 'secondTable'], secondTable, other).slice(0, 1)),
  ];
}

function checkOver({ over, terms }: InputEntry, measure: IndicatorFile['measure'], path: Path): readonly Finding[] {
  if (measure !== 'diversity') {
    const text = "'over' belongs to the measure 'diversity'; this indicator's measure is another one.";
    return over === undefined ? [] : [{ path: [...path, 'over'], onKey: true, text }];
  }
  if (over === undefined)
    return [{ path, text: "'over' is missing: diversity needs the dimension whose categories are the groups." }];
  if (terms.every((term) => over in term)) return [];
  return [{ path: [...path, 'over'], text: `Every term must list the groups of '${over}'.` }];
}
