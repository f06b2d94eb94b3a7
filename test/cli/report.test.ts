import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../support/cli.ts';
import { typeCommand } from '../support/command-line.ts';
import { prepareDatabase, type PreparedDatabase } from '../support/world.ts';

let prepared: PreparedDatabase;

beforeAll(async () => {
  prepared = await prepareDatabase();
});
afterAll(() => prepared.remove());

const env = () => ({ DATABASE_FILE: prepared.file, LOG_LEVEL: 'silent' });

function folder(): string {
  const { path, remove } = temporaryFolder();
  onTestFinished(remove);
  return path;
}

describe('report', () => {
  test('writes the page where REPORT_FILE says', async () => {
    const file = join(folder(), 'plan.html');
    const { exitCode, stdout } = await typeCommand(['report'], { ...env(), REPORT_FILE: file });
    expect([exitCode, stdout]).toEqual([0, `Siden med 9 indikatorer er i ${file}.\n`]);
    expect(readFileSync(file, 'utf8')).toMatch(/^<!doctype html>[^]*<\/html>\n$/);
  });

  test('writes it to a file of choice, in a folder that is made for it, and over a page made before', async () => {
    const file = join(folder(), 'shared', 'plan.html');
    const write = () => typeCommand(['report', '--out', file, '--json'], env());
    const [first, second] = [await write(), await write()];
    expect([first.exitCode, second.exitCode]).toEqual([0, 0]);
    const bytes = Buffer.byteLength(readFileSync(file));
    expect(JSON.parse(second.stdout)).toEqual({ file, bytes, indicators: 9 });
  });

  test('leaves the file of somebody else alone', async () => {
    const file = join(folder(), 'letter.html');
    writeFileSync(file, '<h1>Dear all</h1>');
    const { exitCode, stderr } = await typeCommand(['report', '--out', file], env());
    expect([exitCode, stderr]).toEqual([
      2,
      `${file} finnes fra før og er ikke laget av dette programmet.\nSkriv et annet filnavn; en side som er laget før, blir erstattet.\n`,
    ]);
    expect(readFileSync(file, 'utf8')).toBe('<h1>Dear all</h1>');
  });

  test.each(['the database itself', 'a folder'])('refuses to be written over %s', async (what) => {
    const file = what === 'a folder' ? join(folder(), 'a-folder') : prepared.file;
    if (what === 'a folder') mkdirSync(file);
    const { exitCode, stderr } = await typeCommand(['report', '--out', file], env());
    expect(exitCode).toBe(2);
    expect(stderr).toContain('er ikke laget av dette programmet');
  });

  test('says which folder cannot be made', async () => {
    const file = join(folder(), 'taken');
    writeFileSync(file, 'no folder');
    const { exitCode, stderr } = await typeCommand(['report', '--out', join(file, 'plan.html')], env());
    expect(exitCode).toBe(6);
    expect(stderr).toMatch(/^The page .*plan\.html could not be written: E[A-Z]+/);
    expect(stderr).toContain('or name another file (REPORT_FILE, --out)');
  });

  test('says that there is no database yet', async () => {
    const { exitCode, stderr } = await typeCommand(['report'], { DATABASE_FILE: join(folder(), 'none.sqlite') });
    expect(exitCode).toBe(5);
    expect(stderr).toContain('naeringspuls ingest');
  });
});
