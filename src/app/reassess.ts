import type { StoredDataset } from '../model/dataset.ts';
import { type AssessmentResult, assessByRules, type FindDataset } from './assess.ts';
import type { App } from './open-app.ts';
import { openChannels } from './open-channels.ts';
import { currentRules } from './rules-in-force.ts';
import { findLatestAssessments } from '../store/assessments.ts';
import { replaceIndicatorValues } from '../store/indicator-values.ts';
import { readDataset } from '../store/read-dataset.ts';
import { recordAssessment } from '../store/record-assessment.ts';
import { recordRuleVersion } from '../store/rule-versions.ts';
import type { Store } from '../store/store.ts';
import { inTransaction } from '../store/transaction.ts';

/** What every indicator would be said to be now, by the settings as they are; writes nothing. */
export function preview(app: App): readonly AssessmentResult[] {
  const findDataset = datasetFinder(app.store);
  const latest = new Map(findLatestAssessments(app.store).map((said) => [said.indicatorId, said]));
  const at = app.clock.now().toISOString();
  return currentRules(app.settings).map((rules) =>
    assessByRules(rules, findDataset, latest.get(rules.definition.id) ?? null, at),
  );
}

/** Assesses every indicator and records what has changed, each with the messages it gives rise to. */
export function reassess(app: App, runId: number): readonly AssessmentResult[] {
  const results = preview(app);
  const assessedAt = app.clock.now().toISOString();
  const channels = [...openChannels(app).keys()];
  for (const result of results) record(app.store, result, { runId, assessedAt, channels });
  return results;
}

interface Moment {
  readonly runId: number;
  readonly assessedAt: string;
  readonly channels: readonly string[];
}

function record(store: Store, result: AssessmentResult, moment: Moment): void {
  const { rules, series, next, cause, notice } = result;
  const { definition, fingerprint, municipality } = rules;
  const version = { indicator: definition, definition: rules, fingerprint, recordedAt: moment.assessedAt };
  inTransaction(store, () => {
    const ruleVersionId = recordRuleVersion(store, version);
    replaceIndicatorValues(store, definition.id, series, { id: municipality.code, name: municipality.name });
    if (cause === null) return;
    const decision = { assessment: next, ruleVersionId, cause, notice: notice !== null };
    recordAssessment(store, { ...decision, ...moment });
  });
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
