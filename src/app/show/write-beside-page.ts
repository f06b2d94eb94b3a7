import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { format, join, parse, resolve } from 'node:path';
import { headlineText } from '../../alert/render/message-text.ts';
import { alertMessage } from '../messages/alert-message.ts';
import type { StoredAssessment } from '../../model/plan/assessment.ts';
import type { IndicatorDefinition } from '../../model/plan/indicator.ts';
import { CSV_STARTS, csvName, indicatorCsv } from '../../report/csv.ts';
import { statusName } from '../../report/status-name.ts';
import { FEED_GENERATOR, type Feed, type FeedEntry, renderFeed } from '../../report/feed.ts';
import { writeInPlace } from '../../store/files/replace-file.ts';
import type { App } from '../open-app.ts';
import type { HistoryOf } from './page-history.ts';
import type { Pages } from './read-page.ts';
import { readStatus } from './read-status.ts';

/** As many as a reader of feeds looks back on. */
const MOST_ENTRIES = 50;
/** How a status document of this program begins. */
const STATUS_START = '{"municipality":';

/** What the files beside a page begin with; `null` for another page than that of the settings, which has none. */
export function namesBeside({ environment }: Pick<App, 'environment'>, page: string): string | null {
  return page === resolve(environment.reportFile) ? parse(page).name : null;
}

/**
 * Writes what others read beside the page itself: an Atom feed of changes, named as the page with `.xml`, `status.json`,
 * which is `status --json`, and the figures of each indicator as CSV; those of an indicator that has left the plan are
 * removed. Only beside the page of the settings, and never in place of a file that this program has not made: that is
 * logged. Throws what writing throws.
 */
export function writeBesidePage(app: App, page: string, pages: Pages): void {
  const { language } = app.settings.plan;
  const { dir, name } = parse(page);
  if (namesBeside(app, page) === null) return;
  writeOwn(app, format({ dir, name, ext: '.xml' }), renderFeed(readFeed(app, pages.historyOf)), [FEED_GENERATOR]);
  writeOwn(app, join(dir, statusName(name)), `${JSON.stringify(readStatus(app, pages.standingIn(language)))}\n`, [
    STATUS_START,
  ]);
  const input = pages.inLanguage(language, name);
  const figures = input.indicators.filter(({ series }) => series.points.length > 0);
  const names = figures.map(({ definition }) => csvName(name, definition.id));
  figures.forEach((one, index) => writeOwn(app, join(dir, names[index] ?? ''), indicatorCsv(input, one), CSV_STARTS));
  const isOlder = (file: string) => file.startsWith(`${name}-`) && file.endsWith('.csv') && !names.includes(file);
  for (const file of readdirSync(dir).filter(isOlder)) {
    if (isOwn(join(dir, file), CSV_STARTS)) rmSync(join(dir, file));
  }
}

function writeOwn(app: App, file: string, text: string, marks: readonly string[]): void {
  if (existsSync(file) && !isOwn(file, marks)) {
    app.logger.warn(
      { event: 'report-failed', file },
      `${file} is there already and is none that this program has made.`,
    );
    return;
  }
  writeInPlace(file, text);
}

function isOwn(file: string, marks: readonly string[]): boolean {
  const text = readFileSync(file, 'utf8');
  return marks.some((mark) => text.includes(mark));
}

/** The changes of status that are stored, newest first, in the language of the messages. */
export function readFeed({ settings, clock }: App, historyOf: HistoryOf): Feed {
  const { plan, indicators, alerts, report } = settings;
  const changes = indicators.flatMap((definition) => changesOf(historyOf(definition.id), definition));
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
