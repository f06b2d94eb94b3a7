import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { check } from '../../../src/app/assess/reassess-command.ts';
import { importFile } from '../../support/import-file.ts';
import { readPage } from '../../../src/app/show/read-page.ts';
import { readStatus } from '../../../src/app/show/read-status.ts';
import { writePage, writeReport } from '../../../src/app/show/write-page.ts';
import { textOf } from '../../report/support/build-page.ts';
import { queryDatabase } from '../../support/database/database-content.ts';
import { copyConfig } from '../../support/edited-config.ts';
import { startService } from '../../support/service/service.ts';
import { openWorld, prepareDatabase, type PreparedDatabase, SAMPLE_SURVEY, type World } from '../../support/world.ts';

let prepared: PreparedDatabase;

// Real requests to the stand-in on loopback.
beforeAll(async () => {
  nock.restore();
  prepared = await prepareDatabase();
});
afterAll(() => prepared.remove());

const afterFirstRun = () => openWorld({ database: prepared.file });
const fileOf = (world: World) => world.with(({ environment }) => environment.reportFile);
const pageOf = async (world: World) => readFileSync(await fileOf(world), 'utf8');

/** Title and status word of every indicator in the overview, in its order. */
function statusesIn(page: string): readonly (readonly (string | undefined)[])[] {
  const overview = page.slice(0, page.indexOf('<section class="indicator"'));
  const rows = overview.split('<tr class="row ').slice(1);
  return rows.map((row) => [
    /href="#([^"]+)"/.exec(row)?.[1],
    // That nothing has changed is said as what it is: not met.
    /class="badge [^]*?<span>([^<]+)<\/span>/.exec(row)?.[1]?.replace(/ – ikke oppfylt$/, ''),
  ]);
}

describe('the page for staff', () => {
  test('is there after the first run, beside the database', async () => {
    const world = await openWorld();
    await world.ingest();
    expect(await fileOf(world)).toBe(join(world.folder, 'næringspuls.html'));
    expect(await pageOf(world)).toMatch(/^<!doctype html>/);
  });

  test('says of every indicator what the status does', async () => {
    const world = await afterFirstRun();
    await world.ingest();
    const { indicators } = await world.with(readStatus);
    expect(statusesIn(await pageOf(world))).toEqual(indicators.map(({ id, statusText }) => [id, statusText]));
  });

  test('is written anew when the municipality notes something or names somebody, and says it', async () => {
    const world = await afterFirstRun();
    await world.ingest();
    const noted = copyConfig(
      [
        'annotations.yaml',
        'annotations: []',
        "annotations: [{ indicator: job-growth, period: '2025', text: Flytting av sykehuset }]",
      ],
      ['report.yaml', 'contact: null', "contact: { name: Næringsavdelingen, phone: '32 00 00 00' }"],
    );
    await world.with((app) => expect(writePage(app)).toBeNull(), noted);
    const text = textOf(await pageOf(world));
    expect(text.match(/2025 ?: Flytting av sykehuset/g)).toHaveLength(1);
    expect(text).toContain('Kontakt Næringsavdelingen');
  });

  test('is left alone the same day by a command that asked no source and changed nothing', async () => {
    const world = await afterFirstRun();
    await world.ingest();
    const before = statSync(await fileOf(world)).ino;
    await world.with(check);
    expect(statSync(await fileOf(world)).ino).toBe(before);
  });

  test('is written again the next day though nothing has changed, and tells when the sources last answered', async () => {
    const world = await afterFirstRun();
    world.at('2026-03-03T10:05:00.000Z');
    await world.ingest();
    expect(textOf(await pageOf(world))).toContain('Sist kontrollert mot kildene 3. mars 2026 kl. 11.05.');
    const before = statSync(await fileOf(world)).ino;
    world.at('2026-03-04T10:00:00.000Z');
    expect(await world.with(writePage)).toBeNull();
    expect(statSync(await fileOf(world)).ino).not.toBe(before);
    expect(textOf(await pageOf(world))).toContain('Sist kontrollert mot kildene 3. mars 2026 kl. 11.05.');
  });

  test('follows a file that is handed in, and words that are changed in the settings', async () => {
    const world = await afterFirstRun();
    await world.with((app) => importFile(app, 'survey', SAMPLE_SURVEY));
    expect(textOf(await pageOf(world))).toContain('60,1 poeng');
    const renamed = copyConfig(['plan.yaml', 'Strategisk næringsplan', 'Plan for næringen']);
    await world.with(check, renamed);
    expect(await pageOf(world)).toContain('<h1>Plan for næringen</h1>');
  });

  test('is made again when somebody has removed it', async () => {
    const world = await afterFirstRun();
    await world.ingest();
    rmSync(await fileOf(world));
    await world.with(check);
    expect(existsSync(await fileOf(world))).toBe(true);
  });

  test('is brought up to date when the service starts, which goes on without it when it cannot be', async () => {
    const world = await afterFirstRun();
    const file = await fileOf(world);
    const now = await world.with(({ clock }) => clock.now().toISOString());
    const start = async () => {
      const service = startService(world.env, now);
      await service.logged('daemon-started');
      service.kill('SIGKILL');
      await service.ended;
    };
    await start();
    expect(await pageOf(world)).toMatch(/^<!doctype html>/);
    rmSync(file);
    mkdirSync(file);
    await expect(start()).resolves.toBeUndefined();
  });

  test('that cannot be written undoes nothing, is told in a sentence, and comes with the next run', async () => {
    const world = await afterFirstRun();
    const file = await fileOf(world);
    mkdirSync(file);
    const { message, outcome } = await world.with((app) => importFile(app, 'survey', SAMPLE_SURVEY));
    expect(outcome).toBe('succeeded');
    expect(message).toContain(`${file} already exists and was not written by this program.`);
    const taken = "SELECT 1 AS here FROM out_source WHERE dataset = 'survey'";
    expect(queryDatabase(world.databaseFile, taken)).toEqual([{ here: 1 }]);
    rmSync(file, { recursive: true });
    await world.with(check);
    expect(textOf(await pageOf(world))).toContain('60,1 poeng');
  });

  test('never takes the place of a file of somebody else', async () => {
    const world = await afterFirstRun();
    writeFileSync(await fileOf(world), 'my own notes');
    expect(await world.with(writePage)).toContain('Name another file');
    expect(await pageOf(world)).toBe('my own notes');
  });

  test('is the same bytes when it is made again at the same moment', async () => {
    const world = await afterFirstRun();
    const [one, other] = [join(world.folder, 'one.html'), join(world.folder, 'other.html')];
    await world.with((app) => [writeReport(app, one), writeReport(app, other)]);
    expect(readFileSync(one).equals(readFileSync(other))).toBe(true);
  });

  test('tells which figures the source has corrected since', async () => {
    const world = await afterFirstRun();
    await world.ingest();
    world.at('2026-03-10T10:00:00.000Z');
    world.statbank.reviseCell('06445', { Region: '3301' }, '2024', 64.1);
    await world.ingest();
    const { indicators } = await world.with(readPage);
    const revised = indicators.flatMap(({ definition, revisions }) =>
      revisions === null ? [] : [[definition.id, revisions]],
    );
    expect(revised).toMatchObject([['employment-rate', { values: [{ period: 2024000 }], peers: [] }]]);
    expect(textOf(await pageOf(world))).toContain('Kilden rettet tall');
  });

  test('does not take a correction of the municipality’s own for one of the source, nor its end', async () => {
    const world = await afterFirstRun();
    const correction = `corrections:
  - dataset: employment-rate
    series: { Region: '3301', Kjonn: '0', Alder: '15-74', ContentsCode: Sysselsatte }
    period: '2025'
    published: 65.4
    corrected: 67.4
    reason: Sifre er byttet om.
    reference: Sak 2026/12`;
    const revised = () => world.with((app) => readPage(app).indicators.map(({ revisions }) => revisions));
    await world.ingest({}, copyConfig(['corrections.yaml', 'corrections: []', correction]));
    expect((await revised()).filter((found) => found !== null)).toEqual([]);
    world.at('2026-03-10T10:00:00.000Z');
    await world.ingest();
    expect((await revised()).filter((found) => found !== null)).toEqual([]);
  });

  test('shows markup in a label of the source and in the settings as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const rewrite = (body: string) => body.replaceAll('Undervisning', hostile);
    const config = copyConfig(['indicators/job-growth.yaml', 'Vekst i antall arbeidsplasser', `'${hostile}'`]);
    const world = await openWorld({ rewrite: rewrite, configDir: config });
    await world.ingest();
    const page = await pageOf(world);
    expect(page).not.toContain('<img');
    expect(page.split('&lt;img src=x onerror=alert(1)&gt;').length).toBeGreaterThan(4);
  });
});
