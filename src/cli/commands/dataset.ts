import type { Command } from 'commander';
import { proposeTable } from '../../app/datasets/propose-table.ts';
import { type DatasetTrial, type TriedTable, tryDataset } from '../../app/datasets/try-dataset.ts';
import { findPlanClock } from '../../app/plan-clock.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodeOf } from '../exit-codes.ts';
import { type Output, printJson, renderLines } from '../print.ts';
import { createProgress } from '../progress.ts';
import { renderTable } from '../table.ts';

/** More series than this are counted and not shown. */
const SHOWN_SERIES = 20;
const SHOWN_CODES = 6;

/** `dataset`: another table of the source, from its metadata to lines of settings, and tried before it is used. */
export function addDatasetCommand(program: Command, { output, finish }: CommandContext): void {
  const group = program
    .command('dataset')
    .description('Another table: lines for datasets.yaml, tried before they are used.');
  group
    .command('add')
    .description('Reads the metadata of a table and prints lines to paste into datasets.yaml; writes nothing.')
    .argument('<table>', 'table number of five digits, or words of its title to search for')
    .option('--job <id>', 'the job that the dataset is to be in; one of its own when left out')
    .option('--json', 'one JSON document')
    .action(async (table: string, { job, json }: { readonly job?: string; readonly json?: true }) => {
      const proposed = await proposeTable(table, job);
      if (json) printJson(output, proposed);
      else output.out(`${proposed.lines.join('\n')}\n`);
    });
  group
    .command('try')
    .description('Fetches a dataset of the settings and shows what came of it; stores nothing, and makes no database.')
    .argument('<id>', 'id of the dataset, as in datasets.yaml')
    .option('--json', 'one JSON document')
    .action(async (id: string, { json }: { readonly json?: true }) => {
      const trial = await tryDataset(id, createProgress(process.stderr, findPlanClock().language));
      if (trial.refused !== null) finish(exitCodeOf('source-contract'));
      if (json) printJson(output, trial);
      else output.out(renderTrial(trial, output));
    });
}

function renderTrial({ datasetId, isFetched, tables, refused }: DatasetTrial, { columns }: Output): string {
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
