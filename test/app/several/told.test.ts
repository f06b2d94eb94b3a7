import { copyFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';
import { beforeAll, describe, expect, test } from 'vitest';
import { queryDatabase } from '../../support/database/database-content.ts';
import { type MailServer, startMailServer } from '../../support/network/mail-server.ts';
import { startService } from '../../support/service/service.ts';
import { MAY_MOUNT, mountSmallDisk } from '../../support/service/small-disk.ts';
import { until } from '../../support/until.ts';
import { prepareDatabase } from '../../support/world.ts';
import {
  contentOf,
  databaseOf,
  DRAMMEN,
  folderOf,
  newWorld,
  operationsAt,
  STAVANGER,
  TIME_LIMIT_MS,
  TUESDAY_NOON,
  writeVariables,
} from './municipalities.ts';

beforeAll(() => nock.restore());

/** Subjects by receiver, in the order they came. */
const subjectsTo = ({ received }: MailServer, address: string) =>
  received.filter(({ to }) => to.includes(address)).map(({ headers }) => decodeSubject(headers.get('subject') ?? ''));

/** As mail has it where a letter is not of ASCII. */
function decodeSubject(subject: string): string {
  return subject.replaceAll(/=\?UTF-8\?Q\?([^?]*)\?=\s*/gi, (_, text: string) =>
    Buffer.from(
      text
        .replaceAll('_', ' ')
        .replaceAll(/=([0-9A-F]{2})/g, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
      'latin1',
    ).toString('utf8'),
  );
}

const SECOND = 'drift@stavanger.example.org';
const FIRST = 'drift@drammen.example.org';

describe('a folder among several that breaks is told once, and once when it is well again', () => {
  test(
    'by its own channels where alerts and variables can be read, else by those of another that is well',
    async () => {
      const world = await newWorld();
      const mail = await startMailServer();
      const folders = folderOf(world, {
        broken: STAVANGER(operationsAt(SECOND)),
        unreadable: STAVANGER(operationsAt(SECOND)),
        well: DRAMMEN(operationsAt(FIRST)),
      });
      const [broken, unreadable] = ['broken', 'unreadable'].map((name) => join(folders, name)) as [string, string];
      renameSync(join(broken, 'peers.yaml'), join(broken, '_peers.yaml'));
      writeFileSync(join(unreadable, 'environment'), 'SMTP_ULR=smtp://127.0.0.1\n');
      const env = { ...world.env, SMTP_URL: mail.url };
      const service = startService(env, TUESDAY_NOON, ['--configs', folders]);
      const told = await service.loggedTimes('folder-told', 2);
      expect(told.map(({ folder, about, by }) => [folder, about, by])).toEqual([
        [broken, 'settings', 'channels'],
        [unreadable, 'settings', 'others'],
      ]);
      expect(subjectsTo(mail, SECOND)).toEqual(['Innstillingene for Stavanger kan ikke brukes (Stavanger)']);
      expect(subjectsTo(mail, FIRST)).toEqual(['Innstillingene for Stavanger kan ikke brukes (Drammen)']);
      const [own, others] = mail.received.map(({ parts }) => parts['text/plain']);
      expect(own).toContain('peers.yaml:1:1 This file is missing');
      expect(own).toContain('Stavanger følges ikke før det er rettet.');
      expect(others).toContain("did you mean 'SMTP_URL'");
      expect(others).toContain('ikke kan varsles på egne kanaler');

      // Tried again and still broken: nobody is told anew.
      service.kill('SIGHUP');
      await service.loggedTimes('settings-reloaded', 1);
      service.kill('SIGHUP');
      await service.logged('run-finished');
      // The municipality is that of `broken` now: it goes on being told of to nobody anew.
      rmSync(join(unreadable, 'environment'));
      renameSync(join(broken, '_peers.yaml'), join(broken, 'peers.yaml'));
      service.kill('SIGHUP');
      await until(() => subjectsTo(mail, SECOND).length === 2);
      expect(subjectsTo(mail, SECOND)).toEqual([
        'Innstillingene for Stavanger kan ikke brukes (Stavanger)',
        'I orden igjen: Innstillingene i mappen broken (Stavanger)',
      ]);
      expect(subjectsTo(mail, FIRST)).toHaveLength(1);
      service.kill('SIGTERM');
      expect(await service.ended).toMatchObject({ code: 0 });
    },
    TIME_LIMIT_MS,
  );

  test(
    'and a changed variable holds after SIGHUP, while one that is wrong leaves those before in force and is told',
    async () => {
      const world = await newWorld();
      const [first, second] = [await startMailServer(), await startMailServer()];
      const folders = folderOf(world, { a: STAVANGER(operationsAt(SECOND)), b: DRAMMEN() });
      const folder = join(folders, 'a');
      writeVariables(folder, { SMTP_URL: first.url });
      const service = startService(world.env, TUESDAY_NOON, ['--configs', folders]);
      await service.loggedTimes('run-finished', 2);

      writeVariables(folder, { SMTP_URL: second.url });
      service.kill('SIGHUP');
      await service.loggedTimes('daemon-started', 3);
      writeVariables(folder, { SMTP_URL: 'nonsense' });
      service.kill('SIGHUP');
      expect(await service.logged('folder-told')).toMatchObject({ folder, about: 'settings', by: 'outbox' });
      expect(subjectsTo(second, SECOND)).toEqual(['Innstillingene for Stavanger kan ikke brukes (Stavanger)']);
      const [{ parts } = { parts: null }] = second.received;
      expect(parts?.['text/plain']).toContain('SMTP_URL');
      expect(parts?.['text/plain']).toContain('Stavanger følges videre med innstillingene fra før.');

      writeVariables(folder, { SMTP_URL: second.url });
      service.kill('SIGHUP');
      await until(() => second.received.length === 2);
      expect(subjectsTo(second, SECOND).at(-1)).toBe('I orden igjen: Innstillingene i mappen a (Stavanger)');

      // A folder that is gone may come back, with the disk it lies on.
      renameSync(folder, join(world.folder, 'away'));
      service.kill('SIGHUP');
      await until(() => second.received.length === 3);
      const gone = second.received[2]?.parts['text/plain'];
      expect(gone).toContain('There is no folder of settings at');
      expect(gone).toContain('Stavanger følges videre med innstillingene fra før.');
      expect(first.received).toEqual([]);
      service.kill('SIGTERM');
      expect(await service.ended).toMatchObject({ code: 0 });
    },
    TIME_LIMIT_MS,
  );

  test.skipIf(!MAY_MOUNT)(
    'and a full disk of one stops no other, is told by its channels, and costs nothing once there is room',
    async () => {
      const world = await newWorld();
      const mail = await startMailServer();
      const prepared = await prepareDatabase();
      const disk = mountSmallDisk(join(world.folder, 'disk'), statSync(prepared.file).size * 4);
      const databaseFile = join(disk.path, 'a.sqlite');
      copyFileSync(prepared.file, databaseFile);
      prepared.remove();
      disk.fill();
      world.statbank.publishYear('07984', '2026');
      const folders = folderOf(world, { a: DRAMMEN(operationsAt(FIRST)), b: STAVANGER(operationsAt(SECOND)) });
      writeVariables(join(folders, 'a'), { DATABASE_FILE: databaseFile });
      const env = { ...world.env, SMTP_URL: mail.url };
      const service = startService(env, TUESDAY_NOON, ['--configs', folders]);
      const told = await service.logged('folder-told');
      expect(told).toMatchObject({ folder: join(folders, 'a'), about: 'work', by: 'channels' });
      expect(subjectsTo(mail, FIRST)).toEqual(['Næringspuls kan ikke arbeide for Drammen (Drammen)']);
      expect(mail.received[0]?.parts['text/plain']).toContain('disken som databasen ligger på, er full');
      expect(await service.logged('run-finished')).toMatchObject({ municipality: '1103', outcome: 'succeeded' });

      disk.enlarge();
      service.kill('SIGHUP');
      const [, run] = await service.loggedTimes('run-finished', 2);
      expect(run).toMatchObject({ municipality: '3301', outcome: 'succeeded' });
      await until(() => subjectsTo(mail, FIRST).length === 2);
      expect(subjectsTo(mail, FIRST).at(-1)).toBe('I orden igjen: Arbeidet for mappen a (Drammen)');
      expect(subjectsTo(mail, SECOND)).toEqual([]);
      service.kill('SIGTERM');
      expect(await service.ended).toMatchObject({ code: 0 });
      const newest = "SELECT max(period) AS period FROM out_observation WHERE dataset = 'employed-total'";
      expect(queryDatabase(databaseFile, newest)).toEqual([{ period: '2026' }]);
    },
    TIME_LIMIT_MS,
  );
});

test(
  'a process that is killed in the midst of a run loses nothing of any municipality',
  async () => {
    const world = await newWorld();
    const folders = folderOf(world, { a: STAVANGER(), b: DRAMMEN() });
    const start = () => startService(world.env, TUESDAY_NOON, ['--configs', folders]);
    const killed = start();
    const [, second] = await killed.loggedTimes('run-started', 2);
    killed.kill('SIGKILL');
    expect(await killed.ended).toMatchObject({ signal: 'SIGKILL' });
    expect(second).toMatchObject({ municipality: '3301' });
    const again = start();
    expect(await again.logged('run-finished')).toMatchObject({ municipality: '3301', outcome: 'succeeded' });
    again.kill('SIGTERM');
    expect(await again.ended).toMatchObject({ code: 0 });
    for (const [code, settings] of Object.entries({ 1103: STAVANGER(), 3301: DRAMMEN() })) {
      const alone = await newWorld();
      await alone.ingest({}, settings);
      expect(contentOf(databaseOf(world, code))).toEqual(contentOf(alone.databaseFile));
    }
  },
  TIME_LIMIT_MS,
);
