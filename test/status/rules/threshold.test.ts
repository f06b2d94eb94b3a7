import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../src/model/plan/rule.ts';
import { buildDefinition, buildSeries, INPUT, OWN } from '../../support/builders.ts';
import { assessFigures, assessOwn } from '../assess-figures.ts';

type Threshold = Extract<Rule, { id: 'threshold' }>;

const judge = (rule: Omit<Threshold, 'id'>, cells: Parameters<typeof assessOwn>[0], rest = {}) =>
  assessOwn(cells, { definition: buildDefinition({ rule: { id: 'threshold', ...rule } }), ...rest });

describe('threshold', () => {
  const band = { min: 1.3, max: 1.69, outer: { min: 1.1, max: 1.9 } };

  it.each([
    [{ min: 75 }, 74.9, 'off-track'],
    [{ min: 350, outer: { min: 300 } }, 320, 'partly-met'],
    [{ min: 500 }, 512, 'on-track'],
    [{ max: 2.5 }, 2.5, 'on-track'],
    [{ min: 40, outer: { min: 35 } }, 34.8, 'off-track'],
    [band, 1.75, 'partly-met'],
    [{ min: 4.5, max: 5.5, outer: { min: 4, max: 6 } }, 5, 'on-track'],
  ])('%j, %d: %s', (rule, value, status) => {
    expect(judge(rule, { '2025': value }).status).toBe(status);
  });

  it.each([
    [1.09, 'off-track'],
    [1.1, 'partly-met'],
    [1.29, 'partly-met'],
    [1.3, 'on-track'],
    [1.69, 'on-track'],
    [1.7, 'partly-met'],
    [1.9, 'partly-met'],
    [1.91, 'off-track'],
  ])('has limits that are all inclusive: %d is %s', (value, status) => {
    expect(judge(band, { '2025': value }).status).toBe(status);
  });

  it('has nothing partly met beyond a limit without an outer one', () => {
    expect(judge({ min: 1, max: 2, outer: { min: 0 } }, { '2025': 2.1 }).status).toBe('off-track');
  });

  it('needs the latest period alone: one measurement, a hole before it or a break is nothing to it', () => {
    expect(judge({ min: 40 }, { '2025': 41 }).status).toBe('on-track');
    expect(judge({ min: 40 }, { '2024': null, '2025': 41 }).status).toBe('on-track');
    const breaks = [{ dataset: 'figures', period: '2025', reason: 'New source', reference: 'ref' }];
    expect(judge({ min: 40 }, { '2024': 39, '2025': 41 }, { breaks }).status).toBe('on-track');
  });

  it('cannot speak without the latest figure, and says what was last known', () => {
    const cells = { '2024': 41, '2025': { value: null, obsStatus: 'Q' as const, symbol: ':' } };
    const { status, evidence } = judge({ min: 40 }, cells);
    expect([status, evidence.lastKnown]).toEqual(['insufficient', { period: '2024', value: 41, status: 'on-track' }]);
  });

  it('of a growth reads the period before too', () => {
    const definition = buildDefinition({ measure: 'growth', rule: { id: 'threshold', min: 1 } });
    expect(assessOwn({ '2024': 100, '2025': 101 }, { definition }).status).toBe('on-track');
    expect(assessOwn({ '2025': 101 }, { definition }).status).toBe('insufficient');
    const breaks = [{ dataset: 'figures', period: '2025', reason: 'New source', reference: 'ref' }];
    expect(assessOwn({ '2024': 100, '2025': 101 }, { definition, breaks }).status).toBe('break');
  });

  it('says the limits, and both where the outer one is kept', () => {
    expect(judge({ min: 350, outer: { min: 300 } }, { '2025': 320 }).sentence).toContain(
      'Tallet for 2025 er 320,0\u00A0prosent. Det skal være minst 350\u00A0prosent. Den ytre grensen, minst 300\u00A0prosent, er holdt, så ambisjonen er delvis oppfylt.',
    );
    expect(judge(band, { '2025': 1.5 }, { language: 'en' }).sentence).toContain(
      'The figure for 2025 is 1.50\u00A0per cent. It is to be between 1.3 and 1.69\u00A0per cent, so the ambition is met.',
    );
  });

  it('is never flagged as an ordinary change, which it does not judge', () => {
    const cells = Object.fromEntries(Array.from({ length: 14 }, (_, at) => [String(2012 + at), 40 + (at % 2)]));
    expect(judge({ min: 30 }, cells).flags).toEqual([]);
  });
});

describe('threshold of an index of which only the bounds are known', () => {
  const judgeIndex = (min: number) => {
    const withheld = { value: null, obsStatus: 'Q' as const, symbol: ':' };
    const cells = { a: 600, b: 300, c: withheld, d: withheld, all: 1000 };
    return assessFigures({
      definition: buildDefinition({
        measure: 'diversity',
        inputs: [{ ...INPUT, terms: [{ Trade: ['a', 'b', 'c', 'd'] }], over: 'Trade', whole: { total: 'all' } }],
        rule: { id: 'threshold', min },
      }),
      series: Object.entries(cells).map(([Trade, cell]) =>
        buildSeries({ Contents: 'n', Region: OWN, Trade }, { '2025': cell }),
      ),
    });
  };

  it('is judged where both ends, 0.5400 and 0.5450, say the same, and flagged', () => {
    expect(judgeIndex(0.53)).toMatchObject({ status: 'on-track', flags: ['bounded'] });
    expect(judgeIndex(0.55)).toMatchObject({ status: 'off-track', flags: ['bounded'] });
  });

  it('is not where the limit lies between them', () => {
    expect(judgeIndex(0.543).status).toBe('insufficient');
  });
});

it('shows the decimals that tell the value from the limit', () => {
  expect(judge({ min: 75 }, { '2025': 74.96 }).sentence).toContain(
    'Tallet for 2025 er 74,96\u00A0prosent. Det skal være minst 75\u00A0prosent, så ambisjonen er ikke oppfylt.',
  );
});
