import { COUNTIES, countyLabel } from '../places/counties.ts';
import { DIVISIONS, HELD_PLACES, divisionsOf, inUse } from '../places/divisions.ts';
import type { FurtherMunicipality } from '../places/further-municipalities.ts';
import { htmlReply, jsonReply } from '../reply.ts';
import type { Reply } from '../reply.ts';
import { furtherChanges, furtherCodesAt } from './further-codes.ts';
import { codesXml, changesXml } from './klass-xml.ts';

/** A row of a change table; a code born or ended would have `null` on one side. */
export interface CodeChange {
  readonly oldCode: string | null;
  readonly oldName: string | null;
  readonly oldShortName: string;
  readonly newCode: string | null;
  readonly newName: string | null;
  readonly newShortName: string;
  readonly changeOccurred: string;
}

export interface KlassCode {
  readonly code: string;
  readonly name: string;
}

/** Versions by the day they begin. Only 131 has its change tables; 104 lacks them, so its changes are 404. */
const VERSIONS: Readonly<Record<string, readonly string[]>> = {
  '131': ['1994-01-01', '2018-01-01', '2020-01-01', '2023-01-01', '2024-01-01'],
  '104': ['1972-01-01', '2018-01-01', '2020-01-01', '2024-01-01'],
};
const WITH_CHANGE_TABLES = new Set(['131']);

/** A change that a control has made: every code before became every code after. */
export interface KlassChange {
  /** `yyyy-MM-dd`. */
  readonly on: string;
  /** None where one is born. */
  readonly before: readonly KlassCode[];
  /** None where one ends. */
  readonly after: readonly KlassCode[];
}

type Row = readonly [oldCode: string, oldName: string, newCode: string, newName: string, on: string];

/** Rows that do not follow from the codes of one place: joined and divided again, and a change of name alone. */
const FURTHER_ROWS: readonly Row[] = [
  ['1534', 'Haram', '1507', 'Ålesund', '2020-01-01'],
  ['1507', 'Ålesund', '1580', 'Haram', '2024-01-01'],
  ['5025', 'Røros', '5025', 'Røros - Rossen', '2023-01-01'],
];

function rowsOf(place: string, on: string): readonly Row[] {
  const year = Number(on.slice(0, 4));
  const before = divisionsOf(place, year - 1);
  const after = divisionsOf(place, year);
  if (before.length === after.length && before.every(({ code }, position) => code === after[position]?.code)) return [];
  return before.flatMap((old) => {
    const heirs = after.length === 1 ? after : after.filter(({ name }) => name === old.name);
    return heirs.map((heir): Row => [old.code, old.name, heir.code, heir.name, on]);
  });
}

function allRows(dates: readonly string[]): readonly Row[] {
  const held = dates.flatMap((on) => HELD_PLACES.flatMap(({ code }) => rowsOf(code, on)));
  const rows = [...held, ...FURTHER_ROWS.filter(([, , , , on]) => dates.includes(on))];
  return rows.toSorted((a, b) => a[4].localeCompare(b[4]));
}

/** The change tables between adjacent versions that are in force in `from` (inclusive) to `to` (exclusive). */
function changes(
  versions: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
  { made, further }: KlassState,
): readonly CodeChange[] {
  const inRange = versions.filter((start, position) => start < to && (versions[position + 1] ?? '9999-12-31') > from);
  const held = allRows(inRange.slice(1)).map(([oldCode, oldName, newCode, newName, on]) =>
    toChange(on, { code: oldCode, name: oldName }, { code: newCode, name: newName }),
  );
  const after = made.filter(({ on }) => inRange.slice(1).includes(on)).flatMap(rowsOfChange);
  return [...held, ...after, ...furtherChanges(further, inRange.slice(1))].toSorted((a, b) =>
    a.changeOccurred.localeCompare(b.changeOccurred),
  );
}

function rowsOfChange({ on, before, after }: KlassChange): readonly CodeChange[] {
  const olds = before.length === 0 ? [null] : before;
  const news = after.length === 0 ? [null] : after;
  return olds.flatMap((old) => news.map((heir) => toChange(on, old, heir)));
}

function toChange(on: string, old: KlassCode | null, heir: KlassCode | null): CodeChange {
  return {
    oldCode: old?.code ?? null,
    oldName: old?.name ?? null,
    oldShortName: '',
    newCode: heir?.code ?? null,
    newName: heir?.name ?? null,
    newShortName: '',
    changeOccurred: on,
  };
}

/** The codes of a day with the changes made; one that the stand-in holds is in use in its own years alone. */
function codesWithChanges(classification: string, date: string, made: readonly KlassChange[]): readonly KlassCode[] {
  const past = made.filter(({ on }) => on <= date);
  const held = new Set([...DIVISIONS, ...COUNTIES].map(({ code }) => code));
  const digits = classification === '131' ? 4 : 2;
  const born = past.flatMap(({ after }) => after).filter(({ code }) => !held.has(code) && code.length === digits);
  const ended = past.flatMap(({ before, after }) =>
    before.map(({ code }) => code).filter((code) => !after.some((heir) => heir.code === code)),
  );
  return [...codesAt(classification, date), ...born].filter(({ code }) => !ended.includes(code));
}

function codesAt(classification: string, date: string): readonly KlassCode[] {
  const year = Number(date.slice(0, 4));
  if (classification === '104') {
    return COUNTIES.filter((county) => inUse(county, year)).map((county) => ({
      code: county.code,
      name: countyLabel(county),
    }));
  }
  return DIVISIONS.filter((division) => inUse(division, year)).map(({ code, name }) => ({ code, name }));
}

function codeDocument({ code, name }: KlassCode): unknown {
  return {
    code,
    parentCode: null,
    level: '1',
    name,
    shortName: '',
    presentationName: '',
    validFrom: null,
    validTo: null,
    notes: '',
  };
}

function problem(detail: string, instance: string): Reply {
  return jsonReply(404, { type: 'about:blank', title: 'Not Found', status: 404, detail, instance });
}

/** What the stand-in's Klass has beside what it always holds. */
export interface KlassState {
  readonly made: readonly KlassChange[];
  readonly further: readonly FurtherMunicipality[];
}

export interface KlassRequest {
  /** Path after `/api/klass/v1`. */
  readonly path: string;
  readonly search: string;
  readonly accept: string;
}

/** Answers `/classifications/{id}/changes` and `/codesAt`: JSON where the client asks for it, XML otherwise. */
export function klassRoute(
  { path, search, accept }: KlassRequest,
  now: Date,
  state: KlassState = { made: [], further: [] },
): Reply {
  const [root, id = '', part = ''] = path.split('/').filter((step) => step !== '');
  const versions = VERSIONS[id]?.concat(id === '131' ? state.made.map(({ on }) => on) : []);
  if (root !== 'classifications' || versions === undefined) {
    return problem(`Classification not found with id = ${id}`, `/api/klass/v1${path}`);
  }
  const parameters = new URLSearchParams(search);
  const today = now.toISOString().slice(0, 10);
  const known = parameters.get('includeFuture') === 'true' ? versions : versions.filter((start) => start <= today);
  const isJson = accept.includes('application/json');
  const date = (name: string): string | null => parameters.get(name);
  if (part === 'codesAt') {
    const on = date('date') ?? today;
    const beside = id === '131' ? furtherCodesAt(state.further, Number(on.slice(0, 4))) : [];
    const codes = [...codesWithChanges(id, on, state.made), ...beside];
    return isJson ? jsonReply(200, { codes: codes.map(codeDocument) }) : codesXml(codes);
  }
  if (part !== 'changes') return problem(`No resource ${part}`, `/api/klass/v1${path}`);
  const from = date('from');
  if (from === null) return htmlReply(400, "Required request parameter 'from' is not present");
  if (!WITH_CHANGE_TABLES.has(id))
    return problem(`Change table not found for classification ${id}`, `/api/klass/v1${path}`);
  const range = { from, to: date('to') ?? '9999-12-31' };
  const codeChanges = changes([...new Set(known)].sort(), range, state);
  return isJson ? jsonReply(200, { codeChanges }) : changesXml(codeChanges);
}
