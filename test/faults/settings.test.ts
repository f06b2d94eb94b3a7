import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { StatusDocument } from '../../src/app/show/read-status.ts';
import { ROOT } from '../support/cli.ts';
import { databaseContent, queryDatabase } from '../support/database/database-content.ts';
import { copyConfig, type Edit } from '../support/edited-config.ts';
import { rewriteJson, writeFirstForm } from '../support/database/first-form.ts';
import { readJson, statusOf, toldOf, typeIn } from '../support/typed-world.ts';
import { SAMPLE_SURVEY, type World } from '../support/world.ts';
import { worldsAfterFirstRun } from './support/after-first-run.ts';

/** Settings that are another's, another day's, or cannot be read: faults C.19, C.22 and C.24 to C.26, as a user sees them. */

const BERGEN = join(ROOT, 'test/fixtures/other-municipality');
const TUESDAY = '2026-03-03T10:00:00.000Z';
const A_MONTH_LATER = '2026-04-02T10:00:00.000Z';

const afterFirstRun = worldsAfterFirstRun();

function worldOfTuesday(): Promise<World> {
  return afterFirstRun(TUESDAY);
}

describe('C.19 one database, two municipalities', () => {
  test('is refused with 2, naming the database and what to do, and Drammen is as it was', async () => {
    const world = await worldOfTuesday();
    await typeIn(world, ['import', 'survey', SAMPLE_SURVEY]);
    const before = databaseContent(world.databaseFile);
    const status = await statusOf(world, 'business-satisfaction');
    for (const words of [['ingest'], ['check'], ['status', '--json'], ['history', 'satisfaction']]) {
      const { exitCode, stdout, stderr } = await typeIn(world, words, { CONFIG_DIR: BERGEN });
      expect([exitCode, stdout]).toEqual([2, '']);
      expect(stderr).toContain(`The database ${world.databaseFile} belongs to Drammen (3301)`);
      expect(stderr).toContain('Set DATABASE_FILE to a database of its own for Bergen');
    }
    expect(databaseContent(world.databaseFile)).toEqual(before);
    expect(await statusOf(world, 'business-satisfaction')).toEqual(status);
  });
});

describe('C.22 what is said of a day, and what is said now', () => {
  const asOf = async (world: World, day: string, env = {}) => {
    const { indicators } = await readJson<StatusDocument>(world, ['check', '--as-of', day, '--json'], env);
    return indicators;
  };
  const now = async (world: World, env = {}) =>
    (await readJson<StatusDocument>(world, ['status', '--json'], env)).indicators;

  test.each<[string, Edit]>([
    ['how old a file may be changes', ['plan.yaml', 'allowedAgeDays: 430', 'allowedAgeDays: 10']],
    ['the language changes', ['plan.yaml', 'language: nb', 'language: en']],
    ['a peer changes', ['peers.yaml', "name: Moss, members: ['3103']", "name: Moss, members: ['3103', '0301']"]],
  ])('agree when %s, and what was said before stands', async (_, edit) => {
    const world = await worldOfTuesday();
    expect(await typeIn(world, ['import', 'survey', SAMPLE_SURVEY])).toMatchObject({ exitCode: 0 });
    const before = await now(world);
    world.at(A_MONTH_LATER);
    const env = { CONFIG_DIR: copyConfig(edit) };
    expect(await typeIn(world, ['check'], env)).toMatchObject({ exitCode: 0 });
    const said = await now(world, env);
    expect(said).not.toEqual(before);
    expect(await asOf(world, '2026-04-02', env)).toEqual(said);
    expect((await asOf(world, '2026-03-10')).map(({ sentence, flags }) => [sentence, flags])).toEqual(
      before.map(({ sentence, flags }) => [sentence, flags]),
    );
  });

  test('in another language nothing is left in the first, and nobody is told anew', async () => {
    const world = await worldOfTuesday();
    await typeIn(world, ['import', 'survey', SAMPLE_SURVEY]);
    const env = { CONFIG_DIR: copyConfig(['plan.yaml', 'language: nb', 'language: en']) };
    const told = (await toldOf(world, 'job-growth')).length;
    expect(await typeIn(world, ['check'], env)).toMatchObject({ exitCode: 0 });
    const words = /\b(var|fra|mot|prosent|mer enn|ikke|Sist vurdert|Kilde)\b/;
    for (const { sentence, remarks } of await now(world, env)) {
      expect([sentence, ...remarks].join(' ').replace(/“[^”]*”|\([^)]*\)|Source:.*$/g, '')).not.toMatch(words);
    }
    expect((await statusOf(world, 'job-growth', env)).sentence).toContain('“Competing business regions”');
    expect((await typeIn(world, ['explain', 'employment-rate'], env)).stdout).toContain('The ASSS municipalities');
    expect(await toldOf(world, 'job-growth', env)).toHaveLength(told);
  });

  test('of an indicator that is taken out of the plan is that it was removed, and when', async () => {
    const world = await worldOfTuesday();
    const CONFIG_DIR = copyConfig();
    rmSync(join(CONFIG_DIR, 'indicators', 'skills-gap.yaml'));
    expect(await typeIn(world, ['check'], { CONFIG_DIR })).toMatchObject({ exitCode: 0 });
    expect((await now(world, { CONFIG_DIR })).map(({ id }) => id)).not.toContain('skills-gap');
    const removed = 'SELECT indicator_id, removed_at FROM out_status_now WHERE removed_at IS NOT NULL';
    expect(queryDatabase(world.databaseFile, removed)).toEqual([{ indicator_id: 'skills-gap', removed_at: TUESDAY }]);
    expect(await typeIn(world, ['explain', 'skills-gap'], { CONFIG_DIR })).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('Det finnes ingen indikator «skills-gap».') as string,
    });
  });
});

describe('C.24 settings that are not in UTF-8', () => {
  const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

  test.each<[string, (text: string) => Buffer, RegExp]>([
    ['Windows-1252', (text) => Buffer.from(text, 'latin1'), /Windows-1252/],
    ['UTF-16', utf16, /UTF-16/],
  ])('(%s) are refused by every command, naming the file and the encoding', async (_, encode, encoding) => {
    const world = await worldOfTuesday();
    const CONFIG_DIR = copyConfig();
    const file = join(CONFIG_DIR, 'plan.yaml');
    writeFileSync(file, encode(readFileSync(file, 'utf8')));
    for (const words of [['config', 'check'], ['ingest'], ['status', '--json']]) {
      const { exitCode, stdout, stderr } = await typeIn(world, words, { CONFIG_DIR });
      expect([exitCode, stdout]).toEqual([2, '']);
      expect(stderr).toContain(file);
      expect(stderr).toMatch(encoding);
    }
    expect(await statusOf(world, 'job-growth')).toMatchObject({ status: 'on-track' });
  });
});

describe('C.25 a worked example that does not hold', () => {
  test('is found by config check in whatever folder it stands, with what the rule gives', async () => {
    const world = await worldOfTuesday();
    const CONFIG_DIR = copyConfig([
      'indicators/job-growth.yaml',
      'expect: { value: 1.2, status: on-track }',
      'expect: { value: 1.2, status: off-track }',
    ]);
    const { exitCode, stdout, stderr } = await typeIn(world, ['config', 'check'], { CONFIG_DIR });
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(join(CONFIG_DIR, 'indicators', 'job-growth.yaml'));
    expect(stderr).toContain(
      "The worked example comes out as 1.2 and 'on-track', and 1.2 and 'off-track' are expected.",
    );
  });
});

describe('C.26 rules that an earlier version stored', () => {
  test('are read in the words of this one by every command, and a sound backup of them is restored', async () => {
    const world = await worldOfTuesday();
    const now = await statusOf(world, 'job-growth');
    writeFirstForm(world.databaseFile);
    expect(await statusOf(world, 'job-growth')).toMatchObject({ status: now.status, value: now.value });
    for (const words of [
      ['check', '--as-of', '2026-03-02'],
      ['explain', 'job-growth'],
      ['history', 'job-growth'],
      ['restore', '--verify', world.databaseFile],
      ['check'],
    ]) {
      const { exitCode, stderr } = await typeIn(world, words);
      expect([words, exitCode, stderr]).toEqual([words, 0, '']);
    }
    const told = await toldOf(world, 'job-growth');
    expect(told.map(({ kind }) => kind)).toEqual(['change']);
  });

  test('and that cannot be read are said, with a hint, and are no fault in the program', async () => {
    const world = await worldOfTuesday();
    rewriteJson(world.databaseFile, 'rule_version', 'definition', (rules) => ({ ...rules, form: 99 }));
    for (const words of [
      ['check', '--as-of', '2026-03-02'],
      ['restore', '--verify', world.databaseFile],
    ]) {
      const { exitCode, stdout, stderr } = await typeIn(world, words);
      expect(exitCode).toBe(5);
      expect(stdout + stderr).toMatch(/written by a newer version of the program/);
      expect(stderr).not.toContain('fault in the program');
    }
    expect(await statusOf(world, 'job-growth')).toMatchObject({ status: 'on-track' });
  });
});
