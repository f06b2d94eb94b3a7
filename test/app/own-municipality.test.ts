import { join } from 'node:path';
import { copyFileSync, readdirSync, rmSync } from 'node:fs';
import nock from 'nock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { check } from '../../src/app/assess/reassess-command.ts';
import { ROOT, SETTINGS } from '../support/cli.ts';
import { typeCommand } from '../support/command-line.ts';
import { databaseContent, queryDatabase } from '../support/database/database-content.ts';
import { copyConfig } from '../support/edited-config.ts';
import { failureOf } from '../support/failure.ts';
import { startService } from '../support/service/service.ts';
import { openWorld, prepareDatabase, type PreparedDatabase, SAMPLE_SURVEY } from '../support/world.ts';

const BERGEN = join(ROOT, 'test/fixtures/other-municipality');
const MUNICIPALITY = 'SELECT municipality_code, municipality_name, municipality_codes FROM installation';
const CODES = ['3301', '3005', '0602', '0625', '0711'];
const DRAMMEN = { municipality_code: '3301', municipality_name: 'Drammen', municipality_codes: JSON.stringify(CODES) };

let prepared: PreparedDatabase;

// Real requests to the stand-in on loopback.
beforeAll(async () => {
  nock.restore();
  prepared = await prepareDatabase();
});
afterAll(() => prepared.remove());

describe('one database, one municipality', () => {
  test('is recorded at the first run, with every code it has had', () => {
    expect(queryDatabase(prepared.file, MUNICIPALITY)).toEqual([DRAMMEN]);
  });

  test.each([
    [['ingest']],
    [['import', 'survey', SAMPLE_SURVEY]],
    [['check']],
    [['check', '--diff']],
    [['status', '--json']],
    [['explain', 'jobs-lead']],
    [['report']],
    [['alerts', 'list']],
    [['doctor']],
  ])('%j with the settings of another is refused with 2, and changes nothing', async (words) => {
    const world = await openWorld({ database: prepared.file, configDir: BERGEN });
    const before = databaseContent(world.databaseFile);
    const { exitCode, stdout, stderr } = await typeCommand(words, world.env);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toBe(
      `The database ${world.databaseFile} belongs to Drammen (3301), and the settings in ${BERGEN} are those of Bergen (4601).\n` +
        'One database holds one municipality. Set DATABASE_FILE to a database of its own for Bergen, or CONFIG_DIR to the settings of Drammen.\n',
    );
    expect(databaseContent(world.databaseFile)).toEqual(before);
    expect(world.statbank.requests).toEqual([]);
  });

  test('the service with the settings of another is refused with 2, in a line of its log, and changes nothing', async () => {
    const world = await openWorld({ database: prepared.file, configDir: BERGEN });
    const before = databaseContent(world.databaseFile);
    const service = startService(world.env, '2026-03-03T12:00:00.000Z');
    const { code, msg } = await service.logged('daemon-failed');
    expect(code).toBe('settings-invalid');
    expect(msg).toContain(`The database ${world.databaseFile} belongs to Drammen (3301)`);
    expect(await service.ended).toMatchObject({ code: 2 });
    expect(databaseContent(world.databaseFile)).toEqual(before);
  });

  test('a run in a process that opened the database before is refused too', async () => {
    const world = await openWorld({ configDir: BERGEN });
    await world.with(async (bergen) => {
      await world.with((drammen) => check(drammen), SETTINGS);
      expect(await failureOf(check(bergen))).toMatchObject({ code: 'settings-invalid' });
    });
    expect(queryDatabase(world.databaseFile, MUNICIPALITY)).toEqual([DRAMMEN]);
  });

  test('under another code of its own it is the same municipality, and every code is kept', async () => {
    const world = await openWorld({ database: prepared.file });
    const before = copyConfig(
      ['plan.yaml', "code: '3301'", "code: '3005'"],
      ['regions.yaml', "  - code: '3301'\n", "  - code: '3005'\n"],
      ['regions.yaml', "      - { code: '3301', from: 2024 }\n", ''],
      ['regions.yaml', "{ code: '3005', from: 2020, to: 2023 }", "{ code: '3005', from: 2020 }"],
      ['peers.yaml', "members: ['3301']", "members: ['3005']"],
    );
    await world.with((app) => check(app), before);
    const [renumbered] = queryDatabase(world.databaseFile, MUNICIPALITY);
    expect(renumbered).toMatchObject({ municipality_code: '3005', municipality_name: 'Drammen' });
    expect((JSON.parse(String(renumbered?.['municipality_codes'])) as string[]).sort()).toEqual(CODES.toSorted());
    await world.with((app) => check(app));
    expect(queryDatabase(world.databaseFile, MUNICIPALITY)).toEqual([DRAMMEN]);
  });

  test('a database of a version that did not record it belongs to whom its rules are of', async () => {
    const world = await openWorld({ database: prepared.file });
    await world.with(({ store }) => store.sqlite.exec('DELETE FROM installation'));
    const bergen = { ...world.env, CONFIG_DIR: BERGEN };
    expect(await typeCommand(['status'], bergen)).toMatchObject({ exitCode: 2 });
    expect(await typeCommand(['check'], bergen)).toMatchObject({ exitCode: 2 });
    await world.with((app) => check(app));
    expect(queryDatabase(world.databaseFile, MUNICIPALITY)).toEqual([DRAMMEN]);
  });
});

describe('a folder that is named, of a municipality that has got another code', () => {
  async function worldWith(...codes: readonly string[]) {
    const world = await openWorld();
    for (const code of codes) copyFileSync(prepared.file, join(world.folder, `${code}.sqlite`));
    const files = async (...words: readonly string[]) => {
      expect(await typeCommand([...words, '--config', SETTINGS], world.env)).toMatchObject({ exitCode: 0 });
      return readdirSync(world.folder).filter((file) => /^\d{4}(-analyst)?\.(sqlite|html)$/.test(file));
    };
    return { world, files };
  }

  test('goes on with the database it had by the former one, and the page stays where readers know it', async () => {
    const { world, files } = await worldWith('3005');
    expect(await files('check')).toEqual(['3005-analyst.sqlite', '3005.html', '3005.sqlite']);
    expect(queryDatabase(join(world.folder, '3005.sqlite'), MUNICIPALITY)).toEqual([DRAMMEN]);
  });

  test('goes on with that of the code of today where both are there', async () => {
    const { world, files } = await worldWith('3005', '3301');
    const before = databaseContent(join(world.folder, '3005.sqlite'));
    expect(await files('check')).toContain('3301.html');
    expect(databaseContent(join(world.folder, '3005.sqlite'))).toEqual(before);
  });

  test('does not take the database of a municipality that became a part of it', async () => {
    const { world } = await worldWith('0625');
    const { exitCode, stderr } = await typeCommand(['check', '--config', SETTINGS], world.env);
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 5,
      stderr: expect.stringContaining('3301.sqlite') as string,
    });
  });
});

describe('an indicator that is taken out of the plan', () => {
  const REMOVED = 'SELECT indicator_id, removed_at FROM out_status_now WHERE removed_at IS NOT NULL';

  function withoutSkillsGap(): string {
    const folder = copyConfig();
    rmSync(join(folder, 'indicators', 'skills-gap.yaml'));
    return folder;
  }

  test('is marked as such from then on, and not when it comes back', async () => {
    const world = await openWorld({ database: prepared.file });
    const without = withoutSkillsGap();
    world.at('2026-03-03T10:00:00.000Z');
    await world.with((app) => check(app), without);
    world.at('2026-03-04T10:00:00.000Z');
    await world.with((app) => check(app), without);
    expect(queryDatabase(world.databaseFile, REMOVED)).toEqual([
      { indicator_id: 'skills-gap', removed_at: '2026-03-03T10:00:00.000Z' },
    ]);
    await world.with((app) => check(app));
    expect(queryDatabase(world.databaseFile, REMOVED)).toEqual([]);
  });

  test('is left out of status, and the analysts are told though nothing else has changed', async () => {
    const world = await openWorld({ database: prepared.file });
    const CONFIG_DIR = withoutSkillsGap();
    const copy = world.env['ANALYST_COPY'] ?? join(world.folder, 'analyst.sqlite');
    const env = { ...world.env, CONFIG_DIR, ANALYST_COPY: copy, REPORT_FILE: join(world.folder, 'page.html') };
    await typeCommand(['check'], { ...env, CONFIG_DIR: SETTINGS });
    expect(queryDatabase(copy, REMOVED)).toEqual([]);
    await typeCommand(['check'], env);
    expect(queryDatabase(copy, REMOVED)).toMatchObject([{ indicator_id: 'skills-gap' }]);
    const { stdout } = await typeCommand(['status', '--json'], env);
    expect(stdout).not.toContain('skills-gap');
  });
});
