import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type ErrorCode, PipelineError } from '../../src/model/errors.ts';
import type { DatasetDefinition } from '../../src/model/data/job.ts';
import type { DataReply, FetchedDataset } from '../../src/model/data/retrieval.ts';
import { fetchDataset } from '../../src/source/fetch-dataset.ts';
import type { MetadataCache } from '../../src/source/describe/metadata-cache.ts';
import type { DataSelection } from '../../src/source/ask/query-string.ts';
import type { SsbClient } from '../../src/source/ask/ssb-client.ts';
import { failureOfCall } from './support/error.ts';
import { fakeClient, tableSummary } from './support/fake-client.ts';
import { GEOGRAPHY } from './support/geography.ts';
import { metadataOf, years } from './support/ssb-documents.ts';

const METADATA = metadataOf({
  Region: {
    codes: ['0602', '0711', '3005', '3301'].map((code) => [code, code]),
    elimination: true,
    codelists: ['agg_KommSummerS', 'agg_Unused'],
  },
  ContentsCode: { codes: [['A', 'Sysselsatte']], units: { A: 'personer' } },
  Tid: { codes: years(2008, 2024) },
});
const BASIC = { coverage: 'municipality', select: {}, otherVariables: 'refuse', time: 'from(2008)' } as const;
const DEFINITION: DatasetDefinition = {
  id: 'jobs',
  title: 'Jobs',
  table: '07984',
  allowedAgeDays: 400,
  contents: [{ code: 'A', unit: 'personer', quantity: 'count' }],
  alternatives: [
    {
      ...BASIC,
      id: 'grouped',
      regions: { variable: 'Region', places: 'own', codeList: { id: 'agg_KommSummerS', prefix: 'K.' } },
    },
    { ...BASIC, id: 'divisions', regions: { variable: 'Region', places: 'own' } },
  ],
};
const LIST = [{ code: 'K.3301', label: 'Drammen', members: ['0602', '3005', '3301'] }];
const OPTIONS = { now: () => new Date('2026-11-23T09:00:00Z') };

function failure(code: ErrorCode): PipelineError {
  return new PipelineError(code, 'It failed.', { hint: 'Wait.' });
}

function reply(text: string): DataReply {
  const asked = { what: 'The data of table 07984', address: 'https://ssb.test/data' };
  return { ...asked, contentType: 'application/json', body: Buffer.from(text), request: `GET ${text}` };
}

interface World {
  readonly client: SsbClient;
  readonly calls: string[];
  readonly selections: DataSelection[];
}

function world(answers: Partial<SsbClient> = {}, maxDataCells: number | null = 800_000): World {
  const calls: string[] = [];
  const selections: DataSelection[] = [];
  const client = fakeClient({
    config: () => Promise.resolve({ licence: 'https://lisens.test', maxDataCells, rateLimit: null }),
    metadata: (id, lang) => {
      calls.push(`metadata ${id} ${lang}`);
      return Promise.resolve({ ...METADATA, table: id, document: { lang } });
    },
    codeList: (id) => {
      calls.push(`codeList ${id}`);
      return Promise.resolve(LIST);
    },
    data: (id, selection) => {
      calls.push(`data ${id}`);
      selections.push(selection);
      return Promise.resolve(reply(`part ${selections.length}`));
    },
    ...answers,
  });
  return { client, calls, selections };
}

function fetch({ client }: World, definition = DEFINITION, metadataCache?: MetadataCache): Promise<FetchedDataset> {
  return fetchDataset(
    client,
    definition,
    GEOGRAPHY,
    metadataCache === undefined ? OPTIONS : { ...OPTIONS, metadataCache },
  );
}

test('brings home the figures with all that must be stored beside them', async () => {
  expect(await fetch(world())).toEqual({
    datasetId: 'jobs',
    table: '07984',
    replies: [reply('part 1')],
    metadataEn: { lang: 'en' },
    labelsEn: { Region: {} },
    description: expect.objectContaining({ lastPeriod: '2024', notes: [] }) as unknown,
    parts: [],
    body: Buffer.from('part 1'),
    sha256: createHash('sha256').update('part 1').digest('hex'),
    request: ['GET part 1'],
    licence: 'https://lisens.test',
    retrievedAt: '2026-11-23T09:00:00.000Z',
    alternative: 'grouped',
    alternativeReason: '"grouped" was taken, since the table offers all of it.',
    coverage: 'municipality',
    regions: { dimension: 'Region', form: 'grouped', prefix: 'K.' },
    quantities: { A: 'count' },
    contentsRules: { A: { unit: 'personer' } },
    expected: { Region: ['K.3301'], ContentsCode: ['A'], Tid: null },
    missingPlaces: [],
    regionWitness: {
      labels: { '0602': '0602', '0711': '0711', '3005': '3005', '3301': '3301', 'K.3301': 'Drammen' },
      codeList: LIST,
    },
  });
});

test('reads metadata and only the code lists it needs before it asks for data, once', async () => {
  const here = world();
  await fetch(here);
  expect(here.calls).toEqual(['metadata 07984 no', 'codeList agg_KommSummerS', 'data 07984', 'metadata 07984 en']);
});

test('asks for no data when the table offers no alternative', async () => {
  const here = world({ codeList: () => Promise.resolve([]) });
  const error = await failureOfCall(() =>
    fetch(here, { ...DEFINITION, alternatives: DEFINITION.alternatives.slice(0, 1) }),
  );
  expect(error.code).toBe('query-misfit');
  expect(here.calls).toEqual(['metadata 07984 no']);
});

describe('a list that sums to today’s borders', () => {
  const divisions = { ...DEFINITION, alternatives: DEFINITION.alternatives.slice(1) };
  const offering = (...codelists: readonly string[]) =>
    metadataOf({
      Region: { codes: [['3301', 'Drammen']], elimination: true, codelists },
      ContentsCode: { codes: [['A', 'Sysselsatte']], units: { A: 'personer' } },
      Tid: { codes: years(2008, 2024) },
    });
  const metadata = (...codelists: readonly string[]) => ({
    metadata: () => Promise.resolve({ ...offering(...codelists), table: '07984' }),
  });

  test('is asked for as a witness where the figures come under raw codes and the table names one', async () => {
    const here = world(metadata('agg_KommGjeldende', 'agg_KommSummer'));
    const { regionWitness } = await fetch(here, divisions);
    expect(here.calls.filter((call) => call.startsWith('codeList'))).toEqual(['codeList agg_KommSummer']);
    expect(regionWitness).toEqual({ labels: { '3301': 'Drammen' }, codeList: LIST });
  });

  test('is not asked for where the table names none', async () => {
    const here = world(metadata('agg_KommGjeldende'));
    const { regionWitness } = await fetch(here, divisions);
    expect(here.calls.filter((call) => call.startsWith('codeList'))).toEqual([]);
    expect(regionWitness).toEqual({ labels: { '3301': 'Drammen' }, codeList: null });
  });
});

describe('the cell limit', () => {
  test('divides the query, and the parts stay in order', async () => {
    const here = world({}, 10);
    const retrieved = await fetch(here);
    expect(
      here.selections.map((selection) => selection.find(({ variable }) => variable === 'Tid')?.codes.length),
    ).toEqual([10, 7]);
    expect(retrieved.replies).toEqual([reply('part 1'), reply('part 2')]);
    expect(retrieved.request).toEqual(['GET part 1', 'GET part 2']);
    expect(Buffer.from(retrieved.body).toString()).toBe('part 1\npart 2');
  });

  test('is 800,000 where the source does not say', async () => {
    const here = world({}, null);
    await fetch(here);
    expect(here.selections).toHaveLength(1);
  });
});

describe('a code list', () => {
  test('that SSB refuses makes way for the next alternative', async () => {
    const retrieved = await fetch(world({ codeList: () => Promise.reject(failure('source-rejected-query')) }));
    expect(retrieved.alternative).toBe('divisions');
    expect(retrieved.alternativeReason).toContain('agg_KommSummerS is named by the table, but SSB does not know it');
  });

  test('that is unavailable at the moment does not', async () => {
    const error = await failureOfCall(() =>
      fetch(world({ codeList: () => Promise.reject(failure('source-unavailable')) })),
    );
    expect(error.code).toBe('source-unavailable');
  });
});

describe('an alternative that fits the metadata and is refused all the same', () => {
  function refusing(...codes: readonly ErrorCode[]): World {
    const left = [...codes];
    return world({
      data: () => {
        const code = left.shift();
        return code === undefined ? Promise.resolve(reply('part')) : Promise.reject(failure(code));
      },
    });
  }

  test('makes way for the next one, and the reason says so', async () => {
    expect(await fetch(refusing('source-rejected-query'))).toMatchObject({
      alternative: 'divisions',
      alternativeReason:
        '"divisions" was taken, since the table offers all of it; "grouped" was refused by the source: It failed.',
    });
  });

  test('ends the dataset when it is the last', async () => {
    const error = await failureOfCall(() => fetch(refusing('source-rejected-query', 'source-rejected-query')));
    expect(error.code).toBe('source-rejected-query');
  });

  test('ends the dataset with the refusal when no later one fits', async () => {
    const [grouped, divisions] = DEFINITION.alternatives;
    const alternatives = [grouped!, { ...divisions!, time: 'from(2900)' }];
    const error = await failureOfCall(() => fetch(refusing('source-rejected-query'), { ...DEFINITION, alternatives }));
    expect(error.code).toBe('source-rejected-query');
  });

  test.each(['source-unavailable', 'source-rate-limited', 'source-contract'] as const)(
    'is not what %s means',
    async (code) => {
      expect((await failureOfCall(() => fetch(refusing(code)))).code).toBe(code);
    },
  );
});

describe('English labels', () => {
  test('are done without when they cannot be had', async () => {
    const metadata: SsbClient['metadata'] = (_, lang) =>
      lang === 'en' ? Promise.reject(failure('source-unavailable')) : Promise.resolve(METADATA);
    expect((await fetch(world({ metadata }))).metadataEn).toBeNull();
  });

  test('are no reason to hide a bug', async () => {
    const metadata: SsbClient['metadata'] = (_, lang) =>
      lang === 'en' ? Promise.reject(new TypeError('x is not a function')) : Promise.resolve(METADATA);
    await expect(fetch(world({ metadata }))).rejects.toThrow('x is not a function');
  });
});

describe('metadata', () => {
  test('are read once for two datasets on one table', async () => {
    const here = world();
    const cache: MetadataCache = new Map();
    await fetch(here, DEFINITION, cache);
    await fetch(here, { ...DEFINITION, id: 'jobs-again' }, cache);
    expect(here.calls.filter((call) => call.startsWith('metadata'))).toEqual([
      'metadata 07984 no',
      'metadata 07984 en',
    ]);
  });

  test('that failed are asked for again', async () => {
    const answers = [Promise.resolve(METADATA), Promise.resolve(METADATA)];
    const cache: MetadataCache = new Map();
    const here = world({ metadata: () => answers.pop() ?? Promise.reject(failure('source-unavailable')) });
    const down = world({ metadata: () => Promise.reject(failure('source-unavailable')) });
    await failureOfCall(() => fetch(down, DEFINITION, cache));
    await expect(fetch(here, DEFINITION, cache)).resolves.toMatchObject({ table: '07984' });
  });
});

test('a table found by search is named with how it was found', async () => {
  const here = world({ tables: () => Promise.resolve([tableSummary('12345', '2024')]) });
  const retrieved = await fetch(here, { ...DEFINITION, table: { queries: ['innovasjon*'], subject: 'innov' } });
  expect(retrieved.table).toBe('12345');
  expect(retrieved.alternativeReason).toBe(
    '"grouped" was taken, since the table offers all of it; table 12345 was found by searching for "innovasjon*".',
  );
});

test('brings English labels of the codes that come from a code list, one request a list', async () => {
  const asked: string[] = [];
  const here = world({
    codeListInEnglish: (id) => {
      asked.push(id);
      return Promise.resolve([{ code: 'K.3301', label: 'Drammen, in English', members: [] }]);
    },
  });
  expect((await fetch(here)).labelsEn).toEqual({ Region: { 'K.3301': 'Drammen, in English' } });
  expect(asked).toEqual(['agg_KommSummerS']);
});

test('comes without English labels of a code list that cannot be had in English', async () => {
  const here = world({ codeListInEnglish: () => Promise.reject(failure('source-unavailable')) });
  expect((await fetch(here)).labelsEn).toEqual({ Region: {} });
});
