import nock from 'nock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../../src/alert/message.ts';
import { alertMessage } from '../../../src/app/messages/alert-message.ts';
import { raiseNotices } from '../../../src/app/messages/raise-notices.ts';
import type { App } from '../../../src/app/open-app.ts';
import { explain, findEvidence } from '../../../src/app/show/explain.ts';
import { viewExplanation } from '../../../src/app/show/explanation-view.ts';
import { readPage } from '../../../src/app/show/read-page.ts';
import { readStatus } from '../../../src/app/show/read-status.ts';
import type { StoredAssessment } from '../../../src/model/plan/assessment.ts';
import type { Settings } from '../../../src/model/plan/settings.ts';
import { findLatestAssessments } from '../../../src/store/assess/assessments.ts';
import { listAlerts } from '../../../src/store/messages/outbox.ts';
import { writeSecondForm } from '../../support/database/first-form.ts';
import { openWorld, prepareDatabase, type PreparedDatabase, type World } from '../../support/world.ts';

let prepared: PreparedDatabase;

// Real requests to the stand-in on loopback.
beforeAll(async () => {
  nock.restore();
  prepared = await prepareDatabase();
});
afterAll(() => prepared.remove());

const A_MONTH_LATER = '2026-04-06T10:00:00.000Z';
const english = ({ alerts, ...settings }: Settings): Settings => ({
  ...settings,
  alerts: { ...alerts, language: 'en', reminders: { everyDays: 30 } },
});

/** The message that a change to this assessment is told by, with the text it was recorded with. */
function messageAbout(assessment: StoredAssessment, settings: Settings, text = assessment.sentence): Message {
  const { id, indicatorId: subject, status, assessedAt: createdAt } = assessment;
  const alert = {
    ...({ id: 1, kind: 'change', subject, assessmentId: id, fromStatus: null, toStatus: status } as const),
    ...{ text, idempotencyKey: 'k', createdAt },
  };
  const assessed = { indicator: { title: subject, titleEn: subject }, assessment, before: null, runId: 1 };
  return alertMessage(
    { channel: 'email', messageKey: 'k', attempts: 0, takenPosts: [], parts: [{ alert, assessed }] },
    settings,
  );
}

/** What is said of one finding wherever it is said. */
function saidOf(app: App, stored: StoredAssessment) {
  const { indicatorId: id } = stored;
  const message = messageAbout(stored, app.settings);
  const [facts] = message.facts;
  return {
    stored: stored.sentence,
    status: readStatus(app).indicators.find((line) => line.id === id)?.sentence,
    explained: explain(app, id).sentence,
    shown: viewExplanation(app, findEvidence(app, id)).lead[0],
    payload: facts?.sentence,
    page: readPage(app).indicators.find(({ definition }) => definition.id === id)?.sentence,
    message: message.items[0]?.sentence,
  };
}

describe('one finding', () => {
  test('is said alike in the database, status, explain and a payload, and on the page and in a message without its source', async () => {
    const world = await openWorld({ database: prepared.file });
    await world.with((app) => {
      const all = findLatestAssessments(app.store);
      expect(all).toHaveLength(9);
      for (const stored of all) {
        const { page = '', message, ...whole } = saidOf(app, stored);
        expect(new Set(Object.values(whole)), stored.indicatorId).toEqual(new Set([stored.sentence]));
        expect(message).toBe(page);
        const source = stored.evidence.publication === null ? /^$/ : /^ Kilde: .+\.$/;
        expect([stored.sentence.startsWith(page), stored.sentence.slice(page.length)]).toEqual([
          true,
          expect.stringMatching(source),
        ]);
      }
    });
  });

  test('is told in the language of the messages as soon as that is another one', async () => {
    const world = await openWorld({ database: prepared.file });
    await world.with((app) => {
      const settings = english(app.settings);
      const items = findLatestAssessments(app.store).map(
        (stored) => messageAbout(stored, settings).items[0]?.sentence ?? '',
      );
      expect(items.filter((sentence) => /[æøå]|\b(og|er|ikke|var)\b/.test(withoutNames(sentence)))).toEqual([]);
    });
  });

  test('is reminded of in a language in which it was never told before', async () => {
    const world = await openWorld({ database: prepared.file });
    const reminders = await remindedLater(world);
    expect(reminders.length).toBeGreaterThan(0);
    for (const text of reminders) expect(text).toMatch(/ Source: .+\.$/);
  });
});

describe('what an earlier version found', () => {
  test('is said everywhere as it was said that day, also in a message in another language', async () => {
    const world = await openWorld({ database: prepared.file });
    writeSecondForm(world.databaseFile);
    await world.with((app) => {
      for (const stored of findLatestAssessments(app.store)) {
        expect(new Set(Object.values(saidOf(app, stored)))).toEqual(new Set([stored.sentence]));
        const written = 'As it was written. Source: somebody, table 1.';
        const { items, facts } = messageAbout(stored, english(app.settings), written);
        expect([items[0]?.sentence, facts[0]?.sentence]).toEqual([written, written]);
      }
    });
    const reminders = await remindedLater(world);
    expect(reminders.length).toBeGreaterThan(0);
    for (const text of reminders) expect(text).toMatch(/ Kilde: .+\.$/);
  });
});

/** Names of places and publishers are what they are. */
function withoutNames(sentence = ''): string {
  return sentence.replace(/[“(][^”)]*[”)]|\b[A-ZÆØÅ]\p{L}*/gu, '');
}

/** The texts of the reminders that are due a month later, in English. */
async function remindedLater(world: World): Promise<readonly string[]> {
  world.at(A_MONTH_LATER);
  return world.with((app) => {
    raiseNotices({ ...app, settings: english(app.settings) });
    return listAlerts(app.store, 50).flatMap(({ kind, text }) => (kind === 'reminder' ? [text] : []));
  });
}
