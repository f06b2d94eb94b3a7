import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Database } from '../../src/store/sqlite-driver.ts';
import { describe, expect, it } from 'vitest';
import { PipelineError } from '../../src/model/errors.ts';
import { readMigrations } from '../../src/store/migrate.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { ROOT } from '../support/cli.ts';
import { queryDatabase } from '../support/database/database-content.ts';
import { migrationsFolder, temporaryFolder } from './support/temporary-database.ts';

const NEWEST = readMigrations(migrationsFolder).length;
const RUN = `INSERT INTO job_run (id, "trigger", jobs, outcome, started_at) VALUES (7, 'command', '[]', 'failed', '2024-01-01T00:00:00.000Z')`;

/** A database as the first version of the program left it, with one run in it. */
function buildOldDatabase(alsoDo = ''): string {
  const file = join(temporaryFolder(), 'old.sqlite');
  const database = new Database(file);
  database.exec(readMigrations(migrationsFolder)[0]?.sql ?? '');
  database.exec(
    `${RUN}; ${alsoDo}; PRAGMA application_id = 0x4e50554c; PRAGMA user_version = 1; PRAGMA journal_mode = WAL`,
  );
  database.close();
  return file;
}

const copyOf = (file: string) => `${file}.before-${NEWEST}.sqlite`;
const versionOf = (file: string) => queryDatabase(file, 'SELECT user_version AS version FROM pragma_user_version')[0];

describe('a database of an earlier version', () => {
  it('is brought up to date with its rows when it is opened for writing', () => {
    const file = buildOldDatabase();
    openDatabase(file, { migrationsFolder }).close();
    expect(versionOf(file)).toEqual({ version: NEWEST });
    expect(queryDatabase(file, 'SELECT id, outcome FROM job_run')).toEqual([{ id: 7, outcome: 'failed' }]);
  });

  it('goes on telling what it had to tell, of the same indicator and with the same key', () => {
    const evidence = `'off-track', '[]', 'new-period', 'Veksten falt.', '{}', '[]', '2024-01-01T00:00:00.000Z', '2024-01-01T00:00:00.000Z'`;
    const file = buildOldDatabase(
      `INSERT INTO indicator VALUES ('job-growth', 1, 'Vekst', 'Growth', 'm', 'd', 'a', 'o');
       INSERT INTO rule_version VALUES (1, 'job-growth', 'f', '{}', '2024-01-01T00:00:00.000Z');
       INSERT INTO assessment (id, indicator_id, rule_version_id, job_run_id, status, flags, cause, sentence, evidence,
         publications, assessed_at, since) VALUES (1, 'job-growth', 1, 7, ${evidence});
       INSERT INTO alert VALUES (1, 1, 'on-track', 'off-track', 'the-key', '2024-01-01T00:00:00.000Z');
       INSERT INTO delivery VALUES (1, 1, 'webhook', 'pending', 3, '2024-01-01T01:00:00.000Z', 'No answer.', NULL)`,
    );
    openDatabase(file, { migrationsFolder }).close();
    expect(queryDatabase(file, 'SELECT * FROM alert JOIN delivery ON alert_id = alert.id')).toMatchObject([
      {
        kind: 'change',
        subject: 'job-growth',
        text: 'Veksten falt.',
        to_status: 'off-track',
        idempotency_key: 'the-key',
      },
    ]);
    expect(queryDatabase(file, 'SELECT message_key, state, attempts, next_attempt_at FROM delivery')).toEqual([
      { message_key: 'the-key', state: 'pending', attempts: 3, next_attempt_at: '2024-01-01T01:00:00.000Z' },
    ]);
  });

  it('is kept beside itself as it was', () => {
    const file = buildOldDatabase();
    openDatabase(file, { migrationsFolder }).close();
    expect(versionOf(copyOf(file))).toEqual({ version: 1 });
    expect(queryDatabase(copyOf(file), 'SELECT id, outcome FROM job_run')).toEqual([{ id: 7, outcome: 'failed' }]);
  });

  it('is copied once, not at every start', () => {
    const file = buildOldDatabase();
    openDatabase(file, { migrationsFolder }).close();
    const before = readFileSync(copyOf(file));
    openDatabase(file, { migrationsFolder }).close();
    expect(readFileSync(copyOf(file)).equals(before)).toBe(true);
    expect(readdirSync(join(file, '..')).sort()).toEqual(['old.sqlite', `old.sqlite.before-${NEWEST}.sqlite`]);
  });

  it('is left as it was, not upgraded, when no copy can be written', () => {
    const file = buildOldDatabase();
    const folder = copyOf(file);
    mkdirSync(join(folder, 'in the way'), { recursive: true });
    const error = refusalOf(() => openDatabase(file, { migrationsFolder }));
    expect(error.code).toBe('store-unavailable');
    expect(error.message).toContain(`The backup ${folder} could not be written`);
    expect(versionOf(file)).toEqual({ version: 1 });
  });

  it('is not changed under a run that goes on', () => {
    const now = `strftime('%Y-%m-%dT%H:%M:%fZ', 'now')`;
    const file = buildOldDatabase(`INSERT INTO lease VALUES (1, 'another', 4242, ${now}, ${now})`);
    const error = refusalOf(() => openDatabase(file, { migrationsFolder }));
    expect([error.code, versionOf(file)]).toEqual(['store-busy', { version: 1 }]);
    expect(error.message).toMatch(/A run has been going on since .* \(process 4242\)/);
    expect(existsSync(copyOf(file))).toBe(false);
  });

  it('is changed when the run on record has been silent for long', () => {
    const longAgo = `'2024-01-01T00:00:00.000Z'`;
    const file = buildOldDatabase(`INSERT INTO lease VALUES (1, 'another', 4242, ${longAgo}, ${longAgo})`);
    openDatabase(file, { migrationsFolder }).close();
    expect(versionOf(file)).toEqual({ version: NEWEST });
  });
});

describe('programs that start at the same time on a database of an earlier version', () => {
  it('all get it up to date, and one of them keeps the copy of how it was', async () => {
    const file = buildOldDatabase();
    const exits = await Promise.all(Array.from({ length: 4 }, () => openInAnotherProcess(file)));
    expect(exits).toEqual([0, 0, 0, 0]);
    expect([versionOf(file), versionOf(copyOf(file))]).toEqual([{ version: NEWEST }, { version: 1 }]);
    expect(queryDatabase(file, 'SELECT id FROM job_run')).toEqual([{ id: 7 }]);
  });
});

describe('a new database', () => {
  it('has nothing before it to keep', () => {
    const folder = temporaryFolder();
    openDatabase(join(folder, 'new.sqlite'), { migrationsFolder }).close();
    expect(readdirSync(folder)).toEqual(['new.sqlite']);
  });
});

async function openInAnotherProcess(file: string): Promise<unknown> {
  const module = join(ROOT, 'dist', 'src', 'store', 'open-database.js');
  const script = `
    import { openDatabase } from ${JSON.stringify(module)};
    openDatabase(${JSON.stringify(file)}, { migrationsFolder: ${JSON.stringify(migrationsFolder)} }).close();`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as unknown[];
  return code;
}

function refusalOf(work: () => unknown): PipelineError {
  try {
    work();
  } catch (error) {
    if (error instanceof PipelineError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
