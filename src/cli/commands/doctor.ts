import type { Command } from 'commander';
import { findPlanClock } from '../../app/plan-clock.ts';
import { examineInstallation, type InstallationReport } from '../../app/upkeep/doctor.ts';
import { examineSource, type LiveReport } from '../../app/upkeep/doctor-live.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodeOf } from '../exit-codes.ts';
import { type Output, printJson } from '../print.ts';
import { renderTable } from '../table.ts';
import { createProgress } from '../progress.ts';

interface DoctorFlags {
  readonly live?: true;
  readonly json?: true;
}

export function addDoctorCommand(program: Command, { output, finish }: CommandContext): void {
  program
    .command('doctor')
    .description('Is this installation in order? With --live also: does the source still offer what is asked for?')
    .option('--live', 'ask SSB about every configured table, and Klass about changes of municipalities')
    .option('--json', 'one JSON document')
    .action(async ({ live, json }: DoctorFlags) => {
      const installation = examineInstallation();
      const source = live ? await examineSource(createProgress(process.stderr, findPlanClock().language)) : null;
      if (json) printJson(output, { ...installation, live: source });
      else output.out(renderInstallation(installation, output) + (source === null ? '' : renderSource(source, output)));
      finish(exitCodeFor(installation, source));
    });
}

/** A source that cannot be reached is transient; a table that does not fit is not. A first start has no database yet. */
function exitCodeFor({ hasDatabase, checks }: InstallationReport, source: LiveReport | null): number {
  if (source !== null && !source.isReached) return exitCodeOf('source-unavailable');
  if (source !== null) {
    const findings = source.datasets.flatMap((dataset) => dataset.findings);
    if (findings.some(({ isOfSettings }) => isOfSettings !== true)) return exitCodeOf('source-contract');
    const isMistaken = findings.length > 0 || source.places.some(({ weight }) => weight !== 'note');
    if (isMistaken) return exitCodeOf('settings-invalid');
  }
  const isBroken = hasDatabase && checks.some(({ name, ok }) => name === 'database' && !ok);
  return isBroken ? exitCodeOf('store-integrity') : 0;
}

function renderInstallation({ checks, datasets }: InstallationReport, { columns }: Output): string {
  const rows = checks.map(({ name, ok, finding, advice }) => [
    ok ? 'ok' : 'look',
    name,
    [finding, advice ?? ''].join(' ').trim(),
  ]);
  const stored = datasets.map(({ datasetId, table, asked, alternative, updatedAt, reason, request }) => [
    datasetId,
    table ?? '–',
    alternative ?? '–',
    updatedAt?.slice(0, 10) ?? '–',
    `${asked.file}: ${asked.tables.join(', ')}`,
    [reason ?? 'Not ingested yet.', ...request].join('\n'),
  ]);
  const known =
    stored.length === 0
      ? ''
      : `\nStored datasets\n${renderTable(['Dataset', 'Table', 'Alternative', 'Updated', 'Set in', 'Why, and the request sent'], stored, columns)}\n`;
  return `${renderTable(['', 'What', 'Finding'], rows, columns)}\n${known}`;
}

function renderSource(report: LiveReport, { columns }: Output): string {
  const rows = report.datasets.map(({ datasetId, table, discontinued, lastPeriod, alternative, answered, units }) => [
    datasetId,
    table ?? 'not found',
    discontinued === null ? '–' : discontinued ? 'closed' : 'live',
    lastPeriod ?? '–',
    alternative ?? '–',
    answered ? 'yes' : 'no',
    units ?? '–',
  ]);
  const heading = ['Dataset', 'Table', 'State', 'Last period', 'Alternative', 'Answers', 'Contents: unit'];
  const findings = [...report.findings, ...report.datasets.flatMap((dataset) => dataset.findings)];
  return [
    `\n${report.source}, ${report.requests} requests`,
    ...(rows.length === 0 ? [] : [renderTable(heading, rows, columns)]),
    ...(findings.length === 0
      ? []
      : ['What to do:', ...findings.map(({ problem, advice }) => `  ${problem} ${advice}`)]),
    ...describeSwitches(report),
    ...describePlaces(report),
    ...describeMunicipalityChanges(report),
    '',
  ].join('\n');
}

function describeSwitches({ switches }: LiveReport): readonly string[] {
  if (switches.length === 0) return [];
  const written = ['datasets:', ...switches.flatMap(({ lines }) => lines)];
  return [
    `To switch ${switches.map(({ datasetId }) => datasetId).join(', ')} to the tables that go on, write in datasets.yaml of the settings:`,
    ...written.map((line) => `      ${line}`),
    ...switches.flatMap(({ datasetId, breaks, indicators }) => [
      breaks.length === 0
        ? `  The switch of ${datasetId} breaks nothing that is asked for.`
        : `  What the switch of ${datasetId} breaks:`,
      ...breaks.map((sentence) => `    - ${sentence}`),
      indicators.length === 0 ? '  No indicator rests on it.' : `  What rests on it: ${indicators.join(', ')}.`,
    ]),
  ];
}

function describePlaces({ places, isReached }: LiveReport): readonly string[] {
  if (places.length === 0 && !isReached) {
    return ['Whether places agree with config/regions.yaml is not known: the source gave no answer.'];
  }
  if (places.length === 0) return ['What was asked of places agrees with config/regions.yaml.'];
  const lines = places.flatMap(({ sentence, write }) => [`  ${sentence}`, ...write.map((line) => `      ${line}`)]);
  return ['Places, and what to write in config/regions.yaml:', ...lines];
}

function describeMunicipalityChanges({ municipalityChanges }: LiveReport): readonly string[] {
  if (municipalityChanges === null) return ['Whether municipalities will change is not known: Klass gave no answer.'];
  if (municipalityChanges.length === 0) return ['Klass knows of no change to a municipality in use.'];
  const lines = municipalityChanges.map(({ date, from, to }) => `  ${date}: ${from} → ${to}`);
  return ['Changes to municipalities in use; give them their new codes in config/regions.yaml:', ...lines];
}
