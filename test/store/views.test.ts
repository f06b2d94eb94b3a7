import { describe, expect, it } from 'vitest';
import { termRows } from '../../src/app/analyst/reference-rows.ts';
import { type RuleVerdict, STATUSES } from '../../src/model/plan/assessment.ts';
import type { Rule } from '../../src/model/plan/rule.ts';
import { saidStatus } from '../../src/model/plan/said-status.ts';
import { replaceAnalystRows } from '../../src/store/analyst/replace-rows.ts';
import { statusText } from '../../src/words/finding/status-text.ts';
import { recordDatasetRun } from '../../src/store/runs/dataset-runs.ts';
import { replaceIndicatorValues } from '../../src/store/assess/indicator-values.ts';
import { recordAssessment } from '../../src/store/assess/record-assessment.ts';
import { storePublication } from '../../src/store/intake/store-publication.ts';
import { buildAssessment, buildRecord, withRule } from './support/build-assessment.ts';
import { buildPublication, regions } from './support/build-publication.ts';
import { rows, storeWithRun, temporaryStore } from './support/temporary-database.ts';

const accept = () => 'keep' as const;

describe('out_observation', () => {
  it('shows every figure with readable labels, in both languages', () => {
    const { store } = withFigures();
    expect(rows(store, 'SELECT * FROM out_observation WHERE region_code = ? AND year = 2023', 'K-3301')).toEqual([
      {
        dataset: 'jobs-by-industry',
        table_id: '07984',
        alternative: 'grouped',
        in_use: 1,
        series_id: 1,
        series_key: 'Jobs|K-3301',
        region_code: 'K-3301',
        municipality_code: null,
        region: 'navn K-3301',
        region_en: 'name K-3301',
        contents_code: 'Jobs',
        contents: 'navn Jobs',
        contents_en: 'name Jobs',
        unit: 'persons',
        categories: 'ContentsCode (no): navn Jobs; Region (no): navn K-3301',
        categories_en: 'ContentsCode (en): name Jobs; Region (en): name K-3301',
        period: '2023',
        period_start: '2023-01-01',
        period_end: '2023-12-31',
        frequency: 'year',
        year: 2023,
        sub_period: 0,
        value: 50_700,
        symbol: null,
        obs_status: 'A',
        publication_id: 2,
        retrieved_at: '2024-01-02T08:00:00.000Z',
        correction_reason: null,
        correction_reference: null,
      },
    ]);
  });

  it('tells figures of a query that is not in use any more from those that are', () => {
    const { store, runId } = withFigures();
    const raw = regions({ '3301': [1, 2] });
    storePublication(
      store,
      buildPublication(raw, { alternative: 'divisions', retrievedAt: '2024-01-03T08:00:00Z' }),
      accept,
      runId,
    );
    expect(rows(store, 'SELECT DISTINCT alternative, in_use FROM out_observation ORDER BY 1')).toEqual([
      { alternative: 'divisions', in_use: 1 },
      { alternative: 'grouped', in_use: 0 },
    ]);
  });
});

describe('out_revision', () => {
  it('shows each replaced figure, what replaced it and when it was in force', () => {
    const { store, runId } = withFigures();
    const third = regions({ 'K-3301': [50_000, 50_800], 'K-3203': ['.', ':'] });
    storePublication(store, buildPublication(third, { retrievedAt: '2024-01-03T08:00:00Z' }), accept, runId);
    const revisions = rows(
      store,
      'SELECT period, value_before, value_after, in_force_from, in_force_until FROM out_revision ORDER BY publication_id',
    );
    expect(revisions).toEqual([
      {
        period: '2023',
        value_before: 50_600,
        value_after: 50_700,
        in_force_from: '2024-01-01T08:00:00.000Z',
        in_force_until: '2024-01-02T08:00:00.000Z',
      },
      {
        period: '2023',
        value_before: 50_700,
        value_after: 50_800,
        in_force_from: '2024-01-02T08:00:00.000Z',
        in_force_until: '2024-01-03T08:00:00.000Z',
      },
    ]);
  });
});

const tolerance = { absolute: 1 };
const within = (rule: Rule, numbers: Readonly<Record<string, number>>): RuleVerdict => ({
  ...{ rule, status: 'stable', numbers: { tolerance: 1, ...numbers } },
});
const CHANGE = within({ id: 'annual-change', direction: 'increase', tolerance }, { change: 0.5 });
const LEAD = within({ id: 'growth-lead', against: 'pooled', tolerance }, { lead: 0.5 });
const DEMANDED: Rule = { id: 'annual-change', direction: 'increase', tolerance, atLeast: { absolute: 5 } };
const together = (...parts: readonly RuleVerdict[]) => ({ ...within({ id: 'all-of', parts: [] }, {}), parts });

const STABLE_VERDICTS: readonly (RuleVerdict | null)[] = [
  ...[null, CHANGE, LEAD, within(DEMANDED, { change: 1.5, demand: 5 }), within(DEMANDED, { change: -1, demand: 5 })],
  ...[
    { changeLow: 2, changeHigh: 3 },
    { changeLow: 0.5, changeHigh: 3 },
  ].map((ends) => within(DEMANDED, { demand: 5, ...ends })),
  ...[together(LEAD, LEAD), together(CHANGE, LEAD)],
];

describe('out_status_now and out_status_history', () => {
  it('show the newest assessment, and every one', () => {
    const { store, runId } = storeWithRun();
    const ruleVersionId = withRule(store);
    recordAssessment(store, buildRecord(runId, ruleVersionId));
    const assessment = buildAssessment({ status: 'on-track' });
    recordAssessment(store, buildRecord(runId, ruleVersionId, { assessment, assessedAt: '2024-01-03T08:00:00Z' }));
    const columns = 'SELECT indicator_id, title, status, status_text, status_text_en, flags, since FROM';
    const shared = {
      indicator_id: 'job-growth',
      title: 'Vekst i antall arbeidsplasser',
      flags: 'provisional, revised',
    };
    const now = {
      status: 'on-track',
      status_text: 'Oppfylt',
      status_text_en: 'Met',
      since: '2024-01-03T08:00:00.000Z',
    };
    expect(rows(store, `${columns} out_status_now`)).toEqual([{ ...shared, ...now }]);
    expect(rows(store, `${columns} out_status_history ORDER BY assessment_id`)).toMatchObject([
      { status: 'off-track', status_text: 'Ikke oppfylt', since: '2024-01-02T08:00:00.000Z' },
      now,
    ]);
  });

  it('have words for every status', () => {
    const { store, runId } = storeWithRun();
    const ruleVersionId = withRule(store);
    for (const status of STATUSES) {
      recordAssessment(store, buildRecord(runId, ruleVersionId, { assessment: buildAssessment({ status }) }));
    }
    const words = rows(store, 'SELECT DISTINCT status_text, status_text_en FROM out_status_history');
    expect(words).toHaveLength(STATUSES.length);
    expect(words.filter(({ status_text: no, status_text_en: en }) => no === null || en === null)).toEqual([]);
  });

  it('say of stable what the program says', () => {
    const { store, runId } = storeWithRun();
    replaceAnalystRows(store, 'out_term', termRows());
    const ruleVersionId = withRule(store);
    for (const verdict of STABLE_VERDICTS) {
      const { evidence } = buildAssessment();
      const assessment = buildAssessment({ status: 'stable', evidence: { ...evidence, verdict } });
      recordAssessment(store, buildRecord(runId, ruleVersionId, { assessment }));
    }
    const said = rows(store, 'SELECT status_text, status_text_en FROM out_status_history ORDER BY assessment_id');
    const words = ['nb', 'en'] as const;
    expect(said.map((row) => [row['status_text'], row['status_text_en']])).toEqual(
      STABLE_VERDICTS.map((one) => words.map((language) => statusText(saidStatus('stable', one), language))),
    );
  });
});

const NOTHING_ELSE = { observations: [], missing: [], markedBreaks: [], latestPeriodSince: null, second: null };

describe('out_indicator_series', () => {
  it('shows own and peers, period by period, with the dataset behind', () => {
    const { store } = withFigures();
    withRule(store);
    const publication = { publicationId: 2 } as Parameters<typeof replaceIndicatorValues>[2]['publication'];
    const point = { period: 2023000, value: { value: 1.4 }, own: { value: 50_700 }, previousPeriod: 2022000 };
    const peers = [{ id: 'asker', name: 'Asker', level: { missing: 'confidential' as const } }];
    const series = { input: null, publication, peerGroup: null, points: [{ ...point, peers }], ...NOTHING_ELSE };
    replaceIndicatorValues(store, 'job-growth', series, { id: '3301', name: 'Egen kommune', measure: 'growth' });
    const columns = 'indicator_id, role, place, period, year, value, level, level_missing, coverage, dataset';
    const shared = {
      indicator_id: 'job-growth',
      period: '2023',
      year: 2023,
      coverage: 'municipality',
      dataset: 'jobs-by-industry',
    };
    expect(rows(store, `SELECT ${columns} FROM out_indicator_series ORDER BY role`)).toEqual([
      { ...shared, role: 'own', place: '3301', value: 1.4, level: 50_700, level_missing: null },
      { ...shared, role: 'peer', place: 'asker', value: null, level: null, level_missing: 'confidential' },
    ]);
  });
});

describe('out_run', () => {
  it('shows a run with each of its datasets, and a run without any', () => {
    const { store, runId } = storeWithRun();
    expect(rows(store, 'SELECT job_run_id, outcome, dataset FROM out_run')).toEqual([
      { job_run_id: runId, outcome: 'running', dataset: null },
    ]);
    const counts = { inserted: 1, revised: 2, unchanged: 3, withdrawn: 4, rejected: 5, requests: 6, durationMs: 7 };
    recordDatasetRun(store, runId, { datasetId: 'd', outcome: 'failed', ...counts, errorCode: 'bug', message: 'Oh.' });
    expect(rows(store, 'SELECT dataset, dataset_outcome, withdrawn, error_code, dataset_message FROM out_run')).toEqual(
      [{ dataset: 'd', dataset_outcome: 'failed', withdrawn: 4, error_code: 'bug', dataset_message: 'Oh.' }],
    );
  });
});

describe('out_freshness', () => {
  it('shows when each dataset was last retrieved, its newest period with a number and the last outcome', () => {
    const { store } = withFigures();
    const columns = 'dataset, updated_at, retrieved_at, checked_at, newest_period, last_outcome';
    expect(rows(store, `SELECT ${columns} FROM out_freshness`)).toEqual([
      {
        dataset: 'jobs-by-industry',
        updated_at: '2024-01-01T07:00:00.000Z',
        retrieved_at: '2024-01-02T08:00:00.000Z',
        checked_at: null,
        newest_period: '2023',
        last_outcome: 'changed',
      },
    ]);
  });
});

describe('out_source', () => {
  it('shows who publishes the figures, under which licence, and how they were asked for', () => {
    const { store } = withFigures();
    const columns = 'dataset, title, source, licence, coverage, alternative, publication_id, request, cells';
    expect(rows(store, `SELECT ${columns} FROM out_source`)).toEqual([
      {
        dataset: 'jobs-by-industry',
        title: 'Sysselsatte',
        source: 'Statistisk sentralbyrå',
        licence: 'CC BY 4.0',
        coverage: 'municipality',
        alternative: 'grouped',
        publication_id: 2,
        request: '["GET https://data.example/tables/07984/data"]',
        cells: 4,
      },
    ]);
  });
});

describe('every view', () => {
  it('can be read from an empty database', () => {
    const store = temporaryStore();
    const views = rows(store, "SELECT name FROM sqlite_schema WHERE type = 'view'").map(({ name }) => String(name));
    expect(views).toHaveLength(18);
    expect(views.flatMap((view) => rows(store, `SELECT * FROM ${view}`))).toEqual([]);
  });
});

/** Two publications of two regions; the second revises one figure. */
function withFigures() {
  const { store, runId } = storeWithRun();
  const first = regions({ 'K-3301': [50_000, 50_600], 'K-3203': ['.', ':'] });
  const second = regions({ 'K-3301': [50_000, 50_700], 'K-3203': ['.', ':'] });
  storePublication(store, buildPublication(first), accept, runId);
  storePublication(store, buildPublication(second, { retrievedAt: '2024-01-02T08:00:00Z' }), accept, runId);
  return { store, runId };
}
