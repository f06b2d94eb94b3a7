import nock from 'nock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { check } from '../../src/app/assess/reassess-command.ts';
import { verifyBackup } from '../../src/app/upkeep/verify-backup.ts';
import { findLatestAssessments } from '../../src/store/assess/assessments.ts';
import { Database } from '../../src/store/sqlite-driver.ts';
import { typeCommand } from '../support/command-line.ts';
import { queryDatabase } from '../support/database/database-content.ts';
import { rewriteJson, writeFirstForm, writeSecondForm } from '../support/database/first-form.ts';
import { openWorld, prepareDatabase, type PreparedDatabase, type World } from '../support/world.ts';

let prepared: PreparedDatabase;

// Real requests to the stand-in on loopback.
beforeAll(async () => {
  nock.restore();
  prepared = await prepareDatabase();
});
afterAll(() => prepared.remove());

const THE_DAY_AFTER = '2026-03-03T10:00:00.000Z';
const AS_OF = ['check', '--as-of', '2026-03-02', '--json'];
const statuses = (stdout: string) =>
  (
    JSON.parse(stdout) as { indicators: { id: string; status: string; period: string; value: number }[] }
  ).indicators.map(({ id, status, period, value }) => [id, status, period, value]);

/** Stored by the program before evidence and rules had a form. */
async function worldOfFirstForm(): Promise<World> {
  const world = await openWorld({ database: prepared.file });
  writeFirstForm(world.databaseFile);
  return world;
}

describe('what the first version stored', () => {
  test('is read in the words of this one', async () => {
    const [world, now] = [await worldOfFirstForm(), await openWorld({ database: prepared.file })];
    const before = await world.with(({ store }) => findLatestAssessments(store));
    const after = await now.with(({ store }) => findLatestAssessments(store));
    expect(before.map(({ storedForm }) => storedForm)).toEqual(before.map(() => 1));
    expect(after.map(({ storedForm }) => storedForm)).toEqual(after.map(() => 3));
    const evidence = (said: typeof before) =>
      said.map(({ evidence: { form, latestPeriod, previousPeriod, numbers, verdict, rule } }) => ({
        ...{ form, latestPeriod, previousPeriod, numbers, verdict },
        // The first form kept one fingerprint for everything.
        rule: { id: rule.id, params: rule.params, fingerprint: rule.fingerprint },
      }));
    expect(evidence(before)).toEqual(evidence(after));
    const [figure] = before.flatMap(({ evidence: { observations } }) => observations);
    expect(figure).toMatchObject({ obsStatus: 'A', correction: null });
  });

  test('says nothing new when it is assessed again', async () => {
    const world = await worldOfFirstForm();
    const { results } = await world.with((app) => check(app));
    expect(results.filter(({ notice }) => notice !== null)).toEqual([]);
  });

  test('can be asked what was said on a day', async () => {
    const [world, now] = [await worldOfFirstForm(), await openWorld({ database: prepared.file })];
    const { exitCode, stdout } = await typeCommand(AS_OF, world.env);
    expect(exitCode).toBe(0);
    expect(statuses(stdout)).toEqual(statuses((await typeCommand(AS_OF, now.env)).stdout));
  });

  test('is a sound backup, also where this version judges otherwise, which is said', async () => {
    const world = await worldOfFirstForm();
    expect(verifyBackup(world.databaseFile)).toMatchObject({ ok: true });
    judgeOtherwise(world.databaseFile);
    const { ok, checks } = verifyBackup(world.databaseFile);
    expect(ok).toBe(true);
    expect(checks.at(-1)?.finding).toMatch(
      /^9 indicators, assessed again, are as stored, but for this: job-growth were judged by an earlier version, and this one judges otherwise; the next run says so\.$/,
    );
  });
});

/** As if a version had said something else of the same figures. */
function judgeOtherwise(file: string): void {
  const database = new Database(file);
  database.exec(`DROP TRIGGER assessment_is_never_changed;
    UPDATE assessment SET status = 'partly-met' WHERE indicator_id = 'job-growth'`);
  database.close();
}

test('a backup of this version in which something else was said is damaged', async () => {
  const world = await openWorld({ database: prepared.file });
  judgeOtherwise(world.databaseFile);
  const { ok, checks } = verifyBackup(world.databaseFile);
  expect(ok).toBe(false);
  expect(checks.at(-1)?.finding).toBe('Assessed again, job-growth differ from what is stored.');
});

describe('what the second version stored, which kept no finding', () => {
  async function worldOfSecondForm(): Promise<World> {
    const world = await openWorld({ database: prepared.file });
    writeSecondForm(world.databaseFile);
    return world;
  }

  test('is read with the words of that day, and nothing is recorded anew', async () => {
    const world = await worldOfSecondForm();
    const before = await world.with(({ store }) => findLatestAssessments(store));
    expect(before.map(({ storedForm, evidence }) => [storedForm, evidence.finding])).toEqual(
      before.map(() => [2, null]),
    );
    const { results } = await world.with((app) => check(app));
    expect(results.filter(({ cause }) => cause !== null)).toEqual([]);
    expect(await world.with(({ store }) => findLatestAssessments(store))).toEqual(before);
  });

  test('is judged alike: a backup in which something else was said is damaged', async () => {
    const world = await worldOfSecondForm();
    expect(verifyBackup(world.databaseFile)).toMatchObject({ ok: true });
    judgeOtherwise(world.databaseFile);
    expect(verifyBackup(world.databaseFile)).toMatchObject({ ok: false });
  });
});

describe('what this version cannot read', () => {
  test.each([
    ['an unknown rule', (rules: object) => ({ ...rules, definition: { rule: { id: 'magic' } } }), /recorded at/],
    ['nothing at all', () => ({}), /What is said now does not rest on it/],
    ['a later form', (rules: object) => ({ ...rules, form: 99 }), /It was written by a newer version of the program/],
  ])('in a rule (%s) is said with a hint, and stops nothing but what rests on it', async (_, change, hint) => {
    const world = await openWorld({ database: prepared.file });
    rewriteJson(world.databaseFile, 'rule_version', 'definition', change);
    const asOf = await typeCommand(AS_OF, world.env);
    expect(asOf.exitCode).toBe(5);
    expect(asOf.stderr).toMatch(
      /^The rule of industry-diversity that was recorded at 2026-03-02T10:00:00\.000Z is written/,
    );
    expect(asOf.stderr).toMatch(hint);
    expect(verifyBackup(world.databaseFile).checks.at(-1)?.finding).toMatch(hint);
    expect((await typeCommand(['status'], world.env)).exitCode).toBe(0);
    world.at(THE_DAY_AFTER);
    expect((await world.ingest()).outcome).toBe('unchanged');
  });

  test.each([
    ['of an earlier form', () => ({ form: 2 })],
    ['that lacks its finding', (evidence: object) => ({ ...evidence, finding: undefined })],
    ['with a finding that is none', (evidence: object) => ({ ...evidence, finding: { remarks: [{ kind: 'magic' }] } })],
  ])('in evidence %s is said with a hint', async (_, change) => {
    const world = await openWorld({ database: prepared.file });
    rewriteJson(world.databaseFile, 'assessment', 'evidence', change);
    const { exitCode, stderr } = await typeCommand(['status'], world.env);
    expect(exitCode).toBe(5);
    expect(stderr).toMatch(/^The evidence of assessment \d+ is written in a way .*\nRestore the newest backup/);
    expect(verifyBackup(world.databaseFile)).toMatchObject({ ok: false });
  });
});

test('rules and evidence are written with their form', () => {
  const forms = queryDatabase(
    prepared.file,
    `SELECT DISTINCT json_extract(evidence, '$.form') AS evidence, json_extract(definition, '$.form') AS rules
     FROM assessment JOIN rule_version ON rule_version.id = rule_version_id`,
  );
  expect(forms).toEqual([{ evidence: 3, rules: 2 }]);
});
