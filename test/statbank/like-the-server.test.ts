import { describe, expect, it, onTestFinished } from 'vitest';
import { ANSWERS_ARE_HERE, recordedAnswers, type RecordedAnswer } from '../corpus/recorded-answers.ts';
import { startStatbank } from './server.ts';
import type { RateLimit } from './rate-limit.ts';
import { type Cell, type StatbankTable, sumCells } from './table.ts';
import { allTables } from './tables/all.ts';

if (!ANSWERS_ARE_HERE) console.log('Skipped: the answers ../shared/data/pxwebapi-server are not on this machine.');

/** What the stand-in calls other than the made-up tables of the server did, or needs to meet the same refusal. */
const ITS_OWN: readonly (readonly [string, string])[] = [
  ['/tables/90817/', '/tables/13999/'],
  // Its tables begin earlier.
  ['from(2005)', 'from(1850)'],
  // Its limit of cells is SSB's, and the one of that answer was 1,000.
  [
    'valueCodes%5BKjonn%5D=0&valueCodes%5BAlder%5D=15-74&valueCodes%5BNACE2007%5D=00-99&valueCodes%5BContentsCode%5D=*&valueCodes%5BTid%5D=*',
    ['Kjonn', 'Alder', 'NACE2007', 'ContentsCode', 'Tid'].map((code) => `valueCodes%5B${code}%5D=*`).join('&'),
  ],
];

/** What Statistics Norway writes in JSON-stat, and the stand-in with it, that the server on made-up tables had no cause to. */
const OF_SSB = [
  ...['link', 'dimension.*.link', 'extension.px.infofile', 'extension.noteMandatory'],
  ...['dimension.*.extension.alternativeText', 'dimension.*.extension.refperiod'],
];

/** What depends on the figures and notes of a table, and the two have others. */
const OF_THE_TABLE = [
  'note',
  'status',
  'dimension.*.category.note',
  'dimension.*.extension.noteMandatory',
  'dimension.*.note',
];

/** Tables of which the server has one. */
const WITH_MANDATORY_NOTES = ['06445', '07984'];

const WITHOUT_LIMIT = { rateLimit: 'off' } as const;
const ONE_CALL: RateLimit = { limit: 1, windowSeconds: 60, body: 'text', retryAfter: true };

async function putTo(answer: RecordedAnswer): Promise<Response> {
  const { request, response } = answer;
  const isCounted = Object.keys(response.headers).some((name) => name === 'retry-after' || name.startsWith('x-rate'));
  const statbank = await startStatbank({
    ...{ installation: 'server', now: '2026-11-27T10:00:00Z' },
    ...(isCounted ? { rateLimit: { ...ONE_CALL, limit: 40 } } : WITHOUT_LIMIT),
  });
  onTestFinished(() => statbank.close());
  if (JSON.stringify(response.body).includes('noteMandatory')) {
    for (const table of WITH_MANDATORY_NOTES) statbank.addNote(table, { text: 'Brudd i 2015.', mandatory: true });
  }
  const path = ITS_OWN.reduce((written, [theirs, ours]) => written.replace(theirs, ours), request.path);
  const ask = () =>
    fetch(`${statbank.url}${path}`, {
      method: request.method,
      ...(request.body === undefined
        ? {}
        : { body: request.body, headers: { 'content-type': 'application/json; charset=utf-8' } }),
    });
  for (let call = 0; response.status === 429 && call < 40; call++) await ask();
  return ask();
}

/** Members whose own members are codes, positions or fields. */
const KEYED_BY_CODE = /(^|\.)(dimension|index|label|unit|note|status|noteMandatory|errors)$/;
const OF_CONTENTS = /\.extension\.(refperiod|measuringType|priceType|adjustment|alternativeText)$/;

/** Every member of a document by its way from the top, with the kind of what stands there; codes are one and the same. */
function shapeOf(content: unknown, way = ''): ReadonlyMap<string, string> {
  if (Array.isArray(content))
    return merged(
      [[way, 'list']],
      content.map((one) => shapeOf(one, `${way}[]`)),
    );
  if (typeof content !== 'object' || content === null)
    return new Map([[way, content === null ? 'null' : typeof content]]);
  const isByCode = KEYED_BY_CODE.test(way) || OF_CONTENTS.test(way);
  const members = Object.entries(content).map(([name, one]) =>
    shapeOf(one, [way, isByCode ? '*' : name].filter((step) => step !== '').join('.')),
  );
  return merged([[way, 'object']], members);
}

function merged(
  own: readonly (readonly [string, string])[],
  others: readonly ReadonlyMap<string, string>[],
): ReadonlyMap<string, string> {
  return new Map([...others.flatMap((one) => [...one]), ...own]);
}

const isUnder = (roots: readonly string[]) => (way: string) =>
  roots.some((root) => way === root || way.startsWith(`${root}.`) || way.startsWith(`${root}[`));

/** What one of two bodies has that the other lacks, or has as another kind. */
function differences(theirs: unknown, ours: unknown): readonly string[] {
  const [server, standIn] = [shapeOf(theirs), shapeOf(ours)];
  // Whether a list or a number stands in a list that is empty on one side cannot be told.
  const isEmptyIn = (shape: ReadonlyMap<string, string>, way: string) => {
    const list = way.slice(0, way.lastIndexOf('[]'));
    return way.includes('[]') && shape.get(list) === 'list' && !shape.has(`${list}[]`);
  };
  const lacking = [...server.keys()].filter((way) => !standIn.has(way) && !isEmptyIn(standIn, way));
  const additional = [...standIn.keys()].filter((way) => !server.has(way) && !isEmptyIn(server, way));
  // A cell is a number or a hole.
  const others = [...server].filter(([way, kind]) => {
    const own = standIn.get(way);
    return own !== undefined && own !== kind && way !== 'value[]';
  });
  return [
    ...lacking.filter((way) => !isUnder(OF_THE_TABLE)(way)).map((way) => `lacks ${way}`),
    ...additional.filter((way) => !isUnder([...OF_SSB, ...OF_THE_TABLE])(way)).map((way) => `has ${way}`),
    ...others.map(([way, kind]) => `has no ${kind} as ${way}`),
  ];
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

describe.skipIf(!ANSWERS_ARE_HERE)('the stand-in answers like the server', () => {
  it.each(recordedAnswers().map((answer) => [answer.name, answer] as const))(
    '%s: status, type of content and shape of the body',
    async (_, answer) => {
      const { response } = answer;
      const ours = await putTo(answer);
      expect([ours.status, ours.headers.get('content-type')]).toEqual([
        response.status,
        response.headers['content-type'] ?? null,
      ]);
      const named = Object.keys(response.headers).filter((name) => /^(x-rate|retry)/.test(name));
      expect(named.filter((name) => !ours.headers.has(name))).toEqual([]);
      const body = read(await ours.text());
      expect(differences(response.body, body)).toEqual([]);
      // A refusal is the same, word for word, but for what names the request.
      if (ours.status >= 400 && ours.headers.get('content-type')?.startsWith('application/json') === true) {
        expect(body).toEqual(response.body);
      }
    },
  );
});

describe('a sum of cells is what the server makes of them', () => {
  it.each<[string, readonly Cell[], Cell]>([
    ['one symbol withholds the sum, with that symbol', [53_091, '.'], '.'],
    ['one symbol withholds the sum, however many carry it', [':', 7, ':'], ':'],
    ['two different symbols give the symbol of a sum', [0, '..', ':'], '.......'],
    ['nil counts as zero', ['-', 5], 5],
    ['nil and a zero are a plain zero', ['-', 0], 0],
    ['nil hides no symbol', ['-', ':'], ':'],
    ['a symbol on a number stands on the sum', [{ number: 2, symbol: 'e' }, 3], { number: 5, symbol: 'e' }],
    [
      'different symbols on numbers give a star',
      [
        { number: 2, symbol: 'e' },
        { number: 3, symbol: 'p' },
      ],
      { number: 5, symbol: '*' },
    ],
  ])('%s', (_, cells, sum) => {
    expect(sumCells(cells)).toEqual(sum);
    expect(sumCells(cells.toReversed())).toEqual(sum);
  });
});

describe('what else the server was seen to do, the stand-in does', () => {
  const ask = async (path: string, installation: 'ssb' | 'server' = 'ssb') => {
    const statbank = await startStatbank({ ...WITHOUT_LIMIT, installation });
    onTestFinished(() => statbank.close());
    const answer = await fetch(`${statbank.url}${path}`);
    const text = await answer.text();
    return {
      status: answer.status,
      text,
      json: read(text) as { readonly tables?: readonly { readonly id: string }[] },
    };
  };
  const found = async (path: string) => (await ask(path)).json.tables?.map(({ id }) => id);

  it('a number of days below nothing finds nothing', async () => {
    expect(await found('/tables?pastDays=-1')).toEqual([]);
    expect(await found('/tables?pastDays=0')).toEqual([]);
  });

  it('a page of nothing is a page as usual', async () => {
    expect(await ask('/tables?pageNumber=0&pageSize=0')).toMatchObject({
      ...{ status: 200, json: { page: { pageNumber: 1, pageSize: 20 } } },
    });
  });

  it('the labels of code lists are searched', async () => {
    expect(await found('/tables?query=sammenslåtte')).toContain('07984');
  });

  it('a word with ~ finds what is nearly it', async () => {
    expect(await found('/tables?query=title:syssulsat~')).toContain('07984');
    expect(await found('/tables?query=title:syssulsat')).toEqual([]);
  });

  it.each(['ssb', 'server'] as const)(
    'an address of 9,000 characters is too long for it (%s)',
    async (installation) => {
      expect(await ask(`/tables?query=${'x'.repeat(9000)}`, installation)).toMatchObject({ status: 414, text: '' });
    },
  );

  it('the same code twice is a fault at Statistics Norway, and two values of the server itself', async () => {
    const path =
      '/tables/06445/data?valueCodes[Region]=0301,0301&valueCodes[ContentsCode]=Sysselsatte&valueCodes[Tid]=2024';
    expect(await ask(path)).toMatchObject({ status: 500, text: '' });
    const { json } = await ask(path, 'server');
    expect(json).toMatchObject({ size: [1, 1, 1], value: [expect.any(Number), expect.any(Number)] });
  });

  it('the stamp of data is that of the contents asked for, and of a table the newest', async () => {
    const tables = allTables('municipality', true).map((table) =>
      table.id === '07984' ? withOlderJobs(table) : table,
    );
    const statbank = await startStatbank({ ...WITHOUT_LIMIT, tables });
    onTestFinished(() => statbank.close());
    const stampOf = async (path: string) => {
      const answer = await fetch(`${statbank.url}/tables/07984/${path}`);
      return ((await answer.json()) as { readonly updated: string }).updated;
    };
    const data = (contents: string) =>
      `data?valueCodes[Region]=0301&valueCodes[ContentsCode]=${contents}&valueCodes[Tid]=2024`;
    expect(await stampOf(data('SysselsatteArb'))).toBe(OLDER);
    expect(await stampOf(data('Sysselsatte'))).toBe('2026-02-26T07:00:00Z');
    expect(await stampOf(data('*'))).toBe('2026-02-26T07:00:00Z');
    expect(await stampOf('metadata')).toBe('2026-02-26T07:00:00Z');
  });
});

const OLDER = '2026-02-20T07:00:00Z';

function withOlderJobs(table: StatbankTable): StatbankTable {
  const variables = table.variables.map((variable) => ({
    ...variable,
    categories: variable.categories.map((one) =>
      one.code === 'SysselsatteArb' && one.contents !== undefined
        ? { ...one, contents: { ...one.contents, updatedAt: OLDER } }
        : one,
    ),
  }));
  return { ...table, variables };
}
