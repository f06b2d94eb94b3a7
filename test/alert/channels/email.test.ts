import { describe, expect, it } from 'vitest';
import { createEmailChannel } from '../../../src/alert/channels/email.ts';
import { composeMessage, composeTest } from '../../../src/alert/compose-message.ts';
import { messageHtml } from '../../../src/alert/render/message-html.ts';
import { messageText } from '../../../src/alert/render/message-text.ts';
import { createLogger } from '../../../src/platform/logger.ts';
import { failureOf } from '../../support/failure.ts';
import { startMailServer } from '../../support/network/mail-server.ts';
import { buildFacts, buildHead, buildMessage, buildTrouble, KEY } from '../support/facts.ts';
import { outlookFaults } from '../support/outlook-rules.ts';

const PEOPLE = { from: 'puls@example.org', to: ['kari@example.org', 'ola@example.org'] };

async function withServer() {
  const server = await startMailServer();
  const lines: string[] = [];
  const logger = createLogger({ level: 'info', pretty: false, output: { write: (text) => lines.push(text) } });
  return { server, lines, logger, channel: createEmailChannel(server.url, PEOPLE, logger) };
}

describe('an e-mail', () => {
  it('comes to every recipient, as text and as HTML', async () => {
    const { server, channel } = await withServer();
    await channel(buildMessage());
    const [mail] = server.received;
    expect(mail?.to).toEqual(PEOPLE.to);
    expect(mail?.parts['text/plain'].trim()).toBe(messageText(buildMessage()).trim());
    expect(mail?.parts['text/html'].trim()).toBe(messageHtml(buildMessage()).trim());
  });

  it('says that nobody wrote it, so that no absence is answered', async () => {
    const { server, channel } = await withServer();
    await channel(buildMessage());
    expect(server.received[0]?.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it('has a name that stays the same for every attempt', async () => {
    const { server, channel } = await withServer();
    await channel(buildMessage());
    await channel(buildMessage());
    expect(server.received.map(({ headers }) => headers.get('message-id'))).toEqual([
      `<${KEY}@example.org>`,
      `<${KEY}@example.org>`,
    ]);
  });

  it('about one indicator belongs to its thread, under a subject that says what has happened', async () => {
    const { server, channel } = await withServer();
    await channel(buildMessage());
    await channel(composeMessage('another', [buildFacts({ to: 'on-track' })], buildHead()));
    const threads = server.received.map(({ headers }) =>
      ['references', 'in-reply-to'].map((name) => headers.get(name)),
    );
    expect(threads[0]?.[0]).toBe('<0101.job-growth@example.org>');
    expect(threads[0]).toEqual(threads[1]);
    expect(server.received.map(({ headers }) => headers.get('subject'))).toEqual([
      'Ikke lenger oppfylt: Vekst i antall arbeidsplasser (Eksempelby)',
      'Oppfylt: Vekst i antall arbeidsplasser (Eksempelby)',
    ]);
  });

  it('about several answers the threads of all of them and ties none together', async () => {
    const { server, channel } = await withServer();
    const facts = [buildFacts(), buildFacts({ indicator: 'new-enterprises' })];
    await channel(composeMessage(KEY, facts, buildHead()));
    const headers = server.received[0]?.headers;
    expect(headers?.get('in-reply-to')).toBe('<0101.job-growth@example.org> <0101.new-enterprises@example.org>');
    expect(headers?.has('references')).toBe(false);
  });

  it('that is a test belongs to no thread', async () => {
    const { server, channel } = await withServer();
    await channel(composeTest('test-1', buildHead(), '2026-02-26T07:01:00.000Z', 'staff'));
    expect(server.received[0]?.headers.has('in-reply-to')).toBe(false);
  });
});

describe('the HTML of an e-mail, as a mail server receives it', () => {
  const HEAD = buildHead({ address: 'https://puls.example/' });
  const firsts = ['a', 'b'].map((indicator) => buildFacts({ indicator, from: null }));
  it.each([
    ['a change', composeMessage(KEY, [buildFacts()], HEAD)],
    ['several changes', composeMessage(KEY, [buildFacts(), buildFacts({ indicator: 'b', to: 'break' })], HEAD)],
    ['a first overview', composeMessage(KEY, firsts, HEAD, [])],
    ['trouble', composeMessage(KEY, [buildTrouble()], HEAD)],
    ['a test', composeTest('test-1', HEAD, '2026-02-26T07:01:00.000Z', 'operations')],
  ])('of %s keeps to what Outlook for Windows draws', async (_, message) => {
    const { server, channel } = await withServer();
    await channel(message);
    expect(outlookFaults(server.received[0]?.parts['text/html'] ?? '')).toEqual([]);
  });
});

describe('a mail server', () => {
  it('that is down is said to be, and nothing of its secrets', async () => {
    const { server, channel } = await withServer();
    await server.down();
    const error = await failureOf(channel(buildMessage()));
    expect(error).toMatchObject({ code: 'delivery-failed' });
    expect((error as Error).message).toMatch(/^127\.0\.0\.1:\d+ could not be reached \(ESOCKET|ECONN/);
    expect(JSON.stringify(error) + String((error as Error).stack)).not.toMatch(/hemmelig|drift/);
    expect((error as Error).cause).toBeUndefined();
  });

  it.each([
    [451, 'refused the message for now'],
    [554, 'refused the message'],
  ])('that answers %i has not taken the message', async (code, words) => {
    const { server, channel } = await withServer();
    server.answer(code);
    expect(await failureOf(channel(buildMessage()))).toMatchObject({
      message: expect.stringMatching(
        new RegExp(`^127\\.0\\.0\\.1:\\d+ ${words} \\(it answered ${code}\\)\\.$`),
      ) as string,
    });
  });

  it('that refuses name or password is said to, without either, whatever it answers', async () => {
    const { server, logger } = await withServer();
    const url = server.url.replace('hemmelig-passord', 'hemmelig-feil');
    const error = await failureOf(createEmailChannel(url, PEOPLE, logger)(buildMessage()));
    expect((error as Error).message).toMatch(/refused the name or the password \(it answered 535\)\.$/);
    expect(JSON.stringify(error) + String((error as Error).stack)).not.toMatch(/hemmelig|drift/);
  });

  it('that refuses one recipient has taken the message for the others, and the log says so', async () => {
    const { server, lines, channel } = await withServer();
    server.refuse('ola@example.org');
    await channel(buildMessage());
    expect(server.received[0]?.to).toEqual(['kari@example.org']);
    expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({ event: 'recipient-refused', refused: ['ola@example.org'] });
  });

  it('that refuses every recipient has not taken it', async () => {
    const { server, channel } = await withServer();
    for (const address of PEOPLE.to) server.refuse(address);
    expect((await failureOf(channel(buildMessage()))) as Error).toMatchObject({
      message: expect.stringContaining('refused every recipient (it answered 550)') as string,
    });
  });

  it('elsewhere is told no name and password over a line that anybody can read', async () => {
    const { server, logger } = await withServer();
    // This machine by a name that does not say so.
    const url = server.url.replace('127.0.0.1', '127.1');
    const error = await failureOf(createEmailChannel(url, PEOPLE, logger)(buildMessage()));
    expect((error as Error).message).toMatch(
      /offers no encrypted connection, and name and password are sent over no other \(it answered 500\)\.$/,
    );
    expect(server.received).toEqual([]);
  });

  it('is left when the caller gives up', async () => {
    const { server, channel } = await withServer();
    const stop = new AbortController();
    server.answer(451, () => stop.abort(new Error('told to stop')));
    expect(await failureOf(channel(buildMessage(), { signal: stop.signal }))).toEqual(new Error('told to stop'));
  });
});
