import nock from 'nock';
import { beforeAll, describe, expect, test } from 'vitest';
import { assessAsOf } from '../../src/app/assess/reassess-command.ts';
import { importFile } from '../support/import-file.ts';
import type { App } from '../../src/app/open-app.ts';
import { findAssessmentAsOf } from '../../src/store/assess/assessments.ts';
import { wordsOf } from '../../src/words/finding/say-finding.ts';
import { openWorld, SAMPLE_EMISSIONS, SAMPLE_SURVEY, type World } from '../support/world.ts';

// Real requests to the stand-in on loopback.
beforeAll(() => nock.restore());

/** What was said, as far as figures and rules decide it. */
const VERDICT = ['indicatorId', 'status', 'label', 'period', 'value', 'unit', 'coverage', 'flags', 'sentence'] as const;

describe('check --as-of', () => {
  test('says again, at the moment of every publication ever taken in, what was said then', async () => {
    const world = await openWorld();
    await liveThroughTwoYears(world);
    await world.with((app) => {
      const moments = momentsOfPublications(app);
      expect(moments).toHaveLength(6);
      const said = moments.map((at) => ({ at, verdicts: saidAt(app, at) }));
      const again = moments.map((at) => ({ at, verdicts: saidAgain(app, at) }));
      expect(again).toEqual(said);
      // The moments differ, or agreement would mean little.
      expect(new Set(said.map(({ verdicts }) => JSON.stringify(verdicts))).size).toBe(moments.length);
    });
  });
});

/** Publications that add a year, revise the own figure and a peer's, and files handed in. */
async function liveThroughTwoYears(world: World): Promise<void> {
  const { statbank } = world;
  const total = { NACE2007: '00-99', Kjonn: '0', Alder: '15-74', ContentsCode: 'SysselsatteArb' };
  await world.ingest();
  world.at('2026-03-10T10:00:00Z');
  await world.with((app) => importFile(app, 'survey', SAMPLE_SURVEY));
  world.at('2026-04-10T10:00:00Z');
  await world.with((app) => importFile(app, 'municipal-emissions', SAMPLE_EMISSIONS));
  world.at('2026-06-10T10:00:00Z');
  statbank.reviseCell('07984', { ...total, Region: '3301' }, '2025', 30_000);
  await world.ingest();
  world.at('2027-02-25T10:00:00Z');
  statbank.publishYear('07984', '2026');
  statbank.publishYear('06445', '2026');
  await world.ingest();
  world.at('2027-05-25T10:00:00Z');
  statbank.reviseCell('06445', { Region: '0301', Kjonn: '0', Alder: '15-74', ContentsCode: 'Sysselsatte' }, '2026', 99);
  await world.ingest();
}

/** When each run that took something in was over: what was taken in was judged by then. */
function momentsOfPublications({ store }: App): readonly string[] {
  return store.sqlite
    .prepare('SELECT DISTINCT finished_at FROM job_run JOIN publication ON job_run_id = job_run.id ORDER BY 1')
    .pluck()
    .all() as string[];
}

function saidAt({ store, settings }: App, at: string) {
  return settings.indicators.map(({ id }) => verdictOf(findAssessmentAsOf(store, id, at)));
}

function saidAgain(app: App, at: string) {
  return assessAsOf(app, at).standings.map(({ assessment }) =>
    verdictOf({ ...assessment, ...wordsOf(assessment, app.settings.plan.language) }),
  );
}

function verdictOf(assessment: object | null): Record<string, unknown> {
  const found: Record<string, unknown> = { ...assessment };
  return Object.fromEntries(VERDICT.map((name) => [name, found[name]]));
}
