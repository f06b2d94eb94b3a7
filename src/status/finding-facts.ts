import type { FindingFacts, Names, PlaceWithoutFigure, Remark } from '../model/plan/finding.ts';
import type { IndicatorPoint, IndicatorSeries } from '../model/plan/indicator-series.ts';
import { LANGUAGES } from '../model/language.ts';
import { findText } from '../model/plan/worded.ts';
import { reachOf } from '../model/plan/rule-reach.ts';
import { periodFromKey } from '../model/time-period.ts';
import type { Situation } from './situation.ts';

/** What sentences about the situation need beside the evidence: names in every language, numbers whole. */
export function findingFacts(situation: Situation, municipality: string, remarks: readonly Remark[]): FindingFacts {
  const { definition, series, points, current } = situation;
  const { input, perPublication: per } = series;
  return {
    municipality,
    measure: definition.measure,
    unit: input === null ? null : namesOf(input.unit, input.unitNn, input.unitEn),
    ...(input !== null && unitInWords(input)),
    decimals: input?.decimals ?? 0,
    known: lastValue(points),
    group: groupOf(series, current),
    dividedBy: per === undefined ? null : { source: per.source, table: per.table },
    withoutFigure: withoutFigure(situation),
    unsettled: current?.unsettled ?? [],
    remarks,
  };
}

/** By language, where it is written in the one that the unit itself is read in. */
function unitInWords(input: NonNullable<IndicatorSeries['input']>): Pick<FindingFacts, 'unitInWords'> {
  const words = LANGUAGES.flatMap((language) => {
    const found = findText(input, 'unitInWords', language);
    const isOfUnit = found !== null && found.language === findText(input, 'unit', language)?.language;
    return isOfUnit ? [[language, found.text] as const] : [];
  });
  return words.length === 0 ? {} : { unitInWords: Object.fromEntries(words) };
}

function namesOf(norwegian: string, nynorsk: string | undefined, english: string): Names {
  return { norwegian, ...(nynorsk === undefined ? {} : { nynorsk }), english };
}

function lastValue(points: readonly IndicatorPoint[]): FindingFacts['known'] {
  const point = points.findLast(({ value }) => 'value' in value);
  if (point === undefined || 'missing' in point.value) return null;
  return { period: periodFromKey(point.period).code, value: point.value.value };
}

function groupOf({ peerGroup: group }: IndicatorSeries, current: IndicatorPoint | null): FindingFacts['group'] {
  if (group === null) return null;
  const title = namesOf(group.title, group.titleNn, group.titleEn ?? group.title);
  return { title, confirmed: group.confirmed, regions: (current?.peers ?? []).map(({ name }) => name) };
}

/** Places compared with that lack a figure in a period that the rule reads, the earlier period first, each once. */
function withoutFigure({ definition, current, previous }: Situation): readonly PlaceWithoutFigure[] {
  const read = reachOf(definition.rule, definition.measure).previous ? [previous, current] : [current];
  const lacking = read
    .flatMap((point) => [...(point?.peers ?? []), ...(point?.places ?? [])])
    .filter(({ level }) => 'missing' in level);
  return [...new Map(lacking.map(({ id, name }) => [`${id} ${name}`, { id, name }])).values()];
}
