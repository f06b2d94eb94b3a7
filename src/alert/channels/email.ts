import { createTransport, type Transporter } from 'nodemailer';
import { PipelineError } from '../../model/errors.ts';
import type { Logger } from '../../platform/logger.ts';
import { mailText } from '../../words/mail/mail-text.ts';
import { mailFaultOf } from '../mail-fault.ts';
import { isStatusFacts, type Message } from '../message.ts';
import { messageHtml } from '../render/message-html.ts';
import { messageText } from '../render/message-text.ts';
import type { Channel } from './channel.ts';

/** For each step of the exchange; all of them are shorter than a delivery is kept for. */
const STEP_TIMEOUT_MS = 15_000;
const LOOPBACK = ['localhost', '127.0.0.1', '::1'];

export interface Correspondence {
  readonly from: string;
  readonly to: readonly string[];
}

interface EmailOptions {
  readonly stepTimeoutMs?: number;
}

/**
 * Sends a message as e-mail, as text and as HTML, through the server of an address that is itself a secret. Name and
 * password are sent over TLS only, or to this machine. A recipient the server refuses is logged, as long as it
 * takes another.
 */
export function createEmailChannel(
  url: string,
  { from, to }: Correspondence,
  logger: Logger,
  { stepTimeoutMs = STEP_TIMEOUT_MS }: EmailOptions = {},
): Channel {
  const server = serverOf(url);
  return async (message, { signal } = {}) => {
    signal?.throwIfAborted();
    const transport = openTransport(url, stepTimeoutMs);
    const stop = () => transport.close();
    signal?.addEventListener('abort', stop);
    try {
      const { rejected = [] } = await transport.sendMail(toMail(message, { from, to }));
      if (rejected.length === 0) return;
      const fields = { event: 'recipient-refused', refused: rejected, idempotencyKey: message.idempotencyKey };
      const refused = `${server.host} takes no e-mail for ${rejected.length} of ${to.length} recipients.`;
      logger.warn(fields, `${refused} Correct them under \`to\` in config/alerts.yaml; the others have got it.`);
    } catch (error) {
      signal?.throwIfAborted();
      const fault = mailFaultOf(error, server);
      const { message: reason, hint } = mailText(fault, 'en');
      throw new PipelineError('delivery-failed', reason, { hint, refusal: { about: 'mail-refused', fault } });
    } finally {
      signal?.removeEventListener('abort', stop);
      transport.close();
    }
  };
}

/** A server is known by its port as well, whether that is written or usual. */
function serverOf(address: string) {
  const { hostname, port, protocol } = new URL(address);
  const isSecure = protocol === 'smtps:';
  return { host: `${hostname}:${port === '' ? (isSecure ? 465 : 587) : port}`, isSecure };
}

function openTransport(address: string, timeoutMs: number): Transporter {
  const { hostname, port, protocol, username, password } = new URL(address);
  const host = hostname.replace(/^\[|\]$/g, '');
  const isSecret = username !== '';
  return createTransport({
    host,
    ...(port === '' ? {} : { port: Number(port) }),
    secure: protocol === 'smtps:',
    requireTLS: isSecret && !LOOPBACK.includes(host),
    ...(isSecret ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
    connectionTimeout: timeoutMs,
    // Before the others, so that a server that says nothing is told from one that is not there.
    greetingTimeout: (timeoutMs * 2) / 3,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
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
