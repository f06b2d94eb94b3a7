import type { Sheet } from '../../../files/workbook/sheet.ts';
import { decimalsOf, tellingDecimals } from '../../../words/number-text.ts';
import { code, type Field, headed, number, type Row, text } from './cells.ts';
import { type Frame, termsIn } from './frame.ts';

const LATEST = (language: string) => `
  SELECT report.indicator_id, report.position, report.goal, report.subgoal, report.ambition, report.period, report.value,
    report.unit, report.title_${language} AS title, report.status_${language} AS status,
    report.sentence_${language} AS sentence, report.reservation_${language} AS reservation,
    report.next_${language} AS next, report.source_${language} AS source,
    verdict.decimals, verdict.previous_period, verdict.previous, verdict.change, verdict.peers_figure,
    verdict.lead, verdict.margin, verdict.flags, verdict.in_a_row, verdict.met_since_plan, verdict.judged_since_plan,
    (SELECT out_source.table_address FROM out_indicator_series AS series JOIN out_source USING (dataset)
     WHERE series.indicator_id = report.indicator_id AND series.role = 'own' LIMIT 1) AS table_address
  FROM out_report AS report
  LEFT JOIN out_verdict AS verdict ON verdict.indicator_id = report.indicator_id AND verdict.is_latest = 1
  ORDER BY report.position`;

const MOST_DECIMALS_OF_MARGIN = 4;

/** Up to the source: what the annual report has of an indicator. */
const PRINTED = 11;

/** A row for every indicator as it stands now. */
export function statusSheet(frame: Frame): Sheet {
  const { read, language, texts, page } = frame;
  const flags = termsIn(frame, 'flag');
  const fields: readonly Field[] = [
    { id: 'number', width: 5, cell: (row) => number(row['position'], 0) },
    {
      ...{ id: 'indicator', width: 36, wraps: true },
      cell: (row) => text(row['title'], page === null ? null : `${page}#${row['indicator_id']}`),
    },
    { id: 'status', width: 17, wraps: true, cell: (row) => text(row['status']) },
    { id: 'period', width: 12, cell: (row) => code(row['period']) },
    { id: 'value', width: 11, cell: (row) => number(row['value'], told(row)) },
    { id: 'unit', width: 18, wraps: true, cell: (row) => text(row['unit']) },
    { id: 'change', width: 10, cell: (row) => number(row['change'], decimalsOfChange(row)) },
    { id: 'sentence', width: 46, wraps: true, cell: (row) => text(row['sentence']) },
    { id: 'reservation', width: 40, wraps: true, cell: (row) => text(row['reservation']) },
    { id: 'next', width: 15, wraps: true, cell: (row) => text(row['next']) },
    { id: 'source', width: 30, wraps: true, cell: (row) => text(row['source']) },
    { id: 'previousPeriod', width: 12, cell: (row) => code(row['previous_period']) },
    { id: 'previous', width: 12, cell: (row) => number(row['previous'], decimals(row)) },
    { id: 'peersFigure', width: 15, cell: (row) => number(row['peers_figure'], decimals(row)) },
    { id: 'lead', width: 12, cell: (row) => number(row['lead'], decimalsOfLead(row)) },
    { id: 'margin', width: 10, cell: (row) => number(row['margin'], decimalsOfMargin(row)) },
    { id: 'inARow', width: 10, cell: (row) => number(row['in_a_row'], 0) },
    { id: 'met', width: 10, cell: (row) => number(row['met_since_plan'], 0) },
    { id: 'judged', width: 10, cell: (row) => number(row['judged_since_plan'], 0) },
    { id: 'flags', width: 30, wraps: true, cell: (row) => text(flags(row['flags'])) },
    { id: 'goal', width: 30, wraps: true, cell: (row) => text(row['goal']) },
    { id: 'subgoal', width: 40, wraps: true, cell: (row) => text(row['subgoal']) },
    { id: 'ambition', width: 40, wraps: true, cell: (row) => text(row['ambition']) },
    { id: 'address', width: 42, cell: (row) => text(row['table_address'], linkIn(row)) },
    { id: 'indicatorId', width: 24, cell: (row) => code(row['indicator_id']) },
  ];
  const rows = read(LATEST(language)).map((row) => fields.map(({ cell }) => cell(row)));
  const columns = headed(fields, texts);
  return { name: texts.sheets.status, columns, rows, frozenColumns: 2, printedColumns: PRINTED, note: null };
}

function linkIn(row: Row): string | null {
  const address = row['table_address'];
  return typeof address === 'string' ? address : null;
}

/** As many as the page shows of the values of the indicator. */
export function decimals(row: Row): number {
  return Number(row['decimals'] ?? 0);
}

/** The latest value is told with the decimals of its sentence, which may be more. */
function told(row: Row): number {
  return typeof row['value'] === 'number' ? Math.max(decimals(row), decimalsOf(row['value'])) : 0;
}

/** As many as show that a change is not nil, and on which side of the margin it is. */
export function decimalsOfChange(row: Row): number {
  return telling(row['change'], row);
}

/** As `decimalsOfChange`, of the lead on the peers. */
export function decimalsOfLead(row: Row): number {
  return telling(row['lead'], row);
}

function telling(value: string | number | null | undefined, row: Row): number {
  return typeof value === 'number' ? tellingDecimals(value, Number(row['margin'] ?? 0), decimals(row)) : 0;
}

/** A small margin is shown as it is; a larger one with the decimals of the value. */
export function decimalsOfMargin(row: Row): number {
  const margin = row['margin'];
  if (typeof margin !== 'number') return 0;
  return margin < 1 ? Math.min(decimalsOf(margin), MOST_DECIMALS_OF_MARGIN) : decimals(row);
}
