import { createHash } from 'node:crypto';
import { PipelineError } from '../../model/errors.ts';
import type { HttpResponse, Send } from '../../platform/http.ts';
import type { Message } from '../message.ts';
import { jsonPayload } from '../payloads/json-payload.ts';
import { slackPosts } from '../payloads/slack-payload.ts';
import { teamsPosts } from '../payloads/teams-payload.ts';
import { redact } from '../redact.ts';
import type { Channel } from './channel.ts';

const HINT = 'Check WEBHOOK_URL and the receiver; the message is kept and sent again.';

/** The posts that make up a message: one, but where the receiver takes only so much in each. */
const PAYLOADS = { json: (message: Message) => [jsonPayload(message)], teams: teamsPosts, slack: slackPosts };

/** The form of what is posted. */
export type Payload = keyof typeof PAYLOADS;

/**
 * Posts a message as JSON to an address that is itself a secret, in as many posts as its receiver needs, in order, the first
 * with the key of the message and each other with one of its own. Only an answer of the 200s to all of them counts as taken:
 * `http` must not follow redirects, since a redirected POST becomes a GET that carries nothing. Of several posts, those that
 * were taken before are not sent again.
 */
export function createWebhookChannel(url: string, payload: Payload, http: Send): Channel {
  const { host } = new URL(url);
  return async (message, { signal, taken = [], onTaken } = {}) => {
    const bodies = PAYLOADS[payload](message).map((document) => JSON.stringify(document));
    for (const [index, body] of bodies.entries()) {
      const name = nameOf(body);
      if (taken.includes(name)) continue;
      const key = index === 0 ? message.idempotencyKey : `${message.idempotencyKey}-${index + 1}`;
      const { status } = await post(body, key, signal);
      if (status < 200 || status >= 300) {
        throw failure(`${host} answered ${status}${status >= 300 && status < 400 ? ', which points elsewhere' : ''}.`);
      }
      if (bodies.length > 1) onTaken?.(name);
    }
  };

  async function post(body: string, key: string, signal: AbortSignal | undefined): Promise<HttpResponse> {
    const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Idempotency-Key': key };
    try {
      return await http({ method: 'POST', url, headers, body, signal });
    } catch (error) {
      signal?.throwIfAborted();
      throw failure(redact(error instanceof Error ? error.message : String(error), url));
    }
  }
}

/** The error that caused it is left out: clients hang the address they asked on theirs. */
function failure(sentence: string): PipelineError {
  return new PipelineError('delivery-failed', sentence, { hint: HINT });
}

/** Of what is posted, not of its place: where other settings have since parted the message otherwise, all of it is sent. */
function nameOf(body: string): string {
  return createHash('sha256').update(body).digest('hex').slice(0, 32);
}
