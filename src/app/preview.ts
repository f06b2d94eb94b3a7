import { isOfTerm } from '../compute/select-term.ts';
import type { StoredDataset } from '../model/dataset.ts';
import { findLatestAssessments } from '../store/assessments.ts';
import { createDatasetReader } from '../store/read-dataset.ts';
import type { Store } from '../store/store.ts';
import { type AssessmentResult, assessByRules, type FindDataset } from './assess.ts';
import type { App } from './open-app.ts';
import { currentRules } from './rules-in-force.ts';

/** What every indicator would be said to be now, by the settings as they are; writes nothing. */
export function preview(app: App, findDataset = currentDatasets(app)): readonly AssessmentResult[] {
  const latest = new Map(findLatestAssessments(app.store).map((said) => [said.indicatorId, said]));
  const at = app.clock.now().toISOString();
  return currentRules(app.settings).map((rules) =>
    assessByRules(rules, findDataset, latest.get(rules.definition.id) ?? null, at),
  );
}

/** Reads each dataset once, however many indicators rest on it, and of its figures those that one of them uses. */
export function currentDatasets({ store, settings }: App): FindDataset {
  const inputs = settings.indicators.flatMap((indicator) => indicator.inputs);
  const read = createDatasetReader(store);
  return once((datasetId) => {
    const terms = inputs.flatMap((input) => (input.dataset === datasetId ? input.terms : []));
    return read(datasetId, (categories) => terms.some((term) => isOfTerm(term, categories)));
  });
}

/** Reads each dataset once, whole, as it stood at an instant. */
export function datasetsAsOf(store: Store, asOf: string): FindDataset {
  const read = createDatasetReader(store, asOf);
  return once((datasetId) => read(datasetId));
}

function once(read: FindDataset): FindDataset {
  const known = new Map<string, StoredDataset | null>();
  return (datasetId) => {
    const found = known.get(datasetId) ?? read(datasetId);
    known.set(datasetId, found);
    return found;
  };
}
