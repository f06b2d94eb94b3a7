import { publishAnalystCopy } from '../../store/copy/analyst-copy.ts';
import { readTwinNote } from '../../store/copy/twin.ts';
import { writeAnalystTables } from '../analyst/write-analyst-tables.ts';
import { outputProblem } from '../messages/output-problem.ts';
import { recordOutput } from '../messages/record-output.ts';
import { describeFailure } from './dataset-result.ts';
import type { Pages } from '../show/read-page.ts';
import type { App } from '../open-app.ts';
import { readVersion } from '../version.ts';

const SUBJECT = 'service:copy';

/**
 * Publishes the analysts' copy as it is after a run, also one that failed or found nothing new: the copy tells of runs
 * too. Never throws: what has been stored stays so. A failure is logged, told to operations and given back as one sentence, and
 * the next run tries again. `pages` is what the page shows.
 */
export function publishCopy(app: App, pages: () => Pages): string | null {
  const { store, environment, clock, logger } = app;
  const { analystCopy } = environment;
  try {
    const made = writeAnalystTables(app, pages, readTwinNote(analystCopy));
    const release = { applicationVersion: readVersion(), createdAt: clock.now().toISOString() };
    publishAnalystCopy(store, analystCopy, release, made);
    recordOutput(app, SUBJECT, null);
    return null;
  } catch (error) {
    const { sentence } = describeFailure(error);
    logger.error({ event: 'copy-failed', err: error, file: analystCopy }, sentence);
    recordOutput(app, SUBJECT, { kind: 'copy-failed', file: analystCopy, ...outputProblem(error) });
    return sentence;
  }
}
