import nock from 'nock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFile } from '../support/import-file.ts';
import { Database } from '../../src/store/sqlite-driver.ts';
import type { Sqlite } from '../../src/store/store.ts';
import { type PreparedDatabase, prepareDatabase, SAMPLE_EMISSIONS, SAMPLE_SURVEY } from '../support/world.ts';
import { recount, recountLevels, rulesOf } from './by-sql.ts';
import { databaseOf, readCases } from './case-database.ts';

// Real requests to the stand-in on loopback.
beforeAll(() => nock.restore());

describe('cases reckoned by hand', () => {
  const cases = readCases();

  it('are thirty at least, and touch every rule and every status', () => {
    expect(cases.length).toBeGreaterThanOrEqual(30);
    expect([...new Set(cases.map(({ rule }) => rule.id))].sort()).toEqual([
      ...['against', 'all-of', 'annual-change', 'growth-lead', 'no-worse-than-mean', 'not-set'],
      ...['rank', 'relative-position', 'stable-or-improved', 'target', 'threshold'],
    ]);
    expect([...new Set(cases.map(({ expect: { status } }) => status))].sort()).toEqual([
      ...['ambition-not-set', 'break', 'insufficient', 'not-measured'],
      ...['off-track', 'on-track', 'partly-met', 'stable'],
    ]);
  });

  it.each(cases.map((worked) => [worked.case, worked] as const))('%s: program and SQL say the same', (_, worked) => {
    const { sqlite, indicator, evidence } = databaseOf(worked);
    const { status, value, compared = null } = worked.expect;
    const said = sqlite.prepare('SELECT status, value FROM out_status_now').get() as object;
    const byProgram = { ...said, compared: evidence.numbers['lead'] ?? evidence.numbers['change'] ?? null };
    expect(byProgram).toEqual({ status, value, compared });
    expect(recount(sqlite, indicator)).toEqual({ status, value, compared });
  });
});

describe('every status on the demo data', () => {
  const worlds: { readonly name: string; prepared: PreparedDatabase; sqlite: Sqlite }[] = [];

  beforeAll(async () => {
    const demo = await prepareDatabase({
      alsoDo: async (world) => {
        await world.with((app) => importFile(app, 'survey', SAMPLE_SURVEY));
        await world.with((app) => importFile(app, 'municipal-emissions', SAMPLE_EMISSIONS));
      },
    });
    const bare = await prepareDatabase();
    for (const [name, prepared] of Object.entries({ demo, bare })) {
      worlds.push({ name, prepared, sqlite: new Database(prepared.file, { readonly: true }) });
    }
  });
  afterAll(() => {
    for (const { sqlite, prepared } of worlds) {
      sqlite.close();
      prepared.remove();
    }
  });

  const statusesOf = (sqlite: Sqlite) =>
    sqlite.prepare('SELECT indicator_id, status, value FROM out_status_now ORDER BY position').all() as {
      readonly indicator_id: string;
      readonly status: string;
      readonly value: number | null;
    }[];

  it('is the same by the SQL file of its rule, to the last digit, with and without the files handed in', () => {
    for (const { name, sqlite } of worlds) {
      const said = statusesOf(sqlite);
      expect(said).toHaveLength(9);
      const again = said.map(({ indicator_id: id }) => {
        const { status, value } = recount(sqlite, id);
        return { indicator_id: id, status, value };
      });
      expect(again, name).toEqual(said);
    }
  });

  it('rests on changes and leads that the SQL finds again', () => {
    const [{ sqlite }] = worlds as [(typeof worlds)[0]];
    for (const { indicator_id: id } of statusesOf(sqlite)) {
      const numbers = JSON.parse(
        sqlite
          .prepare("SELECT evidence ->> '$.numbers' FROM assessment WHERE indicator_id = ? ORDER BY id DESC")
          .pluck()
          .get(id) as string,
      ) as Record<string, number>;
      expect(recount(sqlite, id).compared, id).toBe(numbers['lead'] ?? numbers['change'] ?? null);
    }
  });

  it('rests on levels that add up from the published figures', () => {
    for (const { name, sqlite } of worlds) {
      for (const { indicator_id: id } of statusesOf(sqlite)) {
        if (rulesOf(sqlite, id).definition.measure === 'diversity') continue;
        const levels = sqlite
          .prepare(
            'SELECT role, place, period, level FROM out_indicator_series ' +
              'WHERE indicator_id = ? AND level IS NOT NULL ORDER BY role, place, period',
          )
          .all(id);
        const added = recountLevels(sqlite, id).filter((row) => (row as { level: number | null }).level !== null);
        expect(added, `${name}: ${id}`).toEqual(levels);
      }
    }
  });
});
