import type { MissingPart, PeerFigure } from '../../model/plan/indicator-series.ts';
import { COUNTRY } from '../../model/data/place.ts';
import { reachOf } from '../../model/plan/rule-reach.ts';
import { parseTimePeriod } from '../../model/time-period.ts';
import type { SentenceContext } from './sentence-context.ts';
import { groupText, periodText, placeText } from './sentence-context.ts';
import type { GuardStop } from '../../status/verdict.ts';

/** Why no rule could speak, in a sentence or two, with what is missing by name. */
export function guardSentence(context: SentenceContext, { guard, missing, detail = '' }: GuardStop): string {
  const { texts, situation, known } = context;
  const missingIn = guard === 'own-figure-missing' ? parseTimePeriod(detail) : null;
  return texts.guards[guard]({
    place: placeText(context),
    period: periodText(texts, situation.current?.period),
    missingIn: missingIn === null ? null : texts.period(missingIn),
    missing: missing === undefined ? null : texts.missing[missing],
    known,
    missingParts: missingSentences(context),
    missingPeers: missingPeers(context),
    group: groupText(context),
    breakReason: detail.replace(/\.$/, ''),
    deadline: guard === 'before-deadline' ? detail : '',
    unsettled: situation.current?.unsettled ?? [],
  });
}

/** One sentence for each place, period and reason: parts that share them are named together. */
function missingSentences(context: SentenceContext): readonly string[] {
  const { texts, missing, situation } = context;
  const groups = new Map<string, MissingPart[]>();
  for (const part of missing) {
    const key = [part.role, part.place?.code, part.period, part.reason].join('|');
    groups.set(key, [...(groups.get(key) ?? []), part]);
  }
  const isFromTable = (situation.series.publication?.table ?? null) !== null;
  return [...groups.values()].flatMap((parts) => {
    const [part] = parts;
    if (part === undefined) return [];
    const period = parseTimePeriod(part.period);
    const labels = [...new Set(parts.map(({ label }) => label))].filter((label) => label !== '');
    return [
      texts.missingPart({
        place: placeOf(context, part),
        period: period === null ? part.period : texts.period(period),
        labels,
        reason: part.reason,
        reasonText: texts.missing[part.reason],
        isFromTable,
      }),
    ];
  });
}

/** With its code, which is what a table is searched by; the own place as it is called elsewhere. */
function placeOf(context: SentenceContext, { role, place }: MissingPart): string {
  if (role === 'own' || place === null) return placeText(context);
  return `${place.code} ${place.name}`;
}

/** Names of the places without a figure in a period that the rule reads, each once. */
function missingPeers({ texts, municipality, situation }: SentenceContext): readonly string[] {
  const { definition, current, previous } = situation;
  const read = reachOf(definition.rule, definition.measure).previous ? [previous, current] : [current];
  const places: readonly PeerFigure[] = read.flatMap((point) => [...(point?.peers ?? []), ...(point?.places ?? [])]);
  const nameOf = ({ id, name }: PeerFigure) => (id === COUNTRY ? texts.place('national', municipality) : name);
  return [...new Set(places.filter(({ level }) => 'missing' in level).map(nameOf))];
}
