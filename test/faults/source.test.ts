import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import nock from 'nock';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ingest, type IngestReport } from '../../src/app/intake/ingest.ts';
import { SILENT_PROGRESS } from '../../src/app/progress.ts';
import { exitCodeOf } from '../../src/cli/exit-codes.ts';
import { PipelineError } from '../../src/model/errors.ts';
import { createHttp } from '../../src/platform/http.ts';
import { databaseContent, queryDatabase } from '../support/database/database-content.ts';
import { failureOf } from '../support/failure.ts';
import { openWorld, prepareDatabase, type PreparedDatabase, type World } from '../support/world.ts';
import { type Fault, startFaultySource } from './support/faulty-source.ts';

const THE_DAY_AFTER = '2026-03-03T10:00:00.000Z';
/** What says how a run went; that figures were refused is told to those who look after the service. */
const TRACES_OF_A_RUN = ['job_run', 'dataset_run', 'dataset', 'source_news', 'alert', 'delivery'];
const DATA = '/tables/06445/data';

let prepared: PreparedDatabase;

// Real requests on loopback, and to names that nobody has.
beforeAll(async () => {
  nock.restore();
  prepared = await prepareDatabase();
});
afterAll(() => prepared.remove());

/** A world after its first run, in which 06445 has been revised since: there is something to fetch. */
async function withNews(): Promise<World> {
  const world = await openWorld({ database: prepared.file });
  world.at(THE_DAY_AFTER);
  world.statbank.reviseCell('06445', { Region: '3301' }, '2025', 66.6);
  world.at('2026-03-03T12:00:00.000Z');
  return world;
}

const ingestFrom = (world: World, ssbApiUrl: string, force = true): Promise<IngestReport> =>
  world.with((app) =>
    ingest(
      { ...app, environment: { ...app.environment, ssbApiUrl } },
      { jobs: ['employment'], force, accept: [] },
      SILENT_PROGRESS,
    ),
  );

interface Expected {
  readonly exitCode: number;
  readonly code: string;
  readonly message: RegExp;
}

type FaultOfData = readonly [what: string, answer: Fault['answer'], expected: Expected];

const html = '<html><body>Stengt</body></html>';
const FAULTS: readonly FaultOfData[] = [
  [
    'too many calls, without a word of how long',
    (response) => response.writeHead(429).end(),
    {
      exitCode: 3,
      code: 'source-rate-limited',
      message: /was refused: too many requests \(429\)\. Wait a minute and run again/,
    },
  ],
  [
    'too many calls, to come back in an hour',
    (response) => response.writeHead(429, { 'retry-after': '3600' }).end(),
    { exitCode: 3, code: 'source-rate-limited', message: /was refused: too many requests \(429\)/ },
  ],
  [
    'closed for maintenance',
    (response) => response.writeHead(503, { 'content-type': 'text/html' }).end(html),
    { exitCode: 3, code: 'source-unavailable', message: /is unavailable at the moment \(503\)\. Wait and run again/ },
  ],
  [
    'a body that is cut off',
    (response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100000' });
      response.write('{"class":"dataset",', () => response.destroy());
    },
    {
      exitCode: 3,
      code: 'source-unavailable',
      message: /could not be reached: the (answer broke off|connection was broken)/,
    },
  ],
  [
    'a body that ends too soon, and says it is whole',
    (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"class":"dataset","value":[1,'),
    { exitCode: 4, code: 'source-contract', message: /^The data of table 06445 breaks off after \d+ bytes\./ },
  ],
  [
    'another kind of content',
    (response) => response.writeHead(200, { 'content-type': 'text/csv' }).end('region;year;value\n'),
    { exitCode: 4, code: 'source-contract', message: /content of the type text\/csv instead of JSON/ },
  ],
  [
    'bytes that are no gzip, and say they are',
    (response) =>
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
        .end('not gzip at all'),
    { exitCode: 3, code: 'source-unavailable', message: /the compressed answer cannot be unpacked/ },
  ],
  [
    'that there is no such table',
    (response) =>
      response
        .writeHead(404, { 'content-type': 'application/problem+json' })
        .end(JSON.stringify({ title: 'Non-existent table', status: 404 })),
    {
      exitCode: 4,
      code: 'source-rejected-query',
      message: /was refused \(404 "Non-existent table"\)\. Look the table up/,
    },
  ],
  [
    'a redirect in a circle',
    (response) => response.writeHead(302, { location: '/tables/06445/data' }).end(),
    { exitCode: 3, code: 'source-unavailable', message: /it redirects in a circle/ },
  ],
];

describe('a source that answers a question about figures with', () => {
  test.each(FAULTS)('%s', async (_, answer, { exitCode, code, message }) => {
    const world = await withNews();
    const before = databaseContent(world.databaseFile, TRACES_OF_A_RUN);
    const report = await ingestFrom(world, await startFaultySource(world.statbank.url, { on: DATA, answer }));
    const [result] = report.datasets;
    expect(result).toMatchObject({ datasetId: 'employment-rate', errorCode: code });
    expect(result?.message).toMatch(message);
    expect(exitCodeOf(result?.errorCode ?? 'bug')).toBe(exitCode);
    expect(databaseContent(world.databaseFile, TRACES_OF_A_RUN)).toEqual(before);
    const recorded = 'SELECT error_code, message FROM dataset_run ORDER BY job_run_id DESC LIMIT 1';
    expect(queryDatabase(world.databaseFile, recorded)).toEqual([{ error_code: code, message: result?.message }]);
  });
});

describe('a source that recovers while it is asked', () => {
  test.each<readonly [string, Fault['answer']]>([
    [
      'had too many calls, and said to wait five seconds',
      (response) => response.writeHead(429, { 'retry-after': '5' }).end(),
    ],
    ['had too many calls, and did not say how long', (response) => response.writeHead(429).end()],
    ['was down', (response) => response.writeHead(503).end()],
    ['broke the connection', (response) => response.destroy()],
  ])('is asked again and gives the figures: it %s', async (_, answer) => {
    const world = await withNews();
    const url = await startFaultySource(world.statbank.url, { on: DATA, times: 2, answer });
    const report = await ingestFrom(world, url);
    expect(report.datasets[0]).toMatchObject({ outcome: 'changed', revised: 1, errorCode: null });
  });
});

describe('a slow source', () => {
  test('is given up when nothing comes at all, and the sentence says how long was waited', async () => {
    const world = await withNews();
    const url = await startFaultySource(world.statbank.url, { on: DATA, answer: () => undefined });
    const send = createHttp({ userAgent: 'test', timeoutMs: 200 });
    expect(await failureOf(send({ method: 'GET', url: `${url}${DATA}` }))).toMatchObject({
      code: 'source-unavailable',
      message: expect.stringMatching(/could not be reached: no whole answer came within 0\.2 s\./) as string,
    });
  });
});

describe('a source that cannot be reached', () => {
  const WAIT = /^Check the network, the proxy and the address; if others cannot reach the service either, wait and run/;
  const unreachable: readonly (readonly [string, () => string | Promise<string>, RegExp, RegExp])[] = [
    [
      'has a name that nobody knows',
      () => 'http://source.invalid/api',
      /^source\.invalid could not be reached: (its name is not known|the name server did not answer)/,
      WAIT,
    ],
    [
      'listens nowhere',
      () => 'http://127.0.0.1:9/api',
      /^127\.0\.0\.1:9 could not be reached: the connection was refused/,
      WAIT,
    ],
    [
      'shows a certificate that nobody vouches for',
      startSelfSigned,
      /could not be reached: its certificate or encryption was not accepted \(DEPTH_ZERO_SELF_SIGNED_CERT\)/,
      /^A proxy or filter that opens encrypted traffic signs it with a certificate of its own: .* NODE_EXTRA_CA_CERTS/,
    ],
    [
      'speaks without encryption where it should',
      async () =>
        (await startFaultySource('', { on: '', answer: (response) => response.end('{}') })).replace('http', 'https'),
      /could not be reached: its certificate or encryption was not accepted/,
      WAIT,
    ],
  ];

  test.each(unreachable)('%s: told once, exit code 3, nothing changed', async (_, address, message, advice) => {
    const world = await withNews();
    const before = databaseContent(world.databaseFile, TRACES_OF_A_RUN);
    const failure = await failureOf(ingestFrom(world, await address()));
    expect(failure).toBeInstanceOf(PipelineError);
    const { code, message: said, hint } = failure as PipelineError;
    expect(said).toMatch(message);
    expect(hint).toMatch(advice);
    expect(exitCodeOf(code)).toBe(3);
    expect(databaseContent(world.databaseFile, TRACES_OF_A_RUN)).toEqual(before);
    const [run] = queryDatabase(world.databaseFile, 'SELECT outcome, message FROM job_run ORDER BY id DESC LIMIT 1');
    expect(run).toEqual({ outcome: 'failed', message: `${said} ${hint}` });
  });
});

/** A server whose certificate is its own word. */
async function startSelfSigned(): Promise<string> {
  const world = await openWorld();
  const [key, cert] = [join(world.folder, 'key.pem'), join(world.folder, 'cert.pem')];
  const words = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1'];
  execFileSync('openssl', [...words, '-subj', '/CN=localhost', '-keyout', key, '-out', cert], { stdio: 'ignore' });
  const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_, response) =>
    response.end('{}'),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('a table that is continued under another number', () => {
  const newest = (world: World, dataset: string) =>
    queryDatabase(world.databaseFile, 'SELECT dataset.table_id AS "table" FROM dataset WHERE code = ?', dataset);

  test('is followed where it is found by search', async () => {
    const world = await openWorld({ database: prepared.file });
    world.at(THE_DAY_AFTER);
    world.statbank.replaceTable('13999', '15999');
    const report = await world.ingest({ jobs: ['innovation'] });
    expect(report.datasets[0]).toMatchObject({ datasetId: 'product-innovation', errorCode: null });
    expect(newest(world, 'product-innovation')).toEqual([{ table: '15999' }]);
  });

  test('keeps its figures where it has a number in the jobs, and nothing is taken from another', async () => {
    const world = await openWorld({ database: prepared.file });
    const figures = () => {
      const { observation, series, assessment } = databaseContent(world.databaseFile);
      return { observation, series, assessment };
    };
    const before = figures();
    world.at(THE_DAY_AFTER);
    world.statbank.replaceTable('06445', '16445');
    const report = await world.ingest({ jobs: ['employment'], force: true });
    expect(report.datasets[0]).toMatchObject({ outcome: 'unchanged', errorCode: null });
    expect(newest(world, 'employment-rate')).toEqual([{ table: '06445' }]);
    expect(figures()).toEqual(before);
  });
});

describe('a clock that was set back', () => {
  test('does not let an answer replace figures that were fetched later', async () => {
    const world = await withNews();
    await world.ingest({ jobs: ['employment'] });
    const before = databaseContent(world.databaseFile, TRACES_OF_A_RUN);
    world.statbank.reviseCell('06445', { Region: '3301' }, '2025', 64.4);
    world.at('2026-02-01T10:00:00.000Z');
    const report = await world.ingest({ jobs: ['employment'], force: true });
    expect(report.datasets[0]).toMatchObject({ errorCode: 'store-integrity' });
    expect(report.datasets[0]?.message).toMatch(
      /cannot follow the one of 2026-03-03T12.* Nothing has been changed\. The clock of this machine was ahead .* run `naeringspuls repair clock`/,
    );
    expect(exitCodeOf('store-integrity')).toBe(5);
    expect(databaseContent(world.databaseFile, TRACES_OF_A_RUN)).toEqual(before);
  });
});
