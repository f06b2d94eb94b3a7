import type { DatasetDimensions } from './dataset-dimensions.ts';
import type { InputEntry } from '../files/indicator-file.ts';
import { allowedWords } from '../../platform/nearest-word.ts';
import type { SettingsFinding, Path } from '../problem.ts';

type Term = InputEntry['terms'][number];

/** A term must name dimensions of its dataset, each that has several categories, and codes that are fetched. */
export function checkTerm(
  term: Term,
  path: Path,
  dataset: string,
  { codes, complete }: DatasetDimensions,
): readonly SettingsFinding[] {
  // A variable that the dataset takes the total of has no categories to choose among, and is mostly not there at all.
  const remedy = complete
    ? ''
    : ' What the dataset takes the total of is not named here, or asked for under its select.';
  const unknown = Object.keys(term)
    .filter((dimension) => !codes.has(dimension))
    .map((dimension) => ({
      path: [...path, dimension],
      onKey: true,
      text: `The dataset '${dataset}' has no dimension '${dimension}'; ${allowedWords(dimension, [...codes.keys()])}${remedy}`,
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

/** No figure may be taken by two terms of an input. */
export function checkTakenTwice(terms: readonly Term[], path: Path): readonly SettingsFinding[] {
  return terms.flatMap((term, index) => {
    const other = terms.slice(0, index).findIndex((one) => meet(one, term));
    const text = `Term ${other + 1} takes some of these figures as well, and they would count twice: leave them out of one of the two.`;
    return other === -1 ? [] : [{ path: [...path, index], text }];
  });
}

/** A dimension that a term does not name has one category, which both take. */
function meet(one: Term, other: Term): boolean {
  return Object.entries(one).every(([dimension, a]) => {
    const b = other[dimension];
    if (b === undefined) return true;
    if ('not' in a) return 'not' in b || b.some((code) => !a.not.includes(code));
    return a.some((code) => ('not' in b ? !b.not.includes(code) : b.includes(code)));
  });
}

function checkCodes(
  term: Term,
  dimension: string,
  path: Path,
  known: string | readonly string[] | undefined,
): readonly SettingsFinding[] {
  const selection = term[dimension] ?? [];
  const [written, at] = 'not' in selection ? [selection.not, [...path, 'not']] : [selection, path];
  return written.flatMap((code, index) => {
    const entry = [...at, index];
    if (written.indexOf(code) < index) return [{ path: entry, text: `'${code}' is already in this list.` }];
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
export function checkLeftOut(
  { terms, leftOut = {}, dataset }: InputEntry,
  path: Path,
  { codes }: DatasetDimensions,
): readonly SettingsFinding[] {
  const codesOf = (dimension: string) =>
    terms.flatMap(({ [dimension]: selection }) => (Array.isArray(selection) ? selection : []));
  return Object.entries(leftOut).flatMap(([dimension, selection]): readonly SettingsFinding[] => {
    const at = [...path, 'leftOut', dimension];
    if (!codes.has(dimension)) {
      const text = `The dataset '${dataset}' has no dimension '${dimension}'; ${allowedWords(dimension, [...codes.keys()])}`;
      return [{ path: at, onKey: true, text }];
    }
    if (codesOf(dimension).length === 0) {
      const text = `No term lists which categories of '${dimension}' are counted, so there is nothing to leave out here.`;
      return [{ path: at, onKey: true, text }];
    }
    if (selection === 'all-others') return [];
    return selection.flatMap((code, index) => {
      const entry = [...at, index];
      if (selection.indexOf(code) < index) return [{ path: entry, text: `'${code}' is already in this list.` }];
      return codesOf(dimension).includes(code)
        ? [{ path: entry, text: `'${code}' is counted by a term; choose one.` }]
        : [];
    });
  });
}
