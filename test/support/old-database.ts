import { join } from 'node:path';
import { readMigrations } from '../../src/store/migrate.ts';
import { Database } from '../../src/store/sqlite-driver.ts';
import { ROOT } from './cli.ts';

const LONG_AGO = `'2024-01-01T00:00:00.000Z'`;

/** A run that found nothing, for the rows of an old database to belong to. */
export const OLD_RUN = `INSERT INTO job_run (id, "trigger", jobs, outcome, started_at)
  VALUES (7, 'command', '[]', 'failed', ${LONG_AGO})`;

/** A changed status that the webhook could not be told of in three tries. */
export const OLD_MESSAGE = `
  INSERT INTO indicator VALUES ('job-growth', 1, 'Vekst', 'Growth', 'm', 'd', 'a', 'o');
  INSERT INTO rule_version VALUES (1, 'job-growth', 'f', '{}', ${LONG_AGO});
  INSERT INTO assessment (id, indicator_id, rule_version_id, job_run_id, status, flags, cause, sentence, evidence,
    publications, assessed_at, since) VALUES (1, 'job-growth', 1, 7, 'off-track', '[]', 'new-period', 'Veksten falt.',
    '{}', '[]', ${LONG_AGO}, ${LONG_AGO});
  INSERT INTO alert VALUES (1, 1, 'on-track', 'off-track', 'the-key', ${LONG_AGO});
  INSERT INTO delivery VALUES (1, 1, 'webhook', 'pending', 3, '2024-01-01T01:00:00.000Z', 'No answer.', NULL)`;

/** Makes a database as the first version of the program left it, with what the statements put in. */
export function writeOldDatabase(file: string, statements: readonly string[]): void {
  const database = new Database(file);
  const [first] = readMigrations(join(ROOT, 'drizzle'));
  const made = [first?.sql ?? '', ...statements, 'PRAGMA application_id = 0x4e50554c', 'PRAGMA user_version = 1'];
  database.exec(`${made.join(';\n')}; PRAGMA journal_mode = WAL`);
  database.close();
}
