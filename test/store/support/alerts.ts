import type { Status } from '../../../src/model/assessment.ts';
import { recordAssessment } from '../../../src/store/record-assessment.ts';
import type { Store } from '../../../src/store/store.ts';
import { buildAssessment, buildRecord, withRule } from './build-assessment.ts';
import { storeWithRun } from './temporary-database.ts';

export interface Written {
  readonly store: Store;
  readonly runId: number;
  readonly ruleVersionId: number;
}

/** A database with one alert, made on 2024-01-02 at 08:00, with deliveries 1 on `log` and 2 on `webhook`. */
export function withAlert() {
  const { store, runId } = storeWithRun();
  const ruleVersionId = withRule(store);
  const stored = recordAssessment(store, buildRecord(runId, ruleVersionId));
  return { store, runId, ruleVersionId, stored };
}

/** Says something new of an indicator on a day of January 2024; it gets two more deliveries. */
export function say({ store, runId, ruleVersionId }: Written, status: Status, day: number, id = 'job-growth'): void {
  const assessment = buildAssessment({ indicatorId: id, status });
  const version = id === 'job-growth' ? ruleVersionId : withRule(store, id, day);
  recordAssessment(store, buildRecord(runId, version, { assessment, assessedAt: `2024-01-0${day}T08:00:00Z` }));
}
