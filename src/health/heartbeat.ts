/** How a run ended, to those who watch from outside. */
export interface Heartbeat {
  readonly isWell: boolean;
  /** One sentence or more. */
  readonly message: string;
}

/** One request that carries it. */
export interface HeartbeatRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly body?: string;
}

/** A watcher keeps the beginning; Uptime Kuma takes the message as a part of the address. */
const MOST_CHARACTERS = { body: 10_000, address: 250 };

/**
 * The request by which a watcher hears how a run ended, in the form that its address asks for: Uptime Kuma's push
 * (`…/api/push/TOKEN?status=up|down&msg=…`), else that of healthchecks.io, which many others take too (POST with the
 * message as its body, to `…/fail` after a run that failed).
 */
export function heartbeatRequest(address: string, { isWell, message }: Heartbeat): HeartbeatRequest {
  const url = new URL(address);
  if (/\/api\/push\/[^/]+\/?$/.test(url.pathname)) {
    url.searchParams.set('status', isWell ? 'up' : 'down');
    url.searchParams.set('msg', message.slice(0, MOST_CHARACTERS.address));
    return { method: 'GET', url: url.href };
  }
  if (!isWell) url.pathname = `${url.pathname.replace(/\/+$/, '')}/fail`;
  return { method: 'POST', url: url.href, body: message.slice(0, MOST_CHARACTERS.body) };
}
