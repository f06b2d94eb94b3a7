import { closeSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Sheet } from '../../../files/workbook/sheet.ts';
import { readIdentifier, writeWorkbook } from '../../../files/workbook/write-workbook.ts';
import { PipelineError } from '../../../model/errors.ts';
import { toWallTime } from '../../../model/wall-time.ts';
import { putInPlace } from '../../../store/files/replace-file.ts';
import { withCopy } from '../../../store/analyst/read-copy.ts';
import { workbookTextsOf } from '../../../words/workbook/language.ts';
import { describeFailure } from '../../intake/dataset-result.ts';
import { outputProblem } from '../../messages/output-problem.ts';
import { recordOutput } from '../../messages/record-output.ts';
import type { App } from '../../open-app.ts';
import { shownState } from '../../show/shown-state.ts';
import type { Frame } from './frame.ts';
import { revisionSheet } from './revision-sheet.ts';
import { seriesSheet } from './series-sheet.ts';
import { sourceSheet } from './source-sheet.ts';
import { statusSheet } from './status-sheet.ts';
import { wordSheet } from './word-sheet.ts';

/** The properties of a workbook stand near its beginning. */
const HEAD_BYTES = 4096;
const SUBJECT = 'service:workbook';

/** The workbook that stands beside a copy for analysts: it has its name. */
export function workbookFile(copy: string): string {
  return `${copy.replace(/\.(sqlite3?|db)$/, '')}.xlsx`;
}

/**
 * Writes the analysts' workbook from their copy where it does not hold what is stored and set, in place whole or not at
 * all; it is made anew once a day, since what is said depends on the day. Never throws: a failure, such as a workbook that
 * somebody on Windows has open, is logged, told to operations and given back as one sentence, and the next run tries again.
 */
export function publishWorkbook(app: App): string | null {
  const copy = resolve(app.environment.analystCopy);
  const file = workbookFile(copy);
  try {
    const state = shownState(app);
    if (readIdentifier(readHead(file)) === state) {
      recordOutput(app, SUBJECT, null);
      return null;
    }
    const { plan } = app.settings;
    const createdAt = app.clock.now().toISOString();
    const sheets = withCopy(copy, (read) => makeSheets(app, read, createdAt));
    const properties = { title: plan.title, creator: 'Næringspuls', createdAt, identifier: state };
    replace(file, writeWorkbook(sheets, properties));
    recordOutput(app, SUBJECT, null);
    return null;
  } catch (error) {
    const { sentence } = describeFailure(workbookProblem(error, file));
    app.logger.error({ event: 'workbook-failed', err: error, file }, sentence);
    recordOutput(app, SUBJECT, { kind: 'workbook-failed', file, ...outputProblem(error) });
    return sentence;
  }
}

function makeSheets({ settings, environment }: App, read: Frame['read'], madeAt: string): readonly Sheet[] {
  const { plan, alerts, report } = settings;
  const frame: Frame = {
    ...{ read, language: plan.language, texts: workbookTextsOf(plan.language), page: report.address },
    copy: basename(environment.analystCopy),
    wallTime: (instant) => wallText(instant, alerts.timeZone),
  };
  const sheets = [statusSheet(frame), seriesSheet(frame), revisionSheet(frame), sourceSheet(frame)];
  const about = { plan: plan.title, municipality: plan.municipality.name, madeAt };
  return [...sheets, wordSheet(frame, about, sheets)];
}

/** There is one run at a time: what a killed one left is written over. */
function replace(file: string, bytes: Uint8Array): void {
  const draft = join(dirname(file), `.${basename(file)}.draft`);
  try {
    writeFileSync(draft, bytes);
    putInPlace(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}

function wallText(instant: string, timeZone: string): string {
  const { year, month, day, hour, minute } = toWallTime(new Date(instant), timeZone);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
}

/** The beginning of a file; empty when there is none that can be read. */
function readHead(file: string): string {
  try {
    const descriptor = openSync(file, 'r');
    try {
      const head = Buffer.alloc(HEAD_BYTES);
      return head.toString('utf8', 0, readSync(descriptor, head, 0, HEAD_BYTES, 0));
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return '';
  }
}

/** Why the workbook could not be written, and what to do: whoever has it open on Windows keeps it from being replaced. */
export function workbookProblem(cause: unknown, file: string): PipelineError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const isOpen = cause instanceof Error && 'code' in cause && /^(EBUSY|EPERM|EACCES)$/.test(String(cause.code));
  const remedy = isOpen
    ? 'Somebody may have it open: ask them to close it. Otherwise give this user write access to its folder'
    : 'Give this user write access to its folder and room on the disk, or set ANALYST_COPY';
  const message = `The analysts' workbook ${file} could not be written: ${reason.replace(/\.$/, '')}.`;
  return new PipelineError('delivery-failed', message, {
    hint: `The workbook before it, if any, stays in place. ${remedy}; the next run tries again.`,
    context: { file },
    cause,
  });
}
