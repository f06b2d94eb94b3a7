import fc from 'fast-check';
import type { Against, Direction, Rule, Tolerance } from '../../../src/model/plan/rule.ts';
import type { Cell } from '../../support/builders.ts';
import { buildDefinition, buildPeerGroup, OWN, regionSeries } from '../../support/builders.ts';
import { assessFigures, type SaidAssessment } from '../assess-figures.ts';

/** A figure of the year before and of the latest year. */
export type Pair = readonly [previous: Cell, current: Cell];

/** What a rule compares: the own place, and three peers, the last two of which are one region. */
export interface Compared {
  readonly own: Pair;
  readonly peers: readonly [Pair, Pair, Pair];
}

export const PEERS = ['0201', '0202', '0203'] as const;
export const GROUP = buildPeerGroup({ A: ['0201'], B: ['0202', '0203'] });
/** A group of places alone, as a gap demands: percentages of several places are never summed. */
export const CITIES = buildPeerGroup({ A: ['0201'], B: ['0202'], C: ['0203'] });

export const AGAINST: readonly Against[] = ['pooled', 'mean', 'median', 'each'];
export const DIRECTIONS: readonly Direction[] = ['increase', 'decrease'];

/** The measure that the rule of an indicator judges. */
export function definitionOf(rule: Rule, requiredPeers?: number) {
  const measure = rule.id === 'relative-position' ? 'gap' : rule.id === 'growth-lead' ? 'growth' : 'level';
  const needed = requiredPeers === undefined ? {} : { requiredPeers };
  return buildDefinition({ rule, measure, peers: 'rivals', ...needed });
}

export function seriesOf({ own, peers }: Compared) {
  const cells = (pair: Pair) => ({ '2023': pair[0], '2024': pair[1] });
  const ofPeers = PEERS.map((code, at) => [code, cells(peers[at] ?? [null, null])] as const);
  return regionSeries({ [OWN]: cells(own), ...Object.fromEntries(ofPeers) });
}

/** What the rule says of the figures. */
export function assessCompared(rule: Rule, compared: Compared): SaidAssessment {
  return assessFigures({ definition: definitionOf(rule), series: seriesOf(compared), group: GROUP });
}

const tolerances = fc.oneof(
  fc.integer({ min: 0, max: 30 }).map((tenths): Tolerance => ({ absolute: tenths / 10 })),
  fc.integer({ min: 0, max: 30 }).map((tenths): Tolerance => ({ percentOfPrevious: tenths / 10 })),
);
const absolute = fc.integer({ min: 0, max: 30 }).map((tenths): Tolerance => ({ absolute: tenths / 10 }));

/** Every rule that compares one thing, for the better being `direction`. */
function simpleRules(direction: Direction): fc.Arbitrary<Rule> {
  const lead = fc.record({ id: fc.constant('growth-lead' as const), against: fc.constantFrom(...AGAINST) });
  const comparing = fc.constantFrom('annual-change' as const, 'stable-or-improved' as const);
  const position = { id: fc.constant('relative-position' as const), direction: fc.constant(direction) };
  return fc.oneof(
    fc.record({ id: comparing, direction: fc.constant(direction), tolerance: tolerances }),
    fc.record({ ...position, tolerance: absolute }),
    // A lead in growth is always the higher the better.
    ...(direction === 'increase'
      ? [fc.tuple(lead, absolute).map(([rule, tolerance]): Rule => ({ ...rule, tolerance }))]
      : []),
  );
}

/** Every rule that judges, compound ones too; all parts of one rule want the figures to go the same way. */
export function rulesFor(direction: Direction): fc.Arbitrary<Rule> {
  const parts = fc.array(simpleRules(direction), { minLength: 1, maxLength: 3 });
  return fc.oneof(
    { weight: 4, arbitrary: simpleRules(direction) },
    { weight: 1, arbitrary: parts.map((each): Rule => ({ id: 'all-of', parts: each })) },
  );
}

export const anyRule = fc.constantFrom(...DIRECTIONS).chain(rulesFor);

/** Figures above zero with one decimal, near enough to one another for every verdict to come up. */
export const figure = fc.integer({ min: 300, max: 700 }).map((tenths) => tenths / 10);
export const pair: fc.Arbitrary<readonly [number, number]> = fc.tuple(figure, figure);
export const compared = fc.record({ own: pair, peers: fc.tuple(pair, pair, pair) });
