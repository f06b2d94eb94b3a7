import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Direction, Rule, Tolerance } from '../../../src/model/plan/rule.ts';
import { examples } from '../../support/examples.ts';
import { assessFigures } from '../assess-figures.ts';
import { assessCompared, CITIES, definitionOf, DIRECTIONS, seriesOf } from './compared.ts';
import { compare, divided, type Fraction, fraction, minus, plus, times, whole } from './fractions.ts';

// Every verdict is reckoned again with fractions, which know no rounding, and must be the same to the last digit.

const STATUS = { '1': 'on-track', '0': 'stable', '-1': 'off-track' } as const;

/** Where a change stands against a tolerance, counted in fractions. */
function verdictOf(change: Fraction, tolerance: Fraction): 'on-track' | 'stable' | 'off-track' {
  if (compare(change, tolerance) > 0) return STATUS['1'];
  return compare(change, minus(whole(0), tolerance)) < 0 ? STATUS['-1'] : STATUS['0'];
}

/** Figures as published, with 0 to 4 decimals, close enough that ties with the tolerance are common. */
const published = fc.integer({ min: 0, max: 4 }).chain((decimals) => {
  const figure = (min: number, max: number) => fc.integer({ min, max }).map((each) => each / 10 ** decimals);
  return fc.record({
    decimals: fc.constant(decimals),
    previous: figure(-1_000_000, 1_000_000),
    step: figure(-12, 12),
    margin: figure(0, 12),
  });
});
const sum = (a: number, b: number, decimals: number) => Number((a + b).toFixed(decimals));
const signed = (direction: Direction, change: Fraction) =>
  direction === 'increase' ? change : minus(whole(0), change);

describe('a change is compared with its tolerance as decimals', () => {
  it.each(DIRECTIONS)(
    'at the precision of the figures, also when the tolerance is zero or just met: %s',
    (direction) => {
      fc.assert(
        fc.property(published, ({ decimals, previous, step, margin }) => {
          const current = sum(previous, step, decimals);
          const rule: Rule = { id: 'annual-change', direction, tolerance: { absolute: margin } };
          const { status, evidence } = assessFigures({
            definition: definitionOf(rule),
            series: seriesOf({
              own: [previous, current],
              peers: [
                [1, 1],
                [1, 1],
                [1, 1],
              ],
            }),
            group: CITIES,
          });
          const change = minus(fraction(current, decimals), fraction(previous, decimals));
          expect(status).toBe(verdictOf(signed(direction, change), fraction(margin, decimals)));
          expect(evidence.numbers['change']).toBe(step === 0 ? 0 : step);
        }),
        examples(300),
      );
    },
  );

  it.each(DIRECTIONS)('which may be a part of the previous value: %s', (direction) => {
    const percents = fc.integer({ min: 0, max: 50 }).map((tenths) => tenths / 10);
    const counts = fc.integer({ min: -100_000, max: 100_000 });
    fc.assert(
      fc.property(
        counts,
        percents,
        fc.integer({ min: -2, max: 2 }),
        fc.constantFrom(1, -1),
        (previous, percent, off, way) => {
          const margin = divided(times(fraction(percent, 1), whole(Math.abs(previous))), whole(100));
          const current = previous + way * Number(margin.over / margin.under) + off;
          const rule: Rule = { id: 'annual-change', direction, tolerance: { percentOfPrevious: percent } };
          const { status } = assessCompared(rule, {
            own: [previous, current],
            peers: [
              [1, 1],
              [1, 1],
              [1, 1],
            ],
          });
          expect(status).toBe(verdictOf(signed(direction, whole(current - previous)), margin));
        },
      ),
      examples(300),
    );
  });
});

describe('a gap is compared with its tolerance as decimals', () => {
  it('though the mean of three has no end', () => {
    const percentage = fc.integer({ min: 600, max: 700 });
    const peers = fc.array(fc.tuple(percentage, percentage), { minLength: 3, maxLength: 3 });
    const margins = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(fc.tuple(percentage, percentage), peers, margins, fc.boolean(), (own, others, margin, tie) => {
        // Where it can be, the last peer is set so that the change equals the margin.
        const risen =
          (own[1] - own[0] - margin) * 3 - (others[0]![1] - others[0]![0]) - (others[1]![1] - others[1]![0]);
        const [a, b, c] = tie ? [others[0]!, others[1]!, [others[2]![0], others[2]![0] + risen] as const] : others;
        const all = [a, b, c] as const;
        const tenth = (pair: readonly [number, number]) => [pair[0] / 10, pair[1] / 10] as const;
        const tolerance: Tolerance = { absolute: margin / 10 };
        const rule: Rule = { id: 'relative-position', direction: 'increase', tolerance };
        const figures = { own: tenth(own), peers: [tenth(all[0]), tenth(all[1]), tenth(all[2])] as const };
        const { status } = assessFigures({ definition: definitionOf(rule), series: seriesOf(figures), group: CITIES });
        const gapAt = (year: 0 | 1) =>
          minus(whole(own[year]), divided(plus(...all.map((pair) => whole(pair[year]))), whole(3)));
        const change = minus(gapAt(1), gapAt(0));
        expect(status).toBe(verdictOf(change, whole(margin)));
        if (tie) expect(status).toBe('stable');
      }),
      examples(300),
    );
  });
});

describe('a lead in growth is compared with its tolerance as decimals', () => {
  const counts = fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 0, max: 1000 }));
  // A year in which everyone has 0 is not published yet.
  const growing = fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 1000 }));
  const growthOf = (previous: bigint, current: bigint): Fraction => ({
    over: 100n * (current - previous),
    under: previous,
  });

  it('over the pooled peers', () => {
    const margins = fc.integer({ min: 0, max: 500 });
    fc.assert(
      fc.property(counts, fc.tuple(counts, counts, counts), margins, (own, peers, hundredths) => {
        const rule: Rule = { id: 'growth-lead', against: 'pooled', tolerance: { absolute: hundredths / 100 } };
        const { status } = assessCompared(rule, { own, peers });
        const pooled = (year: 0 | 1) => peers.reduce((total, pair) => total + BigInt(pair[year]), 0n);
        const lead = minus(growthOf(BigInt(own[0]), BigInt(own[1])), growthOf(pooled(0), pooled(1)));
        expect(status).toBe(verdictOf(lead, fraction(hundredths / 100, 2)));
      }),
      examples(300),
    );
  });

  it('which it equals when the peers are the own place over again, a margin below', () => {
    fc.assert(
      fc.property(growing, fc.integer({ min: 1, max: 50 }), fc.nat(3), (own, times, margin) => {
        const peer = [own[0] * times, own[1] * times] as const;
        const rule: Rule = { id: 'growth-lead', against: 'median', tolerance: { absolute: margin } };
        const { status, evidence } = assessCompared(rule, { own, peers: [peer, peer, peer] });
        expect([status, evidence.numbers['lead']]).toEqual(['stable', 0]);
      }),
      examples(150),
    );
  });
});
