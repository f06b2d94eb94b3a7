import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BackupParts, backUpIfDue } from '../../../src/app/upkeep/backup.ts';
import { queryDatabase } from '../../support/database/database-content.ts';
import { temporaryFolder, temporaryStore } from '../../store/support/temporary-database.ts';

interface LoggedLine {
  readonly level: 'info' | 'error';
  readonly message: string;
}

/** The parts of an application on a new database; every call is on the day it names. */
function buildParts(backup: { folder?: string; keepDaily?: number } = {}) {
  const store = temporaryStore();
  const lines: LoggedLine[] = [];
  const log = (level: LoggedLine['level']) => (_fields: unknown, message: string) =>
    void lines.push({ level, message });
  const logger = { debug: log('info'), info: log('info'), warn: log('info'), error: log('error'), child: () => logger };
  const settings = { backup: { folder: 'backups', keepDaily: 3, ...backup } };
  const on = (day: string): BackupParts => ({
    ...{ store, settings, logger, environment: {} },
    clock: { now: () => new Date(`${day}T23:30:00Z`), sleep: () => Promise.resolve() },
  });
  const folder = join(dirname(store.file), settings.backup.folder);
  return { on, lines, store, folder, names: () => readdirSync(folder).sort() };
}

describe('the backup of a day', () => {
  it('is made beside the database, and is a database', () => {
    const { on, folder, names, store } = buildParts();
    expect(backUpIfDue(on('2026-03-02'))).toBe('made');
    expect(names()).toEqual(['naeringspuls-2026-03-02.sqlite']);
    const version = queryDatabase(join(folder, 'naeringspuls-2026-03-02.sqlite'), 'PRAGMA user_version');
    expect(version).toEqual([{ user_version: store.sqlite.pragma('user_version', { simple: true }) }]);
  });

  it('is made once a day', () => {
    const { on } = buildParts();
    expect(['2026-03-02', '2026-03-02', '2026-03-03'].map((day) => backUpIfDue(on(day)))).toEqual([
      'made',
      'kept',
      'made',
    ]);
  });

  it('is kept for as many days as the settings say, and the oldest goes first', () => {
    const { on, names } = buildParts({ keepDaily: 2 });
    for (const day of ['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02']) backUpIfDue(on(day));
    expect(names()).toEqual(['naeringspuls-2026-03-01.sqlite', 'naeringspuls-2026-03-02.sqlite']);
  });

  it('leaves every other file of its folder alone', () => {
    const { on, folder, names } = buildParts({ keepDaily: 1 });
    mkdirSync(folder);
    const others = ['naeringspuls-2020-01-01.sqlite.gz', 'notes.txt', 'naeringspuls-before-upgrade.sqlite'];
    for (const name of others) writeFileSync(join(folder, name), '');
    backUpIfDue(on('2026-03-02'));
    expect(names()).toEqual([...others, 'naeringspuls-2026-03-02.sqlite'].sort());
  });

  it('clears away what an earlier day left half made, not what is being made today', () => {
    const { on, folder, names } = buildParts();
    mkdirSync(folder);
    const draft = (day: string) => `.naeringspuls-${day}.sqlite.draft-1`;
    for (const day of ['2026-03-01', '2026-03-02']) writeFileSync(join(folder, draft(day)), '');
    backUpIfDue(on('2026-03-02'));
    expect(names()).toEqual([draft('2026-03-02'), 'naeringspuls-2026-03-02.sqlite']);
  });

  it('may be kept in any folder of the machine', () => {
    const elsewhere = join(temporaryFolder(), 'a', 'b');
    const { on } = buildParts({ folder: elsewhere });
    expect(backUpIfDue(on('2026-03-02'))).toBe('made');
    expect(readdirSync(elsewhere)).toEqual(['naeringspuls-2026-03-02.sqlite']);
  });

  it('is not made when the settings keep none', () => {
    const { on, store } = buildParts({ keepDaily: 0 });
    expect(backUpIfDue(on('2026-03-02'))).toBe('off');
    expect(readdirSync(dirname(store.file)).filter((name) => name === 'backups')).toEqual([]);
  });

  it('that cannot be made is logged as a sentence, stops nothing, and takes no older one away', () => {
    const { on, folder, lines, names } = buildParts({ keepDaily: 1 });
    backUpIfDue(on('2026-03-01'));
    writeFileSync(join(folder, 'a file'), '');
    const settings = { backup: { folder: join(folder, 'a file', 'backups'), keepDaily: 1 } };
    expect(backUpIfDue({ ...on('2026-03-02'), settings })).toBe('failed');
    expect(lines.at(-1)?.level).toBe('error');
    expect(lines.at(-1)?.message).toContain('naeringspuls-2026-03-02.sqlite could not be written');
    expect(names()).toContain('naeringspuls-2026-03-01.sqlite');
  });
});
