import { announceChanges, type ChangeToTell } from './announce-changes.ts';
import { type AssessmentResult, sentenceIn } from './assess.ts';
import type { App } from './open-app.ts';
import { preview } from './preview.ts';
import { replaceIndicatorValues } from '../store/indicator-values.ts';
import { markAssessed, newestPublicationId } from '../store/installation.ts';
import { recordAssessment } from '../store/record-assessment.ts';
import { createRuleRecorder, markRemoved } from '../store/rule-versions.ts';
import { inTransaction } from '../store/transaction.ts';

/**
 * Assesses every indicator and records what has changed together with what is to be told of it, and up to which
 * publication that goes: all of it or nothing, so that a run ends in one message per channel, nothing decided can be lost
 * before it is told, and nothing taken in can be left unjudged.
 */
export function reassess(app: App, runId: number): readonly AssessmentResult[] {
  return inTransaction(app.store, () => {
    const results = preview(app);
    const assessedAt = app.clock.now().toISOString();
    const moment = { runId, assessedAt, recordRule: createRuleRecorder(app.store) };
    const changes = results.flatMap((result) => record(app, result, moment) ?? []);
    announceChanges(app, changes, assessedAt);
    markRemoved(
      app.store,
      results.map(({ rules }) => rules.definition.id),
      assessedAt,
    );
    markAssessed(app.store, newestPublicationId(app.store));
    return results;
  });
}

interface Moment {
  readonly runId: number;
  readonly assessedAt: string;
  readonly recordRule: ReturnType<typeof createRuleRecorder>;
}

/** Gives the change that somebody is to be told of. */
function record(
  { store, settings }: App,
  result: AssessmentResult,
  { runId, assessedAt, recordRule }: Moment,
): ChangeToTell | null {
  const { rules, series, previous, next, cause, notice } = result;
  const { definition, fingerprint, municipality } = rules;
  const version = { indicator: definition, definition: rules, fingerprint, recordedAt: assessedAt };
  const ruleVersionId = recordRule(version);
  replaceIndicatorValues(store, definition.id, series, { id: municipality.code, name: municipality.name });
  if (cause === null) return null;
  const assessment = recordAssessment(store, { assessment: next, ruleVersionId, cause, runId, assessedAt });
  if (notice === null) return null;
  return { assessment, from: previous?.status ?? null, sentence: sentenceIn(result, settings.alerts.language) };
}
