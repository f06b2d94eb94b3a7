/** Every way in which a mail server can fail to take a message, as far as a person would do something else about it. */
export type MailFaultKind =
  // The way there.
  | 'unknown-host'
  | 'name-server-silent'
  | 'connection-refused'
  | 'no-connection'
  | 'waits-for-tls'
  | 'no-answer'
  | 'closed'
  // Encryption.
  | 'no-tls'
  | 'speaks-plain-first'
  | 'tls-failed'
  | 'own-issuer'
  | 'other-name'
  | 'expired'
  | 'not-yet-valid'
  // Signing in.
  | 'smtp-auth-off'
  | 'basic-auth-off'
  | 'sign-in-blocked'
  | 'login-refused'
  | 'login-refused-exchange'
  | 'login-asked'
  // The message.
  | 'send-as-refused'
  | 'sender-refused'
  | 'sender-blocked'
  | 'address-blocked'
  | 'relay-refused'
  | 'recipients-refused'
  | 'too-large'
  | 'try-later'
  | 'refused';

/** Why a mail server has not taken a message; made of codes alone, so that no name and no password is in it. */
export interface MailFault {
  readonly kind: MailFaultKind;
  /** With its port: `smtp.example.org:587`. */
  readonly host: string;
  /** What it answered (`535 5.7.139`), or the code of the system (`ECONNREFUSED`); `null` for neither. */
  readonly code: string | null;
}
