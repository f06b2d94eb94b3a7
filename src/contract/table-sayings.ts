import type { SourceDescription, SourceNote } from '../model/data/source-description.ts';

/** A description, and when the table first gave it (ISO 8601). */
export interface DatedDescription {
  readonly describedAt: string;
  readonly description: SourceDescription;
}

/** A note that stands on a table now. */
export interface StandingNote {
  readonly note: SourceNote;
  /** It was not there when the table was first read. */
  readonly isNew: boolean;
  /** When it was first seen. */
  readonly since: string;
}

/** A code that means something under another name than before. */
export interface NewLabel {
  readonly variable: string;
  readonly variableLabel: string;
  readonly code: string;
  readonly before: string;
  readonly after: string;
  readonly since: string;
}

/** The notes on a table as it describes itself now; nothing before the first description. Oldest first. */
export function standingNotes(history: readonly DatedDescription[]): readonly StandingNote[] {
  const notes = history.at(-1)?.description.notes ?? [];
  return notes.map((note) => {
    const first = history.findIndex(({ description }) => description.notes.some((one) => isSameNote(one, note)));
    return { note, isNew: first > 0, since: history[first]?.describedAt ?? '' };
  });
}

/** Categories asked for whose label is another than the one before it; of several changes the last. Oldest first. */
export function newLabels(history: readonly DatedDescription[]): readonly NewLabel[] {
  const now = history.at(-1)?.description;
  return (now?.variables ?? []).flatMap(({ code: variable, label: variableLabel, categories }) =>
    categories.flatMap(({ code, label: after }) => {
      const said = history.flatMap(({ describedAt, description }) => {
        const label = labelIn(description, variable, code);
        return label === null ? [] : [{ describedAt, label }];
      });
      const last = said.findLastIndex(({ label }) => label !== after);
      const before = said[last]?.label;
      const since = said[last + 1]?.describedAt;
      return before === undefined || since === undefined
        ? []
        : [{ variable, variableLabel, code, before, after, since }];
    }),
  );
}

/** A person has read these words, and others are others. */
export function wordsOfLabel({ variable, code, before, after }: Omit<NewLabel, 'since' | 'variableLabel'>): string {
  return `${variable} ${code}: ${before} → ${after}`;
}

function isSameNote(one: SourceNote, other: SourceNote): boolean {
  return one.text === other.text && one.variable === other.variable && one.category === other.category;
}

function labelIn({ variables }: SourceDescription, variable: string, code: string): string | null {
  const categories = variables.find((one) => one.code === variable)?.categories ?? [];
  return categories.find((one) => one.code === code)?.label ?? null;
}
