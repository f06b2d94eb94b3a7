import type { Assessment, Cause, Evidence, Status, StoredAssessment } from '../model/plan/assessment.ts';
import { JUDGED_ALIKE_SINCE } from '../model/plan/assessment.ts';
import { alternativeName } from '../model/data/dataset.ts';
import type { MissingPart } from '../model/plan/indicator-series.ts';
import { reachOf } from '../model/plan/rule-reach.ts';
import { parseTimePeriod, periodKey } from '../model/time-period.ts';
import { correctionsIn, figures, isRead, isReadOtherwise, nameOf, numbersIn } from './cells-used.ts';
import { canonicalJson } from './definition-text.ts';

export interface DetectedChange {
  readonly cause: Cause;
  /** What to tell staff: a new status, that a first measurement has come, or nothing. */
  readonly notice: 'status' | 'first-measurement' | null;
}

/**
 * What sets an assessment apart from the one before, or `null` when nothing worth storing has changed (wording, and
 * when figures were fetched, are not). Exactly one cause, the first that holds, in the order of `CAUSES`:
 *
 * - `source-switched`: another dataset, alternative or coverage, never just a new table number; of a second table only
 *   where that changes the status.
 * - `rule-changed`: the fingerprint of the definition differs, a symbol that stands where it stood is read otherwise, or an
 *   earlier version of the program judged by an earlier reading of the figures. `peers-changed`: who is compared with differs.
 * - `break`: the periods are no longer comparable, and were; or a break of periods that both looked over is new or lifted.
 * - `withdrawn`: the latest period, or a number that was used, is there no more.
 * - `new-period`: the latest period is later than any before. `restored`: what was withdrawn is back.
 * - `correction`: the municipality's corrections differ, or it has accepted a zero.
 * - `revision` and `peer-revision`: the source has changed own figures, or only the peers'.
 * - What is left are flags, which change no status: the cause stays what it was.
 *
 * The first measurement of an indicator without an ambition gives the notice `first-measurement`; a first assessment
 * that is `not-measured` gives none.
 */
export function detectChange(previous: StoredAssessment | null, next: Assessment): DetectedChange | null {
  if (previous === null) {
    return { cause: 'first-assessment', notice: noticeOf('not-measured', next.status) };
  }
  const isOlder = previous.storedForm < JUDGED_ALIKE_SINCE;
  if (!isOlder && canonicalJson(substance(previous)) === canonicalJson(substance(next))) return null;
  return { cause: causeOf(previous, next), notice: noticeOf(previous.status, next.status) };
}

function noticeOf(before: Status, after: Status): DetectedChange['notice'] {
  if (before === after) return null;
  return before === 'not-measured' && after === 'ambition-not-set' ? 'first-measurement' : 'status';
}

function causeOf(previous: StoredAssessment, next: Assessment): Cause {
  const holds: readonly (readonly [Cause, (before: StoredAssessment, after: Assessment) => boolean])[] = [
    ['source-switched', isSwitched],
    ['rule-changed', isRuleChanged],
    ['peers-changed', isPeersChanged],
    ['break', isBreakMade],
    ['withdrawn', isWithdrawn],
    ['new-period', isNewPeriod],
    ['restored', isRestored],
    ['correction', isCorrected],
    ['revision', (before, after) => figures(before, 'own') !== figures(after, 'own')],
    ['peer-revision', (before, after) => figures(before, 'peer') !== figures(after, 'peer')],
  ];
  return holds.find(([, isSo]) => isSo(previous, next))?.[0] ?? previous.cause;
}

function isSwitched(previous: Assessment, next: Assessment): boolean {
  const [before, after] = [previous.evidence, next.evidence];
  if (before.publication === null || after.publication === null) return false;
  const { datasetId, coverage, alternative } = before.publication;
  const isOther =
    datasetId !== after.publication.datasetId ||
    coverage !== after.publication.coverage ||
    alternativeName(alternative) !== alternativeName(after.publication.alternative);
  const isSecondTable = before.fromSecondTable !== after.fromSecondTable;
  return isOther && (!isSecondTable || previous.status !== next.status);
}

function isRuleChanged(previous: StoredAssessment, next: Assessment): boolean {
  if (previous.storedForm < JUDGED_ALIKE_SINCE) return true;
  const [before, after] = [previous.evidence.rule, next.evidence.rule];
  if (before.ruleFingerprint !== after.ruleFingerprint || isReadOtherwise(previous, next)) return true;
  return before.fingerprint !== after.fingerprint && before.peersFingerprint === after.peersFingerprint;
}

function isPeersChanged({ evidence: before }: Assessment, { evidence: after }: Assessment): boolean {
  return before.rule.peersFingerprint !== after.rule.peersFingerprint;
}

/** A break that was not there, or has been lifted; one that a later period leaves behind, or brings, is neither. */
function isBreakMade(previous: Assessment, next: Assessment): boolean {
  if (next.status === 'break' && previous.status !== 'break') return true;
  const [before, after] = [previous.evidence, next.evidence];
  if (before.latestPeriod === after.latestPeriod) return before.breaks.join() !== after.breaks.join();
  const from = Math.max(lookedBackTo(before), lookedBackTo(after));
  const to = Math.min(keyOf(before.latestPeriod), keyOf(after.latestPeriod));
  const seen = ({ breaks }: Evidence) => breaks.filter((code) => from < keyOf(code) && keyOf(code) <= to).join();
  return seen(before) !== seen(after);
}

/** Key of the earliest period that the latest was held against. */
function lookedBackTo({ rule, latestPeriod, previousPeriod }: Evidence): number {
  const { baseYears } = reachOf(rule.params, 'level');
  return Math.min(keyOf(previousPeriod ?? latestPeriod), ...baseYears.map((year) => year * 1000));
}

function isWithdrawn({ evidence: before }: Assessment, { evidence: after }: Assessment): boolean {
  if (keyOf(after.latestPeriod) < keyOf(before.latestPeriod)) return true;
  const numbers = numbersIn(before);
  return after.observations.some((one) => one.value === null && isRead(after, one) && numbers.has(nameOf(one)));
}

function isNewPeriod({ evidence: before }: Assessment, { evidence: after }: Assessment): boolean {
  return keyOf(after.latestPeriod) > keyOf(before.newestPeriod ?? before.latestPeriod);
}

/** The latest period is back, or a number that had been taken away from the period. */
function isRestored({ evidence: before }: Assessment, { evidence: after }: Assessment): boolean {
  if (keyOf(after.latestPeriod) > keyOf(before.latestPeriod)) return true;
  // A zero that a person accepts has not been brought back by the source.
  const missing = before.missing.filter((part) => !isAcceptedZero(part, after));
  const numbers = numbersIn(after);
  return missing.some((part) => part.taken && numbers.has(nameOf(part)));
}

function isCorrected(previous: Assessment, next: Assessment): boolean {
  if (correctionsIn(previous) !== correctionsIn(next)) return true;
  return previous.evidence.missing.some((part) => isAcceptedZero(part, next.evidence));
}

function isAcceptedZero({ reason, series, period }: MissingPart, { observations }: Assessment['evidence']): boolean {
  if (reason !== 'zero') return false;
  return observations.some((one) => one.series === series && one.period === period && one.value === 0);
}

function keyOf(code: string | null): number {
  const period = code === null ? null : parseTimePeriod(code);
  return period === null ? -1 : periodKey(period);
}

/** Everything that makes an assessment worth storing anew. */
function substance(assessment: Assessment) {
  const { status, label, period, value, coverage, flags, evidence } = assessment;
  const { publication, rule, numbers, reason, missing, lastKnown, bounds, peerGroup } = evidence;
  return {
    status,
    label,
    period,
    value,
    coverage,
    flags: flags.toSorted(),
    numbers,
    reason,
    missing,
    // How it is said is wording.
    lastKnown: lastKnown && { period: lastKnown.period, value: lastKnown.value, status: lastKnown.status },
    bounds,
    fingerprint: rule.fingerprint,
    peerGroup: peerGroup && { id: peerGroup.id, confirmed: peerGroup.confirmed },
    publication: publication && { dataset: publication.datasetId, alternative: publication.alternative },
    corrections: correctionsIn(assessment),
    own: figures(assessment, 'own'),
    peers: figures(assessment, 'peer'),
  };
}
