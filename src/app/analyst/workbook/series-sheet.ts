import type { Sheet } from '../../../files/workbook/sheet.ts';
import { decimalsOf } from '../../../words/number-text.ts';
import { code, day, type Field, headed, number, type Row, text, year } from './cells.ts';
import { type Frame, termsIn } from './frame.ts';
import { limited } from './limited.ts';
import { decimals, decimalsOfChange, decimalsOfLead, decimalsOfMargin } from './status-sheet.ts';

/** Far more than nine indicators and their peers have; a sheet has room for a million. */
const MOST_ROWS = 100_000;

/** A level that is worked out has many; nobody reads more than these. */
const MOST_DECIMALS_OF_LEVEL = 2;

/** Of the own municipality the verdicts, and the figures none was given of; of its peers the figures. */
const FIGURES = (language: string) => `
  SELECT coalesce(verdict.indicator_id, series.indicator_id) AS indicator_id, report.title_${language} AS title,
    coalesce(series.role, 'own') AS role, series.name, series.municipality_code,
    coalesce(verdict.period, series.period) AS period,
    coalesce(verdict.period_start, series.period_start) AS period_start,
    coalesce(verdict.period_end, series.period_end) AS period_end, coalesce(verdict.year, series.year) AS year,
    coalesce(verdict.value, series.value) AS value, coalesce(verdict.unit, series.unit) AS unit,
    coalesce(verdict.decimals, (SELECT max(one.decimals) FROM out_verdict AS one
      WHERE one.indicator_id = series.indicator_id)) AS decimals,
    coalesce(series.value_missing, series.level_missing) AS missing,
    series.level, CASE WHEN series.level IS NOT NULL THEN series.level_unit END AS level_unit, series.growth,
    verdict.status_${language} AS status, verdict.previous_period, verdict.previous, verdict.change,
    verdict.peers_figure, verdict.lead, verdict.margin, verdict.flags, verdict.in_a_row, series.dataset, series.table_id
  FROM out_indicator_series AS series
  FULL JOIN out_verdict AS verdict ON series.role = 'own'
    AND verdict.indicator_id = series.indicator_id AND verdict.period = series.period
  LEFT JOIN out_report AS report ON report.indicator_id = coalesce(verdict.indicator_id, series.indicator_id)
  ORDER BY report.position, coalesce(series.role, 'own') = 'peer', series.place,
    coalesce(verdict.period_start, series.period_start)
  LIMIT ${MOST_ROWS + 1}`;

/** A row for every indicator, place and period. */
export function seriesSheet(frame: Frame): Sheet {
  const { read, language, texts } = frame;
  const flags = termsIn(frame, 'flag');
  const missing = termsIn(frame, 'missing');
  const all = read(FIGURES(language));
  const ofLevel = levelDecimals(all);
  const fields: readonly Field[] = [
    { id: 'indicator', width: 38, cell: (row) => text(row['title']) },
    { id: 'place', width: 20, cell: (row) => text(row['name']) },
    { id: 'period', width: 12, cell: (row) => code(row['period']) },
    { id: 'value', width: 12, cell: (row) => number(row['value'], decimals(row)) },
    { id: 'unit', width: 22, cell: (row) => text(row['unit']) },
    { id: 'status', width: 20, cell: (row) => text(row['status']) },
    { id: 'previousPeriod', width: 12, cell: (row) => code(row['previous_period']) },
    { id: 'previous', width: 12, cell: (row) => number(row['previous'], decimals(row)) },
    { id: 'change', width: 11, cell: (row) => number(row['change'], decimalsOfChange(row)) },
    { id: 'peersFigure', width: 15, cell: (row) => number(row['peers_figure'], decimals(row)) },
    { id: 'lead', width: 12, cell: (row) => number(row['lead'], decimalsOfLead(row)) },
    { id: 'margin', width: 10, cell: (row) => number(row['margin'], decimalsOfMargin(row)) },
    { id: 'inARow', width: 10, cell: (row) => number(row['in_a_row'], 0) },
    { id: 'flags', width: 28, cell: (row) => text(flags(row['flags'])) },
    { id: 'missing', width: 34, cell: (row) => (row['value'] === null ? text(missing(row['missing'])) : null) },
    { id: 'level', width: 12, cell: (row) => number(row['level'], ofLevel(row)) },
    { id: 'levelUnit', width: 22, cell: (row) => text(row['level_unit']) },
    { id: 'growth', width: 12, cell: (row) => number(row['growth'], Math.max(decimals(row), 1)) },
    { id: 'role', width: 16, cell: (row) => text(texts.roles[row['role'] === 'peer' ? 'peer' : 'own']) },
    { id: 'municipality', width: 18, cell: (row) => code(row['municipality_code']) },
    { id: 'year', width: 9, cell: (row) => year(row['year']) },
    { id: 'from', width: 12, cell: (row) => day(row['period_start']) },
    { id: 'to', width: 12, cell: (row) => day(row['period_end']) },
    { id: 'dataset', width: 24, cell: (row) => code(row['dataset']) },
    { id: 'table', width: 9, cell: (row) => code(row['table_id']) },
    { id: 'indicatorId', width: 22, cell: (row) => code(row['indicator_id']) },
  ];
  const { shown, note } = limited(all, { most: MOST_ROWS, table: 'out_indicator_series' }, frame);
  const rows = shown.map((row) => fields.map(({ cell }) => cell(row)));
  return {
    name: texts.sheets.series,
    columns: headed(fields, texts),
    rows,
    frozenColumns: 3,
    printedColumns: 13,
    note,
  };
}

/** As many for every level of an indicator as the one of them with most. */
function levelDecimals(rows: readonly Row[]): (row: Row) => number {
  const most = new Map<string, number>();
  for (const row of rows) {
    const { level } = row;
    if (typeof level !== 'number') continue;
    const own = Math.min(decimalsOf(level), MOST_DECIMALS_OF_LEVEL);
    most.set(String(row['indicator_id']), Math.max(own, most.get(String(row['indicator_id'])) ?? 0));
  }
  return (row) => most.get(String(row['indicator_id'])) ?? 0;
}
