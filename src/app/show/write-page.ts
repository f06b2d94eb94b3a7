import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { makeFolder } from '../../platform/make-folder.ts';
import { PipelineError } from '../../model/errors.ts';
import { GENERATOR, renderPage } from '../../report/page.ts';
import { writeInPlace } from '../../store/files/replace-file.ts';
import { describeFailure } from '../intake/dataset-result.ts';
import { outputProblem } from '../messages/output-problem.ts';
import { isInTrouble } from '../messages/raise-notices.ts';
import { recordOutput } from '../messages/record-output.ts';
import type { App } from '../open-app.ts';
import { lastCheckedAt } from './page-history.ts';
import { readPagesOnce } from './read-page.ts';
import { digestOf, shownState } from './shown-state.ts';
import { namesBeside, writeBesidePage } from './write-beside-page.ts';

export interface ReportOutcome {
  /** Absolute path. */
  readonly file: string;
  readonly bytes: number;
  readonly indicators: number;
}

/** The marks of a page stand near its beginning. */
const HEAD_BYTES = 2048;
const SUBJECT = 'service:page';

/**
 * Writes the page for staff to a file, in place whole or not at all. Only a page of this program is ever replaced.
 * Throws `usage` for anything else that stands there, `delivery-failed` when the file cannot be written.
 */
export function writeReport(app: App, file: string, pages = readPagesOnce(app)): ReportOutcome {
  const target = resolve(file);
  refuseOtherFile(target);
  const input = pages().inLanguage(app.settings.plan.language, namesBeside(app, target));
  const page = renderPage(input, stateOf(app), hashText);
  try {
    makeFolder(dirname(target));
    writeInPlace(target, page);
    writeBesidePage(app, target, pages());
  } catch (error) {
    throw writeProblem(error, target);
  }
  return { file: target, bytes: Buffer.byteLength(page), indicators: input.indicators.length };
}

/**
 * Writes the page when it does not show what is stored and set, or a file beside it could not be written. Never throws:
 * what has been taken in and said stays so. A failure is logged, told to operations and given back as one sentence, and
 * the next run tries again.
 */
export function writePage(app: App, pages = readPagesOnce(app)): string | null {
  const { reportFile } = app.environment;
  try {
    const isCurrent = readHead(resolve(reportFile)).includes(`name="state" content="${stateOf(app)}"`);
    if (isCurrent && !isInTrouble(app, SUBJECT)) return null;
    writeReport(app, reportFile, pages);
    recordOutput(app, SUBJECT, null);
    return null;
  } catch (error) {
    const { sentence } = describeFailure(error);
    app.logger.error({ event: 'report-failed', err: error, file: reportFile }, sentence);
    recordOutput(app, SUBJECT, { kind: 'page-failed', file: resolve(reportFile), ...outputProblem(error) });
    return sentence;
  }
}

/**
 * Tells one content of the page from another: figures, assessments, settings, the version that draws it, when the sources
 * last answered, and the day: a page of yesterday does not show that somebody still looks after it.
 */
function stateOf(app: App): string {
  return digestOf([lastCheckedAt(app), shownState(app)]);
}

function hashText(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

/** Whether a file that begins so was made by this program. */
export function isPage(head: string): boolean {
  return head.slice(0, HEAD_BYTES).includes(`name="generator" content="${GENERATOR}"`);
}

/** When the page in a file was written, ISO 8601; `null` for no page, and for one of a version that did not say. */
export function readPageDate(file: string): string | null {
  const head = readHead(resolve(file));
  return isPage(head) ? (/name="made-at" content="([^"]+)"/.exec(head)?.[1] ?? null) : null;
}

function refuseOtherFile(file: string): void {
  if (!existsSync(file) || isPage(readHead(file))) return;
  throw new PipelineError('usage', `${file} already exists and was not written by this program.`, {
    hint: 'Name another file; a page made before is replaced.',
    refusal: { about: 'file-exists', file, kind: 'page' },
    context: { file },
  });
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

function writeProblem(cause: unknown, file: string): PipelineError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new PipelineError('delivery-failed', `The page ${file} could not be written: ${reason.replace(/\.$/, '')}.`, {
    hint: 'The page before it, if any, stays in place. Give this user write access to its folder (under systemd: ReadWritePaths of the unit, too) and room on the disk, or name another file (REPORT_FILE, --out).',
    context: { file },
    cause,
  });
}
