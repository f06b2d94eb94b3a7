import type { HeldImport, TakenImport } from '../app/files/find-file.ts';
import type { ImportReport } from '../app/files/take-file-in.ts';
import type { ImportPreview, Said } from '../app/files/preview-import.ts';
import type { CategoryTreatment } from '../app/files/treatments.ts';
import type { ChangeSummary } from '../model/data/publication.ts';
import type { Language } from '../model/language.ts';
import { periodFromKey } from '../model/time-period.ts';
import { statusText } from '../words/finding/status-text.ts';
import { quoted } from '../words/list.ts';
import { LOCALES } from '../words/locale.ts';
import { terminalTextsOf } from '../words/terminal/language.ts';
import type { ImportWords } from '../words/terminal/texts.ts';
import { renderTable } from './print.ts';

/** Sums of so many of the latest years are shown; all of them are in the JSON document. */
const YEARS_SHOWN = 3;

/** The JSON document of `--dry-run` and `import show`; periods are codes. */
export function previewDocument({ changes, ...seen }: ImportPreview) {
  return { dryRun: true, ...changesDocument(changes), ...seen };
}

/** The JSON document of a command that took a file in, or back; periods are codes. */
export function reportDocument({ message, changes, assessments, delivery }: ImportReport) {
  const changed = assessments.filter(({ cause }) => cause !== null);
  return {
    dryRun: false,
    message,
    ...changesDocument(changes),
    indicators: changed.map(({ rules, next, cause }) => ({
      id: rules.definition.id,
      status: next.status,
      value: next.value,
      period: next.period,
      cause,
    })),
    delivery,
  };
}

function changesDocument({ revisions, ...counts }: ChangeSummary) {
  return {
    ...counts,
    revisions: revisions.map(({ seriesKey, period, before, after }) => ({
      series: seriesKey,
      period: periodFromKey(period).code,
      before,
      after,
    })),
  };
}

interface Files {
  readonly held: readonly HeldImport[];
  readonly taken: readonly TakenImport[];
}

/** The JSON document of `import list`. */
export function filesDocument({ held, taken }: Files) {
  return {
    held: held.map(({ id, kind, name, sha256, action, findings, heldAt, handedInBy }) => ({
      id: `held-${id}`,
      kind,
      name,
      sha256,
      action,
      heldAt,
      handedInBy,
      findings,
    })),
    taken: taken.map(({ id, kind, name, sha256, action, rows, importedAt, importedBy, ...file }) => ({
      id,
      kind,
      name,
      sha256,
      action,
      figures: rows,
      importedAt,
      importedBy,
      inserted: file.inserted,
      revised: file.revised,
      withdrawn: file.withdrawn,
      undoneAt: file.undoneAt,
      undoneBy: file.undoneBy,
    })),
  };
}

/** One line a file, those that wait first. */
export function renderFiles({ held, taken }: Files, words: ImportWords, columns: number | undefined): string {
  if (held.length + taken.length === 0) return `${words.noFiles}\n`;
  const rows = [
    ...held.map(({ id, name, kind, action, heldAt, handedInBy, sha256 }) => [
      ...[`held-${id}`, name, kind, words.actions[action], minute(heldAt), handedInBy, sha256.slice(0, 12)],
      ...['', '', '', words.states.held],
    ]),
    ...taken.map(({ id, name, kind, action, importedAt, importedBy, sha256, undoneAt, ...file }) => [
      ...[String(id), name, kind, words.actions[action], minute(importedAt), importedBy, sha256.slice(0, 12)],
      ...[String(file.inserted), String(file.revised), String(file.withdrawn)],
      undoneAt === null ? words.states['in-force'] : `${words.states.undone} ${minute(undoneAt)}`,
    ]),
  ];
  return `${renderTable(words.fileHeading, rows, columns)}\n`;
}

function minute(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}

/** All that a file would do, in lines a person can go through. */
export function renderPreview(seen: ImportPreview, language: Language): string {
  const words = terminalTextsOf(language).imports;
  const { action, changes, questions, indicators, years, categories, treatments } = seen;
  const { inserted, revised, withdrawn, unchanged } = changes;
  const heading = action === 'withdraw' ? words.nothingTakenBack : words.nothingChanged;
  const asked = questions.length === 0 ? [words.nothingAsked] : [words.asked, ...questions.map((one) => `- ${one}`)];
  const list = (names: readonly string[]) => (names.length === 0 ? words.none : quoted(names));
  return [
    `${heading} ${words.changes(inserted, revised, withdrawn, unchanged)}`,
    ...(action === 'withdraw' ? [] : asked),
    `${words.indicators}:`,
    ...indicators.map(({ id, before, after }) => {
      return `  ${id}: ${before === null ? words.none : saidText(before, language)} → ${saidText(after, language)}`;
    }),
    `${words.years}: ${years.all.join(', ')} (${words.added}: ${years.added.join(', ') || words.none}; ${words.gone}: ${years.gone.join(', ') || words.none})`,
    `${words.newCategories}: ${list(categories.added)}`,
    `${words.goneCategories}: ${list(categories.gone)}`,
    ...(categories.renamed.length === 0
      ? []
      : [`${words.renamed}: ${categories.renamed.map(({ from, to }) => `«${from}» → «${to}»`).join(', ')}`]),
    ...(treatments.length === 0 ? [] : [`${words.treatments}:`]),
    ...treatments.map((one) => `  ${treatmentText(one, words)}`),
    renderSums(seen, language),
    '',
  ].join('\n');
}

/** A category and what an indicator does with it, in a line. */
export function treatmentText(
  { code, treatment, without, isThere, indicator }: CategoryTreatment,
  words: ImportWords,
): string {
  const except = without.length === 0 ? '' : words.without(quoted(without));
  return `«${code}» ${words.treated[treatment]}${except}${isThere ? '' : words.notThere} (${indicator})`;
}

function saidText({ status, value, period }: Said, language: Language): string {
  const figure = value === null ? '' : ` ${numberText(value, language)}`;
  return `${statusText(status, language)}${figure}${period === null ? '' : ` (${period})`}`;
}

function renderSums({ sums, years }: ImportPreview, language: Language): string {
  const shown = years.all.slice(-YEARS_SHOWN);
  const rows = sums
    .filter(({ year }) => shown.includes(year))
    .map(({ category, year, before, after }) => [
      ...[category, year],
      ...[before, after].map((sum) => (sum === null ? '–' : numberText(sum, language))),
    ]);
  return renderTable(terminalTextsOf(language).imports.sumHeading, rows, undefined);
}

function numberText(value: number, language: Language): string {
  return value.toLocaleString(LOCALES[language], { maximumFractionDigits: 2 });
}
