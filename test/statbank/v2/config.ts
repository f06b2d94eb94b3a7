import { jsonReply } from '../reply.ts';
import type { Reply } from '../reply.ts';
import { MAX_CELLS } from './selection.ts';

/** `GET /config`. The limit is 0 at SSB, which announces it in headers. */
export function config(announcedCalls: number): Reply {
  return jsonReply(200, {
    apiVersion: '2.3.2',
    appVersion: '2.5.0+build.30',
    languages: [
      { id: 'no', label: 'Norsk' },
      { id: 'en', label: 'English' },
    ],
    defaultLanguage: 'no',
    maxDataCells: MAX_CELLS,
    maxCallsPerTimeWindow: announcedCalls,
    timeWindow: announcedCalls === 0 ? 0 : 60,
    license: 'https://www.ssb.no/en/diverse/lisens',
    sourceReferences: [
      { language: 'en', text: 'Source: Statistics Norway' },
      { language: 'no', text: 'Kilde: Statistisk sentralbyrå' },
    ],
    defaultDataFormat: 'json-stat2',
    dataFormats: ['json-stat2', 'csv', 'px', 'xlsx', 'html', 'json-px', 'parquet'],
    features: [{ id: 'CORS', params: [{ key: 'enabled', value: 'True' }] }],
  });
}
