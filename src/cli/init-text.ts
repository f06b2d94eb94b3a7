import type { InitReport } from '../app/init/init-report.ts';
import { renderLines } from './print.ts';
import { typedCommand } from '../words/typed-command.ts';

/** What people must decide before the page says anything that is adopted, each with its file. */
export function toDecide({ peers }: InitReport): readonly string[] {
  return [
    'plan.yaml: what the plan is called, the year of its ambitions, and the year it began (`since`)',
    ...(peers === null ? [] : [`peers.yaml: whether «${peers.title}» is whom to compare with; then confirmed: true`]),
    'indicators/: goal, subgoal and ambition in the words of the plan; once an ambition is adopted, its rule and margin, which stand in comments',
    'report.yaml: whom readers can ask (`contact`), and where the plan is',
    'alerts.yaml, a file to be made: who is notified, and how',
  ];
}

/** The commands to type next, in their order. */
export function nextCommands({ folder }: Pick<InitReport, 'folder'>): readonly string[] {
  return ['config check', 'ingest', 'status'].map((command) => typedCommand(command, folder));
}

/** The report of `init` for a terminal of so many columns. Commands are never broken. */
export function initText(report: InitReport, columns: number | undefined): string {
  const { municipality, folder, peers, klass, codeList, leftOut, indicators, files, sources } = report;
  const { code, name, county } = municipality;
  const own = peers?.isOwnLeftOut === true ? ` ${name} is in it, and left out of every comparison.` : '';
  const compared =
    peers === null
      ? 'No measure compares with others, so there is no peers.yaml.'
      : `Compared with ${peers.regions.length === 1 ? 'one other' : `${peers.regions.length} others`}, «${peers.title}», as a proposal.${own}`;
  const lines = [
    `Settings for ${code} ${name} in ${county.name} are in ${folder}, and are in order.`,
    '',
    ...leftOut,
    ...klass.differences.map(({ sentence }) => `Klass: ${sentence}`),
    ...codeList.differences.map(({ sentence }) => `Code list: ${sentence}`),
    compared,
    `Measures: ${indicators.join(', ')}.`,
    `Files: ${files.join(', ')}, and schema/ for editors.`,
    '',
    'From where the lines are:',
    ...sources.map(({ file, lines: of, source }) => `  ${file}${of === 'all' ? '' : `, ${of}`}: ${source}`),
    '',
    'To be decided by people:',
    ...toDecide(report).map((line) => `  ${line}`),
    '',
    'Next:',
  ];
  return [renderLines(lines, columns), ...nextCommands(report).map((line) => `  ${line}`)].join('\n');
}
