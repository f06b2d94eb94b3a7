import type { StoredDataset } from '../model/dataset.ts';
import { announceChanges, type ChangeToTell } from './announce-changes.ts';
import { type AssessmentResult, assessByRules, type FindDataset, sentenceIn } from './assess.ts';
import type { App } from './open-app.ts';
import { currentRules } from './rules-in-force.ts';
import { findLatestAssessments } from '../store/assessments.ts';
import { replaceIndicatorValues } from '../store/indicator-values.ts';
import { readDataset } from '../store/read-dataset.ts';
import { recordAssessment } from '../store/record-assessment.ts';
import { recordRuleVersion } from '../store/rule-versions.ts';
import type { Store } from '../store/store.ts';
import { inTransaction } from '../store/transaction.ts';

/** What every indicator would be said to be now, by the settings as they are; writes nothing. */
export function preview(app: App, findDataset = datasetFinder(app.store)): readonly AssessmentResult[] {
  const latest = new Map(findLatestAssessments(app.store).map((said) => [said.indicatorId, said]));
  const at = app.clock.now().toISOString();
  return currentRules(app.settings).map((rules) =>
    assessByRules(rules, findDataset, latest.get(rules.definition.id) ?? null, at),
  );
}

/**
 * Assesses every indicator and records what has changed together with what is to be told of it: all of it or nothing, so
 * that a run ends in one message per channel, and nothing decided can be lost before it is told.
 */
export function reassess(app: App, runId: number): readonly AssessmentResult[] {
  const results = preview(app);
  const assessedAt = app.clock.now().toISOString();
  inTransaction(app.store, () => {
    const changes = results.flatMap((result) => record(app, result, { runId, assessedAt }) ?? []);
    announceChanges(app, changes, assessedAt);
  });
  return results;
}

interface Moment {
  readonly runId: number;
  readonly assessedAt: string;
}

/** Gives the change that somebody is to be told of. */
function record({ store, settings }: App, result: AssessmentResult, moment: Moment): ChangeToTell | null {
  const { rules, series, previous, next, cause, notice } = result;
  const { definition, fingerprint, municipality } = rules;
  const version = { indicator: definition, definition: rules, fingerprint, recordedAt: moment.assessedAt };
  const ruleVersionId = recordRuleVersion(store, version);
  replaceIndicatorValues(store, definition.id, series, { id: municipality.code, name: municipality.name });
  if (cause === null) return null;
  const assessment = recordAssessment(store, { assessment: next, ruleVersionId, cause, ...moment });
  if (notice === null) return null;
  return { assessment, from: previous?.status ?? null, sentence: sentenceIn(result, settings.alerts.language) };
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
