import { existsSync } from 'node:fs';
import nock from 'nock';
import { beforeAll, describe, expect, test } from 'vitest';
import { listAlerts, markFailed } from '../../src/store/messages/outbox.ts';
import { runCli } from '../support/cli.ts';
import { alertConfig } from '../support/alert-config.ts';
import { databaseContent } from '../support/database/database-content.ts';
import { startMailServer } from '../support/network/mail-server.ts';
import { startScriptedServer } from '../support/network/scripted-server.ts';
import { startReceiver } from '../support/network/receiver.ts';
import { importAnswers, ONE_YEAR, surveyFile, WORSE } from '../support/survey-answers.ts';
import { openWorld } from '../support/world.ts';

// Real requests to receivers on loopback.
beforeAll(() => nock.restore());

interface AlertDocument {
  readonly alerts: readonly {
    readonly id: number;
    readonly idempotencyKey: string;
    readonly deliveries: readonly Readonly<Record<string, unknown>>[];
  }[];
}

/** A world whose webhook is down, with one alert that it has not taken. */
async function withUndelivered() {
  const receiver = await startReceiver();
  const world = await openWorld();
  const webhookUrl = `${receiver.url}/services/hemmelig-sti`;
  const env = { ...world.env, WEBHOOK_URL: webhookUrl };
  await receiver.down();
  const told = { ...world, with: withAddress(world, webhookUrl) };
  await importAnswers(told, ONE_YEAR);
  const run = (...words: string[]) => runCli(words, env);
  const list = async () => JSON.parse((await run('alerts', 'list', '--json')).stdout) as AlertDocument;
  const giveUp = () =>
    world.with(({ store }) => {
      for (const { channel, messageKey } of listAlerts(store, 1)[0]?.deliveries ?? []) {
        if (channel !== 'webhook') continue;
        markFailed(store, { channel, messageKey }, { error: '127.0.0.1 answered 503.', nextAttemptAt: null });
      }
    });
  return { receiver, world, run, list, giveUp };
}

function withAddress(world: Awaited<ReturnType<typeof openWorld>>, webhookUrl: string): typeof world.with {
  return (work) => world.with((app) => work({ ...app, environment: { ...app.environment, webhookUrl } }));
}

describe('alerts list', () => {
  test('shows each delivery with its state, attempts, last error and next attempt', async () => {
    const { list } = await withUndelivered();
    const { alerts } = await list();
    expect(alerts).toMatchObject([
      {
        id: 1,
        indicator: 'business-satisfaction',
        from: null,
        to: 'insufficient',
        toText: 'Kan ikke vurderes',
        deliveries: [
          { channel: 'log', state: 'delivered', attempts: 1, lastError: null, channelInUse: true },
          {
            channel: 'webhook',
            state: 'pending',
            attempts: 1,
            nextAttemptAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
            lastError: expect.stringMatching(/could not be reached: the connection was refused/) as string,
            channelInUse: true,
          },
        ],
      },
    ]);
  });

  test('begins with what was given up, its reason and how to send it again', async () => {
    const { run, giveUp } = await withUndelivered();
    await giveUp();
    const { stdout } = await run('alerts');
    expect(stdout).toMatch(/^GITT OPP:\n {2}1 Næringslivets tilfredshet.*, webhook: «127\.0\.0\.1 answered 503\.»\n/);
    expect(stdout).toContain('Send på nytt: naeringspuls alerts resend 1\n');
  });

  test('tells what a mail server refused in the language of the plan, and JSON in that of the log', async () => {
    const AUTH = '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.';
    const host = await startScriptedServer({ AUTH });
    const world = await openWorld();
    const env = { ...world.env, CONFIG_DIR: alertConfig(world.folder), SMTP_URL: `smtp://drift:hemmelig@${host}` };
    expect((await runCli(['import', 'survey', surveyFile(world.folder, ONE_YEAR)], env)).exitCode).toBe(6);
    const list = async (...words: string[]) => (await runCli(['alerts', 'list', ...words], env)).stdout;
    expect(await list()).toContain(`${host} har slått av godkjent SMTP`);
    const json = await list('--json');
    expect(json).toContain(`${host} has authenticated SMTP turned off`);
    expect(json + (await list())).not.toMatch(/hemmelig/);
  });

  test('says so when there is none', async () => {
    const world = await openWorld();
    await world.with(() => undefined);
    expect(await runCli(['alerts', 'list'], world.env)).toMatchObject({
      exitCode: 0,
      stdout: 'Det er ingen varsler.\n',
    });
  });

  test('says when the channel of a waiting message is not set up', async () => {
    const { world } = await withUndelivered();
    expect((await runCli(['alerts', 'list'], world.env)).stdout).toContain('kanalen er ikke satt opp');
  });
});

describe('alerts resend', () => {
  test('revives what was given up, with the key it had', async () => {
    const { receiver, run, list, giveUp } = await withUndelivered();
    await giveUp();
    await receiver.back();
    expect(await run('alerts', 'resend', '1')).toMatchObject({ exitCode: 0, stdout: 'Levert: 1\n' });
    const [alert] = (await list()).alerts;
    expect(alert?.deliveries[1]).toMatchObject({ state: 'delivered', lastError: null });
    expect(receiver.received.map(({ key }) => key)).toEqual([alert?.idempotencyKey]);
  });

  test('ends with 6 and says why when it is not taken this time either', async () => {
    const { run, giveUp, list } = await withUndelivered();
    await giveUp();
    const { exitCode, stderr } = await run('alerts', 'resend', '1');
    expect(exitCode).toBe(6);
    expect(stderr).toMatch(/Alert 1 \(business-satisfaction\) could not be delivered by webhook: .*tried again from/);
    expect((await list()).alerts[0]?.deliveries[1]).toMatchObject({ state: 'pending', attempts: 1 });
  });

  test.each([
    ['2', 'Det finnes ikke noe varsel 2.'],
    ['x', 'Skriv nummeret til et varsel, som 3.'],
  ])('refuses %s: %s', async (id, sentence) => {
    const world = await openWorld();
    await world.with(() => undefined);
    const { exitCode, stderr } = await runCli(['alerts', 'resend', id], world.env);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(sentence)]);
  });

  test('refuses what has been delivered everywhere', async () => {
    const world = await openWorld();
    await importAnswers(world, ONE_YEAR);
    const { exitCode, stderr } = await runCli(['alerts', 'resend', '1'], world.env);
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringContaining('Varsel 1 er levert i alle kanalene det ble laget for.'),
    ]);
  });
});

describe('a command whose news could not be delivered', () => {
  test('has done its work, says so, and ends with 6', async () => {
    const { run, world } = await withUndelivered();
    const { exitCode, stdout, stderr } = await run('import', 'survey', surveyFile(world.folder, WORSE));
    expect(exitCode).toBe(6);
    expect(stdout).toContain('survey: 1 nye tall');
    expect(stderr).toMatch(/could not be delivered by webhook: .* It is tried again from /);
  });
});

describe('the address of the webhook', () => {
  test('shows in no output and no row', async () => {
    const { run, world, giveUp } = await withUndelivered();
    const outputs = [await run('alerts', 'list'), await run('alerts', 'list', '--json'), await run('check')];
    await giveUp();
    outputs.push(await run('alerts', 'resend', '1', '--json'), await run('alerts', 'list'));
    expect(JSON.stringify([outputs, databaseContent(world.databaseFile)])).not.toMatch(/hemmelig|services/);
  });
});

describe('alerts test', () => {
  test('needs no database, and makes none', async () => {
    const world = await openWorld();
    expect((await runCli(['alerts', 'test', 'log'], world.env)).exitCode).toBe(0);
    expect(existsSync(world.databaseFile)).toBe(false);
  });

  test('sends a marked test through a channel, and records nothing', async () => {
    const receiver = await startReceiver();
    const world = await openWorld();
    const env = { ...world.env, WEBHOOK_URL: `${receiver.url}/services/hemmelig-sti` };
    expect(await runCli(['alerts', 'test', 'webhook'], env)).toMatchObject({
      exitCode: 0,
      stdout: 'Prøven er levert: webhook\n',
    });
    expect(receiver.received[0]?.document).toMatchObject({ event: 'test' });
    expect(receiver.received[0]?.document['text']).toContain('Dette er en test.');
    expect(await world.with(({ store }) => listAlerts(store, 10))).toEqual([]);
  });

  test('sends one by e-mail', async () => {
    const mail = await startMailServer();
    const world = await openWorld();
    const env = { ...world.env, CONFIG_DIR: alertConfig(world.folder), SMTP_URL: mail.url };
    expect(await runCli(['alerts', 'test', 'email'], env)).toMatchObject({ exitCode: 0 });
    expect(mail.received[0]?.headers.get('subject')).toBeDefined();
    expect(mail.received[0]?.parts['text/plain']).toContain('Dette er en test.');
  });

  test('ends with 6 and says why when it is not taken, without the secret', async () => {
    const mail = await startMailServer();
    mail.answer(554);
    const world = await openWorld();
    const env = { ...world.env, CONFIG_DIR: alertConfig(world.folder), SMTP_URL: mail.url };
    const { exitCode, stdout, stderr } = await runCli(['alerts', 'test', 'email'], env);
    expect([exitCode, stdout]).toEqual([6, '']);
    expect(stderr).toMatch(
      /^Testen ble ikke levert gjennom «email»: 127\.0\.0\.1:\d+ avviste meldingen \(svar 554\)\.\nSpør dem som driver tjeneren/,
    );
    expect(stderr).not.toMatch(/hemmelig/);
  });

  test.each([
    ['pigeon', {}, 'Det finnes ingen kanal «pigeon».\nVelg mellom log, webhook, email'],
    ['webhook', {}, 'Kanalen «webhook» er ikke i bruk: WEBHOOK_URL er ikke satt.'],
    ['email', { SMTP_URL: 'smtp://127.0.0.1:9' }, 'Kanalen «email» har ingen mottakere.'],
  ])('through %s, which cannot be used, ends with 2 and says what is missing', async (channel, secrets, sentence) => {
    const world = await openWorld();
    const { exitCode, stderr } = await runCli(['alerts', 'test', channel], { ...world.env, ...secrets });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(sentence)]);
  });
});

describe('alerts ack', () => {
  /** A day of the real clock, which commands go by. */
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

  async function withOffTrack() {
    const world = await openWorld();
    await importAnswers(world, [...ONE_YEAR, ...WORSE]);
    const ack = (...words: string[]) => runCli(['alerts', 'ack', ...words], world.env);
    return { world, ack };
  }

  test('is shown by alerts list, with who, why and until when', async () => {
    const { world, ack } = await withOffTrack();
    const words = ['business-satisfaction', '--until', inDays(100), '--reason', 'Tiltak er vedtatt', '--by', 'Kari'];
    const { exitCode, stdout } = await ack(...words);
    const line = `business-satisfaction: Tiltak er vedtatt (Kari, ${inDays(0)}; gjelder til og med ${inDays(100)})`;
    expect([exitCode, stdout]).toEqual([0, `KVITTERT, ingen påminnelse: ${line}\n`]);
    expect((await runCli(['alerts', 'list'], world.env)).stdout).toContain(`KVITTERT, ingen påminnelse:\n  ${line}\n`);
    const { acknowledgements } = JSON.parse((await runCli(['alerts', '--json'], world.env)).stdout) as {
      readonly acknowledgements: readonly object[];
    };
    expect(acknowledgements).toMatchObject([{ indicatorId: 'business-satisfaction', acknowledgedBy: 'Kari' }]);
  });

  test.each([
    [
      'for ever',
      ['business-satisfaction', '--until', inDays(400), '--reason', 'x'],
      /er mer enn et år fram\.\n.*ingenting settes til side for alltid/,
    ],
    [
      'until a day that is past',
      ['business-satisfaction', '--until', '2020-01-01', '--reason', 'x'],
      /2020-01-01 er over\./,
    ],
    [
      'until no day',
      ['business-satisfaction', '--until', '2027-02-30', '--reason', 'x'],
      /«2027-02-30» er ikke en dato\./,
    ],
    ['for no reason', ['business-satisfaction', '--until', inDays(9), '--reason', ' '], /Begrunnelsen er tom\./],
    [
      'of what is not off track',
      ['business-perception', '--until', inDays(9), '--reason', 'x'],
      /har statusen «.*», og det sendes bare påminnelse/,
    ],
    ['of nothing', ['business-satisfction', '--until', inDays(9), '--reason', 'x'], /business-satisfaction/],
  ])('%s is refused', async (_what, words, sentence) => {
    const { ack } = await withOffTrack();
    const { exitCode, stderr } = await ack(...words);
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(sentence)]);
  });
});
