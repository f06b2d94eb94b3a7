import { isDeepStrictEqual } from 'node:util';
import type { Assessment, StoredAssessment } from '../../model/plan/assessment.ts';
import { announceChanges, type ChangeToNotify } from '../messages/announce-changes.ts';
import { LANGUAGES } from '../../model/language.ts';
import type { Language } from '../../model/language.ts';
import { sentenceOf, wordsOf } from '../../words/finding/say-finding.ts';
import { findingOf } from '../../words/finding/sentence-context.ts';
import type { AssessmentResult } from './assess.ts';
import type { App } from '../open-app.ts';
import { assessAll } from './assess-all.ts';
import { findRules } from './read-rules.ts';
import { replaceIndicatorValues } from '../../store/assess/indicator-values.ts';
import { markAssessed, newestPublicationId } from '../../store/runs/installation.ts';
import { recordAssessment } from '../../store/assess/record-assessment.ts';
import { createRuleRecorder, findRuleVersionById, markRemoved } from '../../store/assess/rule-versions.ts';
import type { Store } from '../../store/store.ts';
import { inTransaction } from '../../store/transaction.ts';

/**
 * Assesses every indicator and records what has changed together with what is to be told of it, and up to which
 * publication that goes: all of it or nothing, so that a run ends in one message per channel, nothing decided can be lost
 * before it is told, and nothing taken in can be left unjudged.
 */
export function reassess(app: App, runId: number): readonly AssessmentResult[] {
  return inTransaction(app.store, () => {
    const results = assessAll(app);
    const assessedAt = app.clock.now().toISOString();
    const moment = { runId, assessedAt, recordRule: createRuleRecorder(app.store) };
    const recorded = results.map((result) => record(app, result, moment));
    const changes = recorded.flatMap(({ change }) => change ?? []);
    announceChanges(app, changes, assessedAt);
    const inPlan = results.map(({ rules }) => rules.definition.id);
    markRemoved(app.store, inPlan, assessedAt);
    markAssessed(app.store, newestPublicationId(app.store));
    return recorded.map(({ result }) => result);
  });
}

interface Moment {
  readonly runId: number;
  readonly assessedAt: string;
  readonly recordRule: ReturnType<typeof createRuleRecorder>;
}

interface Recorded {
  readonly result: AssessmentResult;
  /** What somebody is to be told of. */
  readonly change: ChangeToNotify | null;
}

function record(
  { store, settings }: App,
  found: AssessmentResult,
  { runId, assessedAt, recordRule }: Moment,
): Recorded {
  const { rules, series, previous, next, notice } = found;
  const { definition, fingerprint, municipality } = rules;
  const version = { indicator: definition, definition: rules, fingerprint, recordedAt: assessedAt };
  const ruleVersionId = recordRule(version);
  const own = { id: municipality.code, name: municipality.name };
  replaceIndicatorValues(store, definition.id, series, { ...own, measure: definition.measure });
  const isSaidAgain = previous !== null && isReworded(store, found, previous, ruleVersionId);
  const cause = found.cause ?? (isSaidAgain ? 'rule-changed' : null);
  const result = { ...found, cause };
  if (cause === null) return { result, change: null };
  const words = wordsOf(next, rules.language);
  const assessment = recordAssessment(store, { assessment: next, words, ruleVersionId, cause, runId, assessedAt });
  if (notice === null) return { result, change: null };
  const sentence = sentenceOf(next, settings.alerts.language);
  return { result, change: { assessment, from: previous?.status ?? null, sentence } };
}

/**
 * Would the words differ because the settings' words do: language, names, units? Then it is said again, and nobody is told.
 * What only this version of the program words otherwise is let stand.
 */
function isReworded(store: Store, { rules, next }: AssessmentResult, said: StoredAssessment, ruleVersionId: number) {
  if (said.ruleVersionId === ruleVersionId || isSaidAlike(rules.language, next, said)) return false;
  const version = findRuleVersionById(store, said.ruleVersionId);
  const before = version === null ? null : findRules(version);
  return before !== null && !isDeepStrictEqual(before, JSON.parse(JSON.stringify(rules)));
}

/** In the language of the plan as it was said that day; in others as far as what was found is stored. */
function isSaidAlike(language: Language, next: Assessment, said: StoredAssessment): boolean {
  if (said.sentence !== sentenceOf(next, language)) return false;
  const others = findingOf(said) === null ? [] : LANGUAGES.filter((one) => one !== language);
  return others.every((one) => sentenceOf(said, one) === sentenceOf(next, one));
}
