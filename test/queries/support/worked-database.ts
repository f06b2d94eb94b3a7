import { join } from 'node:path';
import { reassess } from '../../../src/app/assess/reassess.ts';
import type { App } from '../../../src/app/open-app.ts';
import { failedResult, unchangedResult } from '../../../src/app/intake/dataset-result.ts';
import { withRun } from '../../../src/app/with-run.ts';
import type { Cube, Dimension } from '../../../src/model/data/cube.ts';
import { PipelineError } from '../../../src/model/errors.ts';
import type { IndicatorDefinition } from '../../../src/model/plan/indicator.ts';
import type { NewPublication } from '../../../src/model/data/publication.ts';
import type { Settings } from '../../../src/model/plan/settings.ts';
import { createLogger } from '../../../src/platform/logger.ts';
import { findProjectRoot } from '../../../src/platform/project-root.ts';
import { readEnvironment } from '../../../src/settings/environment.ts';
import { recordCheck } from '../../../src/store/intake/catalogue.ts';
import { recordDatasetRun } from '../../../src/store/runs/dataset-runs.ts';
import { recordAcceptances } from '../../../src/store/intake/acceptances.ts';
import { openDatabase } from '../../../src/store/open-database.ts';
import type { Store } from '../../../src/store/store.ts';
import { storePublication } from '../../../src/store/intake/store-publication.ts';
import { buildCounty, buildDefinition, buildMunicipality, INPUT } from '../../support/builders.ts';
import { buildPublication, type TestCell } from '../../store/support/build-publication.ts';

export const migrationsFolder = join(findProjectRoot(import.meta.url), 'drizzle');

/** Two springs of an invented municipality, small enough to be reckoned by hand. */
const NAMES: Readonly<Record<string, string>> = {
  '0101': 'Elvebyen',
  '0102': 'Nordby',
  '0103': 'Sørbyen',
  '0104': 'Myrland',
  '00-99': 'Alle næringer',
  '10-33': 'Industri',
  '45-47': 'Varehandel',
  '86-88': 'Helse',
};

const FIRST_SPRING = '2025-03-03T08:00:00.000Z';
const AUTUMN = '2025-09-01T08:00:00.000Z';
const SECOND_SPRING = '2026-03-02T08:00:00.000Z';

type Figures = Readonly<Record<string, readonly TestCell[]>>;

/** Jobs: 2024 is revised for Elvebyen in the second spring, and 2025 is new. */
const JOBS: Readonly<Record<'first' | 'second', Figures>> = {
  first: {
    '0101': [1000, 1020, 1050],
    '0102': [500, 505, 510],
    '0103': [300, 306, 306],
    '0104': [200, 198, 204],
  },
  second: {
    '0101': [1000, 1020, 1040, 1053],
    '0102': [500, 505, 510, 525],
    '0103': [300, 306, 306, 312],
    '0104': [200, 198, 204, 204],
  },
};

/** Employment rates: Nordby's was provisional, Sørbyen's is not published for 2025, Myrland's are kept back. */
const RATES: Readonly<Record<'first' | 'second', Figures>> = {
  first: {
    '0101': [64.0, 64.4, 64.8],
    '0102': [66.0, 66.2, { provisional: 66.4 }],
    '0103': [65.0, 65.2, 65.6],
    '0104': [':', ':', '.'],
  },
  second: {
    '0101': [64.0, 64.4, 64.8, 65.0],
    '0102': [66.0, 66.2, 66.5, 66.6],
    '0103': [65.0, 65.2, 65.6, '..'],
    '0104': [':', ':', '.', ':'],
  },
};

const INDUSTRIES: Figures = {
  '00-99|0101': [1000, 1000],
  '10-33|0101': [500, 490],
  '45-47|0101': [300, 310],
  '86-88|0101': [200, 200],
};

/** Founded in the year, and there on 1 January of it. */
const NEW_ENTERPRISES: Figures = { '0101': [50, 60], '0102': [20, 30] };
const ESTABLISHMENTS: Figures = { '0101': [500, 480], '0102': [400, 400] };

/** Builds the database at a path with the functions of the program, and closes it. Every run gives the same rows. */
export async function buildWorkedDatabase(file: string): Promise<void> {
  const store = openDatabase(file, { migrationsFolder });
  try {
    await firstSpring(appAt(store, FIRST_SPRING));
    await autumn(appAt(store, AUTUMN));
    await secondSpring(appAt(store, SECOND_SPRING));
  } finally {
    store.close();
  }
}

/** What the functions of the program need, at one moment. */
export function appAt(store: Store, instant: string): App {
  return {
    store,
    settings: SETTINGS,
    environment: readEnvironment({ DATABASE_FILE: store.file, LOG_LEVEL: 'silent' }, ''),
    clock: { now: () => new Date(instant), sleep: () => Promise.resolve() },
    logger: createLogger({ level: 'silent', pretty: false }),
    close: () => store.close(),
  };
}

async function firstSpring(app: App): Promise<void> {
  await withRun(app, 'schedule', ['jobs', 'employment'], ({ runId }) => {
    take(app, runId, jobs(JOBS.first, ['2022', '2023', '2024'], FIRST_SPRING));
    take(app, runId, industries());
    take(app, runId, rates(RATES.first, ['2022', '2023', '2024'], FIRST_SPRING));
    take(app, runId, businesses('new-enterprises', '14623', NEW_ENTERPRISES));
    take(app, runId, businesses('establishments', '10309', ESTABLISHMENTS));
    reassess(app, runId);
    return Promise.resolve({
      outcome: 'succeeded',
      requests: 9,
      message: '3 of 3 datasets have new or revised figures.',
    });
  });
}

async function autumn(app: App): Promise<void> {
  await withRun(app, 'schedule', ['jobs'], ({ runId }) => {
    recordDatasetRun(app.store, runId, failedResult(effort('employed-total', 4), noAnswer()));
    return Promise.resolve({ outcome: 'failed', requests: 4, message: 'Every dataset failed.' });
  });
}

async function secondSpring(app: App): Promise<void> {
  await withRun(app, 'command', ['jobs', 'employment', 'new-companies'], ({ runId }) => {
    take(app, runId, jobs(JOBS.second, ['2022', '2023', '2024', '2025'], SECOND_SPRING));
    recordDatasetRun(
      app.store,
      runId,
      unchangedResult(effort('employed-by-industry', 1), 'the very bytes of last time'),
    );
    const who = { acceptedBy: 'kari', acceptedAt: SECOND_SPRING };
    const finding = 'employed-total shows 0 for 0104 Myrland in 2023.';
    recordAcceptances(app.store, 'employed-total', [{ zeros: { place: '0104', period: '2023' }, finding, ...who }]);
    take(app, runId, rates(RATES.second, ['2022', '2023', '2024', '2025'], SECOND_SPRING));
    recordDatasetRun(app.store, runId, failedResult(effort('new-enterprises', 2), noAnswer()));
    reassess(app, runId);
    return Promise.resolve({ outcome: 'partial', requests: 7, message: 'new-enterprises failed, the rest are in.' });
  });
}

function take(app: App, runId: number, publication: NewPublication): void {
  storePublication(app.store, publication, () => 'keep', runId);
  const { datasetId, table, retrievedAt } = publication;
  recordCheck(app.store, { datasetId, table: table ?? '', checkedAt: retrievedAt, nextCheckAt: null });
}

function effort(datasetId: string, requests: number) {
  return { datasetId, requests, durationMs: 1500 };
}

function noAnswer(): PipelineError {
  return new PipelineError('source-unavailable', 'The source gave no answer.', { hint: 'Try again later.' });
}

function jobs(figures: Figures, periods: readonly string[], retrievedAt: string): NewPublication {
  const cells = Object.fromEntries(
    Object.entries(figures).map(([region, row]) => [`SysselsatteArb|00-99|${region}`, row]),
  );
  const dimensions = { ContentsCode: ['SysselsatteArb'], NACE2007: ['00-99'], Region: Object.keys(figures) };
  return publish('employed-total', '07984', 'Sysselsatte', { dimensions, cells, periods }, retrievedAt, 'count');
}

function industries(): NewPublication {
  const cells = Object.fromEntries(Object.entries(INDUSTRIES).map(([key, row]) => [`SysselsatteArb|${key}`, row]));
  const groups = Object.keys(INDUSTRIES).map((key) => key.split('|')[0] ?? '');
  const dimensions = { ContentsCode: ['SysselsatteArb'], NACE2007: groups, Region: ['0101'] };
  const cube = { dimensions, cells, periods: ['2023', '2024'] };
  return publish('employed-by-industry', '07984', 'Sysselsatte', cube, FIRST_SPRING, 'count');
}

function businesses(dataset: string, table: string, figures: Figures): NewPublication {
  const cells = Object.fromEntries(Object.entries(figures).map(([region, row]) => [`Antall|${region}`, row]));
  const dimensions = { ContentsCode: ['Antall'], Region: Object.keys(figures) };
  return publish(dataset, table, dataset, { dimensions, cells, periods: ['2023', '2024'] }, FIRST_SPRING, 'count');
}

function rates(figures: Figures, periods: readonly string[], retrievedAt: string): NewPublication {
  const cells = Object.fromEntries(Object.entries(figures).map(([region, row]) => [`Prosent|${region}`, row]));
  const dimensions = { ContentsCode: ['Prosent'], Region: Object.keys(figures) };
  return publish(
    'employment-rate',
    '06445',
    'Andel sysselsatte',
    { dimensions, cells, periods },
    retrievedAt,
    'percentage',
  );
}

function publish(
  datasetId: string,
  table: string,
  title: string,
  cube: Parameters<typeof buildPublication>[0],
  retrievedAt: string,
  quantity: 'count' | 'percentage',
): NewPublication {
  // Published an hour before it is fetched.
  const updatedAt = new Date(Date.parse(retrievedAt) - 3_600_000).toISOString();
  const built = buildPublication({ ...cube, updatedAt });
  const contents = cube.dimensions['ContentsCode']?.[0] ?? '';
  return {
    ...built,
    datasetId,
    table,
    retrievedAt,
    query: datasetId,
    alternative: 'divisions',
    regions: { dimension: 'Region', form: 'divisions', prefix: '' },
    quantities: { [contents]: quantity },
    cube: withNames({ ...built.cube, title, titleEn: null }, quantity === 'count' ? 'personer' : 'prosent'),
  };
}

function withNames(cube: Cube, unit: string): Cube {
  const named = (dimension: Dimension): Dimension => ({
    ...dimension,
    label: dimension.code === 'Region' ? 'region' : dimension.code,
    labelEn: null,
    categories: dimension.categories.map((category) => ({
      ...category,
      label: NAMES[category.code] ?? category.code,
      labelEn: null,
      unit: dimension.role === 'metric' ? unit : null,
    })),
  });
  return { ...cube, dimensions: cube.dimensions.map(named) };
}

const REGIONS = { id: 'regions', title: 'Konkurrerende regioner', titleEn: 'Competing regions', confirmed: true };
const CITIES = { id: 'cities', title: 'Bygruppen', titleEn: 'The city group', confirmed: true };

const INDICATORS: readonly IndicatorDefinition[] = [
  buildDefinition({
    id: 'industry-diversity',
    position: 1,
    title: 'Mangfold i næringslivet',
    inputs: [
      {
        ...INPUT,
        dataset: 'employed-by-industry',
        terms: [{ NACE2007: { not: ['00-99'] } }],
        over: 'NACE2007',
        unit: 'indeks',
      },
    ],
    measure: 'diversity',
    rule: { id: 'stable-or-improved', direction: 'increase', tolerance: { absolute: 0.002 } },
  }),
  buildDefinition({
    id: 'job-growth',
    position: 2,
    title: 'Vekst i arbeidsplasser',
    inputs: [{ ...INPUT, dataset: 'employed-total' }],
    measure: 'growth',
    rule: { id: 'growth-lead', against: 'pooled', tolerance: { absolute: 0.05 } },
    peers: 'regions',
  }),
  buildDefinition({
    id: 'employment-rate',
    position: 3,
    title: 'Sysselsetting mot bygruppen',
    inputs: [{ ...INPUT, dataset: 'employment-rate', unit: 'prosentpoeng' }],
    measure: 'gap',
    rule: { id: 'relative-position', direction: 'increase', tolerance: { absolute: 0.05 } },
    peers: 'cities',
  }),
  buildDefinition({
    id: 'business-satisfaction',
    position: 4,
    title: 'Fornøyd næringsliv',
    inputs: [{ ...INPUT, dataset: 'survey' }],
  }),
];

const SETTINGS: Settings = {
  symbols: { symbols: {}, tables: {} },
  plan: {
    municipality: { code: '0101', name: 'Elvebyen' },
    title: 'En plan',
    horizonYear: 2030,
    language: 'nb',
    readAllEveryDays: 7,
    survey: { title: 'Undersøkelsen', licence: 'CC BY 4.0' },
    municipalEmissions: { title: 'Utslipp', licence: 'NLOD' },
  },
  geography: {
    own: '0101',
    municipalities: ['0101', '0102', '0103', '0104'].map((code) =>
      buildMunicipality(code, { name: NAMES[code] ?? code }),
    ),
    counties: [buildCounty('01')],
    peerGroups: [
      {
        ...REGIONS,
        regions: [
          { id: 'nord', name: 'Nordregionen', members: ['0102'] },
          { id: 'sor', name: 'Sørregionen', members: ['0103', '0104'] },
        ],
      },
      {
        ...CITIES,
        regions: [
          { id: 'nordby', name: 'Nordby', members: ['0102'] },
          { id: 'sorbyen', name: 'Sørbyen', members: ['0103'] },
        ],
      },
    ],
  },
  indicators: INDICATORS,
  breaks: [],
  corrections: [],
  annotations: [],
  unused: [],
  jobs: [],
  backup: { folder: 'backups', keepDaily: 0 },
  alerts: {
    ...{ language: 'nb', greeting: 'Hei!', timeZone: 'Europe/Oslo', channels: [], reminders: { everyDays: 0 } },
    ...{ withoutOperations: 'staff', unsettled: { changes: 4, withinDays: 30 } },
  },
  report: { address: null },
};
