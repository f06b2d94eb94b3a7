import type { InstallationReport, StoredQuery } from '../app/upkeep/doctor.ts';
import type { LiveReport } from '../app/upkeep/doctor-live.ts';
import { shortDay } from '../words/terminal/moment.ts';
import { renderLines } from './print.ts';
import { type Reader, toned } from './reader.ts';
import { renderTable } from './table.ts';

const MARKS = { true: '✓', false: '!' } as const;

/** What was found in an installation, and how each of its datasets was fetched. */
export function renderInstallation({ checks, datasets, unused }: InstallationReport, reader: Reader): string {
  const words = reader.texts.doctor;
  const rows = checks.map(({ name, ok, finding, advice }) => [
    MARKS[`${ok}`],
    words.topics[name],
    [finding, advice ?? ''].join(' ').trim(),
  ]);
  const paint = (text: string, column: number, row: number) =>
    toned(text, column !== 0 ? null : checks[row]?.ok === true ? 'good' : 'middling', reader);
  const stored = [
    ...datasets.flatMap((one) => storedLines(one, reader)),
    ...unused.map((id) => `  ${id}: ${words.notUsed}`),
  ];
  return [
    renderTable(words.heading, rows, reader.columns, paint),
    ...(stored.length === 0 ? [] : ['', words.storedTitle, renderLines(stored, reader.columns)]),
    '',
  ].join('\n');
}

function storedLines(stored: StoredQuery, reader: Reader): readonly string[] {
  const words = reader.texts.doctor;
  const { datasetId, table, asked, alternative, updatedAt, request } = stored;
  if (alternative === null) return [`  ${datasetId}: ${words.notStored}`];
  const facts = { alternative, day: shortDay(updatedAt, reader), asked: `${asked.file} (${asked.tables.join(', ')})` };
  return [`  ${datasetId} (${table ?? '–'}): ${words.storedLine(facts)}`, ...request.map((one) => `    ${one}`)];
}

/** What the source and Klass answered, and what is to be done about it. */
export function renderSource(report: LiveReport, reader: Reader): string {
  const words = reader.texts.doctor.live;
  const rows = report.datasets.map(({ datasetId, table, discontinued, lastPeriod, answered, units }) => [
    datasetId,
    table ?? words.notFound,
    discontinued === null ? '–' : words.states[discontinued ? 'closed' : 'live'],
    lastPeriod ?? '–',
    answered ? words.yes : words.no,
    units ?? '–',
  ]);
  const findings = [...report.findings, ...report.datasets.flatMap((dataset) => dataset.findings)];
  const found = findings.map(({ problem, advice }) => `  ${problem} ${advice}`);
  const lines = (some: readonly string[]) => (some.length === 0 ? [] : [renderLines(some, reader.columns)]);
  return [
    '',
    words.requests(report.source, report.requests),
    ...(rows.length === 0 ? [] : [renderTable(words.heading, rows, reader.columns)]),
    ...lines(found.length === 0 ? [] : [words.toDo, ...found]),
    ...describeSwitches(report, reader),
    ...describePlaces(report, reader),
    ...lines(bundledDifferences(report, reader)),
    ...lines(municipalityChanges(report, reader)),
    '',
  ].join('\n');
}

/** Lines to be written into a file stay whole. */
function describeSwitches({ switches }: LiveReport, { texts, columns }: Reader): readonly string[] {
  if (switches.length === 0) return [];
  const words = texts.doctor.live;
  const written = ['datasets:', ...switches.flatMap(({ lines }) => lines)];
  return [
    renderLines([words.toSwitch(switches.map(({ datasetId }) => datasetId).join(', '))], columns),
    ...written.map((line) => `      ${line}`),
    ...switches.flatMap(({ datasetId, breaks, indicators }) => [
      `  ${words.breaks(datasetId, breaks.length > 0)}`,
      ...(breaks.length === 0
        ? []
        : [
            renderLines(
              breaks.map((sentence) => `    - ${sentence}`),
              columns,
            ),
          ]),
      renderLines([`  ${words.restingOn(indicators.join(', '))}`], columns),
    ]),
  ];
}

function describePlaces({ places, isReached }: LiveReport, { texts, columns }: Reader): readonly string[] {
  const words = texts.doctor.live;
  if (places.length === 0) return [renderLines([isReached ? words.placesAgree : words.placesUnknown], columns)];
  const lines = places.flatMap(({ sentence, write }) => [
    renderLines([`  ${sentence}`], columns),
    ...write.map((line) => `      ${line}`),
  ]);
  return [renderLines([words.places], columns), ...lines];
}

function bundledDifferences({ bundled }: LiveReport, { texts }: Reader): readonly string[] {
  const words = texts.doctor.live;
  const { madeOn, differences } = bundled;
  if (differences === null) return [];
  if (differences.length === 0) return [words.bundledAgrees(madeOn)];
  return [words.bundledDiffers(madeOn), ...differences.map((sentence) => `  ${sentence}`)];
}

function municipalityChanges({ municipalityChanges: changes }: LiveReport, { texts }: Reader): readonly string[] {
  const words = texts.doctor.live;
  if (changes === null) return [words.changesUnknown];
  if (changes.length === 0) return [words.noChanges];
  return [words.changes, ...changes.map(({ date, from, to }) => `  ${date}: ${from} → ${to}`)];
}
