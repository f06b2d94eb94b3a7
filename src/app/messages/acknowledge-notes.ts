import { userInfo } from 'node:os';
import { PipelineError } from '../../model/errors.ts';
import { recordNoteAcknowledgements } from '../../store/messages/note-acknowledgements.ts';
import type { App } from '../open-app.ts';
import { writePage } from '../show/write-page.ts';
import { distinctSayings, readSayings, type Saying, tablesInUse } from '../source/source-sayings.ts';

/** A line of `notes --json`; the fields are part of the command contract. */
export type NoteLine = Pick<
  Saying,
  'table' | 'kind' | 'words' | 'variable' | 'category' | 'mandatory' | 'since' | 'read'
> & {
  /** The datasets that rest on the table. */
  readonly datasets: readonly string[];
};

/** Every note and new label of the tables in use, the unread ones first. */
export function listNotes(app: App): readonly NoteLine[] {
  const byDataset = readSayings(app);
  const sayings = distinctSayings([...byDataset.values()].flat());
  const isOpen = ({ isToBeRead, read }: Saying) => isToBeRead && read === null;
  return sayings
    .toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)))
    .map(({ table, kind, words, variable, category, mandatory, since, read }) => ({
      table,
      kind,
      words,
      variable,
      category,
      mandatory,
      since,
      read,
      datasets: [...byDataset].flatMap(([id, own]) => (own.some((one) => one.table === table) ? [id] : [])),
    }));
}

/**
 * Marks everything that a table says now as read: it is no longer on the page, until it is rewritten. Throws
 * `usage` for a table that no dataset rests on, and where nothing is unread.
 */
export function acknowledgeNotes(
  app: App,
  request: { readonly table: string; readonly by?: string | undefined },
): readonly NoteLine[] {
  const lines = listNotes(app);
  const own = lines.filter(({ table }) => table === request.table);
  requireTable(app, request.table);
  const unread = own.filter(({ read }) => read === null);
  if (unread.length === 0) {
    const said = own.length === 0 ? 'has no notes' : 'has no note that is unread';
    throw new PipelineError('usage', `Table ${request.table} ${said}.`, {
      refusal: { about: 'nothing-unread', table: request.table, hasNotes: own.length > 0 },
      hint: '`naeringspuls notes` lists every note, and who has read it.',
    });
  }
  const by = request.by?.trim() ?? '';
  const who = { by: by === '' ? userInfo().username : by, at: app.clock.now().toISOString() };
  recordNoteAcknowledgements(
    app.store,
    unread.map(({ table, words }) => ({ table, note: words, acknowledgedBy: who.by, acknowledgedAt: who.at })),
  );
  writePage(app);
  return unread.map((line) => ({ ...line, read: who }));
}

function requireTable(app: App, table: string): void {
  const tables = tablesInUse(app);
  if (tables.includes(table)) return;
  const hint = tables.length === 0 ? 'Run `naeringspuls ingest` first.' : `Choose among ${tables.join(', ')}.`;
  const refusal = { about: 'unknown-name', thing: 'table', name: table, known: tables, nearest: null } as const;
  throw new PipelineError('usage', `No dataset rests on a table '${table}'.`, { hint, refusal });
}
