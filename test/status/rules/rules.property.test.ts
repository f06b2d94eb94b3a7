import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATUSES, type Assessment, type Status } from '../../../src/model/plan/assessment.ts';
import type { Rule } from '../../../src/model/plan/rule.ts';
import { examples } from '../../support/examples.ts';
import { assessFigures } from '../assess-figures.ts';
import type { Compared, Pair } from './compared.ts';
import {
  anyRule,
  assessCompared,
  CITIES,
  compared,
  definitionOf,
  DIRECTIONS,
  figure,
  GROUP,
  PEERS,
  rulesFor,
  seriesOf,
} from './compared.ts';

const FROM_WORSE_TO_BETTER: readonly Status[] = ['off-track', 'stable', 'partly-met', 'on-track'];
const rank = ({ status }: Assessment) => FROM_WORSE_TO_BETTER.indexOf(status);
const change = fc.integer({ min: 1, max: 200 }).map((tenths) => tenths / 10);

/** All of an assessment but the order in which peers and observations stand in its evidence. */
function unordered({ evidence, ...said }: Assessment) {
  const byText = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
  const { observations, peers, finding, ...rest } = evidence;
  const regions = finding?.group?.regions.toSorted(byText);
  const lists = { observations: observations.toSorted(byText), peers: peers.toSorted(byText), regions };
  return { ...said, ...rest, ...lists, finding: { ...finding, group: null } };
}

describe('a rule', () => {
  it('gives one of the statuses there are, and the same again for the same figures', () => {
    fc.assert(
      fc.property(anyRule, compared, (rule, figures) => {
        const assessment = assessCompared(rule, figures);
        expect(STATUSES).toContain(assessment.status);
        expect(assessCompared(rule, figures)).toEqual(assessment);
      }),
      examples(100),
    );
  });

  it('does not depend on the order in which series and observations come', () => {
    const orders = fc.array(fc.nat(), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(anyRule, compared, orders, (rule, figures, order) => {
        const series = seriesOf(figures);
        const shuffled = series
          .map((each) => ({ ...each, observations: each.observations.toReversed() }))
          .map((each, at) => ({ each, at: order[at] ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ each }) => each);
        const definition = definitionOf(rule);
        expect(assessFigures({ definition, series: shuffled, group: GROUP })).toEqual(
          assessFigures({ definition, series, group: GROUP }),
        );
      }),
      examples(150),
    );
  });

  it('does not depend on the order of the peers, nor of the members of a region', () => {
    const regionOrder = fc.shuffledSubarray([...GROUP.regions], { minLength: 2 });
    fc.assert(
      fc.property(anyRule, compared, regionOrder, fc.boolean(), (rule, figures, regions, reversed) => {
        const group = {
          ...GROUP,
          regions: regions.map((region) => ({
            ...region,
            members: reversed ? region.members.toReversed() : region.members,
          })),
        };
        const [definition, series] = [definitionOf(rule), seriesOf(figures)];
        expect(unordered(assessFigures({ definition, series, group }))).toEqual(
          unordered(assessFigures({ definition, series, group: GROUP })),
        );
      }),
      examples(150),
    );
  });

  describe.each(DIRECTIONS)('for which %s is the better way', (direction) => {
    const better = direction === 'increase' ? 1 : -1;
    const moved = (pair: Pair, by: number): Pair => [pair[0], Number((Number(pair[1]) + by).toFixed(1))];

    it('never says worse of a better own figure', () => {
      fc.assert(
        fc.property(rulesFor(direction), compared, change, (rule, figures, by) => {
          const after = assessCompared(rule, { ...figures, own: moved(figures.own, better * by) });
          const before = assessCompared(rule, figures);
          expect(rank(before)).toBeGreaterThanOrEqual(0);
          expect(rank(after)).toBeGreaterThanOrEqual(rank(before));
        }),
        examples(200),
      );
    });

    it('never says better of better peers', () => {
      fc.assert(
        fc.property(rulesFor(direction), compared, change, fc.nat(2), (rule, figures, by, at) => {
          const peers = figures.peers.map((pair, index) => (index === at ? moved(pair, better * by) : pair));
          const after = assessCompared(rule, { ...figures, peers: peers as unknown as Compared['peers'] });
          expect(rank(after)).toBeLessThanOrEqual(rank(assessCompared(rule, figures)));
        }),
        examples(200),
      );
    });
  });
});

describe('figures that are missing', () => {
  const GOOD: readonly Status[] = ['on-track', 'partly-met', 'stable'];
  const reasons = fc.constantFrom('O', 'Q', 'M', 'N', 'A').map((obsStatus) => ({ value: null, obsStatus }) as const);
  const unpublished = fc.constantFrom(
    { value: 0, obsStatus: 'A' } as const,
    ...(['O', 'M', 'N'] as const).map((obsStatus) => ({ value: null, obsStatus })),
  );
  const cell = (place: string, year: string) => `${place} ${year}`;
  const cells = ['0101', ...PEERS].flatMap((place) => ['2023', '2024'].map((year) => cell(place, year)));
  const holes = fc.subarray(cells, { minLength: 1 });

  function holed({ own, peers }: Compared, missing: readonly string[], hole: Pair[0]): Compared {
    const of = (place: string, pair: Pair): Pair => [
      missing.includes(cell(place, '2023')) ? hole : pair[0],
      missing.includes(cell(place, '2024')) ? hole : pair[1],
    ];
    const [a, b, c] = peers;
    return { own: of('0101', own), peers: [of('0201', a), of('0202', b), of('0203', c)] };
  }

  function needs(rule: Rule, place: string): boolean {
    if (rule.id === 'all-of') return rule.parts.some((part) => needs(part, place));
    return place.startsWith('0101') || rule.id === 'growth-lead' || rule.id === 'relative-position';
  }

  it('silence every rule that needs one of them: there is no way from missing to a good word', () => {
    fc.assert(
      fc.property(anyRule, compared, holes, reasons, (rule, figures, missing, hole) => {
        fc.pre(missing.some((place) => needs(rule, place)));
        const { status, evidence } = assessCompared(rule, holed(figures, missing, hole));
        expect(['insufficient', 'not-measured', 'break']).toContain(status);
        expect([evidence.verdict, evidence.reason]).toEqual([null, expect.objectContaining({})]);
      }),
      examples(200),
    );
  });

  it('never make a status good that was not, however few peers are asked for', () => {
    const ofPeers = fc.subarray(
      PEERS.map((place) => cell(place, '2024')),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(compared, ofPeers, reasons, fc.integer({ min: 1, max: 3 }), (figures, missing, hole, required) => {
        const rule: Rule = { id: 'relative-position', direction: 'increase', tolerance: { absolute: 0 } };
        const definition = definitionOf(rule, required);
        const series = seriesOf(holed(figures, missing, hole));
        const { status } = assessFigures({ definition, series, group: CITIES });
        const left = PEERS.length - missing.length;
        expect(GOOD.includes(status) || status === 'off-track').toBe(left >= Math.min(required, PEERS.length));
      }),
      examples(150),
    );
  });

  it('in a later year that nobody has published change nothing', () => {
    fc.assert(
      fc.property(anyRule, compared, unpublished, (rule, figures, hole) => {
        const series = seriesOf(figures).map((each) => {
          const latest = each.observations.at(-1)!;
          const next = { ...latest, ...hole, period: 2_025_000 };
          return { ...each, observations: [...each.observations, next] };
        });
        const definition = definitionOf(rule);
        expect(assessFigures({ definition, series, group: GROUP })).toEqual(assessCompared(rule, figures));
      }),
      examples(100),
    );
  });
});

describe('growth', () => {
  it('and a lead in growth are the same whatever the unit', () => {
    const counts = fc.tuple(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 0, max: 100_000 }));
    const levels = fc.record({ own: counts, peers: fc.tuple(counts, counts, counts) });
    const scales = fc.integer({ min: 2, max: 10_000 });
    const leads = rulesFor('increase').filter(({ id }) => id === 'growth-lead');
    fc.assert(
      fc.property(leads, levels, scales, (rule, { own, peers }, scale) => {
        const times = ([previous, current]: readonly [number, number]) => [previous * scale, current * scale] as const;
        const [a, b, c] = peers;
        const small = assessCompared(rule, { own, peers });
        const large = assessCompared(rule, { own: times(own), peers: [times(a), times(b), times(c)] });
        const compare = ({ status, value, evidence: { numbers } }: Assessment) => {
          const { ownGrowth, pooledGrowth, meanGrowth, medianGrowth, highestGrowth, beaten, lead } = numbers;
          return { status, value, ownGrowth, pooledGrowth, meanGrowth, medianGrowth, highestGrowth, beaten, lead };
        };
        expect(compare(large)).toEqual(compare(small));
      }),
      examples(200),
    );
  });

  it('of a base that is not above zero is none', () => {
    const rule: Rule = { id: 'growth-lead', against: 'pooled', tolerance: { absolute: 0 } };
    fc.assert(
      fc.property(compared, fc.integer({ min: -50, max: 0 }), figure, (figures, base, current) => {
        const { status, evidence } = assessCompared(rule, { ...figures, own: [base, current] });
        expect([status, evidence.reason?.guard]).toEqual(['insufficient', 'base-not-positive']);
      }),
      examples(50),
    );
  });
});
