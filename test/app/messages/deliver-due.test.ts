import nock from 'nock';
import { beforeAll, describe, expect, test } from 'vitest';
import { deliverDue } from '../../../src/app/messages/deliver-due.ts';
import { check } from '../../../src/app/assess/reassess-command.ts';
import { ingest } from '../../../src/app/intake/ingest.ts';
import type { App } from '../../../src/app/open-app.ts';
import { SILENT_PROGRESS } from '../../../src/app/progress.ts';
import type { IndicatorDefinition } from '../../../src/model/plan/indicator.ts';
import { createLogger } from '../../../src/platform/logger.ts';
import { listAlerts, type DeliveryState } from '../../../src/store/messages/outbox.ts';
import { failureOf } from '../../support/failure.ts';
import { type Receiver, startReceiver } from '../../support/network/receiver.ts';
import { BETTER, importAnswers, ONE_YEAR, WORSE } from '../../support/survey-answers.ts';
import { openWorld, type World } from '../../support/world.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const START = Date.parse('2026-03-02T10:00:00.000Z');

// Real requests to receivers on loopback.
beforeAll(() => nock.restore());

/** The world as `changes` make the application see it. */
function seenWith(world: World, changes: (app: App) => Partial<App>): World {
  return { ...world, with: (work, configDir) => world.with((app) => work({ ...app, ...changes(app) }), configDir) };
}

function withWebhook(world: World, webhookUrl: string): World {
  return seenWith(world, ({ environment }) => ({ environment: { ...environment, webhookUrl } }));
}

function recordLog(world: World): { readonly world: World; readonly lines: readonly string[] } {
  const lines: string[] = [];
  const output = { write: (text: string) => lines.push(text) };
  const logger = createLogger({ level: 'debug', pretty: false, output });
  return { world: seenWith(world, () => ({ logger })), lines };
}

interface Setting {
  readonly receiver: Receiver;
  readonly world: World;
  /** Moves the clock to so many milliseconds after the start. */
  readonly after: (ms: number) => void;
}

async function setUp(): Promise<Setting> {
  const receiver = await startReceiver();
  const world = withWebhook(await openWorld(), `${receiver.url}/services/hemmelig-sti`);
  const after = (ms: number) => world.at(new Date(START + ms).toISOString());
  after(0);
  return { receiver, world, after };
}

const deliverNow = (world: World) => world.with((app) => deliverDue(app));

/** Lets the clock run and delivers every so often, as the service does. */
async function deliverEvery({ world, after }: Setting, stepMs: number, fromMs: number, toMs: number): Promise<void> {
  await world.with(async (app) => {
    for (let at = fromMs; at <= toMs; at += stepMs) {
      after(at);
      await deliverDue(app);
    }
  });
}

function statesOf(world: World, channel: string): Promise<readonly (DeliveryState | undefined)[]> {
  return world.with(({ store }) =>
    listAlerts(store, 10).map(({ deliveries }) => deliveries.find((one) => one.channel === channel)?.state),
  );
}

type Change = Readonly<Record<string, unknown>>;

/** What each message has told, one after the other. */
const changesIn = ({ received }: Receiver) =>
  received.flatMap(({ document }) => document['changes'] as readonly Change[]);
const statuses = (receiver: Receiver) => changesIn(receiver).map(({ from, to }) => [from, to]);

describe('a status change', () => {
  test('is told to the webhook and the log in the run that finds it, bad news and all-clear', async () => {
    const { receiver, world } = await setUp();
    await importAnswers(world, ONE_YEAR);
    await importAnswers(world, WORSE);
    const report = await importAnswers(world, BETTER);
    expect(statuses(receiver)).toEqual([
      [null, 'insufficient'],
      ['insufficient', 'off-track'],
      ['off-track', 'on-track'],
    ]);
    expect(changesIn(receiver).map(({ news }) => news)).toEqual(['none', 'bad', 'good']);
    expect(report.delivery).toEqual({ delivered: 2, failures: [], nextAttemptAt: null, problem: null });
  });

  test('is told in the words of the plan, with the key in document and header', async () => {
    const { receiver, world } = await setUp();
    await importAnswers(world, ONE_YEAR);
    await importAnswers(world, WORSE);
    const { key, document } = receiver.received[1]!;
    expect(document['text']).toMatch(
      /\nKan ikke vurderes → Ikke oppfylt \(dårlig nyhet\)\nTallet for 2025 er .*\n(.*\n)*Periode: 2025\nÅrsak: nye tall for 2025\n/,
    );
    expect(document).toMatchObject({ event: 'status-changes', idempotencyKey: key });
    expect(changesIn(receiver)[1]).toMatchObject({ period: '2025', runId: 2 });
  });

  test('is told once: nothing is sent when nothing has changed', async () => {
    const { receiver, world } = await setUp();
    await importAnswers(world, ONE_YEAR);
    expect(await deliverNow(world)).toMatchObject({ delivered: 0, failures: [] });
    expect(receiver.received).toHaveLength(1);
  });

  test('is told to no channel that is set up later', async () => {
    const receiver = await startReceiver();
    const before = await openWorld();
    await importAnswers(before, ONE_YEAR);
    await importAnswers(withWebhook(before, receiver.url), WORSE);
    expect(statuses(receiver)).toEqual([['insufficient', 'off-track']]);
  });

  test('waits for a channel that is not set up for the time being', async () => {
    const { receiver, world, after } = await setUp();
    await receiver.down();
    await importAnswers(world, ONE_YEAR);
    const without = await openWorld({ database: world.databaseFile });
    expect(await deliverNow(without)).toMatchObject({ delivered: 0, failures: [], nextAttemptAt: null });
    await receiver.back();
    after(MINUTE);
    expect(await deliverNow(world)).toMatchObject({ delivered: 1 });
  });
});

describe('the first assessment of a plan', () => {
  const FIRSTS: Parameters<typeof importAnswers>[1] = [...ONE_YEAR, ['business-perception', 2024, 60]];
  const added = (one: IndicatorDefinition) =>
    /^business-.*ion$/.test(one.id) ? [one, { ...one, id: `${one.id}-too`, position: one.position + 20 }] : [one];

  test('is told as an overview, and indicators that are added later as what is new', async () => {
    const { receiver, world } = await setUp();
    await importAnswers(world, FIRSTS);
    const later = seenWith(world, ({ settings }) => ({
      settings: { ...settings, indicators: settings.indicators.flatMap(added) },
    }));
    await later.with((app) => check(app));
    await deliverNow(later);
    expect(receiver.received.map(({ document }) => String(document['text']).split('\n')[2])).toEqual([
      expect.stringMatching(/^Dette er den første vurderingen av /),
      expect.stringMatching(/^Her er nytt om \S+ indikatorer i /),
    ]);
    expect(statuses(receiver).slice(2)).toEqual([
      [null, 'insufficient'],
      [null, 'insufficient'],
    ]);
  });
});

describe('a receiver that is down', () => {
  test('for three days gets each message once when it is back, in order, with the keys they had', async () => {
    const setting = await setUp();
    const { receiver, world } = setting;
    await receiver.down();
    for (const years of [ONE_YEAR, WORSE, BETTER]) await importAnswers(world, years);
    const keys = await world.with(({ store }) => listAlerts(store, 10).map(({ idempotencyKey }) => idempotencyKey));
    await deliverEvery(setting, 30 * MINUTE, 30 * MINUTE, 3 * DAY);
    expect(receiver.received).toEqual([]);
    await receiver.back();
    await deliverEvery(setting, 30 * MINUTE, 3 * DAY + 30 * MINUTE, 3 * DAY + 5 * 60 * MINUTE);
    expect(statuses(receiver)).toEqual([
      [null, 'insufficient'],
      ['insufficient', 'off-track'],
      ['off-track', 'on-track'],
    ]);
    expect(receiver.received.map(({ key }) => key)).toEqual(keys.toReversed());
  });

  test('gets it within the hour of coming back', async () => {
    const setting = await setUp();
    const { receiver, world } = setting;
    await receiver.down();
    await importAnswers(world, ONE_YEAR);
    await deliverEvery(setting, 10 * MINUTE, 10 * MINUTE, DAY);
    await receiver.back();
    await deliverEvery(setting, 10 * MINUTE, DAY, DAY + 60 * MINUTE);
    expect(receiver.received).toHaveLength(1);
  });

  test('does not fail the run, which says so in a sentence', async () => {
    const { receiver, world } = await setUp();
    await receiver.down();
    const { outcome, delivery } = await importAnswers(world, ONE_YEAR);
    expect(outcome).toBe('succeeded');
    expect(delivery.problem).toMatch(
      /^Alert 1 \(business-satisfaction\) could not be delivered by webhook: 127\.0\.0\.1:\d+ could not be reached: .*\. It is tried again from 2026-03-02T10:01:00\.000Z\.$/,
    );
    expect(await statesOf(world, 'log')).toEqual(['delivered']);
  });

  test('does not keep other indicators waiting when it refuses a message of one', async () => {
    const { receiver, world } = await setUp();
    receiver.answer(400);
    await importAnswers(world, ONE_YEAR);
    receiver.answer(204);
    await importAnswers(world, [['business-perception', 2024, 60]]);
    expect(changesIn(receiver).map(({ indicator }) => indicator)).toEqual([
      'business-satisfaction',
      'business-perception',
    ]);
    expect(await statesOf(world, 'webhook')).toEqual(['delivered', 'pending']);
  });

  test('is told to after a run that failed, too', async () => {
    const { receiver, world, after } = await setUp();
    await receiver.down();
    await importAnswers(world, ONE_YEAR);
    await receiver.back();
    after(MINUTE);
    world.statbank.setMode('maintenance');
    const run = world.with((app) => ingest(app, { jobs: [], force: false, accept: [] }, SILENT_PROGRESS));
    expect(await failureOf(run)).toMatchObject({ code: 'source-unavailable' });
    expect(statuses(receiver)[0]).toEqual([null, 'insufficient']);
  });
});

describe('a message that nobody takes', () => {
  test('is given up after a week with its reason, and holds the next one back no longer', async () => {
    const setting = await setUp();
    const { receiver, world, after } = setting;
    receiver.answer(503);
    await importAnswers(world, ONE_YEAR);
    await importAnswers(world, WORSE);
    await deliverEvery(setting, 60 * MINUTE, 60 * MINUTE, 7 * DAY - 60 * MINUTE);
    expect(await statesOf(world, 'webhook')).toEqual(['pending', 'pending']);
    after(8 * DAY);
    // The last attempts, an hour apart; the later message has its first ones.
    await deliverEvery(setting, 60 * MINUTE, 8 * DAY, 8 * DAY + 12 * 60 * MINUTE);
    expect(await statesOf(world, 'webhook')).toEqual(['pending', 'given-up']);
    const [, first] = await world.with(({ store }) => listAlerts(store, 10));
    expect(first?.deliveries[1]).toMatchObject({ lastError: expect.stringMatching(/ answered 503\.$/) as string });
  });
});

describe('a crash', () => {
  test('between sending and recording sends the message again with the same key', async () => {
    const { receiver, world, after } = await setUp();
    await receiver.down();
    await importAnswers(world, ONE_YEAR);
    await receiver.back();
    after(MINUTE);
    await world.with(async (app) => {
      receiver.answer(204, () => app.store.sqlite.close());
      expect(await failureOf(deliverDue(app))).toBeInstanceOf(Error);
    });
    receiver.answer(204);
    after(3 * MINUTE);
    expect(await deliverNow(world)).toMatchObject({ delivered: 1 });
    await deliverNow(world);
    const keys = receiver.received.map(({ key }) => key);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  test('of the database in delivery does not fail the run', async () => {
    const { receiver, world } = await setUp();
    await world.with((app) => {
      app.store.sqlite.exec(
        `CREATE TRIGGER broken BEFORE UPDATE OF state ON delivery BEGIN SELECT RAISE(ABORT, 'broken'); END`,
      );
    });
    const { outcome, delivery } = await importAnswers(world, ONE_YEAR);
    expect(outcome).toBe('succeeded');
    expect(delivery.problem).toContain('broken');
    expect(receiver.received).toEqual([]);
  });

  test('told to stop leaves the message for later', async () => {
    const { receiver, world, after } = await setUp();
    await receiver.down();
    await importAnswers(world, ONE_YEAR);
    await receiver.back();
    after(MINUTE);
    const stop = new AbortController();
    receiver.answer(204, () => stop.abort(new Error('told to stop')));
    const stopped = await failureOf(world.with((app) => deliverDue(app, stop.signal)));
    expect(stopped).toEqual(new Error('told to stop'));
    expect(await statesOf(world, 'webhook')).toEqual(['pending']);
  });
});

describe('a message that a receiver takes only half of', () => {
  /** What the plan says of each indicator is so long that Slack takes a message about one in several posts. */
  function withLongPlan(world: World): World {
    return seenWith(world, ({ settings }) => ({
      settings: {
        ...settings,
        indicators: settings.indicators.map((one) => ({ ...one, ambition: 'Årlig forbedring. '.repeat(10_000) })),
        alerts: {
          ...settings.alerts,
          channels: settings.alerts.channels.map((one) => (one.by === 'webhook' ? { ...one, payload: 'slack' } : one)),
        },
      },
    }));
  }

  test('is not sent from the beginning again: what was taken is not sent twice', async () => {
    const { receiver, world: plain, after } = await setUp();
    const world = withLongPlan(plain);
    let posts = 0;
    receiver.answer(204, () => {
      posts += 1;
      if (posts === 2) receiver.answer(503);
    });
    await importAnswers(world, ONE_YEAR);
    expect(receiver.received).toHaveLength(2);
    receiver.answer(204);
    after(MINUTE);
    expect(await deliverNow(world)).toMatchObject({ delivered: 1 });
    const [first, failed, again, ...rest] = receiver.received.map(({ document }) => JSON.stringify(document));
    expect([again, rest]).toEqual([failed, []]);
    expect(first).not.toBe(failed);
  });
});

describe('two processes that deliver at once', () => {
  test('send each message once', async () => {
    const { receiver, world, after } = await setUp();
    await receiver.down();
    for (const indicator of ['business-satisfaction', 'business-perception']) {
      await importAnswers(world, [[indicator, 2024, 60]]);
    }
    await receiver.back();
    after(60 * MINUTE);
    const reports = await Promise.all([deliverNow(world), deliverNow(world), deliverNow(world)]);
    expect(reports.map(({ delivered }) => delivered).reduce((sum, one) => sum + one)).toBe(2);
    expect(new Set(receiver.received.map(({ key }) => key)).size).toBe(2);
    expect(receiver.received).toHaveLength(2);
  });
});

describe('the address of the webhook', () => {
  test('shows in no log, no report and no row', async () => {
    const { receiver, world: plain, after } = await setUp();
    const { world, lines } = recordLog(plain);
    await receiver.down();
    const report = await importAnswers(world, ONE_YEAR);
    await receiver.back();
    receiver.answer(500);
    after(MINUTE);
    const next = await deliverNow(world);
    const rows = await world.with(({ store }) => store.sqlite.prepare('SELECT * FROM delivery').all());
    expect(lines.filter((line) => line.includes('delivery-failed'))).toHaveLength(2);
    expect([...lines, JSON.stringify([report, next, rows])].join('\n')).not.toMatch(/hemmelig|services/);
  });
});

describe('the log', () => {
  test('has one line for each status change, with the fields a log collector needs', async () => {
    const { world, lines } = recordLog(await openWorld());
    await importAnswers(world, ONE_YEAR);
    await importAnswers(world, BETTER);
    const changes = lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ event }) => event === 'status-change');
    expect(changes.map(({ level, from, to }) => [level, from, to])).toEqual([
      ['warn', null, 'insufficient'],
      ['info', 'insufficient', 'on-track'],
    ]);
    expect(Object.keys(changes[0]!)).toEqual(
      'level time event kind indicator from to period cause sentence runId idempotencyKey msg'.split(' '),
    );
  });
});
