import type {
  DescribedCategory,
  DescribedVariable,
  DescriptionChange,
  SourceDescription,
  SourceNote,
} from '../model/data/source-description.ts';
import { parseTimePeriod, periodKey } from '../model/time-period.ts';

/** The span of years at the end of a title, which moves with every publication. */
const SPAN = /[\s,]*\d{4}\S*\s*[-–]\s*\d{4}\S*\s*$/;
/** What a closed table adds to its title; closing is reported separately. */
const CLOSED = /\s*\((?:avslutt(?:a|et)|closed|discontinued) [^)]*\)/gi;

/**
 * What a table says differently than before, empty where nothing changed. Not reported: a later last period, and a next
 * update that has moved, which are what is to be expected; codes that were asked for by name and are asked for no more;
 * units, and decimals that are said before and after, which the contract of a publication holds.
 */
export function compareDescriptions(before: SourceDescription, after: SourceDescription): readonly DescriptionChange[] {
  return [
    ...changeOf('title', titleWords(before), titleWords(after)).map((change) => ({
      ...change,
      before: before.title,
      after: after.title,
    })),
    ...(before.discontinued === after.discontinued
      ? []
      : [{ kind: 'discontinued', after: after.discontinued } as const]),
    ...(isEarlier(after.lastPeriod, before.lastPeriod)
      ? [{ kind: 'last-period', before: before.lastPeriod, after: after.lastPeriod } as const]
      : []),
    ...changeOf('source', before.source, after.source),
    ...after.variables.flatMap((variable) => changesOfVariable(before.variables, variable)),
    ...changesOfNotes(before.notes, after.notes),
  ];
}

function titleWords({ title }: SourceDescription): string {
  return title.replace(CLOSED, '').replace(SPAN, '').trim();
}

function changeOf<K extends 'title' | 'source'>(kind: K, before: string | null, after: string | null) {
  return before === after ? [] : [{ kind, before, after }];
}

function isEarlier(after: string | null, before: string | null): boolean {
  const [now, then] = [after, before].map((code) => (code === null ? null : parseTimePeriod(code)));
  if (then === null || then === undefined) return false;
  return now === null || now === undefined || periodKey(now) < periodKey(then);
}

function changesOfVariable(
  known: readonly DescribedVariable[],
  after: DescribedVariable,
): readonly DescriptionChange[] {
  const before = known.find(({ code }) => code === after.code);
  if (before === undefined) return [];
  const { code: variable } = after;
  const had = new Map(before.categories.map((category) => [category.code, category]));
  const has = new Set(after.categories.map(({ code }) => code));
  const isWhole = before.isWhole && after.isWhole;
  const gone = isWhole ? before.categories.filter(({ code }) => !has.has(code)) : [];
  return [
    ...(before.label === after.label
      ? []
      : [{ kind: 'variable-label', variable, before: before.label, after: after.label } as const]),
    ...after.categories.flatMap((category) => {
      const known = had.get(category.code);
      if (known !== undefined) return changesOfCategory(variable, known, category);
      return isWhole ? [{ kind: 'new-code', variable, code: category.code, label: category.label } as const] : [];
    }),
    ...gone.map(({ code, label }) => ({ kind: 'gone-code', variable, code, label }) as const),
  ];
}

function changesOfCategory(
  variable: string,
  before: DescribedCategory,
  after: DescribedCategory,
): readonly DescriptionChange[] {
  const { code } = after;
  const [had, has] = [before, after].map(({ decimals }) => (decimals === null ? null : String(decimals)));
  const isUnsaid = had !== has && (had === null || has === null);
  return [
    ...(before.label === after.label
      ? []
      : [{ kind: 'label', variable, code, before: before.label, after: after.label } as const]),
    ...(isUnsaid ? [{ kind: 'decimals', variable, code, before: had ?? null, after: has ?? null } as const] : []),
  ];
}

function changesOfNotes(before: readonly SourceNote[], after: readonly SourceNote[]): readonly DescriptionChange[] {
  const had = new Map(before.map((note) => [nameOf(note), note]));
  const has = new Set(after.map(nameOf));
  return [
    ...after.flatMap((note): readonly DescriptionChange[] => {
      const known = had.get(nameOf(note));
      if (known === undefined) return [{ kind: 'new-note', note }];
      return note.mandatory && !known.mandatory ? [{ kind: 'now-mandatory', note }] : [];
    }),
    ...before.filter((note) => !has.has(nameOf(note))).map((note) => ({ kind: 'gone-note', note }) as const),
  ];
}

/** A note is identified by its place and its text; the English is a translation of it. */
function nameOf({ variable, category, text }: SourceNote): string {
  return JSON.stringify([variable, category, text]);
}
