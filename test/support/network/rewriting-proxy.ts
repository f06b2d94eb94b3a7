import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Gives another body in place of what the source answered; the path comes with its query. */
export type Rewrite = (body: string, path: string) => string;

export interface RewritingProxy {
  readonly url: string;
  close(): Promise<void>;
}

/** Stands on loopback between the program and a source, and changes what the source says. GET only. */
export async function startRewritingProxy(target: string, rewrite: Rewrite): Promise<RewritingProxy> {
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    fetch(`${target}${path}`)
      .then(async (answer) => {
        const type = answer.headers.get('content-type') ?? 'application/json';
        response.writeHead(answer.status, { 'content-type': type });
        response.end(rewrite(await answer.text(), path));
      })
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
