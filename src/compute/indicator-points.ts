import type { Figure } from '../model/data/figure.ts';
import type { IndicatorDefinition, Measure } from '../model/plan/indicator.ts';
import type { GrowthComparison, IndicatorPoint, PeerFigure } from '../model/plan/indicator-series.ts';
import type { Rule } from '../model/plan/rule.ts';
import { requiredPeerCount } from '../model/plan/indicator.ts';
import { compareGrowth, type GrowthTerms, noGrowth } from './compare-growth.ts';
import type { ComparedFigures, FiguresByPeriod, InputFigures } from './input-figures.ts';
import { gap, peerMean } from './measures/gap.ts';
import { growth } from './measures/growth.ts';
import { previousPeriod } from './previous-period.ts';

const NO_LEAD: Omit<GrowthTerms, 'required'> = { direction: 'increase', margin: 0 };

/** The points of an indicator, one per period of the input, ascending. */
export function indicatorPoints(definition: IndicatorDefinition, figures: InputFigures): readonly IndicatorPoint[] {
  return figures.periods.map((period) => pointAt(definition, figures, period));
}

function pointAt(definition: IndicatorDefinition, figures: InputFigures, period: number): IndicatorPoint {
  const previous = previousPeriod(period, figures.periods, definition.step);
  const own = at(figures.own, period);
  const peers = figures.peers.map((peer) => peerAt(definition, peer, period, previous));
  const bounds = figures.bounds.get(period);
  const parts = figures.parts.get(period);
  const required = requiredPeerCount(definition, peers.length);
  const meanOfOthers = peerMean(
    peers.map((peer) => peer.level),
    required,
  );
  const distance = gap(own, meanOfOthers);
  const ownGrowth = growthAt(figures.own, period, previous);
  const measured: Readonly<Record<Measure, Figure>> = {
    level: own,
    growth: ownGrowth,
    gap: distance,
    diversity: at(figures.diversity ?? figures.own, period),
    ratio: own,
  };
  return {
    period,
    value: measured[definition.measure],
    ...(bounds && { bounds }),
    ...(parts && { parts }),
    own,
    previousPeriod: previous,
    peers,
    ...(comparesGrowth(definition) && {
      growth: growthComparison(figures, period, previous, { ...leadOf(definition.rule), required }),
    }),
    ...(comparesGap(definition) && { peerMean: meanOfOthers, gap: distance }),
    ...(figures.places.length > 0 && { places: figures.places.map((one) => placeAt(one, period)) }),
  };
}

function peerAt(
  definition: IndicatorDefinition,
  { region, levels }: ComparedFigures,
  period: number,
  previous: number | null,
): PeerFigure {
  const figure = { id: region.id, name: region.name, level: at(levels, period) };
  return comparesGrowth(definition) ? { ...figure, growth: growthAt(levels, period, previous) } : figure;
}

function placeAt({ region, levels }: ComparedFigures, period: number): PeerFigure {
  return { id: region.id, name: region.name, level: at(levels, period) };
}

function growthComparison(
  { own, peers }: InputFigures,
  period: number,
  previous: number | null,
  terms: GrowthTerms,
): GrowthComparison {
  if (previous === null) return noGrowth();
  const levels = peers.map((peer) => {
    const [current, before] = [peer.ratioIn(period), peer.ratioIn(previous)];
    return {
      current: at(peer.levels, period),
      previous: at(peer.levels, previous),
      ...(current && before && { ratios: { current, previous: before } }),
    };
  });
  return compareGrowth(growthAt(own, period, previous), levels, terms);
}

function growthAt(levels: FiguresByPeriod, period: number, previous: number | null): Figure {
  const current = at(levels, period);
  if (previous !== null) return growth(current, at(levels, previous));
  return 'missing' in current ? current : { missing: 'no-previous-period' };
}

function at(figures: FiguresByPeriod, period: number): Figure {
  return figures.get(period) ?? { missing: 'not-in-dataset' };
}

function comparesGrowth(definition: IndicatorDefinition): boolean {
  return definition.measure === 'growth' || hasRule(definition.rule, 'growth-lead');
}

/** How a lead in growth is judged; without a margin where no rule asks for one. */
function leadOf(rule: Rule): Omit<GrowthTerms, 'required'> {
  if (rule.id === 'all-of') {
    const lead = rule.parts.find(({ id }) => id === 'growth-lead');
    return lead === undefined ? NO_LEAD : leadOf(lead);
  }
  if (rule.id !== 'growth-lead') return NO_LEAD;
  const { direction = 'increase', tolerance } = rule;
  return { direction, margin: 'absolute' in tolerance ? tolerance.absolute : 0 };
}

function comparesGap(definition: IndicatorDefinition): boolean {
  return definition.measure === 'gap' || hasRule(definition.rule, 'relative-position');
}

function hasRule(rule: Rule, id: Rule['id']): boolean {
  return rule.id === id || (rule.id === 'all-of' && rule.parts.some((part) => hasRule(part, id)));
}
