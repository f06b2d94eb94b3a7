import type { DatasetTrial, TriedTable } from '../../app/datasets/try-dataset.ts';
import { renderLines } from '../print.ts';
import { renderTable } from '../table.ts';

/** More series than this are counted and not shown. */
const SHOWN_SERIES = 20;
const SHOWN_CODES = 6;

/** What came of a dataset, for a terminal of so many columns: its tables, and whether an ingest would refuse it. */
export function trialText(
  { datasetId, isFetched, tables, refused }: DatasetTrial,
  columns: number | undefined,
): string {
  const end =
    refused === null
      ? ['Nothing of this would be refused. Nothing was stored.']
      : ['This would be refused, and nothing of it taken in:', `  ${refused.message}`, `  ${refused.hint}`];
  const unused = isFetched
    ? []
    : [`No indicator uses ${datasetId}, and keep: true is not written: it is not fetched until one of them is.`];
  return [
    ...tables.map((one) => renderTried(datasetId, one, columns)),
    renderLines([...unused, ...end], columns),
    '',
  ].join('\n');
}

function renderTried(datasetId: string, tried: TriedTable, columns: number | undefined): string {
  const { table, title, reason, request, dimensions, periods, numbers, missing, symbols, remarks } = tried;
  const counted = Object.entries(symbols).map(([symbol, count]) => `'${symbol}' ${count}`);
  const head = [
    `${datasetId}: ${title.startsWith(table) ? title : `${table}: ${title}`}`,
    reason,
    'Asked:',
    ...request.map((one) => `  ${one}`),
    ...dimensions.map(({ code, label, categories }) => `  ${code} (${label}): ${someOf(categories)}`),
    `  Time: ${periods.count} periods, ${periods.first} to ${periods.last}`,
    `${numbers} figures, ${missing} without a number${counted.length === 0 ? '' : `; symbols: ${counted.join(', ')}`}.`,
    ...remarks,
  ];
  return [renderLines(head, columns), ...renderFigures(tried, columns), ''].join('\n');
}

function someOf(codes: readonly string[]): string {
  const more = codes.length > SHOWN_CODES ? `, … (${codes.length})` : '';
  return `${codes.slice(0, SHOWN_CODES).join(', ')}${more}`;
}

/** Series with a figure in one of the periods shown: the raw codes of older borders have none. */
function renderFigures({ newest, series }: TriedTable, columns: number | undefined): readonly string[] {
  const isNumber = (figure: string) => figure !== '' && !Number.isNaN(Number(figure));
  const alive = series.filter(({ figures }) => figures.some(isNumber));
  const shown = (alive.length > 0 ? alive : series).slice(0, SHOWN_SERIES);
  const hasPlaces = shown.some(({ place }) => place !== '');
  const hasKinds = shown.some((one) => one.series !== '');
  const heading = [...(hasPlaces ? ['Place'] : []), ...(hasKinds ? ['Series'] : []), ...newest];
  const rows = shown.map((one) => [
    ...(hasPlaces ? [one.place] : []),
    ...(hasKinds ? [one.series] : []),
    ...one.figures,
  ]);
  const left = series.length - shown.length;
  return [
    renderTable(heading, rows, columns),
    ...(left === 0 ? [] : [`and ${left} more series (--json shows all of them).`]),
  ];
}
