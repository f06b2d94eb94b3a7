import { withPeriod, nextPeriod } from './changes.ts';
import { emptyReply, htmlReply, jsonReply } from '../reply.ts';
import type { Reply } from '../reply.ts';
import type { StatbankTable } from '../table.ts';

/** Every way the stand-in can misbehave, each one seen or expected at SSB. */
export const MODES = [
  'normal',
  'maintenance',
  'server-error',
  'too-many-requests',
  'html-200',
  'error-body-200',
  'truncated',
  'cut-connection',
  'short-values',
  'status-first',
  'pre-release',
  'pre-release-zero',
  'stale-cache',
  'slow',
] as const;
export type ModeName = (typeof MODES)[number];

export interface ModeSettings {
  /** How many requests the mode lasts; without it, until another mode is set. */
  readonly requests?: number;
  /** Only requests whose path contains this text, e.g. `/data`. */
  readonly only?: string;
  /** `too-many-requests`: the seconds that `Retry-After` says; it is left out without them. */
  readonly retryAfter?: number;
  /** `slow`: time until the first byte, 30 seconds as at 08:00. */
  readonly delayMs?: number;
  /** `pre-release`: ids of the tables concerned; all that are not closed without it. */
  readonly tables?: readonly string[];
}

export interface Mode extends ModeSettings {
  readonly name: ModeName;
}

export const SLOW_MS = 30_000;

/** The answer a mode gives in place of the real one, if it does. */
export function replyInstead(mode: Mode): Reply | null {
  if (mode.name === 'maintenance') return htmlReply(503, 'Service Unavailable');
  if (mode.name === 'server-error') return emptyReply(500);
  if (mode.name === 'too-many-requests') return tooManyRequests(mode.retryAfter);
  if (mode.name === 'html-200') return htmlReply(200, 'Statistikkbanken er midlertidig utilgjengelig');
  if (mode.name !== 'error-body-200') return null;
  return jsonReply(200, { type: 'Parameter error', title: 'Non-existent value', status: 400 });
}

function tooManyRequests(retryAfter: number | undefined): Reply {
  const reply = emptyReply(429);
  return retryAfter === undefined ? reply : { ...reply, headers: { 'retry-after': String(retryAfter) } };
}

/** What a mode does to a successful answer. */
export function distorted(reply: Reply, mode: Mode): Reply {
  if (reply.status !== 200) return reply;
  if (mode.name === 'truncated') return { ...reply, body: reply.body.slice(0, Math.floor(reply.body.length / 2)) };
  if (mode.name !== 'short-values' && mode.name !== 'status-first') return reply;
  const dataset = JSON.parse(reply.body) as Record<string, unknown>;
  if (dataset['class'] !== 'dataset' || !Array.isArray(dataset['value'])) return reply;
  const changed =
    mode.name === 'short-values' ? { ...dataset, value: dataset['value'].slice(0, -1) } : statusFirst(dataset);
  return { ...reply, body: JSON.stringify(changed) };
}

/** An older writer's order of keys: what comes last today comes first. */
function statusFirst(dataset: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(dataset).toReversed());
}

/**
 * The tables as they stand between 05:00 and 08:00 on a release day: the next period is there, its figures are `.` or 0,
 * and `updated` is still the old one.
 */
export function tablesBeforeRelease(tables: readonly StatbankTable[], mode: Mode): readonly StatbankTable[] {
  if (mode.name !== 'pre-release' && mode.name !== 'pre-release-zero') return tables;
  const blank = mode.name === 'pre-release' ? '.' : 0;
  return tables.map((table) => {
    if (table.discontinued || (mode.tables !== undefined && !mode.tables.includes(table.id))) return table;
    const period = nextPeriod(table);
    const longer = withPeriod(table, period);
    const cell: StatbankTable['cell'] = (codes) => (codes.includes(period) ? blank : table.cell(codes));
    return { ...longer, madeUp: table.madeUp, cell };
  });
}
