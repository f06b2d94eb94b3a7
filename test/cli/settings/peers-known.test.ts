import nock from 'nock';
import { beforeAll, expect, test } from 'vitest';
import { typeCommand } from '../../support/command-line.ts';
import { queryDatabase } from '../../support/database/database-content.ts';
import { copyConfig } from '../../support/edited-config.ts';
import { openWorld } from '../../support/world.ts';

// Real requests on loopback.
beforeAll(() => nock.restore());

test('config check says that peers have not been compared with the tables before anything is fetched', async () => {
  const world = await openWorld();
  const before = await typeCommand(['config', 'check'], world.env);
  expect([before.exitCode, before.stdout]).toEqual([
    0,
    expect.stringMatching(/Not compared with their tables yet, .*: the peers of .*employment-rate.*`doctor --live`/),
  ]);
  await world.ingest({ jobs: ['employment'] });
  const { stdout } = await typeCommand(['config', 'check'], world.env);
  expect(stdout).toContain('Not compared with their tables yet');
  expect(stdout).not.toMatch(/Not compared .*employment-rate/);
});

test('a peer that a table lacks is told with the line of peers.yaml, by the run and by config check', async () => {
  const world = await openWorld();
  const CONFIG_DIR = copyConfig();
  world.statbank.removeCode('06445', 'Region', '0301');
  const report = await world.ingest({ jobs: ['employment'] }, CONFIG_DIR);
  expect(report.datasets).toMatchObject([{ datasetId: 'employment-rate', outcome: 'changed' }]);
  const [alert] = queryDatabase(
    world.databaseFile,
    "SELECT text FROM alert WHERE subject = 'dataset:employment-rate places'",
  );
  const { said } = JSON.parse(String(alert?.['text'])) as { said: string };
  expect(said).toMatch(/SSB-tabell 06445 .*Oslo \(0301\).* `config\/peers\.yaml` \(linje \d+\)/s);
  const { exitCode, stdout } = await typeCommand(['config', 'check'], { ...world.env, CONFIG_DIR });
  expect(exitCode).toBe(0);
  const line = /peers\.yaml:(\d+) Table 06445 does not offer Oslo \('0301'\), which employment-rate asks for/.exec(
    stdout,
  )?.[1];
  expect(said).toContain(`(linje ${line ?? '?'})`);
});
