import { readDescriptions } from '../../store/read/table-descriptions.ts';
import type { App } from '../open-app.ts';
import { distinctSayings, readSayings } from '../source/source-sayings.ts';
import { asProposal, proposedBreaks } from '../messages/report-descriptions.ts';

/** A check of `doctor`. */
export interface NotesCheck {
  readonly name: string;
  readonly ok: boolean;
  readonly finding: string;
  readonly advice: string | null;
}

/** Has someone read what the tables in use say beside their figures? Unread notes are shown on the page. */
export function notesAreRead(app: App): NotesCheck {
  const name = 'notes';
  const byDataset = readSayings(app);
  const unread = distinctSayings([...byDataset.values()].flat()).filter(
    ({ isToBeRead, read }) => isToBeRead && read === null,
  );
  if (unread.length === 0) {
    return { name, ok: true, finding: 'No note of the source that should be read is unread.', advice: null };
  }
  const descriptions = readDescriptions(app.store);
  const lines = unread.flatMap(({ table, kind, words }) => {
    const datasets = [...byDataset].flatMap(([id, own]) => (own.some((one) => one.table === table) ? [id] : []));
    const lastPeriod = descriptions.findLast((one) => one.table === table)?.description.lastPeriod ?? null;
    return kind === 'note' ? proposedBreaks(app, { datasets, table, note: words, lastPeriod }) : [];
  });
  const said = unread.map(({ table, words }) => `${table}: «${words.replaceAll(/\s+/g, ' ').trim()}»`).join(' ');
  const tables = [...new Set(unread.map(({ table }) => table))];
  const advice = [
    ...(lines.length === 0 ? [] : [asProposal([...new Set(lines)])]),
    `Mark as read: ${tables.map((table) => `\`naeringspuls notes ack ${table}\``).join(', ')}.`,
  ].join('\n');
  return { name, ok: false, finding: `Unread: ${said}`, advice };
}
