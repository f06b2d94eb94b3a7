import type { HttpRequest, HttpResponse, Send } from '../platform/http.ts';
import { createRateLimiter, type Pace, type RateLimit } from './rate-limit.ts';
import { retrying } from './retry.ts';
import { failureOf } from './ssb-failure.ts';

export interface Question extends Pick<HttpRequest, 'method' | 'url' | 'body'> {
  /** Begins a sentence about the answer, for instance `The metadata of table 07984`. */
  readonly what: string;
}

/** Sends requests to one source: one at a time, within its limit, again where that helps. */
export interface Requester {
  /** The answer, if its status is 200. Throws the error that any other answer stands for. */
  ask(question: Question): Promise<HttpResponse>;
  setLimit(limit: RateLimit): void;
  /** Requests sent, repeated ones included. */
  requestCount(): number;
}

/** Names the project to the source. */
export const USER_AGENT = 'naeringspuls (open-source follow-up of a municipal business plan)';

/** Asks one address politely: in turn, within the limit, and again when a failure may pass. */
export function createRequester(send: Send, pace: Pace): Requester {
  const limiter = createRateLimiter(pace);
  let sent = 0;

  function attempt({ method, url, body }: Question): Promise<HttpResponse> {
    const type = body === undefined ? {} : { 'Content-Type': 'application/json' };
    const headers = { Accept: 'application/json', ...type };
    sent += 1;
    return send({ method, url, headers, ...(body === undefined ? {} : { body }), signal: pace.signal });
  }

  return {
    ask(question) {
      return retrying(async () => {
        const response = await limiter.run(() => attempt(question));
        if (response.status === 200) return response;
        throw failureOf(response, { what: question.what, address: question.url }, pace.now());
      }, pace);
    },
    setLimit: (limit) => limiter.setLimit(limit),
    requestCount: () => sent,
  };
}
