import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { raiseNotices } from '../../../src/app/messages/raise-notices.ts';
import type { App } from '../../../src/app/open-app.ts';
import { queryDatabase } from '../../support/database/database-content.ts';
import { openWorld, prepareDatabase, type World } from '../../support/world.ts';

let prepared: Awaited<ReturnType<typeof prepareDatabase>>;

beforeAll(async () => {
  prepared = await prepareDatabase();
});
afterAll(() => prepared.remove());

const HOUR_MS = 3_600_000;
const MAIL = { name: 'email', by: 'email', from: 'puls@example.org', to: ['drift@example.org'] } as const;
const CHAT = { name: 'webhook', by: 'webhook', payload: 'generic', audience: 'staff' } as const;

/** An installation that writes e-mail to operations and posts to staff, so many hours after its first messages. */
function withChannels(world: World, hours: number, work: (app: App) => void): Promise<void> {
  return world.with((opened) => {
    const start = opened.store.sqlite.prepare('SELECT min(created_at) FROM alert').pluck().get() as string;
    world.at(new Date(Date.parse(start) + hours * HOUR_MS).toISOString());
    const environment = { ...opened.environment, smtpUrl: 'smtp://127.0.0.1:1', webhookUrl: 'http://127.0.0.1:1/' };
    const channels = [{ ...MAIL, audience: 'operations' as const }, CHAT];
    const alerts = { ...opened.settings.alerts, channels } as App['settings']['alerts'];
    work({ ...opened, environment, settings: { ...opened.settings, alerts } });
  });
}

/** Every message of the first run is one of e-mail, in a state. */
const onEmail = ({ store }: App, set: string) =>
  store.sqlite.exec(`UPDATE delivery SET channel = 'email', ${set} WHERE channel IN ('log', 'email')
    AND alert_id IN (SELECT id FROM alert WHERE subject NOT GLOB 'service:*')`);

const FAILED = `state = 'pending', delivered_at = NULL, attempts = 9, last_error = 'The server refused.', next_attempt_at = '2099-01-01T00:00:00.000Z'`;
const GIVEN_UP = `state = 'given-up', delivered_at = NULL, last_error = 'The server refused.', next_attempt_at = NULL`;

const told = (world: World) =>
  queryDatabase(
    world.databaseFile,
    `SELECT kind, group_concat(channel) AS channels FROM alert JOIN delivery ON alert_id = alert.id
     WHERE subject = 'service:delivery-email' GROUP BY alert.id ORDER BY alert.id`,
  ).map(({ kind, channels }) => [kind, String(channels).split(',').sort()]);

describe('a channel that takes no messages', () => {
  it('is no trouble within a day: servers for mail are down for hours', async () => {
    const world = await openWorld({ database: prepared.file });
    await withChannels(world, 23, (app) => {
      onEmail(app, FAILED);
      raiseNotices(app);
    });
    expect(told(world)).toEqual([]);
  });

  it('is told after a day on the others, once, and that messages arrive again', async () => {
    const world = await openWorld({ database: prepared.file });
    await withChannels(world, 25, (app) => {
      onEmail(app, FAILED);
      raiseNotices(app);
      raiseNotices(app);
    });
    expect(told(world)).toEqual([['trouble', ['log', 'webhook']]]);
    await withChannels(world, 26, (app) => {
      onEmail(app, `state = 'delivered', last_error = NULL, delivered_at = '${app.clock.now().toISOString()}'`);
      raiseNotices(app);
    });
    expect(told(world).map(([kind]) => kind)).toEqual(['trouble', 'trouble-over']);
  });

  it('is told when it has given up, and still is in trouble while nothing has come through since', async () => {
    const world = await openWorld({ database: prepared.file });
    await withChannels(world, 24 * 9, (app) => {
      onEmail(app, GIVEN_UP);
      raiseNotices(app);
    });
    await withChannels(world, 24 * 20, raiseNotices);
    expect(told(world).map(([kind]) => kind)).toEqual(['trouble']);
  });

  it('is nobody’s trouble once it has left the settings', async () => {
    const world = await openWorld({ database: prepared.file });
    await withChannels(world, 25, (app) => {
      onEmail(app, FAILED);
      raiseNotices(app);
    });
    await world.with(raiseNotices);
    expect(told(world).map(([kind]) => kind)).toEqual(['trouble', 'trouble-over']);
  });
});
