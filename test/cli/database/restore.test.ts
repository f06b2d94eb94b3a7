import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Language } from '../../../src/model/language.ts';
import { Database } from '../../../src/store/sqlite-driver.ts';
import { type CliResult, ROOT, temporaryFolder } from '../../support/cli.ts';
import { typeCommand } from '../../support/command-line.ts';
import { queryDatabase } from '../../support/database/database-content.ts';
import { copyConfig } from '../../support/edited-config.ts';
import { killingItself } from '../../support/service/kill.ts';
import { prepareDatabase } from '../../support/world.ts';

let prepared: Awaited<ReturnType<typeof prepareDatabase>>;

beforeAll(async () => {
  prepared = await prepareDatabase();
});

afterAll(() => prepared.remove());

/** A database that has run once more than its backup has. */
function openFolder() {
  const { path, remove } = temporaryFolder();
  onTestFinished(remove);
  const [live, backup] = [join(path, 'live.sqlite'), join(path, 'backup.sqlite')];
  copyFileSync(prepared.file, backup);
  copyFileSync(prepared.file, live);
  edit(live, RUN_MORE);
  const env = { DATABASE_FILE: live, LOG_LEVEL: 'silent' };
  return { path, live, backup, env, type: (...words: string[]): Promise<CliResult> => typeCommand(words, env) };
}

const RUN_MORE = `INSERT INTO job_run (trigger, jobs, outcome, started_at) VALUES ('command', '[]', 'failed', '2026-01-01T00:00:00.000Z')`;
const countRuns = (file: string) => Number(queryDatabase(file, 'SELECT count(*) AS n FROM job_run')[0]?.['n']);
const asideOf = (path: string) => readdirSync(path).filter((name) => name.includes('.before-restore-'));

function edit(file: string, sql: string): void {
  const database = new Database(file);
  database.exec(sql);
  database.close();
}

/** A process that has the database open, as the service has between its runs. */
async function startHolder(file: string): Promise<ChildProcess> {
  const driver = join(ROOT, 'dist', 'src', 'store', 'sqlite-driver.js');
  const script = `
    import { Database } from ${JSON.stringify(driver)};
    const database = new Database(${JSON.stringify(file)});
    database.prepare('SELECT count(*) FROM job_run').get();
    database.exec(${JSON.stringify(RUN_MORE)});
    setInterval(() => database.open, 1000);
    process.stdout.write('open');`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void holder.kill('SIGKILL'));
  await once(holder.stdout, 'data');
  return holder;
}

/** Of version 6, in the folder. */
function oldBackup(folder: string): string {
  const file = join(folder, 'old.sqlite');
  writeFileSync(file, gunzipSync(readFileSync(join(ROOT, 'test/fixtures/databases/version-6.sqlite.gz'))));
  return file;
}

describe('restore', () => {
  it('puts the backup in the place of the database, and the one before aside, with its mode', async () => {
    const { path, live, backup, type } = openFolder();
    chmodSync(live, 0o640);
    const { exitCode, stdout, stderr } = await type('restore', backup);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(readdirSync(path).sort()).toEqual(['backup.sqlite', 'live.sqlite', ...asideOf(path)].sort());
    expect([countRuns(live), statSync(live).mode & 0o777]).toEqual([1, 0o640]);
    const [aside = ''] = asideOf(path);
    expect(asideOf(path)).toEqual([
      expect.stringMatching(/^live\.sqlite\.before-restore-\d{4}-\d\d-\d\dT\d{6}\.sqlite$/),
    ]);
    expect(countRuns(join(path, aside))).toBe(2);
    expect(stdout).toContain(`${backup} er nå databasen ${live}.`);
    expect(stdout).toContain(`Databasen slik den var før, er i ${join(path, aside)}.`);
    expect(stdout).toContain('Start tjenesten: «systemctl start naeringspuls»');
  });

  it('makes a database where there is none, and can be told as JSON', async () => {
    const { path, backup } = openFolder();
    const file = join(path, 'new folder', 'new.sqlite');
    const { stdout } = await typeCommand(['restore', backup, '--json'], { DATABASE_FILE: file });
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, database: file, keptBefore: null });
    expect([readdirSync(join(path, 'new folder')), countRuns(file)]).toEqual([['new.sqlite'], 1]);
  });

  it.each<[Language, line: RegExp]>([
    ['nb', /Versjon 6; den bringes opp til \d+ når den tar databasens plass\./],
    ['nn', /Versjon 6; han blir ført opp til \d+ når han tek plassen til databasen\./],
    ['en', /Version 6; it is brought up to \d+ when it takes the place of the database\./],
  ])('says in the language of the plan what becomes of an earlier version: %s', async (language, line) => {
    const { path, env } = openFolder();
    const CONFIG_DIR = copyConfig(['plan.yaml', 'language: nb', `language: ${language}`]);
    const { exitCode, stdout } = await typeCommand(['restore', oldBackup(path)], { ...env, CONFIG_DIR });
    expect([exitCode, stdout.replaceAll(/\s+/g, ' ')]).toEqual([0, expect.stringMatching(line)]);
  });

  it('brings the backup of an earlier version up to date', async () => {
    const { path, live, type } = openFolder();
    const old = oldBackup(path);
    expect((await type('restore', old)).exitCode).toBe(0);
    expect(queryDatabase(live, 'PRAGMA user_version')).toEqual(queryDatabase(prepared.file, 'PRAGMA user_version'));
    expect(queryDatabase(old, 'PRAGMA user_version')).toEqual([{ user_version: 6 }]);
    expect((await type('status')).exitCode).toBe(0);
  });

  it('keeps what a killed process had left beside the database, and lets none of it into the new one', async () => {
    const { path, live, backup, type } = openFolder();
    const holder = await startHolder(live);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect(existsSync(`${live}-wal`)).toBe(true);
    expect((await type('restore', backup)).exitCode).toBe(0);
    const [aside = ''] = asideOf(path);
    expect([countRuns(live), countRuns(join(path, aside))]).toEqual([1, 3]);
  });

  it.each<[string, (file: string) => void]>([
    ['is damaged', (file) => writeFileSync(file, readFileSync(file).fill(0xa5, 0, 4096))],
    ['is empty', (file) => writeFileSync(file, '')],
  ])('takes the place of a database that %s, and keeps that', async (_what, spoil) => {
    const { path, live, backup, type } = openFolder();
    spoil(live);
    const spoilt = readFileSync(live);
    expect((await type('restore', backup)).exitCode).toBe(0);
    const [aside = ''] = asideOf(path);
    expect([countRuns(live), readFileSync(join(path, aside)).equals(spoilt)]).toEqual([1, true]);
  });

  it('is followed by the page and by the copy for analysts', async () => {
    const { live, backup, type } = openFolder();
    await type('repair', 'clock');
    const inCopy = () => countTable(live.replace('.sqlite', '-analyst.sqlite'), 'out_run');
    const before = inCopy();
    await type('restore', backup);
    await type('repair', 'clock');
    // Without the run that the backup does not have.
    expect(inCopy()).toBe(before - 1);
  });
});

const countTable = (file: string, table: string) =>
  Number(queryDatabase(file, `SELECT count(*) AS n FROM ${table}`)[0]?.['n']);

describe('restore refuses, and changes nothing,', () => {
  async function refused(words: readonly string[], folder: ReturnType<typeof openFolder>, env = {}) {
    const [file, names] = [readFileSync(folder.live), readdirSync(folder.path)];
    const result = await typeCommand(['restore', ...words], { ...folder.env, ...env });
    expect(readFileSync(folder.live).equals(file)).toBe(true);
    expect(readdirSync(folder.path)).toEqual(names);
    return result;
  }

  it('while another process has the database open, which it names', async () => {
    const folder = openFolder();
    const holder = await startHolder(folder.live);
    const { exitCode, stderr } = await refused([folder.backup], folder);
    const seen = process.platform === 'linux' ? ` (prosess ${holder.pid ?? ''})` : '';
    expect(exitCode).toBe(5);
    expect(stderr).toBe(
      `Databasen ${folder.live} er i bruk${seen}. Ingenting er endret.\n` +
        'Stopp tjenesten («systemctl stop naeringspuls»), eller vent på kjøringen, og prøv igjen.\n',
    );
  });

  it('while somebody has it open who cannot be seen, by its locks', async () => {
    const folder = openFolder();
    const database = new Database(folder.live);
    onTestFinished(() => void database.close());
    database.prepare('SELECT count(*) FROM job_run').get();
    const { exitCode, stderr } = await refused([folder.backup], folder);
    expect([exitCode, stderr.split('\n')[0]]).toEqual([5, `Databasen ${folder.live} er i bruk. Ingenting er endret.`]);
  });

  it('a backup that is not sound, and says why', async () => {
    const folder = openFolder();
    writeFileSync(folder.backup, readFileSync(folder.backup).subarray(0, 40_000));
    const { exitCode, stdout, stderr } = await refused([folder.backup], folder);
    expect(exitCode).toBe(5);
    expect(stdout).toContain('✗');
    expect(stderr).toContain(`${folder.backup} kan ikke ta databasens plass. Ingenting er endret.`);
  });

  it.each<[Language, message: string, hint: string]>([
    ['nb', 'hører til Bergen (4601), og innstillingene i', 'En database har én kommune. Gi Drammen (3301) en egen'],
    [
      'nn',
      'høyrer til Bergen (4601), og innstillingane i',
      'Ein database har éin kommune. Gje Drammen (3301) ein eigen',
    ],
    ['en', 'belongs to Bergen (4601), and the settings in', 'One database holds one municipality.'],
  ])('the backup of another municipality, in the language of the plan: %s', async (language, message, advice) => {
    const folder = openFolder();
    edit(
      folder.backup,
      `UPDATE installation SET municipality_code = '4601', municipality_name = 'Bergen', municipality_codes = '["4601"]'`,
    );
    const CONFIG_DIR = copyConfig(['plan.yaml', 'language: nb', `language: ${language}`]);
    const { exitCode, stderr } = await refused([folder.backup], folder, { CONFIG_DIR });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(`${folder.backup} ${message}`)]);
    expect(stderr.split('\n')[1]).toContain(advice);
  });

  it.each<[Language, line: string]>([
    ['nb', 'Versjon 99, og dette programmet kjenner versjoner til og med NOW: sett inn et nyere først.'],
    ['nn', 'Versjon 99, og dette programmet kjenner versjonar til og med NOW: set inn eit nyare først.'],
    ['en', 'Version 99, and this program knows versions up to NOW: install a newer one first.'],
  ])('the backup of a newer version, and says so in %s', async (language, line) => {
    const folder = openFolder();
    const known = String(queryDatabase(folder.backup, 'PRAGMA user_version')[0]?.['user_version']);
    edit(folder.backup, 'PRAGMA user_version = 99');
    const CONFIG_DIR = copyConfig(['plan.yaml', 'language: nb', `language: ${language}`]);
    const { exitCode, stdout } = await refused([folder.backup], folder, { CONFIG_DIR });
    expect([exitCode, stdout.replaceAll(/\s+/g, ' ')]).toEqual([
      5,
      expect.stringContaining(line.replace('NOW', known)),
    ]);
  });

  it('the database itself', async () => {
    const folder = openFolder();
    const { exitCode, stderr } = await refused([folder.live], folder);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('er databasen selv, og ingen sikkerhetskopi')]);
  });

  it.each([[[]], [['one.sqlite', '--verify', 'other.sqlite']]])('what does not name one backup: %j', async (words) => {
    const { exitCode, stderr } = await refused(words, openFolder());
    expect([exitCode, stderr.split('\n')[0]]).toEqual([2, 'Det skal nevnes én sikkerhetskopi.']);
  });

  it('a backup that is not there, in nynorsk for a plan in nynorsk', async () => {
    const CONFIG_DIR = copyConfig(['plan.yaml', 'language: nb', 'language: nn']);
    const { exitCode, stderr } = await refused(['/nowhere/backup.sqlite'], openFolder(), { CONFIG_DIR });
    expect([exitCode, stderr.split('\n')[0]]).toEqual([5, 'Det finst ingen tryggingskopi i /nowhere/backup.sqlite.']);
  });
});

it('killed before any write of the change of places, there is the database before or the new one, whole', async () => {
  const seen: number[] = [];
  for (let write = 1; ; write += 1) {
    const { path, live, backup } = openFolder();
    const code = await changePlaces({ live, backup, aside: `${live}.before-restore-1.sqlite` }, write);
    expect(queryDatabase(live, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    seen.push(countRuns(live));
    if (seen.at(-1) === 1) expect(asideOf(path).map((name) => countRuns(join(path, name)))).toEqual([2]);
    if (code === 0) break;
  }
  expect(seen.at(-1)).toBe(1);
  // Never back again: first the one before, then the new one.
  expect(seen).toEqual([...seen].sort((a, b) => b - a));
  expect(seen.filter((runs) => runs === 2).length).toBeGreaterThan(3);
});

/** The last steps of `restore`, by a process that kills itself before one of its writes. Gives its exit code. */
async function changePlaces(files: { live: string; backup: string; aside: string }, write: number): Promise<unknown> {
  const { preloads, env } = killingItself({ beforeWrite: write });
  const module = join(ROOT, 'dist/src/store/files/take-place.js');
  const script = `
    import { holdAlone, takePlace } from ${JSON.stringify(module)};
    const { live, backup, aside } = ${JSON.stringify(files)};
    const held = holdAlone(live);
    held.settle();
    takePlace(backup, live, aside);
    held.release();`;
  const imports = preloads.flatMap((preload) => ['--import', preload]);
  const child = spawn(process.execPath, [...imports, '--input-type=module', '-e', script], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(child, 'exit')) as [unknown];
  return code;
}
