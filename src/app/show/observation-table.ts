import { formIn, type Language } from '../../model/language.ts';
import type { Evidence } from '../../model/plan/assessment.ts';
import type { UsedObservation } from '../../model/plan/indicator-series.ts';
import type { SeriesCategory } from '../../store/read/series-words.ts';
import { periodText } from '../../words/finding/sentence-context.ts';
import { textsOf } from '../../words/finding/texts-of.ts';
import { decimalsOf, numberText, unitText } from '../../words/number-text.ts';
import { terminalTextsOf } from '../../words/terminal/language.ts';
import { type ShownTable, withoutConstants } from './shown-table.ts';

const MOST_DECIMALS = 4;

/** Every figure that was used: of what place and what else, by the source's words with its codes, and where it stands. */
export function observationTable(
  { observations }: Pick<Evidence, 'observations'>,
  wordsOf: ReadonlyMap<string, readonly SeriesCategory[]>,
  language: Language,
): ShownTable {
  const words = terminalTextsOf(language).explanation;
  const texts = textsOf(language);
  const dimensions = dimensionsOf(observations, wordsOf, language);
  const heading = [
    ...[...dimensions.values()],
    ...[words.period, words.value, words.symbol, words.table, words.publication],
  ];
  const rows = observations.map(({ table, series, period, value, symbol, publication }) => [
    ...[...dimensions.keys()].map((dimension) => categoryText(wordsOf.get(series), dimension, series, language)),
    periodText(texts, period),
    value === null ? '–' : numberText(value, Math.min(decimalsOf(value), MOST_DECIMALS), texts),
    ...[symbol ?? '', table ?? words.file, String(publication)],
  ]);
  return withoutConstants({ title: words.observations, same: [], heading, rows }, [words.period, words.value]);
}

/** Codes of the dimensions of any of the series, places first, with what a person calls each. */
function dimensionsOf(
  observations: readonly UsedObservation[],
  wordsOf: ReadonlyMap<string, readonly SeriesCategory[]>,
  language: Language,
): ReadonlyMap<string, string> {
  const words = terminalTextsOf(language).explanation;
  const all = observations.flatMap(({ series }) => wordsOf.get(series) ?? []);
  const named = [...all.filter(({ role }) => role === 'geo'), ...all].map(
    ({ dimension, dimensionLabel, dimensionLabelEn, role }) => {
      const label = formIn(language, { norwegian: dimensionLabel, english: dimensionLabelEn ?? dimensionLabel });
      return [dimension, role === 'geo' ? words.peer : label] as const;
    },
  );
  // The key alone, where nothing else is known of a series.
  return new Map(named.length === 0 ? [['', words.series] as const] : named);
}

function categoryText(
  categories: readonly SeriesCategory[] | undefined,
  dimension: string,
  series: string,
  language: Language,
): string {
  if (dimension === '') return series;
  const found = categories?.find((one) => one.dimension === dimension);
  if (found === undefined) return '';
  const { code, label, labelEn } = found;
  const said = unitText(formIn(language, { norwegian: label, english: labelEn ?? label }));
  return said === code ? code : `${said} (${code})`;
}
