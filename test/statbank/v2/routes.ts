import { listInForce } from '../code-lists.ts';
import { datasetReply, emptyReply, jsonReply, notFoundPage } from '../reply.ts';
import type { Reply } from '../reply.ts';
import type { ApiRequest, ApiView } from './api.ts';
import { config } from './config.ts';
import { data, metadata } from './datasets.ts';
import { listTables, tableItem } from './listing.ts';
import { nonExistentCodeList, nonExistentTable, nonExistentTableOnData, unsupportedFormat } from './problems.ts';
import { validationProblem } from './problems.ts';
import { languageOf, readQuery } from './query.ts';
import type { Query } from './query.ts';
import { defaultSelection } from './selection.ts';

const FORMATS = ['json-stat2', 'csv', 'px', 'xlsx', 'html', 'json-px', 'parquet'];

/** Answers one v2 request; paths are matched without regard to case, code list ids with it. */
export function route(request: ApiRequest, view: ApiView): Reply {
  const query = readQuery(request.search);
  const [root = '', id = '', part = '', ...rest] = request.path.split('/').filter((step) => step !== '');
  if (rest.length > 0) return notFoundPage();
  if (request.method !== 'GET' && request.method !== 'POST') return emptyReply(405);
  switch (root.toLowerCase()) {
    case 'config':
      return id === '' ? config(view.announcedCalls) : notFoundPage();
    case 'codelists':
      return id === '' || part !== '' ? notFoundPage() : codeList(id, query, view);
    case 'tables':
      if (id === '') return listTables(view.listed, query, view.base, view.now);
      return tableRoute(decodeURIComponent(id), part.toLowerCase(), request, query, view);
    default:
      return notFoundPage();
  }
}

function tableRoute(id: string, part: string, request: ApiRequest, query: Query, view: ApiView): Reply {
  const language = languageOf(query);
  if (part === 'data') {
    const unsupported = checkFormat(query);
    if (unsupported !== null) return unsupported;
  }
  const table = view.tables.find((candidate) => candidate.id === id);
  if (table === undefined) throw part === 'data' ? nonExistentTableOnData() : nonExistentTable();
  switch (part) {
    case '':
      return jsonReply(200, { language, ...tableItem(table, language, view.base) });
    case 'metadata':
      return jsonReply(200, metadata(table, language, query, view));
    case 'defaultselection':
      return jsonReply(200, {
        language,
        selection: defaultSelection(table),
        placement: { heading: [], stub: [] },
        links: [
          { rel: 'self', hreflang: language, href: `${view.base}/tables/${id}/defaultselection?lang=${language}` },
        ],
      });
    case 'data':
      return datasetReply(data(table, language, query, request, view), table.id);
    default:
      return notFoundPage();
  }
}

/** SSB's other formats exist but are not imitated: 501 says so plainly. Parameters with json-stat2 are SSB's 400. */
function checkFormat(query: Query): Reply | null {
  const format = (query.get('outputFormat') ?? 'json-stat2').toLowerCase();
  if (!FORMATS.includes(format)) throw validationProblem('outputFormat', 'The input was not valid.');
  const parameters = query.get('outputFormatParams') ?? '';
  if (parameters !== '' && ['json-stat2', 'px', 'parquet'].includes(format)) throw unsupportedFormat();
  if (format === 'json-stat2') return null;
  return { status: 501, contentType: 'text/plain', body: `The stand-in does not imitate ${format}.` };
}

function codeList(id: string, query: Query, { base, tables }: ApiView): Reply {
  const language = languageOf(query);
  const list = listInForce(tables, decodeURIComponent(id));
  if (list === undefined) throw nonExistentCodeList();
  return jsonReply(200, {
    id: list.id,
    label: list.label[language],
    language,
    languages: ['no', 'en'],
    elimination: false,
    type: list.id.startsWith('vs_') ? 'Valueset' : 'Aggregation',
    values: list.values.map(({ code, label, members }) => ({ code, label: label[language], valueMap: members })),
    links: [{ rel: 'self', hreflang: language, href: `${base}/codeLists/${list.id}?lang=${language}` }],
  });
}
