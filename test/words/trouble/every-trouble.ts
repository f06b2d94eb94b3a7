import { QUARANTINE_REASONS, type QuarantineReason } from '../../../src/model/data/quarantine-reason.ts';
import type { PlaceContradiction } from '../../../src/model/data/place-contradiction.ts';
import type { DescriptionChange, SourceNote, TableStanding } from '../../../src/model/data/source-description.ts';
import type { ErrorCode } from '../../../src/model/errors.ts';
import { SERVICE_TROUBLE } from './service-trouble.ts';
import type { FailureFacts, Trouble, TroubleKind } from '../../../src/model/trouble.ts';

/** An example of every trouble there is, and of every way it can be told: the ids are those of the shipped jobs. */

const DATASET = 'employed-total';
const AT = '2026-03-03T10:00:00.000Z';

const QUARANTINES: Readonly<Record<QuarantineReason, FailureFacts['facts']>> = {
  'lost-dimension': { variable: 'NACE2007' },
  'lost-code': { variable: 'NACE2007', codes: '58-63, 64-66', more: 3 },
  'lost-period': { variable: 'Tid', codes: '2008', more: 0 },
  'changed-unit': { contents: 'SYS', before: 'personer', after: '1000 personer' },
  'changed-decimals': { contents: 'SYS', before: 1, after: 0 },
  'fewer-cells': { cells: 1200, before: 1400 },
  'tenfold-jump': { cell: 'K.3301|00-99', period: '2025', before: 52006, after: 520060 },
  'figures-vanished': { gone: 200, of: 1400 },
  'new-period-out-of-scale': { period: '2025', earlier: '2024', after: 52.1, before: 52006 },
  'parts-differ': {
    variable: 'NACE2007',
    place: 'K.3301 Drammen',
    period: '2025',
    sum: 51000,
    whole: 52006,
    uncounted: '60-63',
  },
};

const NO_FACTS: Readonly<Record<Exclude<ErrorCode, 'publication-quarantined'> | 'bug', FailureFacts['facts']>> = {
  ...{ usage: {}, 'settings-invalid': {}, 'source-unavailable': {}, 'source-rate-limited': {} },
  ...{ 'source-rejected-query': { status: 400, title: 'Non-existent value' }, 'source-contract': {} },
  ...{ 'query-misfit': {}, 'time-period-format': {}, 'stale-correction': { period: '2025' }, 'file-refused': {} },
  ...{ 'store-busy': {}, 'store-unavailable': {}, 'store-integrity': {}, 'store-migration': {}, 'delivery-failed': {} },
  ...{ bug: {} },
};

const REFUSALS: readonly FailureFacts[] = [
  ...Object.entries(NO_FACTS).map(([code, facts]) => ({ code, facts }) as FailureFacts),
  { code: 'source-contract', facts: { title: 'Non-existent value' } },
  { code: 'source-rejected-query', facts: { status: 404 } },
  { code: 'query-misfit', facts: { lacks: 'place' } },
  { code: 'publication-quarantined', facts: {} },
  ...QUARANTINE_REASONS.map((reason): FailureFacts => ({
    code: 'publication-quarantined',
    facts: { ...QUARANTINES[reason], reason },
  })),
  {
    code: 'publication-quarantined',
    facts: { reason: 'new-period-out-of-scale', period: '2026', table: '15001', times: 3.1, earlierTable: '07984' },
  },
  ...['SQLITE_FULL', 'SQLITE_CORRUPT', 'SQLITE_READONLY'].map((sqlite): FailureFacts => ({
    code: 'store-unavailable',
    facts: { sqlite },
  })),
  { code: 'store-integrity', facts: { retrievedAt: AT } },
];

const SILENCES: readonly (FailureFacts | null)[] = [
  null,
  ...[
    { status: 503, address: 'https://data.ssb.no/api' },
    { host: 'data.ssb.no', seconds: 60 },
    { host: 'data.ssb.no', networkCode: 'ENOTFOUND', outOfReach: 'network' },
    { host: 'data.ssb.no', networkCode: 'SELF_SIGNED_CERT_IN_CHAIN', outOfReach: 'network' },
    { address: 'https://data.ssb.no/api', proxy: 'proxy.example.org:8080', outOfReach: 'proxy' },
    { address: 'https://data.ssb.no/api', outOfReach: 'filter' },
    { address: 'https://data.ssb.no/api', outOfReach: 'web-page' },
    { address: 'https://data.ssb.no/api', outOfReach: 'address' },
  ].map((facts): FailureFacts => ({ code: 'source-unavailable', facts: { ...facts } })),
  { code: 'source-rate-limited', facts: {} },
];

const NOTE: SourceNote = {
  ...{ text: 'SN2025 i 2026.', textEn: 'SN2025 in 2026.', mandatory: true },
  ...{ variable: null, category: null },
};
const MINOR: SourceNote = { ...NOTE, mandatory: false, variable: 'NACE2007', category: '58-63' };

const CHANGES: readonly DescriptionChange[] = [
  { kind: 'title', before: 'A', after: 'B' },
  { kind: 'source', before: null, after: 'B' },
  { kind: 'last-period', before: '2025', after: '2024' },
  { kind: 'discontinued', after: true },
  { kind: 'discontinued', after: false },
  { kind: 'variable-label', variable: 'Region', before: 'A', after: 'B' },
  { kind: 'label', variable: 'NACE2007', code: '58-63', before: 'A', after: 'B' },
  { kind: 'decimals', variable: 'ContentsCode', code: 'SYS', before: null, after: '1' },
  { kind: 'new-code', variable: 'NACE2007', code: '60-63', label: 'A' },
  { kind: 'gone-code', variable: 'NACE2007', code: '60-63', label: 'A' },
  { kind: 'new-note', note: NOTE },
  { kind: 'new-note', note: MINOR },
  { kind: 'now-mandatory', note: { ...NOTE, variable: 'NACE2007' } },
  { kind: 'gone-note', note: MINOR },
];

const years = [2018, 2019, 2024];
const heirs = [
  { code: '1508', name: 'Ålesund' },
  { code: '1580', name: 'Haram' },
];

const PLACES: readonly (PlaceContradiction | null)[] = [
  null,
  { kind: 'other-name', code: '3001', label: 'Halden', years },
  { kind: 'namesake', code: '0602', label: 'Elvebyen', codes: ['0601', '0603'], years },
  { kind: 'code-years', code: '0602', label: 'Elvebyen', from: null, to: 2019, years: [2020] },
  { kind: 'code-years', code: '0602', label: 'Elvebyen', from: 2010, to: 2019, years: [] },
  { kind: 'code-years', code: '3301', label: 'Elvebyen', from: 2024, to: null, years: [2023] },
  { kind: 'sum-lacks', code: '0711', label: 'Svelvik', years },
  { kind: 'sum-strange', code: '0711', label: 'Svelvik', owner: { code: 'K.3205', name: 'Lillestrøm' }, years },
  { kind: 'sum-strange', code: '0711', label: 'Svelvik', owner: null, years },
  { kind: 'sum-ended', code: 'K.3301', last: 2025, years: [2026] },
  { kind: 'left-out', codes: ['1507'], years: [2020, 2021], divided: { code: '1507', name: 'Ålesund', among: heirs } },
  { kind: 'klass-name', code: '3301', name: 'Halden' },
  { kind: 'not-in-klass', code: '3301', date: '2026-03-03' },
  { kind: 'klass-divided', code: '1507', among: heirs, date: '2024-01-01' },
  { kind: 'renumbered', code: '3005', to: { code: '3301', name: 'Elvebyen' }, joined: [], date: '2024-01-01' },
  { kind: 'renumbered', code: '3005', to: { code: '3301', name: 'Elvebyen' }, joined: heirs, date: '2024-01-01' },
  { kind: 'history-lacks', code: '0602', name: 'Elvebyen', isPart: false, years },
  { kind: 'history-lacks', code: '0711', name: 'Svelvik', isPart: true, years },
  { kind: 'history-strange', code: '0711', name: null, years },
  { kind: 'history-divided', code: '1507', among: ['1508', '1580'], year: 2024, years: [2020, 2021] },
];

const STANDING: TableStanding = {
  ...({ kind: 'closed', table: '06445', lastPeriod: '2025', seenAt: AT } as const),
  successor: { table: '16445', label: '16445: SN2025 2005 - 2025', lastPeriod: '2025' },
};
const MISSING = { code: '3103', name: 'Moss', file: 'peers.yaml' };
const LINE = '- { dataset: employed-total, period: \'2026\', reason: "SN2025.", reference: https://www.ssb.no }';
const CELL = { symbol: '?', cell: 'K.3301|2025' };

/** By kind; that every kind has some is held by the type. */
export const EVERY_TROUBLE: { readonly [Kind in TroubleKind]: readonly Extract<Trouble, { kind: Kind }>[] } = {
  refused: REFUSALS.map((failure) => ({ kind: 'refused', dataset: DATASET, failure })),
  'no-answer': SILENCES.map((failure) => ({ kind: 'no-answer', dataset: DATASET, since: AT, failure })),
  'never-answered': [{ kind: 'never-answered', dataset: DATASET, since: AT, failure: null }],
  late: ['national-emissions', 'survey'].map((dataset) => {
    return { kind: 'late', dataset, publishedAt: '2025-06-06T06:00:00.000Z', days: 430 };
  }),
  zero: ['Elvebyen', null].map((place) => {
    return { kind: 'zero', dataset: 'employment-rate', place, period: '2025', item: 'employment-rate:3301/2025' };
  }),
  symbol: [
    { kind: 'symbol', table: '07984', symbol: '?', found: [{ ...CELL, cells: 1, dataset: DATASET }] },
    { kind: 'symbol', table: '07984', symbol: "'", found: [{ ...CELL, cells: 12, dataset: DATASET }] },
  ],
  clock: [{ kind: 'clock', newest: '2031-03-03T10:00:00.000Z', now: AT }],
  standing: [
    { kind: 'standing', standing: STANDING, datasets: ['employment-rate'] },
    { kind: 'standing', standing: { ...STANDING, successor: null }, datasets: ['employment-rate'] },
    { kind: 'standing', standing: { ...STANDING, kind: 'gone', lastPeriod: null }, datasets: ['employment-rate'] },
    { kind: 'standing', standing: { ...STANDING, kind: 'standing-still' }, datasets: ['employment-rate'] },
  ],
  'missing-places': [
    { kind: 'missing-places', dataset: DATASET, table: '07984', missing: [{ ...MISSING, line: 22 }] },
    {
      ...({ kind: 'missing-places', dataset: DATASET, table: '07984' } as const),
      missing: [MISSING, { code: '3205', name: 'Lillestrøm', file: 'regions.yaml' }],
    },
  ],
  places: [
    ...PLACES.map((about) => ({ kind: 'places', findings: [{ place: 'Elvebyen', about, write: [] }] }) as const),
    {
      kind: 'places',
      findings: [{ place: 'Elvebyen', about: null, write: ["- { code: '0711', to: 2019 } # Svelvik"] }],
    },
  ],
  descriptions: [
    { kind: 'descriptions', tables: [{ table: '07984', datasets: [DATASET], changes: CHANGES, breaks: [] }] },
    {
      kind: 'descriptions',
      tables: [{ table: '07984', datasets: [DATASET], changes: [{ kind: 'new-note', note: NOTE }], breaks: [LINE] }],
    },
  ],
  found: [
    {
      ...({ kind: 'found', dataset: 'employment-rate', table: '06445' } as const),
      counts: { inserted: 12, revised: 1, unchanged: 900, withdrawn: 0 },
    },
  ],
  'file-refused': [
    { kind: 'file-refused', file: 'survey', name: 'svar.csv', said: 'Filen «svar.csv» er avvist: …', language: 'nb' },
    { kind: 'file-refused', file: 'survey', name: 'svar.csv', said: 'The file is refused: …', language: 'en' },
  ],
  'file-held': [
    { kind: 'file-held', file: 'survey', name: 'svar.csv', questions: [{ kind: 'lost-years', years: ['2024'] }] },
  ],
  ...SERVICE_TROUBLE,
};
