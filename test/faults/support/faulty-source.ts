import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** Answers in place of the source, or lets the question through. */
export interface Fault {
  /** Only for paths that contain this. */
  readonly on: string;
  /** How many questions are answered so; all of them when left out. */
  readonly times?: number;
  readonly answer: (response: ServerResponse) => void;
}

/** Stands on loopback between the program and the stand-in, and misbehaves as told. Gives its address. */
export async function startFaultySource(target: string, { on, times = Infinity, answer }: Fault): Promise<string> {
  let left = times;
  const server = createServer((request, response) => {
    if ((request.url ?? '').includes(on) && left > 0) {
      left -= 1;
      answer(response);
    } else void passOn(target, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function passOn(target: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const answer = await fetch(`${target}${request.url ?? ''}`);
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' });
  response.end(await answer.text());
}
