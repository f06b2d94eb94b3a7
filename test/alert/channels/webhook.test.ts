import nock from 'nock';
import { beforeAll, describe, expect, it } from 'vitest';
import { composeMessage } from '../../../src/alert/compose-message.ts';
import { createWebhookChannel } from '../../../src/alert/channels/webhook.ts';
import { jsonPayload } from '../../../src/alert/payloads/json-payload.ts';
import { PipelineError } from '../../../src/model/errors.ts';
import { createHttp } from '../../../src/platform/http.ts';
import { failureOf } from '../../support/failure.ts';
import { startReceiver } from '../../support/network/receiver.ts';
import { buildFacts, buildHead, buildMessage, KEY } from '../support/facts.ts';

// Real requests to a receiver on loopback.
beforeAll(() => nock.restore());

const http = createHttp({ userAgent: 'test', timeoutMs: 5_000, maxRedirects: 0 });

async function withReceiver() {
  const receiver = await startReceiver();
  return { receiver, channel: createWebhookChannel(`${receiver.url}/services/hemmelig-sti`, 'json', http) };
}

describe('the webhook', () => {
  it('gets exactly the documented document, with its key in the header', async () => {
    const { receiver, channel } = await withReceiver();
    const message = buildMessage();
    await channel(message);
    expect(receiver.received).toEqual([
      {
        path: '/services/hemmelig-sti',
        key: message.idempotencyKey,
        contentType: 'application/json; charset=utf-8',
        document: jsonPayload(message),
      },
    ]);
  });

  it.each([
    [400, /^127\.0\.0\.1:\d+ answered 400\.$/],
    [503, /^127\.0\.0\.1:\d+ answered 503\.$/],
  ])('has not taken a message that it answers with %i', async (status, sentence) => {
    const { receiver, channel } = await withReceiver();
    receiver.answer(status);
    const error = await failureOf(channel(buildMessage()));
    expect(error).toBeInstanceOf(PipelineError);
    expect(error).toMatchObject({ code: 'delivery-failed', message: expect.stringMatching(sentence) as string });
  });

  it('has not taken a message that it sends elsewhere, and nothing follows', async () => {
    const { receiver, channel } = await withReceiver();
    receiver.answer(302, () => undefined, { location: `${receiver.url}/login` });
    const error = await failureOf(channel(buildMessage()));
    expect(error).toMatchObject({
      message: expect.stringContaining('answered 302, which points elsewhere.') as string,
    });
    expect(receiver.received).toHaveLength(1);
  });

  it('that is down is said to be, without its path', async () => {
    const { receiver, channel } = await withReceiver();
    await receiver.down();
    const error = await failureOf(channel(buildMessage()));
    expect(error).toMatchObject({
      code: 'delivery-failed',
      message: expect.stringMatching(/could not be reached: the connection was refused/) as string,
    });
    expect(JSON.stringify(error) + String((error as Error).stack)).not.toContain('hemmelig');
    expect((error as Error).cause).toBeUndefined();
  });

  it('shows nothing of its address when the client tells more than it should', async () => {
    const url = 'https://drift:passordet@hooks.example/services/hemmelig-sti';
    const channel = createWebhookChannel(url, 'json', () => Promise.reject(new Error(`cannot ask ${url}`)));
    const error = await failureOf(channel(buildMessage()));
    expect(error).toMatchObject({ message: 'cannot ask [hidden]' });
  });
});

describe('a message of several posts', () => {
  const changes = Array.from({ length: 120 }, (_, at) => buildFacts({ indicator: `i${at}` }));
  const message = composeMessage(KEY, changes, buildHead());

  /** A receiver that answers each post in turn. */
  function answering(...statuses: readonly number[]) {
    const posted: { readonly key: string | undefined; readonly body: string }[] = [];
    const channel = createWebhookChannel('https://hooks.example/hemmelig', 'slack', ({ body = '', headers = {} }) => {
      const status = statuses[posted.length] ?? 204;
      posted.push({ key: headers['Idempotency-Key'], body });
      return Promise.resolve({ status, headers: {}, body: Buffer.alloc(0) });
    });
    return { channel, posted };
  }

  it('that fails midway tells which of them were taken, and sends only the rest the next time', async () => {
    const taken: string[] = [];
    const first = answering(204, 503);
    await failureOf(first.channel(message, { onTaken: (post) => taken.push(post) }));
    expect([first.posted.length, taken.length]).toEqual([2, 1]);
    const second = answering();
    await second.channel(message, { taken, onTaken: (post) => taken.push(post) });
    expect(second.posted.map(({ key }) => key)).toEqual([`${KEY}-2`, `${KEY}-3`]);
    expect(new Set(taken).size).toBe(3);
  });

  it('is sent whole where it is not the same any more', async () => {
    const taken: string[] = [];
    await failureOf(answering(204, 503).channel(message, { onTaken: (post) => taken.push(post) }));
    const { channel, posted } = answering();
    await channel(composeMessage(KEY, changes, buildHead({ greeting: 'God dag!' })), { taken });
    expect(posted).toHaveLength(3);
  });

  it('tells nothing of a message that is one post: it is taken as a whole', async () => {
    const taken: string[] = [];
    await answering().channel(buildMessage(), { onTaken: (post) => taken.push(post) });
    expect(taken).toEqual([]);
  });
});
