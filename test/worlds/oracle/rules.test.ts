import { describe, expect, it } from 'vitest';
import { decimal, toNumber } from './fraction.ts';
import type { Rule } from './facts.ts';
import type { Compared, Span } from './rules.ts';
import { speak } from './rules.ts';

const exact = (text: string): Span => ({ low: decimal(text), high: decimal(text) });
const between = (low: string, high: string): Span => ({ low: decimal(low), high: decimal(high) });

function compared(previous: string, current: string, regions: readonly (readonly [string, string])[] = []): Compared {
  return {
    ...{ previous: exact(previous), current: exact(current), base: null },
    regions: regions.map(([before, now]) => ({ previous: decimal(before), current: decimal(now) })),
  };
}

function said(rule: Rule, figures: Compared) {
  const { numbers, ...rest } = speak(rule, figures);
  return { ...rest, ...Object.fromEntries(Object.entries(numbers).map(([name, number]) => [name, toNumber(number)])) };
}

const absolute = (margin: string) => ({ absolute: margin });
const increase = (margin: string): Rule => ({
  id: 'annual-change',
  direction: 'increase',
  tolerance: absolute(margin),
});
const lead: Rule = { id: 'growth-lead', against: 'pooled', tolerance: absolute('0.05') };

describe('the worked examples of the meaning, recounted by the oracle', () => {
  const diversity = (base?: string): Rule => ({
    ...{ id: 'stable-or-improved', direction: 'increase', tolerance: absolute(base === undefined ? '0.002' : '0.002') },
    ...(base === undefined ? {} : { base: { year: 2021, tolerance: absolute(base) } }),
  });

  it.each([
    ['0.62', '0.6238', 'on-track'],
    ['0.62', '0.6138', 'off-track'],
    ['0.62', '0.6196', 'on-track'],
  ])('1: an index from %s to %s is %s', (previous, current, status) => {
    expect(said(diversity(), compared(previous, current)).status).toBe(status);
  });

  it('1: a fall within the margin of the year is off-track where it is beyond that of the base', () => {
    const figures = { ...compared('0.6185', '0.6168'), base: exact('0.6200') };
    expect(said(diversity('0.003'), figures)).toMatchObject({
      status: 'off-track',
      change: -0.0017,
      baseChange: -0.0032,
    });
    expect(said(diversity('0.0032'), figures).status).toBe('on-track');
  });

  const regions = [
    ['40000', '40400'],
    ['60000', '60900'],
    ['10000', '10050'],
  ] as const;

  it('2: growth of 1.2 per cent is about that of the regions pooled, and beats two of three', () => {
    expect(said(lead, compared('50000', '50600', regions))).toMatchObject({
      ...{ status: 'stable', ownGrowth: 1.2, meanGrowth: 1, medianGrowth: 1, eachGrowth: 1.5, beaten: 2, compared: 3 },
      ...{ lead: expect.closeTo(-0.0273, 4) as number, pooledGrowth: expect.closeTo(1.2273, 4) as number },
    });
  });

  it('2: growth of 1.4 per cent leads the regions pooled, and not the highest of them', () => {
    expect(said(lead, compared('50000', '50700', regions)).status).toBe('on-track');
    expect(said({ ...lead, against: 'each' }, compared('50000', '50700', regions)).status).toBe('off-track');
  });

  const both: Rule = { id: 'all-of', parts: [increase('0'), lead] };
  it.each([
    ['820', 'partly-met'],
    ['790', 'off-track'],
  ])('3: 800 to %s beside peers that grow by 4 per cent is %s', (current, status) => {
    expect(said(both, compared('800', current, [['3000', '3120']])).status).toBe(status);
  });

  const position: Rule = { id: 'relative-position', direction: 'increase', tolerance: absolute('0.05') };
  it.each([
    ['65.0', 'stable', 0.05],
    ['65.1', 'on-track', 0.15],
  ])('4: a rate of %s is %s', (current, status, change) => {
    const others = [
      ['66.8', '67.0'],
      ['67.0', '67.1'],
    ] as const;
    expect(said(position, compared('64.8', current, others))).toMatchObject({ status, change });
  });

  const emissions: Rule = { id: 'annual-change', direction: 'decrease', tolerance: { percentOfPrevious: '0.5' } };
  it.each([
    ['99600', 'stable'],
    ['99500', 'stable'],
    ['99499', 'on-track'],
    ['99000', 'on-track'],
    ['101000', 'off-track'],
  ])('5: from 100,000 to %s tonnes is %s', (current, status) => {
    expect(said(emissions, compared('100000', current)).status).toBe(status);
  });

  it.each([
    ['12.7', '13.1'],
    ['13.1', '13.3'],
  ])('6: from %s to %s per cent is on-track', (previous, current) => {
    expect(said(increase('0.05'), compared(previous, current)).status).toBe('on-track');
  });

  it('7: a measurement without an ambition is said to be one', () => {
    expect(said({ id: 'not-set' }, { ...compared('1', '38.2'), previous: null }).status).toBe('ambition-not-set');
  });

  it('9: bounds settle the status where both ends give the same', () => {
    const rule: Rule = { id: 'stable-or-improved', direction: 'increase', tolerance: absolute('0.001') };
    const current = between('0.5400', '0.5450');
    expect(said(rule, { current, previous: exact('0.5300'), base: null, regions: [] })).toMatchObject({
      ...{ status: 'on-track', changeLow: 0.01, changeHigh: 0.015, currentLow: 0.54, currentHigh: 0.545 },
    });
    expect(said(rule, { current, previous: exact('0.5430'), base: null, regions: [] })).toMatchObject({
      ...{ status: null, why: 'bounds', changeLow: -0.003, changeHigh: 0.002 },
    });
  });

  it('tells exact decimals from what doubles make of them: 64.1 less 64.0 equals a margin of 0.1', () => {
    expect(said(increase('0.1'), compared('64.0', '64.1')).status).toBe('stable');
  });
});
