import type { Assessment, Cause, Status, StoredAssessment } from '../model/assessment.ts';
import type { UsedObservation } from '../model/indicator.ts';
import { parseTimePeriod, periodKey } from '../model/time-period.ts';
import { canonicalJson } from './definition-text.ts';

export interface DetectedChange {
  readonly cause: Cause;
  readonly statusChanged: boolean;
  /** What to tell staff: a new status, that a first measurement has come, or nothing. */
  readonly notice: 'status' | 'first-measurement' | null;
}

/** Statuses that say nothing about the ambition. */
const SILENT: readonly Status[] = ['not-measured', 'insufficient', 'break'];

/**
 * What sets an assessment apart from the one before, or `null` when nothing worth storing has changed (wording, and
 * when figures were fetched, are not). Exactly one cause, the first that holds:
 *
 * 1. `first-assessment`: there is none before.
 * 2. `source-switched`: figures come from another dataset or coverage than they did, or from none any more.
 * 3. `rule-changed`: the fingerprint of the definition differs.
 * 4. `break`: the two periods are no longer comparable, and were.
 * 5. `new-period`: the newest period is later, or there is one for the first time.
 * 6. `restored`: same period, the rule could not speak and now does.
 * 7. `source-switched`: another alternative of the same dataset, which names its series otherwise.
 * 8. `revision`: own figures differ.
 * 9. `peer-revision`: peers' figures differ.
 * 10. What is left are flags and reasons: a source no longer stale is `restored`, anything else `revision`.
 *
 * The first measurement of an indicator without an ambition gives the notice `first-measurement`; a first assessment
 * that is `not-measured` gives none.
 */
export function detectChange(previous: StoredAssessment | null, next: Assessment): DetectedChange | null {
  if (previous === null) {
    return { cause: 'first-assessment', statusChanged: true, notice: noticeOf('not-measured', next.status) };
  }
  if (canonicalJson(substance(previous)) === canonicalJson(substance(next))) return null;
  const statusChanged = previous.status !== next.status;
  return { cause: causeOf(previous, next), statusChanged, notice: noticeOf(previous.status, next.status) };
}

function noticeOf(before: Status, after: Status): DetectedChange['notice'] {
  if (before === after) return null;
  return before === 'not-measured' && after === 'ambition-not-set' ? 'first-measurement' : 'status';
}

function causeOf(previous: Assessment, next: Assessment): Cause {
  const [before, after] = [previous.evidence, next.evidence];
  if (isSwitched(previous, next)) return 'source-switched';
  if (before.rule.fingerprint !== after.rule.fingerprint) return 'rule-changed';
  if (next.status === 'break' && previous.status !== 'break') return 'break';
  if (newestPeriod(next) > newestPeriod(previous)) return 'new-period';
  const samePeriod = newestPeriod(next) === newestPeriod(previous);
  if (samePeriod && SILENT.includes(previous.status) && !SILENT.includes(next.status)) return 'restored';
  if (before.publication?.alternative !== after.publication?.alternative) return 'source-switched';
  if (figures(previous, 'own') !== figures(next, 'own')) return 'revision';
  if (figures(previous, 'peer') !== figures(next, 'peer')) return 'peer-revision';
  return previous.flags.includes('stale') && !next.flags.includes('stale') ? 'restored' : 'revision';
}

function isSwitched(
  { evidence: { publication: before } }: Assessment,
  { evidence: { publication: after } }: Assessment,
) {
  return before !== null && (before.datasetId !== after?.datasetId || before.coverage !== after.coverage);
}

/** Key of the newest period looked at, which may lie after the newest with a figure; below all keys for none. */
function newestPeriod({ period, evidence }: Assessment): number {
  const parsed = parseTimePeriod(String(evidence.latestPeriod ?? period ?? ''));
  return parsed === null ? -1 : periodKey(parsed);
}

/** Everything that makes an assessment worth storing anew. */
function substance(assessment: Assessment) {
  const { status, label, period, value, coverage, flags, evidence } = assessment;
  const { publication, rule, numbers, reason, peerGroup } = evidence;
  return {
    ...{ status, label, period, value, coverage, flags: flags.toSorted(), numbers, reason },
    fingerprint: rule.fingerprint,
    peerGroup: peerGroup && { id: peerGroup.id, confirmed: peerGroup.confirmed },
    publication: publication && { dataset: publication.datasetId, alternative: publication.alternative },
    own: figures(assessment, 'own'),
    peers: figures(assessment, 'peer'),
  };
}

/** The figures used, in an order of their own. */
function figures({ evidence }: Assessment, role: UsedObservation['role']): string {
  return evidence.observations
    .filter((observation) => observation.role === role)
    .map(({ series, period, value, symbol }) => canonicalJson([series, period, value, symbol]))
    .sort()
    .join('\n');
}
