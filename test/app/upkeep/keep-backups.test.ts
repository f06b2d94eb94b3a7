import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepBackups } from '../../../src/app/upkeep/keep-backups.ts';
import { drillIfDue, findLastDrill } from '../../../src/app/upkeep/drill.ts';
import { queryDatabase } from '../../support/database/database-content.ts';
import { openWorld, prepareDatabase, type PreparedDatabase, type World } from '../../support/world.ts';

let prepared: PreparedDatabase;

beforeAll(async () => {
  prepared = await prepareDatabase();
});
afterAll(() => prepared.remove());

/** A service with backups in `backups` beside its database, and a second place that is there unless it is taken away. */
async function openService() {
  const world = await openWorld({ database: prepared.file });
  const [main, second] = [join(world.folder, 'backups'), join(world.folder, 'mounted', 'naeringspuls')];
  mkdirSync(second, { recursive: true });
  const on = (day: string) => {
    world.at(`${day}T07:00:00Z`);
    return world.with((app) => {
      const backup = { folder: 'backups', keepDaily: 2, also: second };
      const served = { ...app, settings: { ...app.settings, backup } };
      keepBackups(served);
      return { drill: drillIfDue(served), last: findLastDrill(served) };
    });
  };
  return { world, main, second, on };
}

/** What operations have been told of the files of the service, oldest first. */
function told({ databaseFile }: World): readonly unknown[] {
  const rows = queryDatabase(
    databaseFile,
    "SELECT kind, subject, text FROM alert WHERE subject GLOB 'service:*' ORDER BY id",
  );
  return rows.map(({ kind, subject, text }) => {
    const { trouble } = JSON.parse(String(text)) as { trouble: { why?: string; file?: string } };
    return [kind, subject, trouble.why ?? trouble.file];
  });
}

const nameOf = (day: string) => `naeringspuls-${day}.sqlite`;

describe('the second place for backups', () => {
  it('gets each backup, byte for byte, and keeps as many', async () => {
    const { world, main, second, on } = await openService();
    for (const day of ['2026-03-03', '2026-03-04', '2026-03-05']) await on(day);
    const kept = ['2026-03-04', '2026-03-05'].map(nameOf);
    expect([readdirSync(main), readdirSync(second)]).toEqual([kept, kept]);
    for (const name of kept) {
      expect(readFileSync(join(second, name)).equals(readFileSync(join(main, name)))).toBe(true);
    }
    expect(told(world)).toEqual([]);
  });

  it('that is away is told once and never made; the backup stands, and follows when it is back', async () => {
    const { world, main, second, on } = await openService();
    rmSync(join(world.folder, 'mounted'), { recursive: true });
    await on('2026-03-03');
    await on('2026-03-04');
    expect(readdirSync(main)).toEqual(['2026-03-03', '2026-03-04'].map(nameOf));
    expect(readdirSync(world.folder)).not.toContain('mounted');
    expect(told(world)).toEqual([['trouble', 'service:backup-copy', 'away']]);
    mkdirSync(second, { recursive: true });
    await on('2026-03-04');
    expect(readdirSync(second)).toEqual([nameOf('2026-03-04')]);
    expect(told(world).slice(1)).toEqual([['trouble-over', 'service:backup-copy', 'away']]);
  });
});

it('a backup that cannot be made is told, and over with the next that is', async () => {
  const { world, main, on } = await openService();
  writeFileSync(main, 'a file where the folder should be');
  await on('2026-03-03');
  rmSync(main);
  await on('2026-03-04');
  expect(told(world).map((row) => (row as string[]).slice(0, 2))).toEqual([
    ['trouble', 'service:backup'],
    ['trouble-over', 'service:backup'],
  ]);
});

describe('the drill', () => {
  it('tries the newest backup once a month, remembers it, and leaves nothing behind', async () => {
    const { world, main, on } = await openService();
    const days = ['2026-03-03', '2026-03-31', '2026-04-01', '2026-04-02'];
    const drills: unknown[] = [];
    for (const day of days) drills.push((await on(day)).drill);
    expect(drills).toEqual(['passed', 'not-due', 'passed', 'not-due']);
    expect((await on('2026-04-02')).last).toEqual({ at: '2026-04-01T07:00:00.000Z', ok: true });
    expect(readdirSync(main)).toEqual(['2026-04-01', '2026-04-02'].map(nameOf));
    expect(told(world)).toEqual([]);
  });

  it.each(['main', 'second'] as const)(
    'that fails on a backup in the %s place is told, and tried again with the next day’s',
    async (place) => {
      const { world, main, second, on } = await openService();
      await on('2026-03-31');
      const folder = place === 'main' ? main : second;
      // Made by an earlier run of the day, and damaged before the drill is due.
      for (const where of [main, second]) {
        writeFileSync(join(where, nameOf('2026-04-01')), readFileSync(join(main, nameOf('2026-03-31'))));
      }
      const damaged = join(folder, nameOf('2026-04-01'));
      truncateSync(damaged, 40_000);
      expect(await on('2026-04-01')).toMatchObject({ drill: 'failed', last: { ok: false } });
      expect((await on('2026-04-01')).drill).toBe('not-due');
      expect(await on('2026-04-02')).toMatchObject({ drill: 'passed', last: { ok: true } });
      expect(told(world)).toEqual([
        ['trouble', 'service:drill', damaged],
        ['trouble-over', 'service:drill', damaged],
      ]);
    },
  );
});

// The superuser may write everywhere, so permissions would prove nothing.
it.skipIf(process.getuid?.() === 0)('a second place closed to the service is told as such', async () => {
  const { world, second, on } = await openService();
  chmodSync(second, 0o500);
  await on('2026-03-03');
  chmodSync(second, 0o700);
  expect(told(world)).toEqual([['trouble', 'service:backup-copy', 'closed']]);
});
