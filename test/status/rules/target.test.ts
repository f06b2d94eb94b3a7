import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../src/model/plan/rule.ts';
import { buildDefinition, buildMunicipality, OWN } from '../../support/builders.ts';
import { assessOwn } from '../assess-figures.ts';

type Target = Extract<Rule, { id: 'target' }>;

const NONE = { absolute: 0 };
const judge = (rule: Omit<Target, 'id'>, cells: Parameters<typeof assessOwn>[0], rest = {}) =>
  assessOwn(cells, { definition: buildDefinition({ rule: { id: 'target', ...rule } }), ...rest });

const more: Omit<Target, 'id'> = {
  ...{ direction: 'increase', value: 100, base: 2020, year: 2030, path: 'straight', tolerance: NONE },
};
const atEnd: Omit<Target, 'id'> = {
  ...{ direction: 'increase', value: 5000, year: 2030, path: 'at-end', tolerance: { absolute: 10 } },
};

describe('target, straight', () => {
  it('30,000 in 2040 from 27,000 in 2020: the path is 27,750 in 2025', () => {
    const rule = { ...more, value: 30_000, year: 2040 };
    const { status, evidence } = judge(rule, { '2020': 27_000, '2025': 27_600 });
    expect([status, evidence.numbers['path']]).toEqual(['off-track', 27_750]);
  });

  it('80 % less in 2030 than in 2009: the path is 42,857.14 in 2024', () => {
    const rule: Omit<Target, 'id'> = {
      ...{ direction: 'decrease', change: { percentOfBase: -80 }, base: 2009, year: 2030, path: 'straight' },
      tolerance: NONE,
    };
    const { status, evidence } = judge(rule, { '2009': 100_000, '2024': 41_000 });
    expect([status, evidence.numbers['goal']]).toEqual(['on-track', 20_000]);
    expect(evidence.numbers['path']).toBeCloseTo(42_857.14, 2);
  });

  it('is flat after its year: 45 % less than in 1991 by 2020, 56 in 2023, margin 1', () => {
    const rule: Omit<Target, 'id'> = {
      ...{ direction: 'decrease', change: { percentOfBase: -45 }, base: 1991, year: 2020, path: 'straight' },
      tolerance: { absolute: 1 },
    };
    const { status, evidence } = judge(rule, { '1991': 100, '2023': 56 });
    expect([status, evidence.numbers['path']]).toEqual(['stable', 55]);
  });

  it('halves by 2030 what was 480 in 2015: 330 in 2025 is behind 320', () => {
    const rule: Omit<Target, 'id'> = {
      ...{ direction: 'decrease', change: { percentOfBase: -50 }, base: 2015, year: 2030, path: 'straight' },
      tolerance: NONE,
    };
    expect(judge(rule, { '2015': 480, '2025': 330 }).status).toBe('off-track');
  });

  it('counts a change in the unit of the measure too', () => {
    const rule: Omit<Target, 'id'> = {
      ...{ direction: 'increase', change: { absolute: 20 }, base: 2020, year: 2030, path: 'straight', tolerance: NONE },
    };
    expect(judge(rule, { '2020': 80, '2025': 90 }).evidence.numbers).toMatchObject({ goal: 100, path: 90 });
  });

  it('is compared exactly: a margin that is just met is no failure', () => {
    const rule = { ...more, value: 0.3, year: 2023, tolerance: { absolute: 0.1 } };
    expect(judge(rule, { '2020': 0, '2021': 0, '2022': 0.1 }).status).toBe('stable');
  });

  it('has no path before its base: met when already reached, else not judged', () => {
    const rule = { ...more, base: 2026 };
    expect(judge(rule, { '2024': 99, '2025': 100 }).status).toBe('on-track');
    expect(judge(rule, { '2024': 98, '2025': 99 })).toMatchObject({
      status: 'insufficient',
      evidence: { reason: { guard: 'before-deadline', detail: '2030' } },
    });
  });

  it('needs the latest period and its base, and none between', () => {
    expect(judge(more, { '2020': 80, '2024': null, '2025': 91 }).status).toBe('on-track');
  });

  it.each([{ '2025': 91 }, { '2020': null, '2024': 90, '2025': 91 }])(
    'is insufficient without its base: %j',
    (cells) => {
      expect(judge(more, cells)).toMatchObject({
        status: 'insufficient',
        evidence: { reason: { guard: 'own-figure-missing', detail: '2020' } },
      });
    },
  );

  it('is a break while its base lies before one', () => {
    const breaks = [{ dataset: 'figures', period: '2022', reason: 'New source', reference: 'ref' }];
    const cells = { '2020': 80, '2024': 90, '2025': 91 };
    expect(judge(more, cells, { breaks }).status).toBe('break');
    expect(judge({ ...more, base: 2024 }, cells, { breaks }).status).not.toBe('break');
  });

  it('is a break while its base had other borders', () => {
    const places = [buildMunicipality(OWN, { codes: [{ code: OWN, fromYear: 2022 }] })];
    expect(judge(more, { '2020': 80, '2024': 90, '2025': 91 }, { places }).status).toBe('break');
  });

  it('of a quarter counts from the same quarter of the base', () => {
    const definition = buildDefinition({ step: { unit: 'quarter', count: 1 }, rule: { id: 'target', ...more } });
    const cells = { '2020K1': 10, '2020K3': 80, '2025K3': 90 };
    expect(assessOwn(cells, { definition }).evidence.numbers['path']).toBe(90);
  });

  it('of an interval counts from the one that ends in the base', () => {
    const cells = { '2018-2020': 80, '2020-2022': 84, '2022-2024': 88 };
    const definition = buildDefinition({ step: { unit: 'year', count: 2 }, rule: { id: 'target', ...more } });
    expect(assessOwn(cells, { definition }).evidence.numbers).toMatchObject({ base: 80, path: 88 });
  });
});

describe('target, at its end', () => {
  it('says before its year that it is reached, or that it cannot be judged', () => {
    expect(judge(atEnd, { '2026': 5000 }).status).toBe('on-track');
    const { status, sentence } = judge(atEnd, { '2026': 4700 });
    expect([status, sentence]).toEqual(['insufficient', expect.stringContaining('fristen er 2030')]);
  });

  it.each([
    [5000, 'on-track'],
    [4990, 'stable'],
    [4989, 'off-track'],
  ])('is judged from its year on: %d is %s', (value, status) => {
    expect(judge(atEnd, { '2030': value }).status).toBe(status);
    expect(judge(atEnd, { '2033': value }).status).toBe(status);
  });

  it('not above the level of 2018, margin 2: 101 against 100', () => {
    const rule: Omit<Target, 'id'> = {
      ...{ direction: 'decrease', change: { absolute: 0 }, base: 2018, year: 2018, path: 'at-end' },
      tolerance: { absolute: 2 },
    };
    expect(judge(rule, { '2018': 100, '2025': 101 }).status).toBe('stable');
  });
});

describe('what is said of a target', () => {
  it('names the target, the path and how far behind it the value is', () => {
    expect(judge({ ...more, tolerance: { absolute: 1 } }, { '2020': 80, '2025': 88 }).sentence).toContain(
      'Tallet for 2025 er 88,0\u00A0prosent. Målet er 100,0\u00A0prosent i 2030. På en jevn vei dit skulle tallet vært 90,0\u00A0prosent i 2025. Det ligger 2,0\u00A0prosentpoeng bak den veien, mer enn marginen på 1\u00A0prosentpoeng, så ambisjonen er ikke oppfylt.',
    );
  });

  it('says that it is reached', () => {
    expect(judge(more, { '2020': 80, '2025': 101 }, { language: 'en' }).sentence).toContain(
      'The figure for 2025 is 101.0\u00A0per cent. The target is 100.0\u00A0per cent in 2030, and it is reached, so the ambition is met.',
    );
  });
});
