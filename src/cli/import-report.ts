import type { ImportPreview, Said } from '../app/files/preview-import.ts';
import type { CategoryTreatment } from '../app/files/treatments.ts';
import type { App } from '../app/open-app.ts';
import { type Language, titleIn } from '../model/language.ts';
import { textsOf } from '../words/finding/texts-of.ts';
import { quoted } from '../words/list.ts';
import { decimalsOf, numberText, rangeText } from '../words/number-text.ts';
import { shortMoment } from '../words/terminal/moment.ts';
import type { ImportWords } from '../words/terminal/texts.ts';
import type { Files } from './import-document.ts';
import { renderLines } from './print.ts';
import type { Reader } from './reader.ts';
import { markedStatus } from './status-mark.ts';
import { renderTable } from './table.ts';

/** Of a sum or a value that is shown. */
const MOST_DECIMALS = 2;
/** Sums of so many of the latest years are shown; all of them are in the JSON document. */
const YEARS_SHOWN = 3;

/** One row a file, those that wait first. */
export function renderFiles({ held, taken }: Files, reader: Reader): string {
  const words = reader.texts.imports;
  if (held.length + taken.length === 0) return `${words.noFiles}\n`;
  const fileText = (file: { readonly name: string; readonly kind: string; readonly sha256: string }) =>
    `${file.name}\n${file.kind}\n${file.sha256.slice(0, 12)}`;
  const whenText = (at: string, who: string) => `${shortMoment(at, reader)}\n${who}`;
  const rows = [
    ...held.map((file) => [
      ...[`held-${file.id}`, fileText(file), whenText(file.heldAt, file.handedInBy)],
      ...[words.actions[file.action], words.states.held],
    ]),
    ...taken.map(({ undoneAt, ...file }) => [
      ...[String(file.id), fileText(file), whenText(file.importedAt, file.importedBy)],
      `${words.actions[file.action]}\n${words.counts(file.inserted, file.revised, file.withdrawn)}`,
      undoneAt === null ? words.states['in-force'] : `${words.states.undone} ${shortMoment(undoneAt, reader)}`,
    ]),
  ];
  return `${renderTable(words.fileHeading, rows, reader.columns)}\n`;
}

/** All that a file would do, in lines a person can go through. */
export function renderPreview(seen: ImportPreview, settings: Pick<App, 'settings'>, reader: Reader): string {
  const words = reader.texts.imports;
  const { action, changes, questions, indicators, years, categories, treatments } = seen;
  const { inserted, revised, withdrawn, unchanged } = changes;
  const heading = action === 'withdraw' ? words.nothingTakenBack : words.nothingChanged;
  const asked = questions.length === 0 ? [words.nothingAsked] : [words.asked, ...questions.map((one) => `- ${one}`)];
  const list = (names: readonly string[]) => (names.length === 0 ? words.none : quoted(names));
  const span = (some: readonly string[]) => (some.length === 0 ? words.none : yearsText(some));
  const lines = [
    `${heading} ${words.changes(inserted, revised, withdrawn, unchanged)}`,
    ...(action === 'withdraw' ? [] : asked),
    `${words.indicators}:`,
    ...indicators.map(({ id, before, after }) => {
      const was = before === null ? words.none : saidText(before, reader);
      return `  ${titleOf(settings, id, reader)}: ${was} → ${saidText(after, reader)}`;
    }),
    `${words.years}: ${span(years.all)} (${words.added}: ${span(years.added)}; ${words.gone}: ${span(years.gone)})`,
    `${words.newCategories}: ${list(categories.added)}`,
    `${words.goneCategories}: ${list(categories.gone)}`,
    ...(categories.renamed.length === 0
      ? []
      : [`${words.renamed}: ${categories.renamed.map(({ from, to }) => `«${from}» → «${to}»`).join(', ')}`]),
    ...(treatments.length === 0 ? [] : [`${words.treatments}:`]),
    ...treatments.map((one) => `  ${treatmentText(one, words)}`),
  ];
  return [renderLines(lines, reader.columns), renderSums(seen, reader), ''].join('\n');
}

/** A category and what an indicator does with it, in a line. */
export function treatmentText(
  { code, treatment, without, isThere, indicator }: CategoryTreatment,
  words: ImportWords,
): string {
  const except = without.length === 0 ? '' : words.without(quoted(without));
  return `«${code}» ${words.treated[treatment]}${except}${isThere ? '' : words.notThere} (${indicator})`;
}

function titleOf({ settings }: Pick<App, 'settings'>, id: string, { language }: Reader): string {
  const definition = settings.indicators.find((one) => one.id === id);
  return definition === undefined ? id : `${titleIn(language, definition)} (${id})`;
}

/** Years in a row as a span: `2009, 2011–2024`. */
function yearsText(years: readonly string[]): string {
  const spans: (readonly [first: string, last: string])[] = [];
  for (const year of years) {
    const open = spans.at(-1);
    if (open !== undefined && Number(open[1]) + 1 === Number(year)) spans[spans.length - 1] = [open[0], year];
    else spans.push([year, year]);
  }
  return spans.map(([first, last]) => (first === last ? first : `${first}–${last}`)).join(', ');
}

function saidText({ said, value, period }: Said, { language }: Reader): string {
  const figure = value === null ? '' : ` ${figureText(value, language)}`;
  return `${markedStatus(said, language)}${figure}${period === null ? '' : ` (${rangeText(period)})`}`;
}

function renderSums({ sums, years }: ImportPreview, { language, texts, columns }: Reader): string {
  const shown = years.all.slice(-YEARS_SHOWN);
  const rows = sums
    .filter(({ year }) => shown.includes(year))
    .map(({ category, year, before, after }) => [
      ...[category, year],
      ...[before, after].map((sum) => (sum === null ? '–' : figureText(sum, language))),
    ]);
  return renderTable(texts.imports.sumHeading, rows, columns);
}

function figureText(value: number, language: Language): string {
  return numberText(value, Math.min(decimalsOf(value), MOST_DECIMALS), textsOf(language));
}
