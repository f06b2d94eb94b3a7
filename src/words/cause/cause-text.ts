import type { Language } from '../../model/language.ts';
import type { Assessment, Cause } from '../../model/plan/assessment.ts';
import type { UsedObservation } from '../../model/plan/indicator-series.ts';
import { parseTimePeriod, periodFromKey, periodKey } from '../../model/time-period.ts';
import { periodText } from '../finding/sentence-context.ts';
import { textsOf } from '../finding/texts-of.ts';

/**
 * Why this is said and not what was said before, in words that fit after “Årsak:”, such as `nye tall for 2025` or
 * `SSB har rettet tallene for 2024`. `before` is the assessment it took the place of; without one, no revised period is named.
 */
export function causeText(
  said: Assessment & { readonly cause: Cause },
  before: Assessment | null,
  language: Language,
): string {
  const texts = textsOf(language);
  const { publication, latestPeriod } = said.evidence;
  const breaks = breaksBetween(said, before);
  return texts.causes[said.cause]({
    period: tellsPeriod(said, before) ? periodText(texts, latestPeriod ?? said.period) : '',
    isUnjudged: said.evidence.verdict === null,
    breaks: breaks.codes.map((code) => periodText(texts, code)),
    isLifted: breaks.areLifted,
    revised: revisedPeriods(said, before).map((period) => texts.period(periodFromKey(period))),
    corrections: correctionsIn(said, before),
    sources: [before?.evidence.publication, publication].flatMap((one) =>
      one ? [texts.sourceName(one.source, one.table, one.coverage)] : [],
    ),
    isFromTable: publication !== null && publication.table !== null,
    hasSource: publication !== null,
  });
}

/** What is withdrawn may be the newest period, or figures of a period that is still there. */
function tellsPeriod({ cause, evidence }: Assessment & { readonly cause: Cause }, before: Assessment | null): boolean {
  return cause !== 'withdrawn' || evidence.latestPeriod !== before?.evidence.latestPeriod;
}

/** The breaks that are new; where none is, those that were lifted. */
function breaksBetween({ status, evidence }: Assessment, before: Assessment | null) {
  const known = before?.evidence.breaks ?? [];
  const made = evidence.breaks.filter((code) => !known.includes(code));
  if (made.length > 0 || status === 'break') return { codes: made, areLifted: false };
  return { codes: known.filter((code) => !evidence.breaks.includes(code)), areLifted: true };
}

/** Reason and reference of each correction made, or taken back, since what was said before. */
function correctionsIn(said: Assessment, before: Assessment | null): readonly string[] {
  const reasonsOf = (assessment: Assessment | null) =>
    (assessment?.evidence.observations ?? []).flatMap(({ correction }) =>
      correction === null ? [] : [`${correction.reason.replace(/\.$/, '')} (${correction.reference})`],
    );
  const [known, now] = [reasonsOf(before), reasonsOf(said)];
  const added = now.filter((reason) => !known.includes(reason));
  return [...new Set(added.length > 0 ? added : now)];
}

/** Keys of the periods whose figures are others now, or gone, ascending; of the peers in a revision of theirs. */
function revisedPeriods(said: Assessment & { readonly cause: Cause }, before: Assessment | null): readonly number[] {
  const role = said.cause === 'peer-revision' ? 'peer' : said.cause === 'withdrawn' ? null : 'own';
  const placeOf = ({ series, period }: UsedObservation) => `${period} ${series}`;
  const known = new Map(before?.evidence.observations.map((one) => [placeOf(one), one]));
  const revised = said.evidence.observations.filter((now) => {
    const then = known.get(placeOf(now));
    return (
      (role === null || now.role === role) &&
      then !== undefined &&
      (then.value !== now.value || then.symbol !== now.symbol)
    );
  });
  const keys = revised.flatMap(({ period }) => keyOf(period) ?? []);
  return [...new Set(keys)].sort((a, b) => a - b);
}

function keyOf(code: string): number | undefined {
  const period = parseTimePeriod(code);
  return period === null ? undefined : periodKey(period);
}
