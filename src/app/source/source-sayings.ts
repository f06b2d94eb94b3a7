import { newLabels, standingNotes, wordsOfLabel } from '../../contract/table-sayings.ts';
import { readNoteAcknowledgements } from '../../store/messages/note-acknowledgements.ts';
import { readTableConditions } from '../../store/read/table-condition.ts';
import { readDescriptions, type StoredDescription } from '../../store/read/table-descriptions.ts';
import type { App } from '../open-app.ts';

/** Something a table says that a person should know: a note of its own, or a new label of a code. */
export interface Saying {
  readonly table: string;
  readonly kind: 'note' | 'label';
  /** What is marked as read; in other words it is unread again. */
  readonly words: string;
  /** The source's English where it has any. */
  readonly wordsEn: string | null;
  /** Code of the variable and of the category it stands on; `null` for the whole of what is above it. */
  readonly variable: string | null;
  readonly category: string | null;
  /** The variable as the table calls it. */
  readonly variableLabel: string | null;
  /** Of a label: before and after. */
  readonly label: { readonly before: string; readonly after: string } | null;
  readonly mandatory: boolean;
  /** Somebody should read it: a mandatory note, one that is new since the table was first read, or a new label. */
  readonly isToBeRead: boolean;
  readonly since: string;
  /** `null` while nobody has. */
  readonly read: { readonly by: string; readonly at: string } | null;
}

/**
 * What the table of each dataset in use says, by dataset: notes first, then new labels. As it stood at an instant (ISO
 * 8601) when `asOf` is given.
 */
export function readSayings(
  app: Pick<App, 'settings' | 'store'>,
  asOf?: string,
): ReadonlyMap<string, readonly Saying[]> {
  const { settings, store } = app;
  const conditions = readTableConditions(store);
  const read = new Map(readNoteAcknowledgements(store, asOf).map((one) => [`${one.table} ${one.note}`, one]));
  const descriptions = readDescriptions(store, asOf);
  const datasets = settings.jobs.flatMap((job) => job.datasets.map(({ id }) => id));
  return new Map(
    datasets.map((datasetId) => {
      const table = conditions.get(datasetId)?.table ?? null;
      const history = descriptions.filter((one) => one.datasetId === datasetId && one.table === table);
      const sayings = table === null ? [] : sayingsOf(table, history);
      return [
        datasetId,
        sayings.map((saying) => {
          const by = read.get(`${saying.table} ${saying.words}`);
          return { ...saying, read: by === undefined ? null : { by: by.acknowledgedBy, at: by.acknowledgedAt } };
        }),
      ];
    }),
  );
}

/** The tables that the datasets in use are fetched from, as far as they have been found. */
export function tablesInUse({ settings, store }: Pick<App, 'settings' | 'store'>): readonly string[] {
  const conditions = readTableConditions(store);
  const tables = settings.jobs.flatMap((job) => job.datasets.flatMap(({ id }) => conditions.get(id)?.table ?? []));
  return [...new Set(tables)].sort();
}

/** Each thing once, whatever datasets rest on the table, in the order of the datasets. */
export function distinctSayings(sayings: readonly Saying[]): readonly Saying[] {
  const seen = new Map(
    sayings.map((saying) => [JSON.stringify([saying.table, saying.variable, saying.category, saying.words]), saying]),
  );
  return [...seen.values()];
}

function sayingsOf(table: string, history: readonly StoredDescription[]): readonly Omit<Saying, 'read'>[] {
  const variables = history.at(-1)?.description.variables ?? [];
  const labelOf = (code: string | null) => variables.find((one) => one.code === code)?.label ?? null;
  return [
    ...standingNotes(history).map(({ note, isNew, since }) => ({
      table,
      kind: 'note' as const,
      words: note.text,
      wordsEn: note.textEn,
      label: null,
      variable: note.variable,
      category: note.category,
      variableLabel: labelOf(note.variable),
      mandatory: note.mandatory,
      isToBeRead: note.mandatory || isNew,
      since,
    })),
    ...newLabels(history).map((one) => ({
      table,
      kind: 'label' as const,
      words: wordsOfLabel(one),
      wordsEn: null,
      label: { before: one.before, after: one.after },
      variable: one.variable,
      category: one.code,
      variableLabel: one.variableLabel,
      mandatory: false,
      isToBeRead: true,
      since: one.since,
    })),
  ];
}
