import { type AddressInfo, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** What a mail server answers to each command, by its first word; `greeting` is what it says first, if anything. */
export type MailScript = Readonly<
  Partial<Record<'greeting' | 'EHLO' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | '.', string>>
>;

const ORDINARY: MailScript = {
  greeting: '220 mail.example ESMTP',
  EHLO: '250-mail.example\r\n250 AUTH PLAIN LOGIN',
  AUTH: '235 2.7.0 Authenticated',
  MAIL: '250 2.1.0 Sender OK',
  RCPT: '250 2.1.5 Recipient OK',
  DATA: '354 Go on',
  '.': '250 2.0.0 Queued',
};

/** A server on loopback that answers as told, and otherwise as a mail server does. Gives its host and port. */
export async function startScriptedServer(script: MailScript): Promise<string> {
  const answers = { ...ORDINARY, ...script };
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    say(socket, answers.greeting);
    converse(socket, answers);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function converse(socket: Socket, answers: MailScript): void {
  let kept = '';
  let isMessage = false;
  socket.on('data', (chunk: Buffer) => {
    const lines = `${kept}${chunk.toString('latin1')}`.split('\r\n');
    kept = lines.pop() ?? '';
    for (const line of lines) {
      const [word = ''] = line.toUpperCase().split(' ', 1);
      if (isMessage && line !== '.') continue;
      say(socket, answers[word as keyof MailScript]);
      isMessage = word === 'DATA' && answers.DATA?.startsWith('3') === true;
    }
  });
}

function say(socket: Socket, answer: string | undefined): void {
  if (answer !== undefined && answer !== '') socket.write(`${answer}\r\n`);
}
