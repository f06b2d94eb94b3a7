import nock from 'nock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAlerts } from '../../src/app/messages/alerts-command.ts';
import { assessAsOf, check } from '../../src/app/assess/reassess-command.ts';
import { importFile } from '../support/import-file.ts';
import type { App } from '../../src/app/open-app.ts';
import { readPage } from '../../src/app/show/read-page.ts';
import { readStatus, type StatusLine } from '../../src/app/show/read-status.ts';
import { queryDatabase } from '../support/database/database-content.ts';
import { copyConfig, type Edit } from '../support/edited-config.ts';
import { olderConfig } from '../support/older-config.ts';
import { openWorld, prepareDatabase, type PreparedDatabase, SAMPLE_SURVEY } from '../support/world.ts';

const A_MONTH_LATER = '2026-04-02T10:00:00.000Z';

let prepared: PreparedDatabase;

// Real requests to the stand-in on loopback.
beforeAll(async () => {
  nock.restore();
  prepared = await prepareDatabase({
    alsoDo: (world) => world.with((app) => importFile(app, 'survey', SAMPLE_SURVEY)),
  });
});
afterAll(() => prepared.remove());

/** A line without what only a recorded assessment has. */
const said = ({ id, title, status, statusText, period, value, unit, flags, sentence }: StatusLine) => ({
  ...{ id, title, status, statusText, period, value, unit, flags, sentence },
});
const statusNow = (app: App) => readStatus(app).indicators.map(said);
const asOf = (app: App, at: string) => assessAsOf(app, at).document.indicators.map(said);

const ENGLISH: Edit = ['plan.yaml', 'language: nb', 'language: en'];
const CHANGES: readonly (readonly [string, Edit])[] = [
  ['how old a file may be', ['plan.yaml', 'allowedAgeDays: 430', 'allowedAgeDays: 10']],
  ['the language', ENGLISH],
  ['the name of a peer group', ['peers.yaml', 'title: ASSS-kommunene', 'title: De store kommunene']],
  ['whether a peer group is adopted', ['peers.yaml', 'confirmed: false', 'confirmed: true']],
  ['a peer', ['peers.yaml', "name: Moss, members: ['3103']", "name: Moss, members: ['3103', '0301']"]],
  [
    'a margin',
    ['indicators/job-growth.yaml', 'tolerance: { absolute: 0.05 } # percentage points', 'tolerance: { absolute: 0.9 }'],
  ],
];

describe('what is said as of now is what is said, and as of before what was said, when the settings change', () => {
  test.each(CHANGES)('%s', async (_, edit) => {
    const world = await openWorld({ database: prepared.file });
    const before = await world.with(statusNow);
    world.at(A_MONTH_LATER);
    await world.with(async (app) => {
      await check(app);
      await check(app);
      expect(asOf(app, A_MONTH_LATER)).toEqual(statusNow(app));
    }, copyConfig(edit));
    await world.with((app) => expect(asOf(app, '2026-03-02T12:00:00.000Z')).toEqual(before));
  });
});

describe('a change of what is said and not of what is met', () => {
  const versions = (file: string) =>
    queryDatabase(
      file,
      "SELECT count(*) AS versions, count(DISTINCT fingerprint) AS fingerprints FROM rule_version WHERE indicator_id = 'business-satisfaction'",
    );

  test('makes a version with the fingerprint of the one before, and one only', async () => {
    const world = await openWorld({ database: prepared.file });
    expect(versions(world.databaseFile)).toEqual([{ versions: 1, fingerprints: 1 }]);
    const older = copyConfig(['plan.yaml', 'allowedAgeDays: 430', 'allowedAgeDays: 10']);
    await world.with((app) => check(app), older);
    await world.with((app) => check(app), older);
    expect(versions(world.databaseFile)).toEqual([{ versions: 2, fingerprints: 1 }]);
  });

  test('is no news where it is said in words of the municipality what a number is', async () => {
    const world = await openWorld();
    const recorded = () =>
      queryDatabase(
        world.databaseFile,
        'SELECT (SELECT count(*) FROM assessment) AS assessments, (SELECT count(*) FROM alert) AS alerts, ' +
          '(SELECT count(DISTINCT fingerprint) FROM rule_version) AS fingerprints',
      );
    await world.ingest({}, olderConfig('skills-gap'));
    const before = recorded();
    expect(before).toEqual([expect.objectContaining({ fingerprints: 9 })]);
    world.at(A_MONTH_LATER);
    await world.ingest();
    // The one that has a sentence about its figure says it anew, in those words.
    expect(recorded()).toEqual([{ ...before[0], assessments: Number(before[0]?.['assessments']) + 1 }]);
  });

  test('is no version where keys only stand in another order', async () => {
    const world = await openWorld({ database: prepared.file });
    const order: Edit = [
      'peers.yaml',
      "{ id: moss, name: Moss, members: ['3103'] }",
      "{ name: Moss, members: ['3103'], id: moss }",
    ];
    await world.with((app) => check(app), copyConfig(order));
    expect(queryDatabase(world.databaseFile, 'SELECT count(*) AS versions FROM rule_version')).toEqual([
      { versions: 9 },
    ]);
  });
});

describe('another language', () => {
  const NORWEGIAN = /[æøå]|\b(og|er|ikke|prosentpoeng|foreløpig)\b/i;

  test('leaves no sentence in the one before, in status or on the page, and nobody is told', async () => {
    const world = await openWorld({ database: prepared.file });
    const english = copyConfig(ENGLISH);
    const told = await world.with((app) => readAlerts(app).alerts.length);
    await world.with(async (app) => {
      const { results } = await check(app);
      expect(new Set(results.map(({ cause, notice }) => `${cause} ${notice}`))).toEqual(new Set(['rule-changed null']));
      const sentences = readStatus(app).indicators.map(({ sentence }) => sentence);
      // Names of places and publishers are what they are.
      const plain = (text: string) => text.replace(/\bSource:.*$/, '').replace(/[“(][^”)]*[”)]|\b[A-ZÆØÅ]\p{L}*/gu, '');
      expect(sentences.filter((sentence) => NORWEGIAN.test(plain(sentence)))).toEqual([]);
      const onPage = readPage(app).indicators.map(({ sentence }) => sentence);
      // The page has the source in a place of its own.
      expect(onPage.filter((said, n) => !sentences[n]?.startsWith(said) || said.includes('Source:'))).toEqual([]);
      expect(readAlerts(app).alerts).toHaveLength(told);
      expect((await check(app)).results.filter(({ cause }) => cause !== null)).toEqual([]);
    }, english);
  });
});
