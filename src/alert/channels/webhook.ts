import { PipelineError } from '../../model/errors.ts';
import type { HttpResponse, Send } from '../../platform/http.ts';
import type { Message } from '../message.ts';
import { jsonPayload } from '../payloads/json-payload.ts';
import { slackPayload } from '../payloads/slack-payload.ts';
import { teamsPayload } from '../payloads/teams-payload.ts';
import { redact } from '../redact.ts';
import type { Channel } from './channel.ts';

const HINT = 'Check WEBHOOK_URL and the receiver; the message is kept and sent again.';

const PAYLOADS = { json: jsonPayload, teams: teamsPayload, slack: slackPayload };

/** The form of what is posted. */
export type Payload = keyof typeof PAYLOADS;

/**
 * Posts a message as JSON to an address that is itself a secret. Only an answer of the 200s counts as taken: `http` must
 * not follow redirects, since a redirected POST becomes a GET that carries nothing.
 */
export function createWebhookChannel(url: string, payload: Payload, http: Send): Channel {
  const { host } = new URL(url);
  return async (message, signal) => {
    const { status } = await post(message, signal);
    if (status >= 200 && status < 300) return;
    throw failure(`${host} answered ${status}${status >= 300 && status < 400 ? ', which points elsewhere' : ''}.`);
  };

  async function post(message: Message, signal: AbortSignal | undefined): Promise<HttpResponse> {
    const headers = { 'Content-Type': 'application/json; charset=utf-8', 'Idempotency-Key': message.idempotencyKey };
    try {
      return await http({ method: 'POST', url, headers, body: JSON.stringify(PAYLOADS[payload](message)), signal });
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
