import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';
import { beforeAll, expect, test } from 'vitest';
import { allTables } from '../statbank/tables/all.ts';
import { typeCommand } from '../support/command-line.ts';
import { copyConfig } from '../support/edited-config.ts';
import { openWorld } from '../support/world.ts';
import { CORPUS_IS_HERE } from './corpus-files.ts';
import { type RecordedTable, recordedTables } from './recorded-tables.ts';

// Real requests on loopback.
beforeAll(() => nock.restore());

/** Adds each table to a folder of settings, beside those before it, and tries it. */
async function addAndTry(tables: readonly RecordedTable[]): Promise<void> {
  const world = await openWorld();
  const env = { ...world.env, CONFIG_DIR: copyConfig() };
  const file = join(env.CONFIG_DIR, 'datasets.yaml');
  for (const { file: named, table } of tables) {
    world.statbank.putTable(table);
    const before = readFileSync(file, 'utf8').split('\n');
    const id = `table-${table.id}`;
    const added = await typeCommand(['dataset', 'add', table.id, '--id', id], env);
    expect([named, added.exitCode, added.stderr]).toEqual([named, 0, '']);
    const after = readFileSync(file, 'utf8').split('\n');
    expect(before.filter((line) => !after.includes(line))).toEqual([]);
    const { exitCode, stdout, stderr } = await typeCommand(['dataset', 'try', id, '--json'], env);
    expect([named, exitCode, stderr]).toEqual([named, 0, '']);
    expect(JSON.parse(stdout)).toMatchObject({ refused: null, tables: [{ table: table.id }] });
  }
}

test('every table that the stand-in has is proposed, written beside those before it, and tried', async () => {
  await addAndTry(allTables('municipality', true).map((table) => ({ file: table.id, table })));
}, 120_000);

test.skipIf(!CORPUS_IS_HERE)(
  'so is every table that has been recorded',
  async () => {
    const tables = recordedTables();
    expect(tables.length).toBeGreaterThan(30);
    await addAndTry(tables);
  },
  300_000,
);
