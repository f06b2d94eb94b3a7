import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { jobs } from '../../jobs/index.ts';
import { readRules } from '../../src/app/assess/read-rules.ts';
import { currentRules } from '../../src/app/assess/rules-in-force.ts';
import { bundledPlaces } from '../../src/places/bundled/bundled-places.ts';
import { loadSettings } from '../../src/settings/load-settings.ts';
import { readMigrations } from '../../src/store/migrate.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { listRuleVersions } from '../../src/store/assess/rule-versions.ts';
import { Database } from '../../src/store/sqlite-driver.ts';
import { ROOT, runCli, SETTINGS, temporaryFolder } from '../support/cli.ts';
import { queryDatabase } from '../support/database/database-content.ts';
import { shiftedTo } from '../support/service/shifted-clock.ts';

/** A day after the newest of them was made. */
const THE_DAY_AFTER = '2026-11-28T10:00:00.000Z';
const FOLDER = join(ROOT, 'test/fixtures/databases');
const FIRST_KEPT = 5;

type Said = readonly [status: string, period: string | null, flags: readonly string[]];
const SAID = JSON.parse(readFileSync(join(FOLDER, 'statuses.json'), 'utf8')) as Record<string, Record<string, Said>>;
const MIGRATIONS = join(ROOT, 'drizzle');
const NEWEST = readMigrations(MIGRATIONS).length;

interface Existing {
  readonly file: string;
  /** What a command of today's program prints on it; one that fails fails the test. */
  readonly run: (...words: readonly string[]) => Promise<string>;
}

/** A copy of a database that was made by the program of its time. */
function unpack(name: string): Existing {
  const { path, remove } = temporaryFolder();
  onTestFinished(remove);
  const file = join(path, 'existing.sqlite');
  writeFileSync(file, gunzipSync(readFileSync(join(FOLDER, `${name}.sqlite.gz`))));
  const env = {
    ...{ DATABASE_FILE: file, CONFIG_DIR: SETTINGS, LOG_LEVEL: 'silent' },
    ...{ REPORT_FILE: join(path, 'page.html'), ANALYST_COPY: join(path, 'copy.sqlite') },
    NODE_OPTIONS: `--import ${shiftedTo(THE_DAY_AFTER)}`,
  };
  const run = async (...words: readonly string[]) => {
    const { exitCode, stdout, stderr } = await runCli(words, env);
    expect(exitCode, stderr).toBe(0);
    return stdout;
  };
  return { file, run };
}

interface Line {
  readonly id: string;
  readonly status: string;
  readonly period: string | null;
  readonly flags: readonly string[];
}

async function statusesOf(existing: Existing): Promise<Record<string, Said>> {
  const { indicators } = JSON.parse(await existing.run('status', '--json')) as { indicators: Line[] };
  return Object.fromEntries(indicators.map(({ id, status, period, flags }) => [id, [status, period, flags]]));
}

const versionOf = ({ file }: Existing) =>
  queryDatabase(file, 'SELECT user_version AS version FROM pragma_user_version')[0]?.['version'];

const assessments = ({ file }: Existing) =>
  queryDatabase(file, 'SELECT indicator_id, status, period, flags, cause FROM assessment ORDER BY id');

const told = ({ file }: Existing) =>
  queryDatabase(
    file,
    `SELECT subject, from_status, to_status, period, cause
     FROM alert JOIN assessment ON assessment.id = alert.assessment_id ORDER BY alert.id`,
  );

describe('a database of an earlier version', () => {
  test('is among the fixtures for every version of the schema since the first that was kept', () => {
    const kept = readdirSync(FOLDER).flatMap((name) => /^version-(\d+)\.sqlite\.gz$/.exec(name)?.slice(1) ?? []);
    const since = Array.from({ length: NEWEST - FIRST_KEPT + 1 }, (_, index) => String(FIRST_KEPT + index));
    expect(kept.toSorted((a, b) => Number(a) - Number(b))).toEqual(since);
    expect(Object.keys(SAID)).toEqual(since.map((version) => `version-${version}`));
  });

  test.each(Object.keys(SAID))('says what it said, once it is opened: %s', async (name) => {
    const existing = unpack(name);
    // Reading commands leave an earlier version as it is, and say what to do.
    openDatabase(existing.file, { migrationsFolder: MIGRATIONS }).close();
    expect(versionOf(existing)).toBe(NEWEST);
    expect(await statusesOf(existing)).toEqual(SAID[name]);
  });

  test.each(Object.keys(SAID))('is a sound backup, and still is when it has been assessed anew: %s', async (name) => {
    const existing = unpack(name);
    expect(await existing.run('restore', '--verify', existing.file)).toContain('kan ta databasens plass.');
    await existing.run('check');
    expect(await existing.run('restore', '--verify', existing.file)).toContain('er som lagret');
  });
});

describe('the rules in a database of an earlier version', () => {
  test.each(Object.keys(SAID))('keep their fingerprints, by which a rule that is the same is known: %s', (name) => {
    const store = openDatabase(unpack(name).file, { migrationsFolder: MIGRATIONS });
    const settings = loadSettings(SETTINGS, { jobs, places: bundledPlaces() });
    const versions = Object.keys(SAID[name] ?? {})
      .flatMap((id) => listRuleVersions(store, id))
      .map((version) => ({ stored: version.fingerprint, ...readRules(version) }));
    store.close();
    const made = versions.flatMap(({ definition, geography, breaks }) =>
      currentRules({ ...settings, indicators: [definition], geography, breaks }),
    );
    expect(made.length).toBeGreaterThanOrEqual(9);
    expect(made.map(({ fingerprint }) => fingerprint)).toEqual(versions.map(({ stored }) => stored));
  });
});

describe('a database from before absence was read strictly', () => {
  test('is judged anew once, with the cause that the rule has changed, and tells nobody of what is as it was', async () => {
    const existing = unpack('version-5');
    const [before, toldBefore] = [assessments(existing), told(existing)];
    await existing.run('check');
    const anew = assessments(existing).slice(before.length);
    expect(new Set(anew.map(({ cause }) => cause))).toEqual(new Set(['rule-changed']));
    expect(anew.map(({ indicator_id: id }) => id)).toEqual(Object.keys(SAID['version-5'] ?? {}));
    // The year that had moved back is judged between its bounds.
    expect(anew[0]).toMatchObject({ status: 'on-track', period: '2025', flags: '["revised","bounded"]' });
    expect(told(existing)).toEqual(toldBefore);
    await existing.run('check');
    expect(assessments(existing).slice(before.length)).toEqual(anew);
    expect(told(existing)).toEqual(toldBefore);
  });

  test('tells once where the status is another by the stricter reading', async () => {
    const existing = unpack('version-5');
    withholdLargeIndustries(existing.file);
    const before = told(existing);
    await existing.run('check');
    const change = { subject: 'industry-diversity', from_status: 'on-track', to_status: 'insufficient' };
    const news = [{ ...change, period: '2025', cause: 'rule-changed' }];
    expect(told(existing).slice(before.length)).toEqual(news);
    await existing.run('check');
    expect(told(existing).slice(before.length)).toEqual(news);
  });
});

/** So large that bounds leave the status open; it moved back to the year before just as it did for one that is small. */
function withholdLargeIndustries(file: string): void {
  const database = new Database(file);
  database.exec(`
    UPDATE observation SET value = NULL, symbol = ':', obs_status = 'Q'
    WHERE period / 1000 = 2025 AND series_id IN (
      SELECT series.id FROM series JOIN dataset ON dataset.id = dataset_id
      WHERE dataset.code = 'employed-by-industry' AND (
        '|' || series_key || '|' LIKE '%|45-47|%' OR '|' || series_key || '|' LIKE '%|86-88|%' OR
        '|' || series_key || '|' LIKE '%|10-33|%'
      )
    )`);
  database.close();
}
