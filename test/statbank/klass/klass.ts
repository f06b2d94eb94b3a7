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

type Row = readonly [oldCode: string, oldName: string, newCode: string, newName: string, on: string];

/** Rows of municipalities not held otherwise: a split in two, and a change of name alone. */
const FURTHER_ROWS: readonly Row[] = [
  ['1507', 'Ålesund', '1508', 'Ålesund', '2024-01-01'],
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
  from: string,
  to: string,
  further: readonly FurtherMunicipality[],
): readonly CodeChange[] {
  const inRange = versions.filter((start, position) => start < to && (versions[position + 1] ?? '9999-12-31') > from);
  const held = allRows(inRange.slice(1)).map(([oldCode, oldName, newCode, newName, changeOccurred]) => ({
    oldCode,
    oldName,
    oldShortName: '',
    newCode,
    newName,
    newShortName: '',
    changeOccurred,
  }));
  return [...held, ...furtherChanges(further, inRange.slice(1))];
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
  further: readonly FurtherMunicipality[] = [],
): Reply {
  const [root, id = '', part = ''] = path.split('/').filter((step) => step !== '');
  const versions = VERSIONS[id];
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
    const beside = id === '131' ? furtherCodesAt(further, Number(on.slice(0, 4))) : [];
    const codes = [...codesAt(id, on), ...beside];
    return isJson ? jsonReply(200, { codes: codes.map(codeDocument) }) : codesXml(codes);
  }
  if (part !== 'changes') return problem(`No resource ${part}`, `/api/klass/v1${path}`);
  const from = date('from');
  if (from === null) return htmlReply(400, "Required request parameter 'from' is not present");
  if (!WITH_CHANGE_TABLES.has(id))
    return problem(`Change table not found for classification ${id}`, `/api/klass/v1${path}`);
  const codeChanges = changes(known, from, date('to') ?? '9999-12-31', further);
  return isJson ? jsonReply(200, { codeChanges }) : changesXml(codeChanges);
}
