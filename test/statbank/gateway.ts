import { setTimeout as delay } from 'node:timers/promises';
import { SLOW_MS, distorted, replyInstead, tablesBeforeRelease } from './controls/modes.ts';
import type { Mode } from './controls/modes.ts';
import { takeCall } from './rate-limit.ts';
import { Refusal, emptyReply, notFoundPage } from './reply.ts';
import type { Reply } from './reply.ts';
import type { StatbankState } from './state.ts';
import type { ApiRequest } from './v2/api.ts';
import { route } from './v2/routes.ts';

/** What the web server in front takes; a longer query is a page that is not there. */
const LONGEST_QUERY = 2048;
/** What the server itself takes. */
const LONGEST_ADDRESS = 8192;
const CACHED_SECONDS = 558;
const MAX_CACHED = 200;

/** A v2 request passed through what stands in front of SSB's server: rate limit, length check, cache, and the mode. */
export async function throughGateway(request: ApiRequest, state: StatbankState, base: string): Promise<Reply> {
  const mode = modeFor(request, state);
  const decision = countCall(state);
  const reply = decision?.refusal ?? (await answered(request, state, base, mode));
  return { ...reply, headers: { via: '1.1 varnish', ...reply.headers, ...decision?.headers } };
}

function countCall(state: StatbankState): ReturnType<typeof takeCall> | null {
  if (state.rateLimit === null) return null;
  // Real time passes for a service that waits out the window; the stand-in's own clock can be moved by a test.
  const now = performance.now() + state.now.getTime();
  const decision = takeCall(state.rateLimit, state.bucket, { now, spelling: state.options.installation ?? 'ssb' });
  state.bucket = decision.bucket;
  return decision;
}

/** The mode as it concerns this request; a mode for a number of requests counts down. */
function modeFor({ path }: ApiRequest, state: StatbankState): Mode {
  const { mode } = state;
  if (mode.only !== undefined && !path.toLowerCase().includes(mode.only.toLowerCase())) return { name: 'normal' };
  if (mode.requests !== undefined) {
    state.mode = mode.requests > 1 ? { ...mode, requests: mode.requests - 1 } : { name: 'normal' };
  }
  return mode;
}

async function answered(request: ApiRequest, state: StatbankState, base: string, mode: Mode): Promise<Reply> {
  if (`${base}${request.path}${request.search}`.length > LONGEST_ADDRESS) return emptyReply(414);
  const isServer = state.options.installation === 'server';
  if (!isServer && request.search.replace(/^\?/, '').length > LONGEST_QUERY) return notFoundPage();
  if (mode.name === 'slow') await delay(mode.delayMs ?? SLOW_MS);
  const instead = replyInstead(mode);
  if (instead !== null) return instead;
  return distorted(throughCache(request, state, base, mode), mode);
}

/** Keeps every answer; only `stale-cache` gives an old one again, whatever has been published since. */
function throughCache(request: ApiRequest, state: StatbankState, base: string, mode: Mode): Reply {
  const key = `${request.method} ${request.path}${request.search} ${request.body}`;
  const cached = state.cache.get(key);
  if (mode.name === 'stale-cache' && cached !== undefined) {
    return { ...cached, headers: { ...cached.headers, 'x-cache': 'HIT', age: String(CACHED_SECONDS) } };
  }
  const reply = fresh(request, state, base, mode);
  if (state.cache.size >= MAX_CACHED) state.cache.clear();
  state.cache.set(key, reply);
  return { ...reply, headers: { ...reply.headers, 'x-cache': 'MISS', age: '0' } };
}

function fresh(request: ApiRequest, state: StatbankState, base: string, mode: Mode): Reply {
  const codeListsKey = state.options.oldCodeListsSpelling === true ? 'codeLists' : 'codelists';
  const tables = tablesBeforeRelease(state.tables, mode);
  try {
    const { announcedCalls = 0, installation = 'ssb' } = state.options;
    return route(request, {
      tables,
      listed: state.listed ?? tables,
      now: state.now,
      base,
      codeListsKey,
      announcedCalls,
      takesTwice: installation === 'server',
    });
  } catch (problem) {
    if (problem instanceof Refusal) return problem.reply;
    throw problem;
  }
}
