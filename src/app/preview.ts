import type { StoredDataset } from '../model/dataset.ts';
import { findLatestAssessments } from '../store/assessments.ts';
import { readDataset } from '../store/read-dataset.ts';
import type { Store } from '../store/store.ts';
import { type AssessmentResult, assessByRules, type FindDataset } from './assess.ts';
import type { App } from './open-app.ts';
import { currentRules } from './rules-in-force.ts';

/** What every indicator would be said to be now, by the settings as they are; writes nothing. */
export function preview(app: App, findDataset = datasetFinder(app.store)): readonly AssessmentResult[] {
  const latest = new Map(findLatestAssessments(app.store).map((said) => [said.indicatorId, said]));
  const at = app.clock.now().toISOString();
  return currentRules(app.settings).map((rules) =>
    assessByRules(rules, findDataset, latest.get(rules.definition.id) ?? null, at),
  );
}

/** Reads each dataset once, however many indicators rest on it. */
export function datasetFinder(store: Store, asOf?: string): FindDataset {
  const known = new Map<string, StoredDataset | null>();
  return (datasetId) => {
    const found = known.get(datasetId) ?? readDataset(store, datasetId, asOf === undefined ? {} : { asOf });
    known.set(datasetId, found);
    return found;
  };
}
