import type { MailFault, MailFaultKind } from '../model/mail-fault.ts';
import { isObject } from '../model/shape.ts';

/** The server that was spoken to. */
interface MailServer {
  /** With its port. */
  readonly host: string;
  /** Encrypted from the first byte: `smtps://`. */
  readonly isSecure: boolean;
}

/** What a client of SMTP says of a failure, as far as it is looked at. */
interface Failure {
  readonly code: string;
  readonly systemCode: string;
  readonly command: string;
  readonly timeout: string;
  readonly status: number | null;
  /** RFC 3463, such as `5.7.139`; empty when the server gave none. */
  readonly enhanced: string;
  readonly answer: string;
}

/**
 * Which fault of a mail server this error is, by the codes of the system, of SMTP (RFC 5321, RFC 3463) and of Microsoft 365.
 * The server's own words are looked at and never repeated: they may hold names and passwords.
 */
export function mailFaultOf(error: unknown, { host, isSecure }: MailServer): MailFault {
  const failure = readFailure(error);
  const kind =
    failure.status === null ? kindOfFailure(failure, isSecure) : kindOfAnswer({ ...failure, status: failure.status });
  return { kind, host, code: codeOf(failure) };
}

function readFailure(error: unknown): Failure {
  const { code, originalCode, command, timeoutType, responseCode, response } = isObject(error) ? error : {};
  const answer = typeof response === 'string' ? response : '';
  return {
    code: textOf(code),
    systemCode: textOf(originalCode),
    command: textOf(command),
    timeout: textOf(timeoutType),
    status: typeof responseCode === 'number' ? responseCode : null,
    enhanced: /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})(?!\d)/.exec(answer)?.[1] ?? '',
    answer,
  };
}

function codeOf({ status, enhanced, systemCode, code }: Failure): string | null {
  if (status !== null) return `${status} ${enhanced}`.trim();
  const own = systemCode === '' ? code : systemCode;
  return /^[A-Z][A-Z0-9_]+$/.test(own) ? own : null;
}

const OF_SYSTEM: Readonly<Record<string, MailFaultKind>> = {
  ENOTFOUND: 'unknown-host',
  ENODATA: 'unknown-host',
  EAI_AGAIN: 'name-server-silent',
  ESERVFAIL: 'name-server-silent',
  ECONNREFUSED: 'connection-refused',
  ECONNRESET: 'closed',
  EPIPE: 'closed',
  SELF_SIGNED_CERT_IN_CHAIN: 'own-issuer',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'own-issuer',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'own-issuer',
  UNABLE_TO_GET_ISSUER_CERT: 'own-issuer',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'own-issuer',
  ERR_TLS_CERT_ALTNAME_INVALID: 'other-name',
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'not-yet-valid',
  ERR_SSL_WRONG_VERSION_NUMBER: 'speaks-plain-first',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'speaks-plain-first',
};

function kindOfFailure({ code, systemCode, timeout }: Failure, isSecure: boolean): MailFaultKind {
  const known = OF_SYSTEM[systemCode];
  if (known === 'speaks-plain-first' && !isSecure) return 'tls-failed';
  if (known !== undefined) return known;
  if (/SSL|TLS|EPROTO|CERT/.test(systemCode)) return 'tls-failed';
  if (timeout === 'GREETING_TIMEOUT') return isSecure ? 'no-answer' : 'waits-for-tls';
  if (timeout === 'SOCKET_TIMEOUT') return 'no-answer';
  return OF_CLIENT[code] ?? 'no-connection';
}

/** Where the system has no code of its own for it. */
const OF_CLIENT: Readonly<Record<string, MailFaultKind>> = {
  EDNS: 'unknown-host',
  ETLS: 'no-tls',
  EAUTH: 'login-refused',
  EENVELOPE: 'recipients-refused',
  EMESSAGE: 'too-large',
  ECONNECTION: 'closed',
};

function kindOfAnswer(failure: Failure & { readonly status: number }): MailFaultKind {
  const { code, command, status, enhanced } = failure;
  const known = OF_ENHANCED[enhanced];
  if (known !== undefined) return known;
  if (code === 'ETLS') return 'no-tls';
  if (code === 'EAUTH') return kindOfLogin(failure);
  if (status === 530) return 'login-asked';
  if (isTooLarge(failure)) return 'too-large';
  if (status < 500) return 'try-later';
  if (/relay/i.test(failure.answer)) return 'relay-refused';
  if (command === 'MAIL FROM') return 'sender-refused';
  return command === 'RCPT TO' ? 'recipients-refused' : 'refused';
}

/** As Microsoft documents them for Exchange Online. */
const OF_ENHANCED: Readonly<Record<string, MailFaultKind>> = {
  '5.7.57': 'login-asked',
  '5.7.60': 'send-as-refused',
  '5.2.252': 'send-as-refused',
  '5.1.8': 'sender-blocked',
  '5.7.501': 'sender-blocked',
  '5.7.502': 'sender-blocked',
  '5.7.503': 'sender-blocked',
  '5.7.705': 'sender-blocked',
  '5.7.750': 'sender-blocked',
  '5.7.606': 'address-blocked',
  '5.7.708': 'address-blocked',
  '5.7.54': 'relay-refused',
  '5.7.64': 'relay-refused',
};

function kindOfLogin({ status, enhanced, answer }: Failure & { readonly status: number }): MailFaultKind {
  if (status < 500) return 'try-later';
  if (/SmtpClientAuthentication/i.test(answer)) return 'smtp-auth-off';
  if (/basic authentication/i.test(answer) || status === 504) return 'basic-auth-off';
  if (enhanced === '5.7.139') return 'sign-in-blocked';
  return enhanced === '5.7.3' ? 'login-refused-exchange' : 'login-refused';
}

/** 552 is that of a full mailbox, too. */
function isTooLarge({ status, enhanced }: Failure): boolean {
  return ['5.3.4', '5.2.3'].includes(enhanced) || (status === 552 && enhanced === '');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
