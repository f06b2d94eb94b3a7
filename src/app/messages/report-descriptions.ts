import { announcesBreak, breakPeriodOf } from '../../contract/announced-break.ts';
import { compareDescriptions } from '../../contract/compare-descriptions.ts';
import { describeChange } from '../../contract/describe-change.ts';
import type { DescriptionChange } from '../../model/data/source-description.ts';
import type { ChangedTable } from '../../model/trouble.ts';
import { findLastAlertAt } from '../../store/messages/outbox.ts';
import { readDescriptions, type StoredDescription } from '../../store/read/table-descriptions.ts';
import type { App } from '../open-app.ts';
import { recordNotice } from './raise-notices.ts';
import { readStandings } from '../source/stored-standings.ts';

const SUBJECT = 'service:descriptions';

/** A change, and the description it came with. */
interface DatedChange extends StoredDescription {
  readonly change: DescriptionChange;
}

/**
 * Notifies operations once, all of it together, what tables say about themselves that they did not say at the last
 * notice. The same change of a table that several datasets rest on is one; what a table says when it is first read is
 * no change.
 */
export function reportDescriptions(app: App): void {
  const standings = readStandings(app);
  // A closed table is trouble, which is notified separately and with its successor.
  const changes = changesOf(readDescriptions(app.store)).filter(
    ({ datasetId, table, change }) =>
      !hasLeft(app, datasetId, table) && (change.kind !== 'discontinued' || !change.after || !standings.has(table)),
  );
  const lastNotified = findLastAlertAt(app.store, SUBJECT);
  const isNotified = ({ describedAt }: DatedChange) => lastNotified !== null && describedAt <= lastNotified;
  const notified = new Set(changes.filter(isNotified).map(nameOf));
  const pending = changes.filter((change) => !isNotified(change) && !notified.has(nameOf(change)));
  if (pending.length === 0) return;
  const tables = [...new Set(pending.map(({ table }) => table))];
  recordNotice(app, SUBJECT, {
    kind: 'descriptions',
    tables: tables.map((table) =>
      changedTable(
        app,
        table,
        pending.filter((change) => change.table === table),
      ),
    ),
  });
}

/** Is the table none that the dataset is read from any more? What it says of itself is then no news. */
function hasLeft({ settings }: App, datasetId: string, asked: string): boolean {
  const definition = settings.jobs.flatMap(({ datasets }) => datasets).find(({ id }) => id === datasetId);
  return definition === undefined || (typeof definition.table === 'string' && definition.table !== asked);
}

function changesOf(descriptions: readonly StoredDescription[]): readonly DatedChange[] {
  return descriptions.flatMap((now, position) => {
    const before = descriptions
      .slice(0, position)
      .findLast(({ datasetId, table }) => datasetId === now.datasetId && table === now.table);
    if (before === undefined) return [];
    return compareDescriptions(before.description, now.description).map((change) => ({ ...now, change }));
  });
}

function nameOf({ table, change }: DatedChange): string {
  return `${table} ${describeChange(change)}`;
}

function changedTable(app: App, table: string, changes: readonly DatedChange[]): ChangedTable {
  const datasets = [...new Set(changes.map(({ datasetId }) => datasetId))];
  const distinct = new Map(changes.map((one) => [nameOf(one), one.change]));
  const lines = changes.flatMap(({ datasetId, change, description }) =>
    change.kind === 'new-note'
      ? proposedBreaks(app, {
          datasets: [datasetId],
          table,
          note: change.note.text,
          lastPeriod: description.lastPeriod,
        })
      : [],
  );
  return { table, datasets, changes: [...distinct.values()], breaks: [...new Set(lines)] };
}

/** Lines for corrections.yaml, each on a line of its own so that they can be pasted, after the sentence to act on. */
export function asProposal(lines: readonly string[]): string {
  return `A note speaks of a break: if the figures are not comparable, write under breaks in config/corrections.yaml:\n${lines.join('\n')}`;
}

/**
 * The lines that would declare the break a note announces, a line a dataset; none where it announces none, or is
 * declared.
 */
export function proposedBreaks(
  { settings }: Pick<App, 'settings'>,
  said: {
    readonly datasets: readonly string[];
    readonly table: string;
    readonly note: string;
    readonly lastPeriod: string | null;
  },
): readonly string[] {
  const period = announcesBreak(said.note) ? breakPeriodOf(said.note, said.lastPeriod) : null;
  if (period === null) return [];
  const reason = JSON.stringify(said.note.replaceAll(/\s+/g, ' ').trim());
  return said.datasets
    .filter((dataset) => !settings.breaks.some((one) => one.dataset === dataset && one.period === period))
    .map(
      (dataset) =>
        `- { dataset: ${dataset}, period: '${period}', reason: ${reason}, reference: https://www.ssb.no/statbank/table/${said.table} }`,
    );
}
