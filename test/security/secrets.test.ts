import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import nock from 'nock';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { runCli } from '../support/cli.ts';
import { startReceiver } from '../support/network/receiver.ts';
import { ONE_YEAR, surveyFile } from '../support/survey-answers.ts';
import { whenOpen } from '../support/source-hours.ts';
import { openWorld, prepareDatabase, type PreparedDatabase } from '../support/world.ts';

const SECRET = 'pl4nted-w0rd';
/** Nobody listens there. */
const NOWHERE = '127.0.0.1:9';

let prepared: PreparedDatabase;

// Real requests on loopback.
beforeAll(async () => {
  nock.restore();
  prepared = await prepareDatabase({ now: new Date() });
});
afterAll(() => prepared.remove());

interface Planted {
  readonly words: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** Runs a command at the most talkative, and gives its exit code and every place where the secret has come to stand. */
async function runPlanted({ words, env }: Planted) {
  const world = await openWorld({ database: prepared.file });
  const survey = surveyFile(world.folder, ONE_YEAR);
  const result = await runCli(
    words.map((word) => (word === 'SURVEY' ? survey : word)),
    { ...world.env, LOG_LEVEL: 'trace', ...env },
  );
  const files = readdirSync(world.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), 'latin1')] as const);
  const places = [['standard output', result.stdout], ['standard error', result.stderr], ...files] as const;
  expect(files.length).toBeGreaterThan(0);
  return {
    ...result,
    found: places.filter(([, text]) => text.includes(SECRET)).map(([place]) => place),
  };
}

describe('the address of the webhook', () => {
  const address = (host: string) => `http://${SECRET}:${SECRET}@${host}/${SECRET}?token=${SECRET}#${SECRET}`;

  test('stands nowhere when nobody answers there', async () => {
    const words = ['import', 'survey', 'SURVEY'];
    const { exitCode, found, stderr } = await runPlanted({ words, env: { WEBHOOK_URL: address(NOWHERE) } });
    expect({ exitCode, found }).toEqual({ exitCode: 6, found: [] });
    expect(stderr).toContain('127.0.0.1:9 could not be reached');
  });

  test.each([
    ['refuses', 500, {}],
    ['points elsewhere', 302, { location: `http://${NOWHERE}/${SECRET}` }],
  ])('stands nowhere when the receiver %s', async (_, status, headers) => {
    const receiver = await startReceiver();
    receiver.answer(status, undefined, headers);
    const env = { WEBHOOK_URL: address(new URL(receiver.url).host) };
    const { exitCode, found } = await runPlanted({ words: ['import', 'survey', 'SURVEY'], env });
    expect({ exitCode, found }).toEqual({ exitCode: 6, found: [] });
    expect(receiver.received[0]?.path).toContain(SECRET);
  });

  test.each([`ftp://${SECRET}`, SECRET, `http//${SECRET}`, `http://${SECRET}@`])(
    'stands nowhere when it is no address (%#)',
    async (broken) => {
      const { exitCode, found, stderr } = await runPlanted({ words: ['status'], env: { WEBHOOK_URL: broken } });
      expect({ exitCode, found }).toEqual({ exitCode: 2, found: [] });
      expect(stderr).toContain('WEBHOOK_URL');
    },
  );
});

describe('user name and password in the address of a source', () => {
  test.each(['SSB_API_URL', 'KLASS_API_URL'])('are refused in %s, and stand nowhere', async (name) => {
    const env = { [name]: `http://user:${SECRET}@${NOWHERE}/api` };
    const { exitCode, found, stderr } = await runPlanted({ words: ['ingest'], env });
    expect({ exitCode, found }).toEqual({ exitCode: 2, found: [] });
    expect(stderr).toContain(`${name} holds a user name or a password (not shown)`);
  });

  test.each([`htps://user:${SECRET}@host/api`, `user:${SECRET}@host`, `http://user:a/${SECRET}@host`])(
    'stand nowhere when the address is broken besides (%#)',
    async (broken) => {
      const { exitCode, found } = await runPlanted({ words: ['ingest'], env: { SSB_API_URL: broken } });
      expect({ exitCode, found }).toEqual({ exitCode: 2, found: [] });
    },
  );
});

describe('user name and password of the proxy', () => {
  const through = (proxy: string) => ({
    ...{ HTTP_PROXY: proxy, http_proxy: proxy, HTTPS_PROXY: proxy, https_proxy: proxy, NO_PROXY: '', no_proxy: '' },
    SSB_API_URL: 'http://source.invalid/api',
    ...whenOpen(),
  });

  test('stand nowhere when nobody answers there', async () => {
    const env = through(`http://user:${SECRET}@${NOWHERE}`);
    const { exitCode, found, stderr } = await runPlanted({ words: ['ingest'], env });
    expect({ exitCode, found }).toEqual({ exitCode: 3, found: [] });
    expect(stderr).toContain(
      `Får ikke kontakt med source.invalid gjennom mellomtjeneren ${NOWHERE}: forbindelsen ble avvist`,
    );
    expect(stderr).toContain('Sjekk nettverket, mellomtjeneren og adressen');
  });

  test('stand nowhere when it does not let us through', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(Buffer.from(request.headers['proxy-authorization']?.slice(6) ?? '', 'base64').toString());
      response.writeHead(407).end(`who is ${asked[0] ?? ''}?`);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const env = through(`http://user:${SECRET}@127.0.0.1:${(server.address() as AddressInfo).port}`);
    const { exitCode, found } = await runPlanted({ words: ['ingest'], env });
    expect(asked[0]).toBe(`user:${SECRET}`);
    expect({ exitCode, found }).toEqual({ exitCode: 3, found: [] });
  });

  test('stand nowhere when its address is broken', async () => {
    const { exitCode, found } = await runPlanted({ words: ['ingest'], env: through(`http://user:${SECRET}@:x:`) });
    expect({ exitCode, found }).toEqual({ exitCode: 3, found: [] });
  });
});
