import type { CellValue } from './changes.ts';
import type { StatbankControls } from './controls.ts';
import type { ModeName, ModeSettings } from './modes.ts';
import { jsonReply } from '../reply.ts';
import type { Reply } from '../reply.ts';
import type { StatbankState } from '../state.ts';
import type { Cell } from '../table.ts';

/** What the body of a control may hold; each control takes what it needs. */
interface ControlBody {
  readonly mode?: ModeName;
  readonly settings?: ModeSettings;
  readonly table?: string;
  readonly period?: string;
  readonly values?: readonly CellValue[];
  readonly categories?: Readonly<Record<string, string>>;
  readonly value?: Cell;
  readonly variable?: string;
  readonly code?: string;
  readonly contents?: string;
  readonly unit?: string;
  readonly newId?: string;
  readonly periods?: readonly string[];
  readonly label?: string;
  readonly symbol?: string;
  readonly codeList?: string;
  readonly members?: readonly string[];
  readonly now?: string;
  readonly updated?: string;
  readonly held?: boolean;
  readonly decimals?: number;
  readonly text?: string;
  readonly mandatory?: boolean;
  readonly newCode?: string;
  readonly from?: string;
  readonly on?: string;
  readonly before?: readonly string[];
  readonly after?: readonly string[];
}

/** Name of a control → an example of its body, as `--help` shows it. */
export const CONTROLS: Readonly<Record<string, string>> = {
  mode: '{"mode":"maintenance","settings":{"requests":2,"only":"/data"}}',
  'publish-year': '{"table":"07984","period":"2026"}',
  'revise-cell':
    '{"table":"07984","categories":{"Region":"3301","ContentsCode":"SysselsatteArb"},"period":"2024","value":51000}',
  'remove-code': '{"table":"07984","variable":"Region","code":"K.3301"}',
  relabel: '{"table":"06445","variable":"Region","code":"3103","label":"Moss (2020-2023)"}',
  'change-code-list': '{"codeList":"agg_KommSummerS","code":"K.3103","members":["0104","0136","0194","3002","3103"]}',
  'mark-period': '{"table":"06445","period":"2025","symbol":"b"}',
  'change-unit': '{"table":"06445","contents":"Sysselsatte","unit":"promille"}',
  'change-decimals': '{"table":"06445","contents":"Sysselsatte","decimals":0}',
  'add-note': '{"table":"07984","text":"Ny datakilde fra 2025.","mandatory":true}',
  rename: '{"table":"07984","label":"Sysselsatte, ny definisjon"}',
  'split-code': '{"table":"07984","variable":"NACE2007","code":"58-63","newCode":"60-63","from":"2025"}',
  discontinue: '{"table":"06445"}',
  'replace-table': '{"table":"06445","newId":"16445"}',
  'add-twin': '{"table":"06445","newId":"16445","period":"2026"}',
  'remove-table': '{"table":"06445"}',
  'stamp-table': '{"table":"06445","updated":"2026-01-02T07:00:00Z"}',
  'hold-list': '{"held":true}',
  'recode-table': '{"table":"07984","newId":"15001","periods":["2026"]}',
  'change-klass': '{"on":"2027-01-01","before":["3301 Drammen","3303 Kongsberg"],"after":["3398 Elvebyen"]}',
  now: '{"now":"2027-02-26T09:00:00Z"}',
  'clear-requests': '{}',
};

function needed<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`The body must have ${name}.`);
  return value;
}

function runControl(name: string, body: ControlBody, controls: StatbankControls): boolean {
  const table = (): string => needed(body.table, 'table');
  const period = (): string => needed(body.period, 'period');
  switch (name) {
    case 'mode':
      controls.setMode(needed(body.mode, 'mode'), body.settings);
      return true;
    case 'publish-year':
      controls.publishYear(table(), period(), body.values);
      return true;
    case 'revise-cell':
      controls.reviseCell(table(), needed(body.categories, 'categories'), period(), needed(body.value, 'value'));
      return true;
    case 'remove-code':
      controls.removeCode(table(), needed(body.variable, 'variable'), needed(body.code, 'code'));
      return true;
    case 'relabel':
      controls.relabel(
        table(),
        needed(body.variable, 'variable'),
        needed(body.code, 'code'),
        needed(body.label, 'label'),
      );
      return true;
    case 'change-code-list': {
      const { label, members } = body;
      const change = { ...(label === undefined ? {} : { label }), ...(members === undefined ? {} : { members }) };
      controls.changeCodeList(needed(body.codeList, 'codeList'), needed(body.code, 'code'), change);
      return true;
    }
    case 'mark-period':
      controls.markPeriod(table(), period(), needed(body.symbol, 'symbol'));
      return true;
    case 'change-unit':
      controls.changeUnit(table(), needed(body.contents, 'contents'), needed(body.unit, 'unit'));
      return true;
    case 'change-decimals':
      controls.changeDecimals(table(), needed(body.contents, 'contents'), needed(body.decimals, 'decimals'));
      return true;
    case 'add-note': {
      const { mandatory = false, variable, code } = body;
      const place = { ...(variable === undefined ? {} : { variable }), ...(code === undefined ? {} : { code }) };
      controls.addNote(table(), { text: needed(body.text, 'text'), mandatory }, place);
      return true;
    }
    case 'rename':
      controls.rename(table(), needed(body.label, 'label'));
      return true;
    case 'split-code': {
      const newCode = needed(body.newCode, 'newCode');
      const [variable, code] = [needed(body.variable, 'variable'), needed(body.code, 'code')];
      controls.splitCode(table(), { variable, code, newCode, from: needed(body.from, 'from') });
      return true;
    }
    case 'discontinue':
      controls.discontinue(table());
      return true;
    case 'replace-table':
      controls.replaceTable(table(), needed(body.newId, 'newId'));
      return true;
    case 'add-twin':
      controls.addTwin(table(), needed(body.newId, 'newId'), period());
      return true;
    case 'remove-table':
      controls.removeTable(table());
      return true;
    case 'stamp-table':
      controls.stampTable(table(), needed(body.updated, 'updated'));
      return true;
    case 'hold-list':
      controls.holdList(needed(body.held, 'held'));
      return true;
    case 'recode-table':
      controls.recodeTable(table(), needed(body.newId, 'newId'), needed(body.periods, 'periods'));
      return true;
    case 'change-klass':
      controls.changeKlass(needed(body.on, 'on'), needed(body.before, 'before'), needed(body.after, 'after'));
      return true;
    case 'now':
      controls.setNow(needed(body.now, 'now'));
      return true;
    case 'clear-requests':
      controls.clearRequests();
      return true;
    default:
      return false;
  }
}

/** `POST /control/<name>` with a JSON body, and `GET /control/requests`. Never part of what SSB has. */
export function controlRoute(
  method: string,
  name: string,
  text: string,
  state: StatbankState,
  controls: StatbankControls,
): Reply {
  if (method === 'GET' && name === 'requests') return jsonReply(200, { requests: state.requests });
  if (method !== 'POST') return jsonReply(405, { error: 'A control is sent with POST.' });
  try {
    const body = (text.trim() === '' ? {} : JSON.parse(text)) as ControlBody;
    if (runControl(name, body, controls))
      return jsonReply(200, { done: name, now: state.now.toISOString(), mode: state.mode });
    return jsonReply(404, { error: `There is no control ${name}; there are ${Object.keys(CONTROLS).join(', ')}.` });
  } catch (problem) {
    return jsonReply(400, { error: problem instanceof Error ? problem.message : String(problem) });
  }
}
