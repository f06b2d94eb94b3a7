import { createTransport, type Transporter } from 'nodemailer';
import { PipelineError } from '../../model/errors.ts';
import { isObject } from '../../model/shape.ts';
import type { Logger } from '../../platform/logger.ts';
import { isStatusFacts, type Message } from '../message.ts';
import { messageHtml } from '../render/message-html.ts';
import { messageText } from '../render/message-text.ts';
import type { Channel } from './channel.ts';

const HINT = 'Check SMTP_URL, and the sender and recipients in config/alerts.yaml; the message is kept and sent again.';
/** For each step of the exchange; all of them are shorter than a delivery is kept for. */
const STEP_TIMEOUT_MS = 15_000;
const LOOPBACK = ['localhost', '127.0.0.1', '::1'];

export interface Correspondence {
  readonly from: string;
  readonly to: readonly string[];
}

/**
 * Sends a message as e-mail, as text and as HTML, through the server of an address that is itself a secret. Name and
 * password are sent over TLS only, or to this machine. A recipient the server refuses is logged, as long as it
 * takes another.
 */
export function createEmailChannel(url: string, { from, to }: Correspondence, logger: Logger): Channel {
  const { host } = new URL(url);
  return async (message, { signal } = {}) => {
    signal?.throwIfAborted();
    const transport = openTransport(url);
    const stop = () => transport.close();
    signal?.addEventListener('abort', stop);
    try {
      const { rejected = [] } = await transport.sendMail(toMail(message, { from, to }));
      if (rejected.length === 0) return;
      const fields = { event: 'recipient-refused', refused: rejected, idempotencyKey: message.idempotencyKey };
      logger.warn(fields, `${host} takes no e-mail for some of the recipients.`);
    } catch (error) {
      signal?.throwIfAborted();
      throw new PipelineError('delivery-failed', reasonOf(error, host), { hint: HINT });
    } finally {
      signal?.removeEventListener('abort', stop);
      transport.close();
    }
  };
}

function openTransport(address: string): Transporter {
  const { hostname, port, protocol, username, password } = new URL(address);
  const host = hostname.replace(/^\[|\]$/g, '');
  const isSecret = username !== '';
  return createTransport({
    host,
    ...(port === '' ? {} : { port: Number(port) }),
    secure: protocol === 'smtps:',
    requireTLS: isSecret && !LOOPBACK.includes(host),
    ...(isSecret ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
    connectionTimeout: STEP_TIMEOUT_MS,
    greetingTimeout: STEP_TIMEOUT_MS,
    socketTimeout: STEP_TIMEOUT_MS,
    dnsTimeout: STEP_TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

function toMail(message: Message, { from, to }: Correspondence) {
  const domain = from.slice(from.indexOf('@') + 1);
  return {
    from: { name: 'Næringspuls', address: from },
    to: [...to],
    subject: message.subject,
    text: messageText(message),
    html: messageHtml(message),
    // The same for every attempt, so that servers and readers recognise a duplicate.
    messageId: `<${message.idempotencyKey}@${domain}>`,
    ...threadOf(message, domain),
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}

/**
 * Messages about one indicator belong to one thread, whose root is a name no e-mail has. A message about several has
 * several parents, and RFC 5322 (3.6.4) then asks for all of them in In-Reply-To and for no References, which would tie
 * the threads together.
 */
function threadOf({ facts, municipality, isTest }: Message, domain: string) {
  if (isTest) return {};
  const roots = facts.map((one) => {
    const subject = isStatusFacts(one) ? one.indicator : 'operations';
    return `<${municipality.code}.${subject}@${domain}>`;
  });
  const distinct = [...new Set(roots)];
  return { inReplyTo: distinct.join(' '), ...(distinct.length === 1 ? { references: distinct } : {}) };
}

/** Made of codes alone: the texts of servers and clients may hold names and passwords. */
function reasonOf(error: unknown, host: string): string {
  const { code, responseCode } = isObject(error) ? error : {};
  if (code === 'EAUTH') return `${host} refused the name or the password${answered(responseCode)}.`;
  if (code === 'EENVELOPE') return `${host} refused the sender or every recipient${answered(responseCode)}.`;
  if (code === 'ETLS') return `${host} offers no encrypted connection, and name and password are sent over no other.`;
  if (typeof responseCode === 'number') return `${host} refused the message${answered(responseCode)}.`;
  return `${host} could not be reached${typeof code === 'string' ? ` (${code})` : ''}.`;
}

function answered(responseCode: unknown): string {
  return typeof responseCode === 'number' ? ` (it answered ${responseCode})` : '';
}
