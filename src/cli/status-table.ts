import type { AssessmentResult } from '../app/assess/assess.ts';
import type { StatusView } from '../app/show/status-view.ts';
import { titleIn } from '../model/language.ts';
import { sayAssessment, sentenceBesideSource } from '../words/finding/say-finding.ts';
import { momentText } from '../words/terminal/moment.ts';
import { renderLines } from './print.ts';
import { type Reader, toned, toneOf } from './reader.ts';
import { markedStatus } from './status-mark.ts';
import { renderTable } from './table.ts';

/** Column of the status in the table below. */
const STATUS = 1;

/** The status page of the terminal: municipality, one row an indicator, and where the figures come from. */
export function renderStatusTable(
  page: { readonly municipality: string; readonly assessedAt: string | null; readonly lines: readonly StatusView[] },
  reader: Reader,
): string {
  const { municipality, assessedAt, lines } = page;
  const { texts, language, columns } = reader;
  const heading = [texts.indicator, texts.status, texts.value, texts.flags];
  const rows = lines.map(({ id, title, said, period, value, flags }) => [
    `${title}\n${id}`,
    markedStatus(said, language),
    ...[`${value}\n${period}`, flags],
  ]);
  const toneAt = (row: number) => lines[row]?.status;
  const paint = (text: string, column: number, row: number) => {
    const status = toneAt(row);
    return toned(text, column === STATUS && status !== undefined ? toneOf(status) : null, reader);
  };
  const sources = [...new Set(lines.map(({ source }) => source).filter((source) => source !== ''))];
  const assessed = texts.assessed(assessedAt === null ? null : momentText(assessedAt, reader));
  return [
    renderLines([`${municipality}. ${assessed}`], columns),
    renderTable(heading, rows, columns, paint),
    ...(sources.length === 0 ? [] : [renderLines([`${texts.sources}:`, ...sources.map((one) => `  ${one}`)], columns)]),
    '',
  ].join('\n');
}

/** What a run changed, a sentence each without its source, which `status` names; says so when it changed nothing. */
export function renderChanges(results: readonly AssessmentResult[], reader: Reader): string {
  const { texts, language, columns } = reader;
  const changed = results.filter(({ previous, next, cause }) => cause !== null && previous?.status !== next.status);
  if (changed.length === 0) return `${texts.nothingChanged}\n`;
  const lines = changed.map(
    ({ rules, next }) =>
      `  ${titleIn(language, rules.definition)}: ${sentenceBesideSource(sayAssessment(next, language))}`,
  );
  return `${renderLines([`${texts.changed}:`, ...lines], columns)}\n`;
}
