import { jsonReply } from '../reply.ts';
import type { Reply } from '../reply.ts';
import type { Language, StatbankTable } from '../table.ts';
import { periodRange, sourceOf } from '../table.ts';
import { nonExistentPage } from './problems.ts';
import { languageOf, positiveInteger } from './query.ts';
import type { Query } from './query.ts';
import { indexedStamp, searchMatcher } from './search.ts';
import { catalogueLabel } from './titles.ts';

const DEFAULT_PAGE_SIZE = 20;
const HOUR = 3_600_000;

/** One table as the catalogue shows it. */
export function tableItem(table: StatbankTable, language: Language, base: string): Record<string, unknown> {
  const { first, last } = periodRange(table);
  const address = `${base}/tables/${table.id}`;
  const other = language === 'no' ? 'en' : 'no';
  return {
    id: table.id,
    label: catalogueLabel(table, language),
    description: '',
    sortCode: '0000000100',
    updated: table.updatedAt,
    firstPeriod: first,
    lastPeriod: last,
    category: 'public',
    variableNames: table.variables.map(({ label }) => label[language]),
    ...(table.discontinued ? { discontinued: true } : {}),
    source: sourceOf(table)[language],
    subjectCode: table.path[0]?.id ?? '',
    timeUnit: table.timeUnit,
    paths: [table.path.map(({ id, label }) => ({ id, label: label[language], sortCode: '0000000100' }))],
    links: [
      { rel: 'self', hreflang: language, href: `${address}?lang=${language}` },
      { rel: 'alternate', hreflang: other, href: `${address}?lang=${other}` },
      { rel: 'metadata', hreflang: language, href: `${address}/metadata?lang=${language}` },
      { rel: 'data', hreflang: language, href: `${address}/data?lang=${language}&outputFormat=json-stat2` },
    ],
  };
}

/** A page address as the server writes it: the query unencoded, `includeDiscontinued` lost. */
function pageAddress(query: Query, language: Language, base: string, pageSize: number, pageNumber: number): string {
  const search = query.get('query');
  const pastDays = query.get('pastDays');
  const kept = [
    `lang=${language}`,
    ...(search === undefined || search === '' ? [] : [`query=${search}`]),
    `pagesize=${pageSize}`,
    `pageNumber=${pageNumber}`,
    ...(pastDays === undefined ? [] : [`pastDays=${pastDays}`]),
  ];
  return `${base}/tables/?${kept.join('&')}`;
}

function isRecent(table: StatbankTable, pastDays: number, now: Date): boolean {
  const earliest = new Date(now.getTime() - pastDays * 24 * HOUR).toISOString();
  return indexedStamp(table.updatedAt) >= indexedStamp(earliest);
}

/** `GET /tables`: search, filters and pages. */
export function listTables(tables: readonly StatbankTable[], query: Query, base: string, now: Date): Reply {
  const language = languageOf(query);
  const matches = searchMatcher(query.get('query') ?? '', language);
  // A negative number of days is none, and within none there is next to nothing.
  const pastDays = positiveInteger(query, 'pastDays', 0);
  const isAnyAge = (query.get('pastDays') ?? '') === '';
  const withDiscontinued = query.get('includeDiscontinued')?.toLowerCase() === 'true';
  const found = tables
    .filter((table) => withDiscontinued || !table.discontinued)
    .filter((table) => isAnyAge || isRecent(table, pastDays, now))
    .filter(matches);
  const pageSize = positiveInteger(query, 'pageSize', DEFAULT_PAGE_SIZE);
  const pageNumber = positiveInteger(query, 'pageNumber', 1);
  const totalPages = Math.max(1, Math.ceil(found.length / pageSize));
  if (pageNumber > totalPages) throw nonExistentPage();
  const link = (rel: string, page: number) => ({
    rel,
    hreflang: language,
    href: pageAddress(query, language, base, pageSize, page),
  });
  return jsonReply(200, {
    language,
    tables: found
      .slice((pageNumber - 1) * pageSize, pageNumber * pageSize)
      .map((table) => tableItem(table, language, base)),
    page: {
      pageNumber,
      pageSize,
      totalElements: found.length,
      totalPages,
      links: [
        ...(pageNumber < totalPages ? [link('next', pageNumber + 1)] : []),
        ...(pageNumber > 1 ? [link('previous', pageNumber - 1)] : []),
        ...(totalPages > 1 ? [link('last', totalPages)] : []),
      ],
    },
    links: [link('self', pageNumber)],
  });
}
