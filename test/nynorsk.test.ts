import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';
import { beforeAll, describe, expect, test } from 'vitest';
import { jobs } from '../jobs/index.ts';
import { slackPosts } from '../src/alert/payloads/slack-payload.ts';
import { teamsPosts } from '../src/alert/payloads/teams-payload.ts';
import { messageHtml } from '../src/alert/render/message-html.ts';
import { messageText } from '../src/alert/render/message-text.ts';
import { alertMessage } from '../src/app/messages/alert-message.ts';
import type { App } from '../src/app/open-app.ts';
import { readStatus } from '../src/app/show/read-status.ts';
import { writeReport } from '../src/app/show/write-page.ts';
import { findLatestAssessments } from '../src/store/assess/assessments.ts';
import { typeCommand } from './support/command-line.ts';
import { queryDatabase } from './support/database/database-content.ts';
import { copyConfig } from './support/edited-config.ts';
import { nynorskConfig } from './support/nynorsk-config.ts';
import { openWorld, SAMPLE_EMISSIONS, SAMPLE_SURVEY, type World } from './support/world.ts';
import { bokmalIn } from './words/bokmal.ts';

// Real requests to the stand-in on loopback.
beforeAll(() => nock.restore());

/** What the stand-in calls itself, and what a category is called. */
const SOURCE_WORDS = [
  'Oppdiktede tall i SSBs form (ikke Statistisk sentralbyrå)',
  'Sysselsatte personer etter arbeidssted',
];

/** Without what others have named: the source, its tables and categories, files that were handed in, and addresses. */
function ofOurOwn({ databaseFile }: World, text: string): string {
  const tables = queryDatabase(databaseFile, 'SELECT title FROM dataset').map(({ title }) => String(title));
  const datasets = jobs.flatMap((job) => job.datasets.map(({ title }) => title));
  return [...SOURCE_WORDS, ...tables, ...datasets]
    .reduce((rest, name) => rest.replaceAll(name, ''), text)
    .replaceAll(/https?:\/\/\S+|oppdiktet-[a-z-]+\.(?:csv|xlsx)/g, '');
}

/** As a reader sees a page: without styles and marks. */
function readable(html: string): string {
  return html
    .replaceAll(/<style>[^]*?<\/style>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&[a-z#0-9]+;/g, ' ');
}

async function typed(world: World, words: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await typeCommand(words, world.env);
  expect({ words, exitCode, stderr }).toMatchObject({ exitCode: 0 });
  return stdout;
}

/** The message about everything the plan says, as it would be sent at first. */
function firstMessage({ store, settings }: App) {
  const parts = findLatestAssessments(store).map((assessment) => {
    const { id, indicatorId: subject, status, assessedAt: createdAt, sentence } = assessment;
    const alert = {
      ...({ id, kind: 'change', subject, assessmentId: id, fromStatus: 'stable', toStatus: status } as const),
      ...{ text: sentence, idempotencyKey: subject, createdAt },
    };
    const { title = '', titleEn = '' } = settings.indicators.find((one) => one.id === subject) ?? {};
    return { alert, assessed: { indicator: { title, titleEn }, assessment, before: null, runId: 1 } };
  });
  return alertMessage({ channel: 'email', messageKey: 'k', attempts: 0, takenPosts: [], parts }, settings);
}

describe('a municipality whose language is nynorsk', () => {
  test('is served in nynorsk: page, feed, messages and terminal', async () => {
    const configDir = nynorskConfig();
    const world = await openWorld({ configDir });
    await world.ingest();
    for (const [kind, file] of [
      ['survey', SAMPLE_SURVEY],
      ['municipal-emissions', SAMPLE_EMISSIONS],
    ] as const) {
      await typed(world, ['import', kind, file]);
    }
    const page = join(world.folder, 'side.html');
    const message = await world.with((app) => {
      writeReport(app, page);
      return firstMessage(app);
    });
    const html = readFileSync(page, 'utf8');
    const said = {
      page: readable(html),
      text: messageText(message),
      html: readable(messageHtml(message)),
      teams: JSON.stringify(teamsPosts(message)),
      slack: JSON.stringify(slackPosts(message)),
      status: await typed(world, ['status']),
      explain: await typed(world, ['explain', 'job-growth']),
      history: await typed(world, ['history', 'job-growth']),
      alerts: await typed(world, ['alerts', 'list']),
    };
    const found = Object.entries(said).map(([where, text]) => [where, bokmalIn(ofOurOwn(world, text))] as const);
    expect(found).toEqual(Object.keys(said).map((where) => [where, []]));
    for (const text of Object.values(said)) expect(text).toMatch(/ikkje|Årsak|frå|endra/i);
    expect(html).toContain('<html lang="nn">');
    // The plan's own words are in the language of the page, and are not marked as foreign.
    expect(html.match(/ lang="[^"]*"/g)).toEqual([' lang="nn"']);
    expect(messageHtml(message)).toContain('<html lang="nn"');
  });
});

describe('a plan in bokmål whose messages are in nynorsk', () => {
  test('has titles, meanings and units in nynorsk where the settings have them so too', async () => {
    const file = 'indicators/new-enterprises.yaml';
    const configDir = copyConfig(
      ['alerts.yaml', 'language: nb', 'language: nn'],
      [file, 'titleEn: Growth', 'titleNn: Vekst i nyetableringar\ntitleEn: Growth'],
      [file, 'meaningEn: The', 'meaningNn: Talet på nye føretak i løpet av året.\nmeaningEn: The'],
      [file, '    unitEn: enterprises', '    unitNn: føretak\n    unitEn: enterprises'],
      [file, '    unitInWordsEn:', '    unitInWordsNn: nyetablerte føretak\n    unitInWordsEn:'],
    );
    const world = await openWorld({ configDir });
    await world.ingest({ jobs: ['new-companies'] });
    await world.with((app) => {
      const [item] = firstMessage(app).items.filter(({ title }) => title.startsWith('Vekst i nye'));
      expect(item).toMatchObject({ title: 'Vekst i nyetableringar' });
      expect(item?.sentence).toMatch(
        /^Eitt av to krav er oppfylt\. Talet for 2025 er 972\u00A0nyetablerte føretak, opp 24 frå 948/,
      );
      expect(item?.details.find(({ label }) => label === 'Talet')?.text).toBe('Talet på nye føretak i løpet av året.');
      expect(readStatus(app).indicators.find(({ id }) => id === 'new-enterprises')?.sentence).toMatch(
        /Tallet for 2025 er 972\u00A0nyetablerte foretak, opp 24 fra 948/,
      );
    });
  });
});
