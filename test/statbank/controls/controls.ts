import { replacedBy, withChangedList, withLabel, withMarkedPeriod, withPeriod } from './changes.ts';
import { withRevisedCell, withUnit, withoutCode } from './changes.ts';
import type { CellValue } from './changes.ts';
import { recodedTwin } from './recoded.ts';
import { type NotePlace, type Split, withContents, withDecimals, withNote, withSplitCode } from './reshapes.ts';
import { listInForce } from '../code-lists.ts';
import type { ListChange } from '../code-lists.ts';
import { MODES } from './modes.ts';
import type { ModeName, ModeSettings } from './modes.ts';
import type { KlassCode } from '../klass/klass.ts';
import type { StatbankState } from '../state.ts';
import { instant } from '../state.ts';
import type { Cell, Note, StatbankTable } from '../table.ts';

/** What a test or a person can make happen at the stand-in's SSB. */
export interface StatbankControls {
  setMode(mode: ModeName, settings?: ModeSettings): void;
  /** Adds a period and moves `updated` to now. Figures not given follow the table's formula. */
  publishYear(table: string, period: string, values?: readonly CellValue[]): void;
  /**
   * Replaces one figure and moves `updated` to now; variables not named stand at their total. The figure may be a number,
   * a symbol in place of one, '' for neither, or `{ number, symbol }`.
   */
  reviseCell(table: string, categories: Readonly<Record<string, string>>, period: string, value: Cell): void;
  /** Takes a category, or a code of an offered code list, out of a table. */
  removeCode(table: string, variable: string, code: string): void;
  /** Gives a category another label, such as `Moss (2020-2023)`, the same words in both languages. */
  relabel(table: string, variable: string, code: string, label: string): void;
  /**
   * Gives a code of a code list another label or other members, in every table that offers the list. No table is
   * published anew by it.
   */
  changeCodeList(id: string, code: string, change: ListChange): void;
  /** Puts a symbol, such as `b` for a break, on every number of a period. */
  markPeriod(table: string, period: string, symbol: string): void;
  /** Gives a contents category another unit, the same words in both languages. */
  changeUnit(table: string, contents: string, unit: string): void;
  /** Gives a contents category another number of decimals, and rounds every figure of it. */
  changeDecimals(table: string, contents: string, decimals: number): void;
  /** Adds a note to a table, a variable or a category, the same words in both languages. */
  addNote(table: string, note: { readonly text: string; readonly mandatory?: boolean }, place?: NotePlace): void;
  /** Gives a table another name of what it counts, the same words in both languages. */
  rename(table: string, contents: string): void;
  /** Adds a code that takes half of another's figures from a period on; totals stay as they are. */
  splitCode(table: string, split: Split): void;
  discontinue(table: string): void;
  /** Closes a table and continues it under another number. */
  replaceTable(table: string, newId: string): void;
  /** A live table with another number beside one: the same, one period longer; the old one stands still from then on. */
  addTwin(table: string, newId: string, period: string): void;
  /** A table that is no more: neither list nor entry, metadata or data know it. */
  removeTable(table: string): void;
  /** Gives a table another stamp, such as one that is set back; its figures stay as they are. */
  stampTable(table: string, updatedAt: string): void;
  /** The list of tables tells what it would tell now until it is let go; entries, metadata and data go on. */
  holdList(isHeld: boolean): void;
  /**
   * A live twin of a table in the industries of SN2025, with no period but these; the table itself stays as it is, unflagged.
   */
  recodeTable(table: string, newId: string, periods: readonly string[]): void;
  /** A table as it stands, in the place of one with its number or beside the others. */
  putTable(table: StatbankTable): void;
  /**
   * A change of municipalities, or a county, in Klass alone, such as a merger: `yyyy-MM-dd`, the codes before and after, each
   * as `3301 Drammen`. With none before, one is born.
   */
  changeKlass(on: string, before: readonly string[], after: readonly string[]): void;
  setNow(isoInstant: string): void;
  clearRequests(): void;
}

/** `2026-03-02T10:00:00Z`, without milliseconds, as SSB writes it. */
function stamp(now: Date): string {
  return `${now.toISOString().slice(0, 19)}Z`;
}

function toKlassCode(text: string): KlassCode {
  const { code = '', name = '' } = /^(?<code>\d{2}|\d{4}) (?<name>.+)$/.exec(text)?.groups ?? {};
  if (code === '') throw new Error(`${text} is not a code and a name such as 3301 Drammen.`);
  return { code, name };
}

/** Controls over a state. Each refuses what does not exist with a sentence that says so. */
export function controlsOf(state: StatbankState): StatbankControls {
  const change = (id: string, changed: (table: StatbankTable) => readonly StatbankTable[]): void => {
    const table = state.tables.find((candidate) => candidate.id === id);
    if (table === undefined) throw new Error(`The stand-in has no table ${id}.`);
    const others = state.tables.filter((candidate) => candidate !== table);
    state.tables = [...others, ...changed(table)].toSorted((a, b) => a.id.localeCompare(b.id));
  };
  const published = (table: StatbankTable): StatbankTable => ({ ...table, updatedAt: stamp(state.now) });
  return {
    setMode: (name, settings = {}) => {
      if (!MODES.includes(name)) throw new Error(`There is no mode ${name}; there are ${MODES.join(', ')}.`);
      state.mode = { ...settings, name };
    },
    publishYear: (id, period, values) => change(id, (table) => [published(withPeriod(table, period, values))]),
    reviseCell: (id, categories, period, value) =>
      change(id, (table) => [published(withRevisedCell(table, categories, period, value))]),
    removeCode: (id, variable, code) => change(id, (table) => [published(withoutCode(table, variable, code))]),
    relabel: (id, variable, code, label) => change(id, (table) => [published(withLabel(table, variable, code, label))]),
    changeCodeList: (id, code, listChange) => {
      if (listInForce(state.tables, id) === undefined) throw new Error(`The stand-in has no code list ${id}.`);
      state.tables = state.tables.map((table) => withChangedList(table, id, code, listChange));
    },
    markPeriod: (id, period, symbol) => change(id, (table) => [published(withMarkedPeriod(table, period, symbol))]),
    changeUnit: (id, contents, unit) =>
      change(id, (table) => [published(withUnit(table, contents, { no: unit, en: unit }))]),
    changeDecimals: (id, contents, decimals) =>
      change(id, (table) => [published(withDecimals(table, contents, decimals))]),
    addNote: (id, { text, mandatory = false }, place) => {
      const note: Note = { no: text, en: text, mandatory };
      change(id, (table) => [published(withNote(table, note, place))]);
    },
    rename: (id, contents) => change(id, (table) => [published(withContents(table, { no: contents, en: contents }))]),
    splitCode: (id, split) => change(id, (table) => [published(withSplitCode(table, split))]),
    discontinue: (id) => change(id, (table) => [{ ...table, discontinued: true }]),
    replaceTable: (id, newId) =>
      change(id, (table) => {
        const [closed, successor] = replacedBy(table, newId);
        return [closed, published(successor)];
      }),
    addTwin: (id, newId, period) =>
      change(id, (table) => [table, published({ ...withPeriod(table, period), id: newId, madeUp: true })]),
    removeTable: (id) => change(id, () => []),
    stampTable: (id, updatedAt) => change(id, (table) => [{ ...table, updatedAt: stamp(instant(updatedAt)) }]),
    holdList: (isHeld) => {
      state.listed = isHeld ? state.tables : null;
    },
    recodeTable: (id, newId, periods) => change(id, (table) => [table, published(recodedTwin(table, newId, periods))]),
    putTable: (table) => {
      const others = state.tables.filter(({ id }) => id !== table.id);
      state.tables = [...others, table].toSorted((a, b) => a.id.localeCompare(b.id));
    },
    changeKlass: (on, before, after) => {
      state.klassChanges.push({ on, before: before.map(toKlassCode), after: after.map(toKlassCode) });
    },
    setNow: (isoInstant) => {
      state.now = instant(isoInstant);
    },
    clearRequests: () => {
      state.requests.length = 0;
    },
  };
}
