import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';
import { beforeAll, describe, expect, test } from 'vitest';
import { slackPosts } from '../src/alert/payloads/slack-payload.ts';
import { teamsPosts } from '../src/alert/payloads/teams-payload.ts';
import { messageHtml } from '../src/alert/render/message-html.ts';
import { messageText } from '../src/alert/render/message-text.ts';
import { alertMessage } from '../src/app/messages/alert-message.ts';
import type { App } from '../src/app/open-app.ts';
import { writeReport } from '../src/app/show/write-page.ts';
import { findLatestAssessments } from '../src/store/assess/assessments.ts';
import { typeCommand } from './support/command-line.ts';
import { nynorskConfig } from './support/nynorsk-config.ts';
import { openWorld, SAMPLE_EMISSIONS, SAMPLE_SURVEY, type World } from './support/world.ts';
import { bokmalIn } from './words/bokmal.ts';

// Real requests to the stand-in on loopback.
beforeAll(() => nock.restore());

/** As a reader sees a page: without styles, marks and what the source itself calls things (its tables and categories). */
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
      await typed(world, ['import', kind, file, '--accept', 'Made up for tests']);
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
    const found = Object.entries(said).map(([where, text]) => [where, bokmalIn(text)] as const);
    expect(found).toEqual(Object.keys(said).map((where) => [where, []]));
    for (const text of Object.values(said)) expect(text).toMatch(/ikkje|Årsak|frå|endra/i);
    expect(html).toContain('<html lang="nn">');
    expect(html).not.toMatch(/lang="n[bn]"[^>]*>(?!\s*<head)/);
    expect(messageHtml(message)).toContain('<html lang="nn"');
  });
});
