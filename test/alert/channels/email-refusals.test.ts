import { describe, expect, it } from 'vitest';
import { createEmailChannel } from '../../../src/alert/channels/email.ts';
import { tryDelivery } from '../../../src/alert/try-delivery.ts';
import { LANGUAGES } from '../../../src/model/language.ts';
import type { MailFaultKind } from '../../../src/model/mail-fault.ts';
import { createLogger } from '../../../src/platform/logger.ts';
import { mailEn } from '../../../src/words/mail/mail-en.ts';
import { mailSentences, mailText, readMailText } from '../../../src/words/mail/mail-text.ts';
import { startMailServer } from '../../support/network/mail-server.ts';
import { type MailScript, startScriptedServer } from '../../support/network/scripted-server.ts';
import { buildMessage } from '../support/facts.ts';

const PEOPLE = { from: 'puls@example.org', to: ['kari@example.org'] };
const now = () => new Date('2026-03-02T10:00:00Z');
const silent = createLogger({ level: 'silent', pretty: false });

/** What a delivery to this address comes to; it must fail. */
async function failedDelivery(url: string) {
  const channel = createEmailChannel(url, PEOPLE, silent, { stepTimeoutMs: 300 });
  const result = await tryDelivery({ message: buildMessage(), attempts: 0 }, channel, { now });
  if (result.delivered) throw new Error('it was delivered');
  return result;
}

const scripted = async (script: MailScript) => `smtp://drift:hemmelig@${await startScriptedServer(script)}`;

describe('a mail server that refuses', () => {
  it.each<[kind: MailFaultKind, code: string, script: MailScript, words: RegExp]>([
    // As Exchange Online words them: learn.microsoft.com, "SMTP AUTH" and "Email non-delivery reports".
    [
      'smtp-auth-off',
      '535 5.7.139',
      { AUTH: '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.' },
      /authenticated SMTP turned off .* Authenticated SMTP\)/,
    ],
    [
      'smtp-auth-off',
      '535 5.7.139',
      { AUTH: '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox.' },
      /for the organisation or the mailbox/,
    ],
    [
      'basic-auth-off',
      '535 5.7.139',
      { AUTH: '535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [OSLP279CA0001]' },
      /basic authentication is turned off .* relays in SMTP_URL/,
    ],
    [
      'sign-in-blocked',
      '535 5.7.139',
      {
        AUTH: "535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy.",
      },
      /by a policy of the organisation .* Microsoft Entra/,
    ],
    ['login-refused-exchange', '535 5.7.3', { AUTH: '535 5.7.3 Authentication unsuccessful' }, /may not send by SMTP/],
    ['login-refused', '535 5.7.8', { AUTH: '535 5.7.8 drift:hemmelig is wrong' }, /%25 \(%\)/],
    ['basic-auth-off', '504 5.7.4', { AUTH: '504 5.7.4 Unrecognized authentication type' }, /no name and password/],
    ['try-later', '454 4.7.0', { AUTH: '454 4.7.0 Temporary authentication failure' }, /sent again/],
    [
      'login-asked',
      '530 5.7.57',
      { MAIL: '530 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM' },
      /only from those who sign in/,
    ],
    [
      'send-as-refused',
      '550 5.7.60',
      { '.': '550 5.7.60 SMTP; Client does not have permissions to send as this sender' },
      /send as the address in `from`/,
    ],
    [
      'send-as-refused',
      '554 5.2.252',
      { '.': '554 5.2.252 SendAsDenied; drift@example.org not allowed to send as puls@example.org' },
      /"Send as"/,
    ],
    ['sender-refused', '550 5.1.0', { MAIL: '550 5.1.0 Address rejected' }, /refused the sender .* `from`/],
    ['sender-blocked', '550 5.1.8', { '.': '550 5.1.8 Access denied, bad outbound sender' }, /Restricted entities/],
    [
      'sender-blocked',
      '550 5.7.705',
      { MAIL: '550 5.7.705 Access denied, tenant has exceeded threshold' },
      /its organisation/,
    ],
    [
      'address-blocked',
      '550 5.7.708',
      { MAIL: '550 5.7.708 Access denied, traffic not accepted from this IP' },
      /from the network address of this machine/,
    ],
    ['relay-refused', '550 5.7.64', { RCPT: '550 5.7.64 TenantAttribution; Relay Access Denied' }, /a connector/],
    ['relay-refused', '554 5.7.1', { RCPT: '554 5.7.1 Relay access denied' }, /does not pass on e-mail/],
    ['recipients-refused', '550 5.1.1', { RCPT: '550 5.1.1 User unknown' }, /every recipient .* under `to`/],
    ['too-large', '552 5.3.4', { '.': '552 5.3.4 Message size exceeds fixed limit' }, /as too large/],
    ['refused', '552 5.2.2', { '.': '552 5.2.2 Mailbox full' }, /refused the message/],
    ['try-later', '432 4.3.2', { '.': '432 4.3.2 Concurrent connections limit exceeded' }, /for now/],
    ['try-later', '421 4.3.2', { greeting: '421 4.3.2 Service not available' }, /for now/],
    ['refused', '554 5.7.1', { '.': '554 5.7.1 Blocked by policy' }, /refused the message/],
  ])('is told as %s (%s): %j', async (kind, code, script, words) => {
    const url = await scripted(script);
    const { error, fault } = await failedDelivery(url);
    expect(fault).toEqual({ kind, host: new URL(url).host, code });
    expect(error).toMatch(words);
    expect(error).toContain(`(it answered ${code}).`);
    expect(error).not.toMatch(/hemmelig|drift/);
  });

  it('a message larger than it takes says so', async () => {
    const server = await startMailServer({ size: 100 });
    expect((await failedDelivery(server.url)).fault?.kind).toBe('too-large');
    expect(server.received).toEqual([]);
  });
});

describe('a mail server that is not reached', () => {
  it('because its name is not known is looked for under another', async () => {
    const { error, fault } = await failedDelivery('smtp://drift:hemmelig@smtp.invalid:587');
    // A machine without a network has no name server that could answer.
    expect(['unknown-host', 'name-server-silent', 'no-connection']).toContain(fault?.kind);
    expect(error).toMatch(/^smtp\.invalid:587 could not be reached: /);
  });

  it('because nothing listens is looked for at another port, the usual one where none is written', async () => {
    const { error, fault } = await failedDelivery('smtps://drift:hemmelig@127.0.0.1');
    expect(fault).toEqual({ kind: 'connection-refused', host: '127.0.0.1:465', code: 'ECONNREFUSED' });
    expect(error).toBe(
      '127.0.0.1:465 could not be reached: the connection was refused (ECONNREFUSED). ' +
        'Check the name and the port of the server in SMTP_URL, and that the server is running.',
    );
  });

  it('because it says nothing may expect encryption at once', async () => {
    const { error, fault } = await failedDelivery(await scripted({ greeting: '' }));
    expect(fault).toMatchObject({ kind: 'waits-for-tls', code: 'ETIMEDOUT' });
    expect(error).toContain('Write smtps:// in SMTP_URL where the port is 465');
  });

  it('because it falls silent in the middle is told to have been there', async () => {
    const { fault } = await failedDelivery(await scripted({ MAIL: '' }));
    expect(fault).toMatchObject({ kind: 'no-answer', code: 'ETIMEDOUT' });
  });

  it('because it answers no encryption at all gives no connection', async () => {
    const url = (await scripted({ greeting: '' })).replace('smtp:', 'smtps:');
    expect((await failedDelivery(url)).fault).toMatchObject({ kind: 'no-connection', code: 'ETIMEDOUT' });
  });

  it('by smtps:// where STARTTLS is spoken is told to be reached by smtp://', async () => {
    const { url } = await startMailServer();
    const { error, fault } = await failedDelivery(url.replace('smtp:', 'smtps:'));
    expect(fault?.kind).toBe('speaks-plain-first');
    expect(error).toContain('Write smtp:// with port 587 in SMTP_URL');
    expect(error).not.toMatch(/hemmelig|drift/);
  });
});

describe('the sentences about a mail server', () => {
  const kinds = Object.keys(mailEn.faults) as MailFaultKind[];
  const faultOf = (kind: MailFaultKind) => ({ kind, host: 'smtp.example.org:587', code: '550 5.7.60' });

  it.each(LANGUAGES)('begin with its name, hold its answer, and differ for each fault: %s', (language) => {
    const said = kinds.map((kind) => mailText(faultOf(kind), language));
    for (const { message, hint } of said) {
      expect(message).toMatch(/^smtp\.example\.org:587 .* \((it answered|svar) 550 5\.7\.60\)\.$/);
      expect(hint).toMatch(/^\p{Lu}.*\.$/su);
    }
    expect(new Set(said.map(({ message }) => message)).size).toBe(kinds.length);
  });

  it.each(kinds)('are known again where the log has kept them: %s', (kind) => {
    for (const code of ['550 5.7.60', '535', 'ECONNREFUSED', null]) {
      const fault = { ...faultOf(kind), code };
      expect(readMailText(mailSentences(fault, 'en'))).toEqual(fault);
    }
  });

  it.each(['', 'hooks.example answered 503.', '127.0.0.1:9 could not be reached (ESOCKET).'])(
    'are not seen in another text: %j',
    (text) => expect(readMailText(text)).toBeNull(),
  );
});
