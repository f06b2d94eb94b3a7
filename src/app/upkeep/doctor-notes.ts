import { readDescriptions } from '../../store/read/table-descriptions.ts';
import type { DoctorWords } from '../../words/terminal/doctor.ts';
import type { App } from '../open-app.ts';
import { distinctSayings, readSayings } from '../source/source-sayings.ts';
import { asProposal, proposedBreaks } from '../messages/report-descriptions.ts';

/** A check of `doctor`. */
export interface NotesCheck {
  readonly name: 'notes';
  readonly ok: boolean;
  readonly finding: string;
  readonly advice: string | null;
}

/** Has someone read what the tables in use say beside their figures? Unread notes are shown on the page. */
export function notesAreRead(app: App, words: DoctorWords): NotesCheck {
  const name = 'notes' as const;
  const byDataset = readSayings(app);
  const unread = distinctSayings([...byDataset.values()].flat()).filter(
    ({ isToBeRead, read }) => isToBeRead && read === null,
  );
  if (unread.length === 0) {
    return { name, ok: true, finding: words.notesRead, advice: null };
  }
  const descriptions = readDescriptions(app.store);
  const lines = unread.flatMap(({ table, kind, words: note }) => {
    const datasets = [...byDataset].flatMap(([id, own]) => (own.some((one) => one.table === table) ? [id] : []));
    const lastPeriod = descriptions.findLast((one) => one.table === table)?.description.lastPeriod ?? null;
    return kind === 'note' ? proposedBreaks(app, { datasets, table, note, lastPeriod }) : [];
  });
  const said = unread.map(({ table, words: note }) => `${table}: «${note.replaceAll(/\s+/g, ' ').trim()}»`).join(' ');
  const tables = [...new Set(unread.map(({ table }) => table))];
  const advice = [
    ...(lines.length === 0 ? [] : [asProposal([...new Set(lines)])]),
    words.markRead(tables.map((table) => `\`naeringspuls notes ack ${table}\``).join(', ')),
  ].join('\n');
  return { name, ok: false, finding: words.notesUnread(said), advice };
}
