import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, format, join, parse, resolve } from 'node:path';
import { headlineText } from '../../alert/render/message-text.ts';
import { alertMessage } from '../messages/alert-message.ts';
import type { StoredAssessment } from '../../model/plan/assessment.ts';
import type { IndicatorDefinition } from '../../model/plan/indicator.ts';
import { FEED_GENERATOR, type Feed, type FeedEntry, renderFeed } from '../../report/feed.ts';
import { readHistory } from '../../store/assess/assessments.ts';
import { writeInPlace } from '../../store/files/replace-file.ts';
import type { App } from '../open-app.ts';
import { readStatus } from './read-status.ts';

/** As many as a reader of feeds looks back on. */
const MOST_ENTRIES = 50;
/** How a status document of this program begins. */
const STATUS_START = '{"municipality":';

/**
 * Writes what others read beside the page itself: an Atom feed of changes, named as the page with `.xml`, and
 * `status.json`, which is `status --json`. Only beside the page of the settings, and never in place of a file that this
 * program has not made: that is logged. Throws what writing throws.
 */
export function writeBesidePage(app: App, page: string): void {
  if (page !== resolve(app.environment.reportFile)) return;
  const { dir, name } = parse(page);
  writeOwn(app, format({ dir, name, ext: '.xml' }), renderFeed(readFeed(app)), FEED_GENERATOR);
  writeOwn(app, join(dirname(page), 'status.json'), `${JSON.stringify(readStatus(app))}\n`, STATUS_START);
}

function writeOwn({ logger }: App, file: string, text: string, mark: string): void {
  if (existsSync(file) && !readFileSync(file, 'utf8').includes(mark)) {
    logger.warn({ event: 'report-failed', file }, `${file} is there already and is none that this program has made.`);
    return;
  }
  writeInPlace(file, text);
}

/** The changes of status that are stored, newest first, in the language of the messages. */
export function readFeed({ store, settings, clock }: App): Feed {
  const { plan, indicators, alerts, report } = settings;
  const changes = indicators.flatMap((definition) => changesOf(readHistory(store, definition.id), definition));
  const newest = changes.toSorted((a, b) => (a.after.assessedAt < b.after.assessedAt ? 1 : -1)).slice(0, MOST_ENTRIES);
  return {
    id: urnOf(`feed ${plan.municipality.code}`),
    title: `${plan.title} (${plan.municipality.name})`,
    ...{ language: alerts.language, author: 'Næringspuls', updated: clock.now().toISOString(), page: report.address },
    entries: newest.map((change) => entryOf(change, settings)),
  };
}

interface StoredChange {
  readonly definition: IndicatorDefinition;
  /** `null` for the first assessment. */
  readonly before: StoredAssessment | null;
  readonly after: StoredAssessment;
}

function changesOf(history: readonly StoredAssessment[], definition: IndicatorDefinition): readonly StoredChange[] {
  return history.flatMap((after, index) => {
    const before = history[index - 1] ?? null;
    return before?.status === after.status ? [] : [{ definition, before, after }];
  });
}

/** Said as in a message about it. */
function entryOf({ definition, before, after }: StoredChange, settings: App['settings']): FeedEntry {
  const { id: subject, title, titleEn } = definition;
  const { assessedAt } = after;
  const alert = {
    ...({ id: after.id, kind: 'change', subject, assessmentId: after.id, text: after.sentence } as const),
    ...{ fromStatus: before?.status ?? null, toStatus: after.status, idempotencyKey: '', createdAt: assessedAt },
  };
  const part = { alert, assessed: { indicator: { title, titleEn }, assessment: after, before, runId: 0 } };
  const message = alertMessage({ channel: '', messageKey: '', attempts: 0, takenPosts: [], parts: [part] }, settings);
  const [item] = message.items;
  const { code } = settings.plan.municipality;
  return {
    id: urnOf(`${code} ${subject} ${assessedAt}`),
    title: message.subject,
    summary: item === undefined ? '' : `${headlineText(item)}. ${item.sentence ?? ''}`,
    ...{ updated: assessedAt, link: item?.link?.address ?? null },
  };
}

/** The same for the same name: a UUID of version 8 (RFC 9562), made of its hash. */
function urnOf(name: string): string {
  const hex = createHash('sha256').update(`naeringspuls ${name}`).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return `urn:uuid:${parts.join('-')}`;
}
