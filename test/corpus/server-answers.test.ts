import nock from 'nock';
import { describe, expect, it } from 'vitest';
import type { Cube } from '../../src/model/data/cube.ts';
import { PipelineError } from '../../src/model/errors.ts';
import { BUILT_IN_SYMBOLS } from '../../src/model/data/symbol-meaning.ts';
import { checkReply } from '../../src/normalise/check-reply.ts';
import { readJsonStat } from '../../src/normalise/json-stat/read-json-stat.ts';
import { findUnknownSymbols } from '../../src/normalise/unknown-symbols.ts';
import type { DataSelection } from '../../src/source/ask/query-string.ts';
import { readReply } from '../../src/source/read-replies.ts';
import { createSsbClient, type SsbClient } from '../../src/source/ask/ssb-client.ts';
import { allCells } from '../normalise/cube-cells.ts';
import { fakePace } from '../source/support/pace.ts';
import { ANSWERS_ARE_HERE, recordedAnswers, type RecordedAnswer } from './recorded-answers.ts';

if (!ANSWERS_ARE_HERE) console.log('Skipped: the answers ../shared/data/pxwebapi-server are not on this machine.');

const BASE = 'https://ssb.test/api/pxwebapi/v2';

/** The question of a recording, put by the client in its own words, and answered with the recording. */
async function read(answer: RecordedAnswer): Promise<unknown> {
  const { status, headers, body } = answer.response;
  // The client chooses between GET and POST by the length of the question.
  for (const method of ['GET', 'POST']) {
    nock('https://ssb.test')
      .persist()
      .intercept(/./, method)
      .reply(status, typeof body === 'string' ? body : JSON.stringify(body), headers);
  }
  const client = createSsbClient({ baseUrl: BASE, ...fakePace() });
  try {
    return await ask(client, answer);
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    return `${error.code}: ${error.message}`;
  } finally {
    nock.cleanAll();
  }
}

async function ask(client: SsbClient, { request }: RecordedAnswer): Promise<unknown> {
  const [path = '', search = ''] = request.path.split('?');
  const query = new URLSearchParams(search);
  const [, root = '', id = '', part = ''] = path.split('/');
  const lang = query.get('lang') === 'en' ? 'en' : 'no';
  if (root === 'config') return client.config();
  if (root === 'codelists') return (await client.codeList(id)).map(({ code, label }) => `${code} ${label}`);
  if (id === '') return (await client.tables({ lang })).map((table) => `${table.id} ${table.lastPeriod ?? ''}`);
  if (part === '') {
    const { label, updated, lastPeriod, discontinued } = await client.table(id);
    return [label, updated, lastPeriod, discontinued ? 'closed' : 'live'];
  }
  if (part === 'metadata') {
    const { label, variables } = await client.metadata(id, lang);
    return [label, ...variables.map(({ code, role, categories }) => `${code} ${role} ${categories.length}`)];
  }
  const selection = request.body === undefined ? inAddress(query) : inBody(request.body);
  const document = readReply(await client.data(id, selection, lang));
  const cube = readJsonStat(document);
  // A question that names no variable leaves the choice to the table.
  if (selection.length > 0) checkReply(cube, Object.fromEntries(selection.map(({ variable }) => [variable, null])));
  const unknown = findUnknownSymbols(cube, BUILT_IN_SYMBOLS);
  const { updated } = document as { readonly updated: unknown };
  return [updated, ...unknown.map(({ symbol }) => `unknown: ${symbol}`), ...shortCells(cube)];
}

/** Every cell, without the codes that all of them share. */
function shortCells(cube: Cube): readonly string[] {
  const differing = cube.dimensions.map(({ categories }) => categories.length > 1);
  return allCells(cube).map((cell) => {
    const [key = '', ...rest] = cell.split(' ');
    return [
      key
        .split('|')
        .filter((_, position) => differing[position])
        .join('|'),
      ...rest,
    ]
      .join(' ')
      .trim();
  });
}

/** The selection of a GET. */
function inAddress(query: URLSearchParams): DataSelection {
  return [...query].flatMap(([name, value]) => {
    const variable = /^valueCodes\[(.+)\]$/.exec(name)?.[1];
    if (variable === undefined) return [];
    const codeList = query.get(`codelist[${variable}]`);
    return [{ variable, codes: value.split(/,(?![^()]*\))/), ...(codeList === null ? {} : { codeList }) }];
  });
}

/** The selection of a POST; none where it is broken, as two of them are on purpose. */
function inBody(body: string): DataSelection {
  const selection = /"valueCodes"/.test(body)
    ? (JSON.parse(body) as { readonly selection: readonly Posted[] }).selection
    : [];
  return selection.map(({ variableCode, valueCodes, codelist }) => ({
    ...{ variable: variableCode, codes: valueCodes },
    ...(codelist === undefined ? {} : { codeList: codelist }),
  }));
}

interface Posted {
  readonly variableCode: string;
  readonly valueCodes: readonly string[];
  readonly codelist?: string;
}

const EXPECTED: Readonly<Record<string, unknown>> = {
  '01-config': {
    licence: 'https://creativecommons.org/licenses/by/4.0/',
    maxDataCells: 800000,
    rateLimit: { calls: 40, windowMs: 60000 },
  },
  '02-tables-all': [
    '10309 2025',
    '14623 2025',
    '90444 2012-2014',
    '90817 2022-2024',
    '13931 2024',
    '08771 2024K4',
    '06445 2024',
    '07984 2024',
    '09429 2024',
  ],
  '03-tables-page-2': [
    '13931 2024',
    '08771 2024K4',
    '06445 2024',
    '07984 2024',
    '13931 2024',
    '08771 2024K4',
    '06445 2024',
    '07984 2024',
    '13931 2024',
    '08771 2024K4',
    '06445 2024',
    '07984 2024',
  ],
  '04-tables-past-days-none': [],
  '05-tables-query-word': ['90817 2022-2024', '90444 2012-2014'],
  '06-tables-query-wildcard': [],
  '07-tables-query-stemmed': ['06445 2024', '09429 2024', '10309 2025', '14623 2025', '07984 2024'],
  '08-tables-query-updated': ['14623 2025', '90817 2022-2024', '13931 2024', '09429 2024'],
  '09-tables-query-bad-grammar': 'source-unavailable: The list of tables is unavailable at the moment (500).',
  '10-tables-page-beyond': 'source-rejected-query: The list of tables was refused (404 "Non-existent page").',
  '11-tables-past-days-bad':
    'source-rejected-query: The list of tables was refused (400 "One or more validation errors occurred.").',
  '12-table-entry': [
    '07984: Sysselsatte per 4. kvartal, etter region, næring (SN2007), kjønn, alder',
    '2025-02-26T07:00:00Z',
    '2024',
    'live',
  ],
  '13-table-entry-missing': 'source-rejected-query: The entry of table 99999 was refused (404 "Non-existent table").',
  '14-metadata-07984-no': [
    '07984: Sysselsatte per 4. kvartal, etter region, næring (SN2007), kjønn, alder',
    'Region geo 61',
    'NACE2007 classification 18',
    'Kjonn classification 3',
    'Alder classification 7',
    'ContentsCode metric 2',
    'Tid time 17',
  ],
  '15-metadata-07984-en': [
    '07984: Sysselsatte per 4. kvartal, etter region, næring (SN2007), kjønn, alder (en)',
    'Region geo 61',
    'NACE2007 classification 18',
    'Kjonn classification 3',
    'Alder classification 7',
    'ContentsCode metric 2',
    'Tid time 17',
  ],
  '16-metadata-06445-notes': [
    '06445: Andel sysselsatte i befolkningen, etter region, kjønn, alder',
    'Region geo 61',
    'Kjonn classification 3',
    'Alder classification 2',
    'ContentsCode metric 1',
    'Tid time 20',
  ],
  '17-metadata-missing':
    'source-rejected-query: Table 99999 is gone: the source knows neither its metadata nor its entry.',
  '18-metadata-language':
    'source-rejected-query: The metadata of table 07984 was refused (400 "Unsupported language").',
  '19-codelist': [
    'K.1103 Stavanger',
    'K.1108 Sandnes',
    'K.3103 Moss',
    'K.3105 Sarpsborg',
    'K.3107 Fredrikstad',
    'K.3201 Bærum',
    'K.3203 Asker',
    'K.3205 Lillestrøm',
    'K.3301 Drammen',
    'K.3303 Kongsberg',
    'K.3905 Tønsberg',
    'K.4001 Porsgrunn',
    'K.4003 Skien',
    'K.4204 Kristiansand',
    'K.4601 Bergen',
    'K.5001 Trondheim',
    'K.5501 Tromsø',
    'K.0301 Oslo',
  ],
  '20-codelist-missing': 'source-rejected-query: The code list agg_Foo was refused (404 "Non-existent codelist").',
  '21-data-one-cell': ['2025-02-20T07:00:00Z', '2024 48230 A'],
  '22-data-contents-updated': ['2025-02-26T07:00:00Z', '2024 51606 A'],
  '23-data-raw-symbols': [
    '2025-02-20T07:00:00Z',
    '0106 2023 0 A',
    '0106 2024 NaN O ..',
    '0219 2023 0 A',
    '0219 2024 NaN M .',
    '0220 2023 0 A',
    '0220 2024 NaN Q :',
    '0627 2023 0 A',
    '0627 2024 NaN O ..',
    '1201 2023 0 A',
    '1201 2024 NaN Q :',
    '3004 2023 52929 A',
    '3004 2024 NaN Q :',
    '3024 2023 53091 A',
    '3024 2024 NaN M .',
    '3107 2023 0 A',
    '3107 2024 NaN Q :',
    '3201 2023 0 A',
    '3201 2024 NaN M .',
    '3203 2023 0 A',
    '3203 2024 100 A',
    '3301 2023 0 A',
    '3301 2024 NaN Q :',
    '4601 2023 49143 A',
    '4601 2024 48230 A',
    '5001 2023 50939 A',
    '5001 2024 NaN N -',
    '5030 2023 0 A',
    '5030 2024 0 A',
  ],
  '24-data-group-symbols': [
    '2025-02-20T07:00:00Z',
    'K.1103 2023 40815 A',
    'K.1103 2024 40320 A',
    'K.3107 2023 52929 A',
    'K.3107 2024 NaN O .......',
    'K.3201 2023 53091 A',
    'K.3201 2024 NaN M .',
    'K.3203 2023 60298 A',
    'K.3203 2024 NaN O .......',
    'K.3301 2023 51302 A',
    'K.3301 2024 NaN Q :',
    'K.4601 2023 49143 A',
    'K.4601 2024 NaN Q :',
    'K.5001 2023 50939 A',
    'K.5001 2024 0 A',
  ],
  '25-data-symbols-and-notes': [
    '2025-02-26T07:00:00Z',
    '0301 2023 70.1 E e',
    '0301 2024 70.5 A',
    '3107 2023 0 A',
    '3107 2024 NaN O ..',
    '3201 2023 0 A',
    '3201 2024 NaN M .',
    '3203 2023 0 A',
    '3203 2024 NaN N -',
    '3301 2023 0 A',
    '3301 2024 67.3 P p',
    '4601 2023 65.6 A',
    '4601 2024 NaN O ...',
  ],
  '26-data-eliminated': ['2025-02-20T07:00:00Z', '2023 908797 A', '2024 911956 A'],
  '27-data-quarters': [
    '2025-02-07T07:00:00Z',
    'LedigeStillinger|01-96 2024K2 88087 A',
    'LedigeStillinger|01-96 2024K3 66815 A',
    'LedigeStillinger|01-96 2024K4 64669 A',
    'LedigeStillinger|10-33 2024K2 900 A',
    'LedigeStillinger|10-33 2024K3 900 A',
    'LedigeStillinger|10-33 2024K4 900 A',
    'LedigeStillinger|41-43 2024K2 900 A',
    'LedigeStillinger|41-43 2024K3 900 A',
    'LedigeStillinger|41-43 2024K4 900 A',
    'LedigeStillingerPros|01-96 2024K2 2.4 A',
    'LedigeStillingerPros|01-96 2024K3 2.4 A',
    'LedigeStillingerPros|01-96 2024K4 2.4 A',
    'LedigeStillingerPros|10-33 2024K2 2.4 A',
    'LedigeStillingerPros|10-33 2024K3 2.4 A',
    'LedigeStillingerPros|10-33 2024K4 2.4 A',
    'LedigeStillingerPros|41-43 2024K2 2.4 A',
    'LedigeStillingerPros|41-43 2024K3 2.4 A',
    'LedigeStillingerPros|41-43 2024K4 2.4 A',
  ],
  '28-data-periods-of-years': [
    '2025-10-02T06:00:00Z',
    '2010-2012 12.2 A',
    '2012-2014 13.1 A',
    '2014-2016 14.3 A',
    '2016-2018 14.5 A',
    '2018-2020 13.7 A',
    '2020-2022 11.1 A',
    '2022-2024 14.5 A',
  ],
  '29-data-decimals': [
    '2025-06-11T06:00:00Z',
    '03a 2021 NaN M .',
    '03a 2022 NaN M .',
    '03a 2023 NaN M .',
    '03a 2024 23.6 A',
    '04a 2021 NaN M .',
    '04a 2022 NaN M .',
    '04a 2023 NaN M .',
    '04a 2024 8.9 A',
  ],
  '30-data-table-order': ['2025-02-20T07:00:00Z', '0301 2024 46111 A', '1108 2024 53728 A', '5501 2024 47486 A'],
  '31-data-duplicates':
    'source-contract: "Sysselsatte per 4. kvartal etter region, næring (SN2007), kjønn, alder og år" has 1 cells (1 × 1 × 1 × 1 × 1 × 1) but its "value" has 2.',
  '32-data-default-selection': [
    '2025-10-02T06:00:00Z',
    '_T|99 2022-2024 38 A',
    '_T|01 2022-2024 10 A',
    'C|99 2022-2024 10 A',
    'C|01 2022-2024 10 A',
  ],
  '33-data-from-not-there': 'source-rejected-query: The data of table 09429 was refused (400 "Non-existent value").',
  '34-data-top-beyond': [
    '2025-02-20T07:00:00Z',
    '2008 0 A',
    '2009 0 A',
    '2010 0 A',
    '2011 0 A',
    '2012 0 A',
    '2013 0 A',
    '2014 0 A',
    '2015 0 A',
    '2016 0 A',
    '2017 0 A',
    '2018 0 A',
    '2019 0 A',
    '2020 0 A',
    '2021 0 A',
    '2022 0 A',
    '2023 0 A',
    '2024 NaN Q :',
  ],
  '35-data-unknown-value': 'source-rejected-query: The data of table 07984 was refused (400 "Non-existent value").',
  '36-data-unknown-variable':
    'source-rejected-query: The data of table 07984 was refused (400 "Non-existent variable").',
  '37-data-unknown-codelist':
    'source-rejected-query: The data of table 07984 was refused (400 "Non-existent codelist").',
  '38-data-mandatory-missing':
    'source-rejected-query: The data of table 07984 was refused (400 "Missing selection for mandantory variable").',
  '39-data-wildcard-without-match':
    'source-rejected-query: The data of table 07984 was refused (400 "Missing selection for mandantory variable").',
  '40-data-bad-expression':
    'source-rejected-query: The data of table 07984 was refused (400 "Illegal selection expression").',
  '41-data-missing-table': 'source-rejected-query: The data of table 99999 was refused (400 "Non-existent table").',
  '42-data-bad-format':
    'source-rejected-query: The data of table 07984 was refused (400 "One or more validation errors occurred.").',
  '43-data-too-many-cells':
    'source-rejected-query: The data of table 07984 was refused (400 "Too many cells selected").',
  '44-post-data': ['2025-02-20T07:00:00Z', '2023 0 A', '2024 NaN Q :'],
  '45-post-codelist': ['2025-02-20T07:00:00Z', '2023 40815 A', '2024 40320 A'],
  '46-post-empty-object':
    'source-rejected-query: The data of table 90817 was refused (400 "One or more validation errors occurred.").',
  '47-post-malformed':
    'source-rejected-query: The data of table 07984 was refused (400 "One or more validation errors occurred.").',
  '48-with-rate-headers': [
    '06445: Andel sysselsatte i befolkningen, etter region, kjønn, alder',
    '2025-02-26T07:00:00Z',
    '2024',
    'live',
  ],
  '49-quota-exceeded': 'source-rate-limited: The entry of table 07984 was refused: too many requests (429).',
  '50-data-wildcard-eliminates':
    'source-contract: The reply "Sysselsatte per 4. kvartal etter næring (SN2007), kjønn, alder og år" lacks the variable Region that was asked for: its figures are the total over all of Region, which is what the source answers when a selection matches nothing.',
};

describe.skipIf(!ANSWERS_ARE_HERE)('the client and the reader', () => {
  it('know what each recorded answer of the server is', () => {
    expect(recordedAnswers().map(({ name }) => name)).toEqual(Object.keys(EXPECTED).sort());
  });

  it.each(recordedAnswers().map((answer) => [answer.name, answer] as const))('read %s', async (name, answer) => {
    expect(await read(answer)).toEqual(EXPECTED[name]);
  });
});
