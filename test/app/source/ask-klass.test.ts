import nock from 'nock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../../src/app/open-app.ts';
import { shareSource } from '../../../src/app/several/shared-source.ts';
import { askKlass } from '../../../src/app/source/ask-klass.ts';
import { queryDatabase } from '../../support/database/database-content.ts';
import { copyConfig } from '../../support/edited-config.ts';
import { keepUntil } from '../../support/service/keep-until.ts';
import { openWorld, prepareDatabase, type PreparedDatabase, type World } from '../../support/world.ts';

let prepared: PreparedDatabase;

// Real requests to the stand-in on loopback.
beforeAll(async () => {
  nock.restore();
  prepared = await prepareDatabase();
});
afterAll(() => prepared.remove());

const klassRequests = ({ statbank }: World) =>
  statbank.requests
    .filter(({ path }) => path.includes('/klass/'))
    .map(({ path, query }) => `${path.replace(/.*\//, '')} ${query[0]?.join('=') ?? ''}`);

const outcomes = (world: World) =>
  queryDatabase(world.databaseFile, 'SELECT DISTINCT outcome FROM job_run WHERE "trigger" = \'schedule\'').map(
    ({ outcome }) => outcome,
  );

const told = (world: World) =>
  queryDatabase(
    world.databaseFile,
    "SELECT kind, text ->> '$.said' AS text FROM alert WHERE subject = 'service:places' ORDER BY id",
  );

/** Klass, where nobody answers. */
const withoutKlass = (app: App): App => ({
  ...app,
  environment: { ...app.environment, klassApiUrl: 'http://127.0.0.1:9/klass' },
});

describe('several municipalities of one process', () => {
  test('ask Klass once for all of them, and again another day', async () => {
    const world = await openWorld();
    await world.with(async (app) => {
      const { clock, logger } = app;
      const stop = new AbortController().signal;
      const source = shareSource({ clock, logger, stop, datasets: () => [] });
      const ask = () => askKlass({ ...app, source }, 2017);
      const first = await ask();
      expect(await ask()).toEqual(first);
      expect(klassRequests(world)).toEqual(['codesAt date=2026-03-02', 'changes from=2017-01-01']);
      world.at('2026-03-09T10:00:00Z');
      await ask();
      expect(klassRequests(world).slice(2)).toEqual(['codesAt date=2026-03-09', 'changes from=2017-01-01']);
      expect(source.klass.size).toBe(1);
    });
  });
});

describe('the service', () => {
  test('asks Klass for the codes of today and the changes once a week, and makes no more requests on record', async () => {
    const world = await openWorld({ database: prepared.file });
    // Monday; quiet mornings to the Wednesday of the week after next.
    await world.with((app) => keepUntil(app, '2026-03-18T12:00:00Z'));
    expect(klassRequests(world)).toEqual([
      'codesAt date=2026-03-02',
      'changes from=2017-01-01',
      'codesAt date=2026-03-09',
      'changes from=2017-01-01',
      'codesAt date=2026-03-16',
      'changes from=2017-01-01',
    ]);
    const [sum] = queryDatabase(world.databaseFile, 'SELECT sum(requests) AS requests FROM job_run WHERE id > 1');
    expect(world.statbank.requests.filter(({ path }) => path.includes('/pxwebapi/'))).toHaveLength(
      Number(sum?.['requests']),
    );
    expect(told(world)).toEqual([]);
  });

  test('asks again the next day when Klass gave no answer, and the runs are none the worse', async () => {
    const world = await openWorld({ database: prepared.file });
    const { log } = await world.with((app) => keepUntil(withoutKlass(app), '2026-03-04T12:00:00Z'));
    // Monday, Tuesday and Wednesday.
    expect(log.filter(({ event }) => event === 'klass-silent')).toHaveLength(3);
    expect(outcomes(world)).toEqual(['unchanged']);
    await world.with((app) => keepUntil(app, '2026-03-05T12:00:00Z'));
    expect(klassRequests(world)).toHaveLength(2);
  });

  test('tells of a neighbour that joined and that the settings lack, where only Klass knows, and asks anew once they are mended', async () => {
    const world = await openWorld({ statbank: { codeLists: false } });
    const wrong = copyConfig(['regions.yaml', "      - { code: '0711', to: 2019 } # Svelvik\n", '']);
    await world.ingest({}, wrong);
    await world.with((app) => keepUntil(app, '2026-03-03T12:00:00Z'), wrong);
    const line = "- { code: '0711', to: 2019 } # Svelvik";
    expect(told(world)).toEqual([
      {
        kind: 'trouble',
        text:
          '0711 Svelvik var i 2017–2019 en del av det som nå er Drammen, sier Klass, og innstillingene mangler koden. ' +
          `Summer blir for et mindre område. Skriv dette under \`codes\` for Drammen i \`config/regions.yaml\` (\`naeringspuls config places\` skriver ut oppføringen som gjelder):\n${line}`,
      },
    ]);
    await world.with((app) => keepUntil(app, '2026-03-04T12:00:00Z'));
    expect(klassRequests(world)).toHaveLength(4);
    expect(told(world).map(({ kind }) => kind)).toEqual(['trouble', 'trouble-over']);
  });
});

describe('a command', () => {
  test('does not ask Klass', async () => {
    const world = await openWorld({ database: prepared.file });
    world.at('2026-03-20T10:00:00.000Z');
    await world.ingest();
    expect(klassRequests(world)).toEqual([]);
  });
});
