import nock from 'nock';
import { beforeAll, describe, expect, test } from 'vitest';
import { acknowledge } from '../../src/app/messages/acknowledge.ts';
import { deliverDue, notifyDue } from '../../src/app/messages/deliver-due.ts';
import { ingest } from '../../src/app/intake/ingest.ts';
import { importFile } from '../support/import-file.ts';
import type { App } from '../../src/app/open-app.ts';
import { SILENT_PROGRESS } from '../../src/app/progress.ts';
import type { DatasetDefinition } from '../../src/model/data/job.ts';
import { loadSettings } from '../../src/settings/load-settings.ts';
import { listAlerts } from '../../src/store/messages/outbox.ts';
import { jobs } from '../../jobs/index.ts';
import { type AlertChanges, alertConfig } from '../support/alert-config.ts';
import { failureOf } from '../support/failure.ts';
import { type MailServer, startMailServer } from '../support/network/mail-server.ts';
import { importAnswers, surveyFile, type Year } from '../support/survey-answers.ts';
import { openWorld, type World } from '../support/world.ts';
import { bundledPlaces } from '../../src/places/bundled/bundled-places.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** A Monday, at eleven in Oslo. */
const START = Date.parse('2026-03-02T10:00:00.000Z');

// Real servers on loopback.
beforeAll(() => nock.restore());

interface Setting {
  readonly mail: MailServer;
  readonly world: World;
  /** Moves the clock to so many milliseconds after the start. */
  readonly after: (ms: number) => void;
  readonly toStaff: () => MailServer['received'];
  readonly toOperations: () => MailServer['received'];
}

async function setUp(changes: AlertChanges = {}): Promise<Setting> {
  const mail = await startMailServer();
  const plain = await openWorld();
  const settings = loadSettings(alertConfig(plain.folder, changes), { jobs, places: bundledPlaces() });
  const world: World = {
    ...plain,
    with: (work) =>
      plain.with((app) => work({ ...app, settings, environment: { ...app.environment, smtpUrl: mail.url } })),
  };
  const after = (ms: number) => world.at(new Date(START + ms).toISOString());
  after(0);
  const sentTo = (address: string) => () => mail.received.filter(({ to }) => to.includes(address));
  return { mail, world, after, toStaff: sentTo('naering@example.org'), toOperations: sentTo('drift@example.org') };
}

const satisfaction = (year: number, value: number): Year => ['business-satisfaction', year, value];
const BASE = [satisfaction(2024, 60), satisfaction(2025, 65)];
const tell = (world: World) => world.with((app) => notifyDue(app));
const subjectsOf = (mails: MailServer['received']) => mails.map(({ headers }) => headers.get('subject'));
const textsOf = (mails: MailServer['received']) => mails.map(({ parts }) => parts['text/plain']);

/** Lets the clock run and tells what is due every so often, as the service does. */
async function tellEvery({ world, after }: Setting, stepMs: number, fromMs: number, toMs: number): Promise<void> {
  await world.with(async (app: App) => {
    for (let at = fromMs; at <= toMs; at += stepMs) {
      after(at);
      await notifyDue(app);
    }
  });
}

describe('a run that moves several statuses', () => {
  test('sends one e-mail that tells of them all', async () => {
    const { world, mail, toStaff } = await setUp();
    await importAnswers(world, [...BASE, ['business-perception', 2024, 61], ['business-perception', 2025, 60]]);
    expect(mail.received).toHaveLength(1);
    const [text] = textsOf(toStaff());
    expect(text).toContain('Dette er den første vurderingen av Strategisk næringsplan for Drammen.');
    const lines = text?.split('\n').filter((line) => line.startsWith('– ')) ?? [];
    expect(lines.map((line) => line.replace(/^.*: /, '')).slice(0, 2)).toEqual(['Oppfylt', 'Ikke oppfylt']);
    // The rest of the plan is listed too.
    const ids = await world.with(({ settings }) => settings.indicators.length);
    expect(lines).toHaveLength(ids);
    expect(text).not.toMatch(/nyhet/);
  });

  test('is recorded whole or not at all', async () => {
    const { world, mail } = await setUp();
    await world.with(({ store }) => {
      store.sqlite.exec(`CREATE TRIGGER broken BEFORE INSERT ON delivery BEGIN SELECT RAISE(ABORT, 'broken'); END`);
    });
    await failureOf(importAnswers(world, BASE));
    const rows = await world.with(({ store }) => store.sqlite.prepare('SELECT count(*) FROM assessment').pluck().get());
    expect([rows, mail.received]).toEqual([0, []]);
  });

  test('is told in the language of the messages, whatever the language of the plan', async () => {
    const { world, toStaff } = await setUp({ language: 'en' });
    await importAnswers(world, BASE);
    expect(textsOf(toStaff())[0]).toMatch(/First assessment: Met\n.*65\.0\s/);
  });
});

describe('a mail server that is down', () => {
  test('for three days gets each message once when it is back, in order, with the keys they had', async () => {
    const setting = await setUp();
    const { mail, world, after } = setting;
    await mail.down();
    await importAnswers(world, BASE);
    after(DAY);
    await importAnswers(world, [satisfaction(2025, 55)]);
    const keys = await world.with(({ store }) =>
      listAlerts(store, 10).map(({ deliveries }) => deliveries.at(-1)?.messageKey),
    );
    await tellEvery(setting, 60 * MINUTE, DAY + 60 * MINUTE, 3 * DAY);
    expect(mail.received).toEqual([]);
    await mail.back();
    await tellEvery(setting, 60 * MINUTE, 3 * DAY + 60 * MINUTE, 3 * DAY + 5 * 60 * MINUTE);
    const expected = keys.toReversed().map((key) => `<${key ?? ''}@example.org>`);
    const isTold = ({ headers }: MailServer['received'][number]) => expected.includes(headers.get('message-id') ?? '');
    expect(mail.received.filter(isTold).map(({ headers }) => headers.get('message-id'))).toEqual(expected);
    // Operations were told at the second run that staff were not: besides, that it is over.
    const others = mail.received.filter((one) => !isTold(one));
    expect(subjectsOf(others)).toEqual([expect.stringContaining('I_orden_igjen')]);
  });

  test('when it has a message and cannot say so, is sent it again by the same name', async () => {
    const { mail, world, after } = await setUp();
    await mail.down();
    await importAnswers(world, BASE);
    await mail.back();
    after(MINUTE);
    await world.with(async (app) => {
      mail.answer(250, () => app.store.sqlite.close());
      expect(await failureOf(deliverDue(app))).toBeInstanceOf(Error);
    });
    mail.answer(250);
    after(3 * MINUTE);
    expect(await tell(world)).toMatchObject({ delivered: 1 });
    const names = mail.received.map(({ headers }) => headers.get('message-id'));
    expect(names).toHaveLength(2);
    expect(new Set(names).size).toBe(1);
  });

  test('shows its name and password in no report and no row', async () => {
    const { mail, world, after } = await setUp();
    await mail.down();
    const reports = [await importAnswers(world, BASE)];
    await mail.back();
    mail.answer(451);
    after(MINUTE);
    const next = await tell(world);
    const rows = await world.with(({ store }) => store.sqlite.prepare('SELECT * FROM delivery').all());
    expect(next.failures).toHaveLength(1);
    expect(JSON.stringify([reports, next, rows])).not.toMatch(/hemmelig|drift:/);
  });
});

describe('quiet hours', () => {
  test('hold what is found in them until they are over, and lose nothing', async () => {
    const setting = await setUp({ quiet: true });
    const { world, after, mail } = setting;
    after(8 * 60 * MINUTE);
    const { delivery } = await importAnswers(world, BASE);
    expect(delivery).toMatchObject({ problem: null, nextAttemptAt: '2026-03-03T06:00:00.000Z' });
    await tellEvery(setting, 60 * MINUTE, 9 * 60 * MINUTE, 19 * 60 * MINUTE);
    expect(mail.received).toEqual([]);
    after(20 * 60 * MINUTE);
    expect(await tell(world)).toMatchObject({ delivered: 1 });
  });
});

describe('a status that is back where it was the same day', () => {
  test('is told of once, as a correction, when nothing had been sent', async () => {
    const setting = await setUp();
    const { mail, world, after, toStaff } = setting;
    await importAnswers(world, BASE);
    await mail.down();
    after(DAY);
    await importAnswers(world, [satisfaction(2025, 55)]);
    after(DAY + 60 * MINUTE);
    await importAnswers(world, [satisfaction(2025, 65)]);
    await mail.back();
    await tellEvery(setting, 60 * MINUTE, DAY + 2 * 60 * MINUTE, DAY + 8 * 60 * MINUTE);
    expect(toStaff()).toHaveLength(2);
    expect(textsOf(toStaff())[1]).toContain(
      'Rettelse: fortsatt Oppfylt. Endringen til Ikke oppfylt samme dag gjelder ikke lenger (god nyhet)',
    );
  });

  test('is taken back by a correction when the change had been sent', async () => {
    const { world, toStaff, after } = await setUp();
    await importAnswers(world, BASE);
    after(DAY);
    await importAnswers(world, [satisfaction(2025, 55)]);
    after(DAY + 60 * MINUTE);
    await importAnswers(world, [satisfaction(2025, 65)]);
    expect(textsOf(toStaff()).map((text) => text.includes('Rettelse'))).toEqual([false, false, true]);
  });
});

describe('a status that went and came back before anybody was told', () => {
  test('is told of as nothing when the quiet hours are over', async () => {
    const setting = await setUp({ quiet: true });
    const { world, after, toStaff } = setting;
    await importAnswers(world, BASE);
    expect(toStaff()).toHaveLength(1);
    after(8 * 60 * MINUTE);
    await importAnswers(world, [satisfaction(2025, 55)]);
    after(9 * 60 * MINUTE);
    await importAnswers(world, [satisfaction(2025, 65)]);
    await tellEvery(setting, 60 * MINUTE, 10 * 60 * MINUTE, 40 * 60 * MINUTE);
    expect(toStaff()).toHaveLength(1);
  });

  test('and went again is told of as it is then, from where it was told to be', async () => {
    const setting = await setUp({ quiet: true });
    const { world, after, toStaff } = setting;
    await importAnswers(world, BASE);
    for (const [hour, value] of [8, 8.5, 9].map((hour, index) => [hour, [55, 65, 54][index] ?? 0] as const)) {
      after(hour * 60 * MINUTE);
      await importAnswers(world, [satisfaction(2025, value)]);
    }
    await tellEvery(setting, 60 * MINUTE, 10 * 60 * MINUTE, 24 * 60 * MINUTE);
    expect(textsOf(toStaff())).toHaveLength(2);
    expect(textsOf(toStaff())[1]).toContain('Oppfylt → Ikke oppfylt (dårlig nyhet)');
  });
});

describe('a status that changes again and again', () => {
  test('is told of as one that does not settle, then left in peace, then told once it has settled', async () => {
    const { world, toStaff, after } = await setUp();
    await importAnswers(world, BASE);
    for (let day = 1; day <= 7; day += 1) {
      after(day * DAY);
      // The same file twice is no news.
      await importAnswers(world, [satisfaction(2025, (day % 2 === 1 ? 55 : 65) + day / 10)]);
    }
    const headlines = () => textsOf(toStaff()).map((text) => text.split('\n')[5]);
    expect(headlines()).toHaveLength(5);
    expect(headlines()[4]).toMatch(
      /^Statusen skifter ofte: fire ganger på 30 dager, sist fra Ikke oppfylt til Oppfylt\./,
    );
    after(36 * DAY);
    await tell(world);
    expect(toStaff()).toHaveLength(5);
    after(37 * DAY);
    await tell(world);
    await tell(world);
    expect(headlines().slice(5)).toEqual(['Har stabilisert seg: Ikke oppfylt (dårlig nyhet)']);
  });
});

describe('an ambition that is still not met', () => {
  const WORSE = [satisfaction(2024, 60), satisfaction(2025, 55)];

  test('is reminded of at the interval that is set, across summer time', async () => {
    const { world, toStaff, after } = await setUp({ remindEveryDays: 30 });
    await importAnswers(world, WORSE);
    for (const day of [29, 30, 31, 59, 60, 61]) {
      after(day * DAY);
      await tell(world);
    }
    expect(
      textsOf(toStaff()).filter((text) => text.includes('Påminnelse: Ikke oppfylt siden 2. mars 2026')),
    ).toHaveLength(2);
  });

  test('is not reminded of unless that is asked for', async () => {
    const { world, toStaff, after } = await setUp();
    await importAnswers(world, WORSE);
    after(300 * DAY);
    await tell(world);
    expect(toStaff()).toHaveLength(1);
  });

  const putAside = (world: World, until: string) =>
    world.with((app) =>
      acknowledge(app, { indicator: 'business-satisfaction', until, reason: 'Tiltak er vedtatt', by: 'Kari' }),
    );

  test('and is acknowledged is not reminded of until the day is over', async () => {
    const { world, toStaff, after } = await setUp({ remindEveryDays: 30 });
    await importAnswers(world, WORSE);
    await putAside(world, '2026-04-15');
    after(44 * DAY);
    await tell(world);
    expect(toStaff()).toHaveLength(1);
    after(45 * DAY);
    await tell(world);
    expect(toStaff()).toHaveLength(2);
  });

  test('and is acknowledged is told of all the same when it changes, and the acknowledgement has ended', async () => {
    const { world, toStaff, after } = await setUp({ remindEveryDays: 30 });
    await importAnswers(world, WORSE);
    await putAside(world, '2027-02-01');
    after(DAY);
    await importAnswers(world, [satisfaction(2025, 65)]);
    after(2 * DAY);
    await importAnswers(world, [satisfaction(2025, 55)]);
    expect(toStaff()).toHaveLength(3);
    after(40 * DAY);
    await tell(world);
    expect(textsOf(toStaff())[3]).toContain('Påminnelse');
  });
});

describe('trouble in the machinery', () => {
  test('is told to operations once when it begins and once when it is over, and to staff never', async () => {
    const { world, toStaff, toOperations, after } = await setUp();
    const fetch = () =>
      world.with((app) => ingest(app, { jobs: ['employment'], force: true, accept: [] }, SILENT_PROGRESS));
    await fetch();
    const toldBefore = toStaff().length;
    world.statbank.setMode('error-body-200', { only: '06445/data' });
    for (const day of [1, 2, 3]) {
      after(day * DAY);
      await fetch();
    }
    expect(subjectsOf(toOperations())).toHaveLength(1);
    expect(textsOf(toOperations())[0]).toMatch(
      /\nSSB-tabell 06445\nNoe er galt\nDet siste svaret for SSB-tabell 06445 er ikke tatt inn, og tallene fra før står\. SSB sier at tabellen ikke har en av kodene det spørres etter\. Kjør `naeringspuls doctor --live`/,
    );
    world.statbank.setMode('normal');
    after(4 * DAY);
    await fetch();
    expect(textsOf(toOperations())[1]).toContain('SSB-tabell 06445\nI orden igjen\nDet gjaldt:');
    expect(toStaff()).toHaveLength(toldBefore);
  });

  const fetching = (world: World, job: string) => () =>
    world.with((app) => ingest(app, { jobs: [job], force: true, accept: [] }, SILENT_PROGRESS));

  test('is not over when the source gives no answer at all, but when it is in order', async () => {
    const { world, toOperations, after } = await setUp();
    const fetch = fetching(world, 'employment');
    await fetch();
    world.statbank.changeUnit('06445', 'Sysselsatte', 'promille');
    after(DAY);
    await fetch();
    expect(textsOf(toOperations())).toEqual([expect.stringContaining('SSB-tabell 06445\nNoe er galt\n')]);
    world.statbank.setMode('maintenance');
    after(2 * DAY);
    await failureOf(fetch());
    world.statbank.setMode('normal');
    after(3 * DAY);
    await fetch();
    expect(toOperations()).toHaveLength(1);
    world.statbank.changeUnit('06445', 'Sysselsatte', 'prosent');
    after(4 * DAY);
    await fetch();
    expect(textsOf(toOperations()).slice(1)).toEqual([expect.stringContaining('SSB-tabell 06445\nI orden igjen\n')]);
  });

  test('of a dataset is not mixed up with an indicator of the same name', async () => {
    const { world, toStaff, toOperations, after } = await setUp({ remindEveryDays: 30, language: 'en' });
    const fetch = fetching(world, 'employment');
    world.statbank.reviseCell('06445', { Region: '3301' }, '2025', 60.1);
    await fetch();
    world.statbank.setMode('error-body-200', { only: '06445/data' });
    after(DAY);
    await fetch();
    after(31 * DAY);
    await tell(world);
    expect(textsOf(toStaff()).at(-1)).toMatch(/Reminder: .*\nIn 2025 Drammen was /);
    world.statbank.setMode('normal');
    world.statbank.reviseCell('06445', { Region: '3301' }, '2025', 70.4);
    after(32 * DAY);
    await fetch();
    expect(textsOf(toStaff()).at(-1)).toContain('Not met → Met (good news)');
    const headlines = textsOf(toOperations()).map((text) => /\nSSB table 06445\n(.*)\n/.exec(text)?.[1]);
    expect(headlines).toEqual(['Something is wrong', 'In order again']);
  });

  const calledBy = ({ table, title }: DatasetDefinition) => (typeof table === 'string' ? `SSB-tabell ${table}` : title);

  test.each([
    ['one table of the source', { only: '06445' }, ['SSB-tabell 06445']],
    ['the whole source', {}, jobs.flatMap(({ datasets }) => datasets.map(calledBy))],
  ])('is told when %s has never given an answer', async (_, settings, silent) => {
    const { world, toOperations, after } = await setUp();
    world.statbank.setMode('server-error', settings);
    const everything = { jobs: [], force: false, accept: [] };
    const fetch = () => world.with((app) => ingest(app, everything, SILENT_PROGRESS).catch(() => undefined));
    await fetch();
    after(DAY);
    await fetch();
    expect(toOperations()).toEqual([]);
    for (const day of [2, 3, 4]) {
      after(day * DAY);
      await fetch();
      await tell(world);
    }
    const text = textsOf(toOperations()).join('\n');
    const never = /aldri kommet svar for (.+), som det ble spurt etter første gang 2\. mars 2026\./g;
    expect([...text.matchAll(never)].map(([, dataset]) => dataset).toSorted()).toEqual(silent.toSorted());
  });

  test('of a file that is refused is over when a file is taken in', async () => {
    const { world, toStaff, toOperations, after } = await setUp();
    const wrong = surveyFile(world.folder, [['business-satisfaction', 2025, Number.NaN]]);
    await failureOf(world.with((app) => importFile(app, 'survey', wrong)));
    await failureOf(world.with((app) => importFile(app, 'survey', wrong)));
    expect([toStaff(), textsOf(toOperations()).length]).toEqual([[], 1]);
    after(60 * MINUTE);
    await importAnswers(world, BASE);
    expect(textsOf(toOperations())[1]).toMatch(
      /Filen «[^»]+»\nI orden igjen\nDet gjaldt: Filen «answers-\d+\.csv» er avvist/,
    );
  });

  test('of a source that has nothing new for too long is told when the time is up', async () => {
    const { world, toOperations, after } = await setUp();
    await importAnswers(world, BASE);
    after(429 * DAY);
    await tell(world);
    expect(toOperations()).toEqual([]);
    after(431 * DAY);
    await tell(world);
    expect(textsOf(toOperations())[0]).toMatch(
      /Filen «.+» er forsinket: den ble levert sist 2\. mars 2026, og det ventes en ny minst hver 430\. dag\. Lever den nye filen/,
    );
  });
});
