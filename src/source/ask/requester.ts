import { PipelineError } from '../../model/errors.ts';
import type { HttpRequest, HttpResponse, Send } from '../../platform/http.ts';
import { createRateLimiter, type Pace, type RateLimit, type RateLimiter } from './rate-limit.ts';
import { retrying } from './retry.ts';
import { failureOf } from './ssb-failure.ts';
import { stoppedOnTheWay } from './stopped-on-the-way.ts';

export interface SourceRequest extends Pick<HttpRequest, 'method' | 'url' | 'body'> {
  /** Begins a sentence about the answer, for instance `The metadata of table 07984`. */
  readonly what: string;
}

/** Sends requests to one source: one at a time, within its limit, again where that helps. */
export interface Requester {
  /** The answer, if its status is 200. Throws the error that any other answer stands for. */
  ask(question: SourceRequest): Promise<HttpResponse>;
  setLimit(limit: RateLimit): void;
  /** Requests sent, repeated ones included. */
  requestCount(): number;
  /** Why no question gets through, as the last one ended; `null` where it got an answer, whatever that was. */
  outOfReach(): PipelineError | null;
}

/** Names the project to the source. */
export const USER_AGENT = 'naeringspuls (open-source follow-up of a municipal business plan)';

/** Asks one address politely: in turn, within the limit (its own, unless several share one), and again when a failure may pass. */
export function createRequester(send: Send, pace: Pace, limiter: RateLimiter = createRateLimiter(pace)): Requester {
  let sent = 0;
  let outOfReach: PipelineError | null = null;

  function attempt({ method, url, body }: SourceRequest): Promise<HttpResponse> {
    const type = body === undefined ? {} : { 'Content-Type': 'application/json' };
    const headers = { Accept: 'application/json', ...type };
    // A quota that is shared may have kept it waiting past the end.
    pace.signal?.throwIfAborted();
    sent += 1;
    return send({ method, url, headers, ...(body === undefined ? {} : { body }), signal: pace.signal });
  }

  return {
    ask(question) {
      return retrying(
        async () => {
          const response = await limiter.run(() => attempt(question), question.what);
          const asked = { what: question.what, address: question.url };
          const stopped = stoppedOnTheWay(response, asked);
          if (stopped === null && response.status === 200) return response;
          throw stopped ?? failureOf(response, asked, pace.now());
        },
        pace,
        question.what,
      ).then(
        (response) => {
          outOfReach = null;
          return response;
        },
        (failure: unknown) => {
          outOfReach = isOutOfReach(failure) ? failure : null;
          throw failure;
        },
      );
    },
    setLimit: (limit) => limiter.setLimit(limit),
    requestCount: () => sent,
    outOfReach: () => outOfReach,
  };
}

function isOutOfReach(failure: unknown): failure is PipelineError {
  return failure instanceof PipelineError && failure.context['outOfReach'] !== undefined;
}
