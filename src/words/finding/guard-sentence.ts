import { COUNTRY } from '../../model/data/place.ts';
import type { Evidence } from '../../model/plan/assessment.ts';
import type { MissingPart } from '../../model/plan/indicator-series.ts';
import { parseTimePeriod } from '../../model/time-period.ts';
import { groupText, periodText, otherPlace, placeText, type SentenceContext } from './sentence-context.ts';

type Stop = NonNullable<Evidence['reason']>;

/** Why no rule could speak, in a sentence or two, with what is missing by name. */
export function guardSentence(context: SentenceContext, { guard, missing, detail = '' }: Stop): string {
  const { texts, evidence, facts, known } = context;
  const missingIn = guard === 'own-figure-missing' ? parseTimePeriod(detail) : null;
  return texts.guards[guard]({
    place: placeText(context),
    period: periodText(texts, evidence.latestPeriod),
    missingIn: missingIn === null ? null : texts.period(missingIn),
    missing: missing === undefined ? null : texts.missing[missing],
    known,
    missingParts: missingSentences(context),
    missingPeers: missingPeers(context),
    group: groupText(context),
    breakReason: detail.replace(/\.$/, ''),
    deadline: guard === 'before-deadline' ? detail : '',
    unsettled: facts.unsettled,
    wasMeasured: evidence.lastKnown !== null || (evidence.newestPeriod !== null && evidence.latestPeriod === null),
  });
}

/** One sentence for each place, period and reason: parts that share them are named together. */
function missingSentences(context: SentenceContext): readonly string[] {
  const { texts, evidence } = context;
  const groups = new Map<string, MissingPart[]>();
  for (const part of evidence.missing) {
    const key = [part.role, part.place?.code, part.period, part.reason].join('|');
    groups.set(key, [...(groups.get(key) ?? []), part]);
  }
  const isFromTable = (evidence.publication?.table ?? null) !== null;
  return [...groups.values()].flatMap((parts) => {
    const [part] = parts;
    if (part === undefined) return [];
    const labels = [...new Set(parts.map(({ label }) => label))].filter((label) => label !== '');
    return [
      texts.missingPart({
        place: placeOf(context, part),
        period: periodText(texts, part.period),
        labels,
        reason: part.reason,
        reasonText: texts.missing[part.reason],
        isFromTable,
        isLatest: part.period === evidence.latestPeriod,
      }),
    ];
  });
}

/** With its code, which is what a table is searched by; the own place, and the country, as they are called elsewhere. */
function placeOf(context: SentenceContext, { role, place }: MissingPart): string {
  if (role === 'own' || place === null) return placeText(context);
  return place.code === COUNTRY ? otherPlace(context, place.code, place.name) : `${place.code} ${place.name}`;
}

/** Names of the places without a figure in a period that the rule reads, each once. */
function missingPeers(context: SentenceContext): readonly string[] {
  const names = context.facts.withoutFigure.map(({ id, name }) => otherPlace(context, id, name));
  return [...new Set(names)];
}
