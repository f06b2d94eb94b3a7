import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';
import { beforeAll, describe, expect, test } from 'vitest';
import type { IngestReport } from '../../src/app/intake/ingest.ts';
import { copyConfig } from '../support/edited-config.ts';
import { statusOf, toldOf, typeIn } from '../support/typed-world.ts';
import { EMPLOYMENT_RATE } from '../statbank/tables/employment-rate.ts';
import { openWorld } from '../support/world.ts';
import { worldsAfterFirstRun } from './support/after-first-run.ts';
import { FIRST_RUN, GOES_ON, inForce, ingestEmployment, standingOf, toldOfTable } from './support/employment-table.ts';

/** Tables that are closed or gone, as a user sees it; what the service finds in weeks is in the long part. */

const afterFirstRun = worldsAfterFirstRun();
beforeAll(() => nock.restore());

/** What a command says, in its own form. */
const GOES_ON_IN_ENGLISH =
  'Table 16445 («Andel sysselsatte i befolkningen per 4. kvartal, etter region, kjønn og alder (K)») seems to go on from ' +
  'it: `naeringspuls doctor --live` prints the lines that would switch, and what the switch breaks.';

describe('a table that the source marks as discontinued', () => {
  test('is told of at its first ingest, where no table goes on', async () => {
    const world = await openWorld();
    world.statbank.discontinue('06445');
    expect(await ingestEmployment(world)).toMatchObject({ exitCode: 0 });
    expect(await toldOfTable(world)).toEqual([
      [
        'trouble',
        'SSB har avsluttet tabell 06445, som ikke får nye tall. Siste periode er 2025. Det er ikke funnet noen tabell som ' +
          'fortsetter den. Slå statistikken opp i Statistikkbanken, og skriv tabellnummeret i `datasets.yaml` blant innstillingene.',
      ],
    ]);
    expect(await statusOf(world, 'employment-rate')).toMatchObject({ period: '2025' });
  });
});

describe('a table that is gone', () => {
  test('is refused with what it is, named with the table that goes on, and told of once; what is stored stays', async () => {
    const world = await afterFirstRun(FIRST_RUN);
    const before = await inForce(world);
    world.statbank.addTwin('06445', '16445', '2026');
    world.statbank.removeTable('06445');
    for (const day of ['03', '04']) {
      world.at(`2026-03-${day}T10:00:00.000Z`);
      const { exitCode, stdout } = await ingestEmployment(world, '--force');
      expect(exitCode).toBe(4);
      const { datasets } = JSON.parse(stdout) as IngestReport;
      expect(datasets[0]).toMatchObject({ outcome: 'failed', errorCode: 'source-rejected-query' });
      expect(datasets[0]?.message).toBe(
        'Table 06445 is gone: the source knows neither its metadata nor its entry. What is stored stays in force. SSB ' +
          'answers so also while its database is down: try at another time of day first. If it stays so, look the ' +
          `statistic up in Statbank, and name its table in datasets.yaml of the settings. ${GOES_ON_IN_ENGLISH}`,
      );
    }
    expect(await toldOfTable(world)).toEqual([
      ['trouble', `SSB kjenner ikke lenger tabell 06445. Tallene fra før står. Siste periode er 2025. ${GOES_ON}`],
    ]);
    expect(await toldOf(world, 'dataset:employment-rate')).toEqual([]);
    expect(await inForce(world)).toEqual(before);
  });

  test('and is back is told as in order again', async () => {
    const world = await afterFirstRun(FIRST_RUN);
    world.statbank.setMode('normal');
    const { statbank } = world;
    statbank.removeTable('06445');
    world.at('2026-03-03T10:00:00.000Z');
    await ingestEmployment(world, '--force');
    expect(standingOf(world)).toMatchObject({ kind: 'gone', table: '06445', successor: null });
    statbank.putTable(EMPLOYMENT_RATE);
    world.at('2026-03-04T10:00:00.000Z');
    expect(await ingestEmployment(world)).toMatchObject({ exitCode: 0 });
    expect(standingOf(world)).toBeNull();
    expect((await toldOfTable(world)).map(([kind]) => kind)).toEqual(['trouble', 'trouble-over']);
  });

  test('while the source is closed for maintenance is not believed', async () => {
    const world = await afterFirstRun(FIRST_RUN);
    world.statbank.removeTable('06445');
    world.at('2026-03-03T05:30:00.000Z');
    expect(await ingestEmployment(world, '--force')).toMatchObject({ exitCode: 4 });
    expect(standingOf(world)).toBeNull();
  });
});

describe('a table number in datasets.yaml that nothing was ever taken from, and the source does not know', () => {
  function withTable(table: string): string {
    const folder = copyConfig();
    writeFileSync(join(folder, 'datasets.yaml'), `datasets: { employment-rate: { table: '${table}' } }\n`);
    return folder;
  }

  test('is told as such, with the table that the figures came from, and never as gone', async () => {
    const world = await afterFirstRun(FIRST_RUN);
    const env = { CONFIG_DIR: withTable('16445') };
    const { exitCode, stdout } = await typeIn(world, ['ingest', 'employment', '--json'], env);
    expect(exitCode).toBe(4);
    const { datasets } = JSON.parse(stdout) as IngestReport;
    expect(datasets[0]?.message).toBe(
      'Table 16445 is not known to the source: see to the number in datasets.yaml of the settings (employment-rate, ' +
        'table). Its figures have come from table 06445 so far, and what is stored stays in force.',
    );
    expect(standingOf(world)).toBeNull();
    expect(await toldOf(world, 'table:16445', env)).toEqual([]);
    expect(await toldOf(world, 'dataset:employment-rate', env)).toHaveLength(1);
    const text = await typeIn(world, ['explain', 'employment-rate'], env);
    expect(text.stdout + (await typeIn(world, ['status', '--json'], env)).stdout).not.toMatch(
      /finnes ikke lenger|no longer at/,
    );
  });

  test('is told with what is most like it, where nothing is stored, by doctor --live too', async () => {
    const world = await openWorld();
    const env = { CONFIG_DIR: withTable('06455') };
    const { exitCode, stdout } = await typeIn(world, ['doctor', '--live'], env);
    expect(exitCode).toBe(4);
    expect(stdout).toContain('Table 06455 is not known to the source');
    expect(stdout).toContain('see to the number in datasets.yaml of the settings (employment-rate, table)');
    expect(stdout).not.toMatch(/Table 06455 is gone|seems to go on from it/);
  });
});
