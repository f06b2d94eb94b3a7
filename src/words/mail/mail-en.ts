import type { MailTexts } from './mail-texts.ts';

const RELAY = 'or write a mail server of the municipality that relays in SMTP_URL';
const SERVER = 'Check the name and the port of the server in SMTP_URL';

/** As it stands in the log; every message begins with the server, by which `readMailText` knows it again. */
export const mailEn: MailTexts = {
  answered: 'it answered',
  faults: {
    'unknown-host': (host, code) => ({
      message: `${host} could not be reached: its name is not known to the name server${code}.`,
      hint: 'Check the name of the server in SMTP_URL, and the name server of this machine.',
    }),
    'name-server-silent': (host, code) => ({
      message: `${host} could not be reached: the name server did not answer${code}.`,
      hint: 'Check the network and the name server of this machine.',
    }),
    'connection-refused': (host, code) => ({
      message: `${host} could not be reached: the connection was refused${code}.`,
      hint: `${SERVER}, and that the server is running.`,
    }),
    'no-connection': (host, code) => ({
      message: `${host} could not be reached: there was no connection in time${code}.`,
      hint: `${SERVER}, and that the firewall lets this machine through to it.`,
    }),
    'waits-for-tls': (host, code) => ({
      message: `${host} took the connection and said nothing, as a server does that expects encryption at once${code}.`,
      hint: 'Write smtps:// in SMTP_URL where the port is 465, or keep smtp:// and write port 587.',
    }),
    'no-answer': (host, code) => ({
      message: `${host} took the connection and gave no answer in time${code}.`,
      hint: `${SERVER}; it may also be too busy to answer.`,
    }),
    closed: (host, code) => ({
      message: `${host} closed the connection before the message was taken${code}.`,
      hint: `${SERVER} (smtps:// with 465, smtp:// with 587), and that it lets this machine send.`,
    }),
    'no-tls': (host, code) => ({
      message: `${host} offers no encrypted connection, and name and password are sent over no other${code}.`,
      hint: 'Write smtps:// with port 465 or smtp:// with port 587 in SMTP_URL, or have STARTTLS turned on there.',
    }),
    'speaks-plain-first': (host, code) => ({
      message: `${host} does not begin with encryption, as smtps:// asks for${code}.`,
      hint: 'Write smtp:// with port 587 in SMTP_URL (it is encrypted by STARTTLS), or smtps:// with port 465.',
    }),
    'tls-failed': (host, code) => ({
      message: `${host} and this machine agree on no encryption${code}.`,
      hint: 'Have the server offer TLS 1.2 or 1.3, and check that nothing on the way opens encrypted traffic.',
    }),
    'own-issuer': (host, code) => ({
      message: `${host} has a certificate from an issuer that this machine does not know${code}.`,
      hint: "Write the file (PEM) with the certificate of its issuer in NODE_EXTRA_CA_CERTS, in the service's environment.",
    }),
    'other-name': (host, code) => ({
      message: `${host} has a certificate for another name${code}.`,
      hint: 'Write the name that stands in the certificate in SMTP_URL, or have a certificate made for this one.',
    }),
    expired: (host, code) => ({
      message: `${host} has a certificate that has expired${code}.`,
      hint: "Have the certificate of the server renewed. Check this machine's clock, too.",
    }),
    'not-yet-valid': (host, code) => ({
      message: `${host} has a certificate that is not valid yet${code}.`,
      hint: "Check this machine's clock, then the certificate of the server.",
    }),
    'smtp-auth-off': (host, code) => ({
      message: `${host} has authenticated SMTP turned off for the organisation or the mailbox${code}.`,
      hint: `Have it turned on in Microsoft 365's admin center (the user, Mail, Manage email apps, Authenticated SMTP), ${RELAY}.`,
    }),
    'basic-auth-off': (host, code) => ({
      message: `${host} takes no name and password: basic authentication is turned off${code}.`,
      hint: `This program signs in with no other. Have it allowed for the mailbox, ${RELAY}.`,
    }),
    'sign-in-blocked': (host, code) => ({
      message: `${host} refused the sign-in by a policy of the organisation${code}.`,
      hint: `Find it in the sign-in log of Microsoft Entra (security defaults, conditional access, a locked user) and except this account, ${RELAY}.`,
    }),
    'login-refused': (host, code) => ({
      message: `${host} refused the name or the password${code}.`,
      hint: 'Correct them in SMTP_URL; letters of a password that mean something in an address are written as %25 (%), %23 (#), %2F (/), %3F (?), %40 (@) and %3A (:).',
    }),
    'login-refused-exchange': (host, code) => ({
      message: `${host} refused the name or the password, or the mailbox may not send by SMTP${code}.`,
      hint: `Correct them in SMTP_URL. Then see that Authenticated SMTP is on for the mailbox in Microsoft 365, ${RELAY}.`,
    }),
    'login-asked': (host, code) => ({
      message: `${host} takes e-mail only from those who sign in${code}.`,
      hint: 'Write name and password in SMTP_URL: smtp://name:password@server:587.',
    }),
    'send-as-refused': (host, code) => ({
      message: `${host} does not let this account send as the address in \`from\`${code}.`,
      hint: 'Write the address of the account in `from` in config/alerts.yaml, or give the account "Send as" for it.',
    }),
    'sender-refused': (host, code) => ({
      message: `${host} refused the sender${code}.`,
      hint: 'Write an address in `from` in config/alerts.yaml that the server lets this machine send as.',
    }),
    'sender-blocked': (host, code) => ({
      message: `${host} has blocked this sender or its organisation from sending${code}.`,
      hint: 'Have the block lifted (Microsoft Defender, Restricted entities), when its reason has been found.',
    }),
    'address-blocked': (host, code) => ({
      message: `${host} takes no traffic from the network address of this machine${code}.`,
      hint: `Have Microsoft's support let the address through, ${RELAY}.`,
    }),
    'relay-refused': (host, code) => ({
      message: `${host} does not pass on e-mail from this machine to these recipients${code}.`,
      hint: 'Have this machine let through (in Microsoft 365 a connector for its address), or write name and password in SMTP_URL.',
    }),
    'recipients-refused': (host, code) => ({
      message: `${host} refused every recipient${code}.`,
      hint: 'Correct the addresses under `to` in config/alerts.yaml, or have the server take e-mail for them from this machine.',
    }),
    'too-large': (host, code) => ({
      message: `${host} refused the message as too large${code}.`,
      hint: 'Have the limit of the server raised, or give the channel fewer `indicators` in config/alerts.yaml.',
    }),
    'try-later': (host, code) => ({
      message: `${host} refused the message for now${code}.`,
      hint: 'Nothing need be done: it is kept and sent again. If it lasts, ask those who run the server.',
    }),
    refused: (host, code) => ({
      message: `${host} refused the message${code}.`,
      hint: 'Ask those who run the server what the code means there; check `from` and `to` in config/alerts.yaml.',
    }),
  },
};
