import nock from 'nock';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { jobs } from '../../jobs/index.ts';
import { createHttp } from '../../src/platform/http.ts';
import { fetchDataset } from '../../src/source/fetch-dataset.ts';
import { createSsbClient, type SsbClient } from '../../src/source/ask/ssb-client.ts';
import { failureOfCall } from '../source/support/error.ts';
import { GEOGRAPHY } from '../source/support/geography.ts';
import { fakePace } from '../source/support/pace.ts';
import { startStatbank } from '../statbank/server.ts';
import { CONTRACT_IS_HERE, type Exchange, openContract } from './contract.ts';

if (!CONTRACT_IS_HERE) console.log('Skipped: the contract ../shared/reference/pxapi-2.yml is not on this machine.');

const NOW = '2026-03-02T10:00:00Z';

/**
 * Everything in which the client or the stand-in differs from the contract, and whose fault it is. `SSB`: it answers so
 * itself, and the stand-in does as it does. `contract`: it contradicts itself or its own server.
 */
const DIFFERENCES: Readonly<Record<string, string>> = {
  'GetApiConfiguration 200: /maxCallsPerTimeWindow must be >= 1': 'SSB: 0 since August 2026, for "announced elsewhere"',
  'GetApiConfiguration 200: /timeWindow must be >= 1': 'SSB: 0, as above',
  'GetMetadataById 200: /link/related/n must NOT have additional properties extension':
    'SSB: version 2.3 adds it, the contract is 2.2',
  'GetMetadataById 200: /link/related/n must NOT have additional properties label':
    'SSB: version 2.3 adds it, the contract is 2.2',
  'GetMetadataById 200: /updated must match pattern': 'contract: it asks for a date-time in the form of a date',
  'ListAllTables 200: /tables/n/updated must match pattern': 'contract: as above',
  'GetTableById 200: /updated must match pattern': 'contract: as above',
  'GetTableData dataset: /updated must match pattern': 'contract: as above',
  'GetTableDataByPost dataset: /updated must match pattern': 'contract: as above',
  'GetTableData 200: / must be string': 'contract: it calls every answer a text, also the JSON one',
  'GetTableDataByPost 200: / must be string': 'contract: as above',
  'GetTableData request: /query/valueCodes must be string':
    'contract: it writes valuecodes; the guide of SSB writes valueCodes, and the server takes either',
  "GetTableDataByPost request: /requestBody/selection/n must have required property 'values'":
    'contract: it demands values, and describes valueCodes, which is what the server reads',
};

// Real requests to the stand-in on loopback.
beforeAll(() => nock.restore());

describe.skipIf(!CONTRACT_IS_HERE)('the client and the stand-in', () => {
  it('keep the contract of PxWebApi 2, but for differences that are known', async () => {
    const { url, client, exchanges, now } = await open();
    await askForEverything(client, now);
    const contract = await openContract(url);
    const found = new Set(exchanges.flatMap((exchange) => contract.objections(exchange).map(withoutPattern)));
    expect([...found].sort()).toEqual(Object.keys(DIFFERENCES).sort());
  });

  it('meet every operation that the client uses, refusals too', async () => {
    const { url, client, exchanges, now } = await open();
    await askForEverything(client, now);
    const contract = await openContract(url);
    const met = exchanges.map(({ request, response }) => `${contract.operationOf(request)} ${response.status}`);
    expect([...new Set(met)].sort()).toEqual([
      'GetApiConfiguration 200',
      ...['GetCodelistById 200', 'GetCodelistById 404'],
      ...['GetMetadataById 200', 'GetMetadataById 404'],
      ...['GetTableById 200', 'GetTableById 404'],
      ...['GetTableData 200', 'GetTableData 400', 'GetTableDataByPost 200'],
      'ListAllTables 200',
    ]);
  });

  it('name selections as the contract does when its spelling is taken, but for lists, which it shows as texts', async () => {
    const { url, client, exchanges, now } = await open();
    await askForEverything(client, now);
    const contract = await openContract(url);
    const spelled = exchanges
      .filter(({ request }) => request.url.includes('valueCodes'))
      .map(({ request, response }) => {
        return { response, request: { ...request, url: request.url.replaceAll('valueCodes', 'valuecodes') } };
      });
    expect(spelled.length).toBeGreaterThan(5);
    const objections = spelled.flatMap((exchange) => contract.objections(exchange));
    const aboutRequests = objections.filter((objection) => objection.includes(' request: '));
    // Codes joined by commas, as in its own example, are no list to its schema.
    expect(aboutRequests.filter((objection) => !/ \/query\/valuecodes\/\w+ must be array$/.test(objection))).toEqual(
      [],
    );
  });

  it('would be told of an answer or a question that breaks it', async () => {
    const { url, client, exchanges } = await open();
    await client.table('07984');
    const contract = await openContract(url);
    const [exchange] = exchanges as [Exchange];
    const document = JSON.parse(exchange.response.body.toString('utf8')) as Record<string, unknown>;
    const broken = { ...exchange.response, body: Buffer.from(JSON.stringify({ ...document, label: undefined })) };
    expect(contract.objections({ ...exchange, response: broken })).toContain(
      "GetTableById 200: / must have required property 'label'",
    );
    const asked = { ...exchange.request, url: `${exchange.request.url}&pagesOfMine=1` };
    expect(contract.objections({ ...exchange, request: asked })).toContain(
      'GetTableById request: /query must NOT have additional properties pagesOfMine',
    );
  });
});

/** The stand-in, and a client whose every exchange is kept. */
async function open() {
  const statbank = await startStatbank({ rateLimit: 'off', now: NOW });
  onTestFinished(() => statbank.close());
  const exchanges: Exchange[] = [];
  const send = createHttp({ userAgent: 'protocol' });
  const pace = fakePace(NOW);
  const client = createSsbClient({
    ...{ baseUrl: statbank.url, ...pace },
    http: async (request) => {
      const response = await send(request);
      exchanges.push({ request, response });
      return response;
    },
  });
  return { url: statbank.url, client, exchanges, now: pace.now };
}

/** Every dataset of every job, the catalogue page by page, and what is refused. */
async function askForEverything(client: SsbClient, now: () => Date): Promise<void> {
  for (const definition of jobs.flatMap(({ datasets }) => datasets)) {
    await fetchDataset(client, definition, GEOGRAPHY, { now });
  }
  await client.config();
  await client.table('07984');
  await client.tables({ query: 'sysselsatte', pageSize: 2 });
  await client.tables({ pastDays: 3, lang: 'en' });
  const { variables } = await client.metadata('06445', 'en');
  const regions = variables.find(({ code }) => code === 'Region')?.categories.map(({ code }) => code) ?? [];
  const ranges = regions.slice(0, 20).flatMap((from) => regions.slice(0, 20).map((to) => `range(${from},${to})`));
  await client.data('06445', [
    { variable: 'Region', codes: [...regions, ...ranges] },
    ...[
      { variable: 'Kjonn', codes: ['0'] },
      { variable: 'Alder', codes: ['15-74'] },
    ],
    ...[
      { variable: 'ContentsCode', codes: ['Sysselsatte'] },
      { variable: 'Tid', codes: ['top(1)'] },
    ],
  ]);
  await failureOfCall(() => client.table('99999'));
  await failureOfCall(() => client.metadata('99999', 'no'));
  await failureOfCall(() => client.codeList('agg_Nowhere'));
  await failureOfCall(() => client.data('07984', [{ variable: 'Region', codes: ['9999'] }]));
}

function withoutPattern(objection: string): string {
  return objection.replace(/(must match pattern).*/, '$1');
}
