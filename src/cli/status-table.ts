import type { AssessmentResult } from '../app/assess/assess.ts';
import type { StatusView } from '../app/show/status-view.ts';
import { type Language, titleIn } from '../model/language.ts';
import { sentenceOf } from '../words/finding/say-finding.ts';
import type { TerminalTexts } from '../words/terminal/texts.ts';
import { renderTable } from './print.ts';

/** The status page of the terminal: municipality, one row an indicator, and where the figures come from. */
export function renderStatusTable(
  page: {
    readonly municipality: string;
    readonly assessedAt: string | null;
    readonly lines: readonly StatusView[];
    readonly words: TerminalTexts;
  },
  columns: number | undefined,
): string {
  const { municipality, assessedAt, lines, words } = page;
  const heading = [words.indicator, words.status, words.period, words.value, words.flags];
  const rows = lines.map(({ title, status, period, value, flags }) => [title, status, period, value, flags]);
  const sources = [...new Set(lines.map(({ source }) => source).filter((source) => source !== ''))];
  const assessed = assessedAt === null ? words.never : `${assessedAt.slice(0, 16).replace('T', ' ')} UTC`;
  return [
    `${municipality}. ${words.assessed}: ${assessed}`,
    renderTable(heading, rows, columns),
    ...(sources.length === 0 ? [] : [`${words.sources}:`, ...sources.map((source) => `  ${source}`)]),
    '',
  ].join('\n');
}

/** What a run changed, a sentence each; says so when it changed nothing. */
export function renderChanges(results: readonly AssessmentResult[], words: TerminalTexts, language: Language): string {
  const changed = results.filter(({ previous, next, cause }) => cause !== null && previous?.status !== next.status);
  if (changed.length === 0) return `${words.nothingChanged}\n`;
  const lines = changed.map(
    ({ rules, next }) => `  ${titleIn(language, rules.definition)}: ${sentenceOf(next, language)}`,
  );
  return `${words.changed}:\n${lines.join('\n')}\n`;
}
