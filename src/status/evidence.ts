import type { Evidence, RuleVerdict } from '../model/plan/assessment.ts';
import { EVIDENCE_FORM } from '../model/plan/assessment.ts';
import type { FindingFacts } from '../model/plan/finding.ts';
import { stored } from '../model/data/figure.ts';
import type { IndicatorPoint, IndicatorSeries, MissingPart, PeerFigure } from '../model/plan/indicator-series.ts';
import { reachOf } from '../model/plan/rule-reach.ts';
import { parseTimePeriod, periodFromKey, periodKey } from '../model/time-period.ts';
import { separates } from './breaks.ts';
import { oddPart } from './guards.ts';
import { findLastKnown } from './last-known.ts';
import { observationsRead, periodsRead } from './periods-read.ts';
import type { Spoken } from './second-table.ts';
import type { Situation } from './situation.ts';
import { knownNumbers, type Outcome } from './verdict.ts';

/** What evidence rests on besides the figures. */
export interface EvidenceFrame {
  readonly fingerprint: string;
  readonly peersFingerprint: string | null;
  readonly ruleFingerprint: string;
  /** What was assessed before; `null` the first time. */
  readonly before: Pick<Evidence, 'newestPeriod' | 'lastKnown'> | null;
  readonly finding: FindingFacts;
}

/** Enough to redo a verdict by hand; `first` is the situation of the first table, also where the second was used. */
export function evidenceOf(
  { situation, outcome, fromSecondTable }: Spoken,
  first: Situation,
  frame: EvidenceFrame,
): Evidence {
  const { definition, series, current, previous } = situation;
  const verdict = 'verdict' in outcome ? outcome.verdict : null;
  const latestPeriod = current === null ? null : periodFromKey(current.period).code;
  const { fingerprint, peersFingerprint, ruleFingerprint, before } = frame;
  return {
    form: EVIDENCE_FORM,
    rule: { id: definition.rule.id, params: definition.rule, fingerprint, peersFingerprint, ruleFingerprint },
    latestPeriod,
    previousPeriod: previous === null ? null : periodFromKey(previous.period).code,
    newestPeriod: newest(before?.newestPeriod ?? null, latestPeriod),
    breaks: mindedBreaks(situation),
    numbers: verdict === null ? numbersOfPoints(current, previous) : numbersOf(verdict),
    verdict,
    reason: 'stop' in outcome ? outcome.stop : null,
    missing: missingOf(situation, outcome),
    lastKnown: verdict === null ? (findLastKnown(first) ?? before?.lastKnown ?? null) : null,
    bounds: current?.bounds === undefined ? null : [current.bounds.low.value, current.bounds.high.value],
    peers: [...(current?.peers ?? []), ...(current?.places ?? [])].map(storedPeer),
    peerGroup: groupOf(series),
    observations: observationsRead(situation),
    publication: series.publication,
    fromSecondTable,
    finding: frame.finding,
  };
}

function groupOf({ peerGroup }: IndicatorSeries): Evidence['peerGroup'] {
  if (peerGroup === null) return null;
  const { id, title, confirmed } = peerGroup;
  return { id, title, confirmed };
}

function storedPeer({ level, growth, ...peer }: PeerFigure): PeerFigure {
  return { ...peer, level: stored(level), ...(growth && { growth: stored(growth) }) };
}

function newest(before: string | null, now: string | null): string | null {
  const keyOf = (code: string | null) => {
    const period = code === null ? null : parseTimePeriod(code);
    return period === null ? -1 : periodKey(period);
  };
  return keyOf(now) > keyOf(before) ? now : before;
}

/** First periods of the breaks after the oldest period that the rule reads, up to the current one. */
function mindedBreaks(situation: Situation): readonly string[] {
  const { breaks, definition, current } = situation;
  if (current === null) return [];
  const { baseYears } = reachOf(definition.rule, definition.measure);
  const from = Math.min(...periodsRead(situation), ...baseYears.map((year) => year * 1000));
  const minded = breaks.filter((one) => separates(one, from, current.period));
  return [...new Set(minded.map(({ period }) => periodFromKey(period).code))].sort();
}

/** What a guard was stopped by; of a rule that has spoken, the peers it went without. */
function missingOf(situation: Situation, outcome: Outcome): readonly MissingPart[] {
  const { series, current, previous } = situation;
  if (current === null) return [];
  const periods = periodsRead(situation).map((period) => periodFromKey(period).code);
  const inPeriods = series.missing.filter(({ period }) => periods.includes(period));
  if ('verdict' in outcome) return inPeriods.filter(({ role }) => role === 'peer');
  const { guard } = outcome.stop;
  if (guard === 'peer-missing') return inPeriods.filter(({ role }) => role === 'peer');
  if (guard !== 'own-figure-missing') return [];
  const odd = previous === null ? null : oddPart(current, previous);
  return odd === null || inPeriods.length > 0 ? inPeriods : [oddMissing(odd)];
}

function oddMissing({ part, period }: { readonly part: string; readonly period: string }): MissingPart {
  const label = part.split('|').join(', ');
  const reason = 'not-in-dataset' as const;
  return { role: 'own', place: null, series: null, label, period, reason, symbol: null, taken: false };
}

function numbersOfPoints(current: IndicatorPoint | null, previous: IndicatorPoint | null): Record<string, number> {
  const ofPoint = (name: string, point: IndicatorPoint | null) =>
    knownNumbers({ [name]: point?.value, [`${name}Low`]: point?.bounds?.low, [`${name}High`]: point?.bounds?.high });
  return { ...ofPoint('current', current), ...ofPoint('previous', previous) };
}

/** The figures of a verdict by name; those of a part stand under the part's place and rule, such as `1-annual-change`. */
function numbersOf({ numbers, parts = [] }: RuleVerdict): Record<string, number> {
  const ofParts = parts.flatMap((part, index) =>
    Object.entries(numbersOf(part)).map(([name, value]) => [`${index + 1}-${part.rule.id}.${name}`, value] as const),
  );
  return { ...numbers, ...Object.fromEntries(ofParts) };
}
