import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';

export interface ReceivedMail {
  readonly to: readonly string[];
  /** Names in lower case, folded lines joined. */
  readonly headers: ReadonlyMap<string, string>;
  /** By content type, decoded. */
  readonly parts: Readonly<Record<'text/plain' | 'text/html', string>>;
}

/** A mail server on loopback that can be taken down and brought back at the same address. */
export interface MailServer {
  /** With name and password, which it asks for. */
  readonly url: string;
  readonly received: ReceivedMail[];
  /** Answered to every message from now on; 250 takes it. `during` is done when it has been read and not yet answered. */
  answer(code: number, during?: () => void): void;
  /** Recipients that are refused. */
  refuse(address: string): void;
  down(): Promise<void>;
  back(): Promise<void>;
}

const NAME = 'drift';
const PASSWORD = 'hemmelig-passord';

export interface MailServerOptions {
  /** In PEM: offered after STARTTLS, or from the first byte. Without one nothing is encrypted. */
  readonly certificate?: { readonly key: string; readonly cert: string };
  readonly isSecure?: boolean;
  readonly password?: string;
  /** Bytes of the largest message. */
  readonly size?: number;
}

export async function startMailServer({
  certificate,
  isSecure = false,
  password: asked = PASSWORD,
  size,
}: MailServerOptions = {}): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const refused = new Set<string>();
  let reply = { code: 250, during: (): void => undefined };
  const options: SMTPServerOptions = {
    ...(certificate ?? {}),
    secure: isSecure,
    ...(size === undefined ? {} : { size }),
    disabledCommands: certificate === undefined ? ['STARTTLS'] : [],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) => {
      const isKnown = username === NAME && password === asked;
      done(isKnown ? null : new Error(`535 ${username ?? ''} may not`), isKnown ? { user: NAME } : undefined);
    },
    onRcptTo: ({ address }, _session, done) => done(refused.has(address) ? answering(550) : null),
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (stream.sizeExceeded) {
          done(answering(552));
          return;
        }
        received.push(
          readMail(
            Buffer.concat(chunks).toString('utf8'),
            envelope.rcptTo.map(({ address }) => address),
          ),
        );
        reply.during();
        done(reply.code === 250 ? null : answering(reply.code));
      });
    },
  };
  let server = await listen(options, 0);
  const { port } = server.server.address() as AddressInfo;
  onTestFinished(() => close(server));
  return {
    url: `${isSecure ? 'smtps' : 'smtp'}://${NAME}:${encodeURIComponent(asked)}@127.0.0.1:${port}`,
    received,
    answer: (code, during = () => undefined) => (reply = { code, during }),
    refuse: (address) => refused.add(address),
    down: () => close(server),
    back: async () => {
      server = await listen(options, port);
    },
  };
}

function answering(responseCode: number): Error {
  return Object.assign(new Error('not now'), { responseCode });
}

function listen(options: SMTPServerOptions, port: number): Promise<SMTPServer> {
  const server = new SMTPServer(options);
  return new Promise((resolve, reject) => {
    // After it listens, of a client that breaks off.
    server.on('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

function close(server: SMTPServer): Promise<void> {
  return new Promise((resolve) => {
    if (server.server.listening) server.close(() => resolve());
    else resolve();
  });
}

function readMail(source: string, to: readonly string[]): ReceivedMail {
  const [head = ''] = source.split('\r\n\r\n', 1);
  const lines = head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n');
  const headers = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  return {
    to,
    headers,
    parts: { 'text/plain': partOf(source, 'text/plain'), 'text/html': partOf(source, 'text/html') },
  };
}

function partOf(source: string, type: string): string {
  const from = source.indexOf(`Content-Type: ${type}`);
  const [head = '', ...rest] = source.slice(from).split('\r\n\r\n');
  const body = rest.join('\r\n\r\n').split('\r\n----', 1)[0] ?? '';
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  const unfolded = body.replaceAll('=\r\n', '');
  const bytes = unfolded.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8').replaceAll('\r\n', '\n');
}
