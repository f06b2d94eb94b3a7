import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from './support/cli.ts';
import { typeCommand } from './support/command-line.ts';
import { databaseContent, queryDatabase } from './support/database/database-content.ts';
import { copyConfig } from './support/edited-config.ts';
import { openWorld, prepareDatabase, type PreparedDatabase, type World } from './support/world.ts';

/** Tables that an assessment of one more indicator adds rows to. */
const GROWS = [
  ...['indicator', 'indicator_value', 'rule_version', 'assessment', 'alert', 'delivery', 'job_run'],
  // What the page says, for analysts.
  ...['out_report', 'out_verdict'],
];

/** Commands that are typed have the clock of the machine. */
const TODAY = new Date();

let prepared: PreparedDatabase;

// Real requests to the stand-in on loopback.
beforeAll(async () => {
  nock.restore();
  prepared = await prepareDatabase({ now: TODAY });
});
afterAll(() => prepared.remove());

/** The settings that ship and one file more. */
async function withOneMore(): Promise<{
  readonly world: World;
  readonly type: (...words: string[]) => Promise<string>;
}> {
  const configDir = copyConfig();
  const skeleton = readFileSync(join(ROOT, 'config/indicators/_template.yaml'), 'utf8');
  const text = skeleton
    .replace('id: a-new-indicator', 'id: public-jobs')
    .replace(/^title: .*$/m, 'title: Offentlig sektor');
  writeFileSync(join(configDir, 'indicators', 'public-jobs.yaml'), text);
  const world = await openWorld({ database: prepared.file, configDir });
  world.at(TODAY.toISOString());
  const type = async (...words: string[]) => {
    const { exitCode, stdout, stderr } = await typeCommand(words, world.env);
    expect(exitCode, stderr).toBe(0);
    return stdout;
  };
  return { world, type };
}

const ids = (statusDocument: string) =>
  (JSON.parse(statusDocument) as { indicators: { id: string }[] }).indicators.map(({ id }) => id);

describe('a tenth indicator is one file', () => {
  test('the settings are in order with it', async () => {
    const { type } = await withOneMore();
    expect(await type('config', 'check')).toMatch(/are in order: Drammen, 10 indicators, 10 datasets\.\n$/);
  });

  test('it stands in status before anything is recorded', async () => {
    const { world, type } = await withOneMore();
    const before = databaseContent(world.databaseFile);
    expect(ids(await type('status', '--json')).at(-1)).toBe('public-jobs');
    expect(databaseContent(world.databaseFile)).toEqual(before);
  });

  test('it is assessed by check, and nothing is said anew of the others', async () => {
    const { type } = await withOneMore();
    const { changes } = JSON.parse(await type('check', '--json')) as { changes: { id: string; cause: string }[] };
    expect(changes.map(({ id, cause }) => [id, cause])).toEqual([['public-jobs', 'first-assessment']]);
  });

  test('it stands in the database where analysts look, and no other table has changed', async () => {
    const { world, type } = await withOneMore();
    const before = databaseContent(world.databaseFile, GROWS);
    await type('check');
    const said = queryDatabase(world.databaseFile, "SELECT * FROM out_status_now WHERE indicator_id = 'public-jobs'");
    expect(said).toMatchObject([
      { title: 'Offentlig sektor', position: 10, period: '2025', cause: 'first-assessment' },
    ]);
    expect(queryDatabase(world.databaseFile, 'SELECT indicator_id FROM out_status_now')).toHaveLength(10);
    expect(databaseContent(world.databaseFile, GROWS)).toEqual(before);
  });

  test('it is explained as the others are', async () => {
    const { type } = await withOneMore();
    await type('check');
    const explained = await type('explain', 'public-jobs');
    expect(explained).toMatch(/^Offentlig sektor \(public-jobs\)\n/);
    expect(explained).toContain('Oppfylt når tallet øker fra perioden før.');
    expect(explained).toContain('07984');
  });

  test('it is assessed by the next run too, which asks no more for it', async () => {
    const { world } = await withOneMore();
    const report = await world.ingest();
    expect(report.requests).toBe(1);
    expect(report.assessments.map(({ next }) => next.indicatorId)).toContain('public-jobs');
  });
});
