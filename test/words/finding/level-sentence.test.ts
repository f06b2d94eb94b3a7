import { describe, expect, it } from 'vitest';
import type { IndicatorDefinition } from '../../../src/model/plan/indicator.ts';
import type { Rule } from '../../../src/model/plan/rule.ts';
import type { Language } from '../../../src/model/language.ts';
import type { Cell } from '../../support/builders.ts';
import { buildDefinition, buildPeerGroup, buildSeries, INPUT, OWN, regionSeries } from '../../support/builders.ts';
import { plainSpaces } from '../../support/plain-spaces.ts';
import type { Figures } from '../../status/assess-figures.ts';
import { assessFigures, assessOwn } from '../../status/assess-figures.ts';

// The numbers in the sentences, as the rule saw them: which end of a bound, which unit, how many decimals.

const NONE = { absolute: 0 };
const SOURCE = / (Kilde|Source): .*$/;
const said = (figures: Figures) => plainSpaces(assessFigures(figures).sentence).replace(SOURCE, '');
const own = (rule: Rule, cells: Record<string, Cell>, rest: Omit<Figures, 'series'> = {}, decimals = 1) =>
  plainSpaces(
    assessOwn(cells, { definition: buildDefinition({ rule, inputs: [{ ...INPUT, decimals }] }), ...rest }).sentence,
  ).replace(SOURCE, '');

describe('a change that is demanded', () => {
  const demanded = (atLeast: Extract<Rule, { id: 'annual-change' }>['atLeast'] & object): Rule => ({
    ...{ id: 'annual-change', direction: 'increase', tolerance: NONE, atLeast },
  });

  it('is told in the unit of the measure, or in per cent as it is written', () => {
    const cells = { '2023': 64, '2024': 65 };
    expect(own(demanded({ absolute: 2.5 }), cells)).toMatch(
      /Det skal opp med minst 2,5 prosentpoeng\. Endringen er for liten, så ambisjonen er ikke oppfylt\.$/,
    );
    expect(own(demanded({ percentOfPrevious: 1 }), cells)).toMatch(
      /Det skal opp med minst 1 prosent, så ambisjonen er oppfylt\.$/,
    );
  });
});

describe('a threshold', () => {
  const rule: Rule = { id: 'threshold', min: 40, max: 60, outer: { min: 35 } };

  it('has an outer limit that is the limit itself where none is written', () => {
    expect(own(rule, { '2024': 37 })).toBe(
      'Tallet for 2024 er 37,0 prosent. Det skal være mellom 40 og 60 prosent. Den ytre grensen, mellom 35 og 60 prosent, er holdt, så ambisjonen er delvis oppfylt.',
    );
    expect(own({ ...rule, outer: { max: 65 } }, { '2024': 62 })).toContain('mellom 40 og 65 prosent, er holdt');
  });

  it('has none to tell where there is none', () => {
    expect(own({ id: 'threshold', min: 40 }, { '2024': 30 })).toBe(
      'Tallet for 2024 er 30,0 prosent. Det skal være minst 40 prosent, så ambisjonen er ikke oppfylt.',
    );
  });
});

describe('a target', () => {
  const target = (fields: Partial<Extract<Rule, { id: 'target' }>> = {}): Rule => ({
    ...{ id: 'target', direction: 'increase', value: 100, base: 2020, year: 2030, path: 'straight', tolerance: NONE },
    ...fields,
  });

  it('is reached from above where less is better, and when it is just met', () => {
    expect(own(target({ direction: 'decrease', value: 60 }), { '2020': 80, '2025': 50 })).toMatch(
      /Målet er 60,0 prosent i 2030, og det er nådd, så ambisjonen er oppfylt\.$/,
    );
    expect(own(target({ direction: 'decrease', value: 60 }), { '2020': 80, '2025': 65 })).toMatch(
      /Det ligger 5,0 prosentpoeng foran den veien, så ambisjonen er oppfylt så langt\.$/,
    );
    expect(own(target(), { '2020': 80, '2025': 100 })).toMatch(/og det er nådd, så ambisjonen er oppfylt\.$/);
  });

  it('is told with the decimals it is written with', () => {
    expect(own(target({ value: 100.25 }), { '2020': 80, '2025': 88 })).toContain('Målet er 100,25 prosent i 2030');
    const change: Rule = {
      ...{ id: 'target', direction: 'increase', change: { percentOfBase: 25 }, base: 2020, year: 2030 },
      ...{ path: 'straight', tolerance: NONE },
    };
    expect(own(change, { '2020': 80, '2025': 88 })).toContain('Målet er 100,0 prosent i 2030');
  });

  it('is told with the decimals with which the distance adds up', () => {
    expect(own(target({ value: 90.5 }), { '2020': 80, '2025': 85.3 })).toContain(
      'Tallet for 2025 er 85,30 prosent. Målet er 90,50 prosent i 2030. På en jevn vei dit skulle tallet vært 85,25 prosent i 2025. Det ligger 0,05 prosentpoeng foran den veien',
    );
  });

  it('has no path to tell after its year', () => {
    expect(own(target({ year: 2024 }), { '2020': 80, '2025': 99 })).toBe(
      'Tallet for 2025 er 99,0 prosent. Målet er 100,0 prosent i 2024. Det ligger 1,0 prosentpoeng bak målet, så ambisjonen er ikke oppfylt.',
    );
  });

  it('has a path that was met', () => {
    expect(own(target(), { '2020': 80, '2025': 90 })).toMatch(
      /Målet er 100,0 prosent i 2030\. På en jevn vei dit skulle tallet vært 90,0 prosent i 2025\. Det er akkurat der det skal være, så ambisjonen er oppfylt så langt\.$/,
    );
  });
});

describe('a level against another place', () => {
  const against = (fields: Partial<Extract<Rule, { id: 'against' }>>): Rule => ({
    ...{ id: 'against', place: '0201', as: 'difference', min: -2, direction: 'increase', tolerance: NONE },
    ...fields,
  });
  const assess = (rule: Rule, fields: Partial<IndicatorDefinition['inputs'][number]> = {}, language: Language = 'nb') =>
    said({
      definition: buildDefinition({ rule, inputs: [{ ...INPUT, decimals: 0, ...fields }] }),
      group: buildPeerGroup({ A: ['0201'], B: ['0202'] }),
      language,
      series: regionSeries({
        [OWN]: { '2024': 60 },
        '0201': { '2024': 65 },
        '0202': { '2024': 61 },
        '0': { '2024': 70 },
      }),
    });

  it('names that place, and tells the difference of percentages in points', () => {
    expect(assess(against({}))).toBe(
      'I 2024 hadde Elvebyen 60 prosent og Municipality 0201 65 prosent. Det er 5,0 prosentpoeng lavere. Det skal være høyst 2 prosentpoeng lavere, så ambisjonen er ikke oppfylt.',
    );
    expect(assess(against({ place: '0202' }))).toContain(
      'I 2024 hadde Elvebyen 60 prosent og Municipality 0202 61 prosent. Det er 1,0 prosentpoeng lavere. Det skal være høyst 2 prosentpoeng lavere, så ambisjonen er oppfylt.',
    );
    const both = assess({ id: 'all-of', parts: [against({}), against({ place: '0202' })] });
    expect(both).toMatch(/og Municipality 0201 65 prosent\..* og Municipality 0202 61 prosent\./);
  });

  it('tells the difference of counts in their unit, and the margin too', () => {
    expect(assess(against({ tolerance: { absolute: 3 } }), { unit: 'personer' })).toContain(
      'I 2024 hadde Elvebyen 60 personer og Municipality 0201 65 personer. Det er 5,0 personer lavere. Det skal være høyst 2 personer lavere. Avviket er innenfor marginen på 3 personer, men ambisjonen er ikke oppfylt.',
    );
  });

  it('tells a share in per cent, with a margin in points', () => {
    expect(assess(against({ as: 'share', min: 95, tolerance: { absolute: 3 } }), { unit: 'personer' })).toContain(
      'I 2024 hadde Elvebyen 60 personer og Municipality 0201 65 personer. Det er 92,3 prosent av nivået der. Det skal være minst 95 prosent. Avviket er innenfor marginen på 3 prosentpoeng, men ambisjonen er ikke oppfylt.',
    );
  });

  it('has the country by its name in the language', () => {
    expect(assess(against({ place: '0' }), {}, 'en')).toContain(
      'In 2024 Elvebyen had 60 per cent and Norway 70 per cent. That is 10.0 percentage points lower. It is to be at most 2 percentage points lower, so the ambition is not met.',
    );
  });
});

describe('a mean of the periods before', () => {
  const mean = (fields: Partial<Extract<Rule, { id: 'no-worse-than-mean' }>> = {}): Rule => ({
    ...{ id: 'no-worse-than-mean', direction: 'increase', periods: 2, tolerance: NONE },
    ...fields,
  });
  const cells = { '2022': 60, '2023': 61, '2024': 60 };

  it('of counts that is a whole number is told as one', () => {
    expect(own(mean(), { '2022': 59, '2023': 61, '2024': 57 }, {}, 0)).toBe(
      'Tallet for 2024 er 57 prosent. Gjennomsnittet for de to periodene før var 60 prosent. Tallet er 3 prosentpoeng lavere, så ambisjonen er ikke oppfylt.',
    );
  });

  it('is told with a decimal where it is no whole number, and in the wanted direction', () => {
    expect(own(mean(), cells, {}, 0)).toBe(
      'Tallet for 2024 er 60 prosent. Gjennomsnittet for de to periodene før var 60,5 prosent. Tallet er 0,5 prosentpoeng lavere, så ambisjonen er ikke oppfylt.',
    );
    expect(own(mean({ direction: 'decrease' }), cells, {}, 0)).toMatch(
      /Tallet er 0,5 prosentpoeng lavere, så ambisjonen er oppfylt\.$/,
    );
  });

  it('has its margin as it is written', () => {
    expect(own(mean({ tolerance: { absolute: 0.5 } }), cells)).toMatch(
      /Gjennomsnittet for de to periodene før var 60,5 prosent\. Tallet er 0,5 prosentpoeng lavere, innenfor marginen på 0,5 prosentpoeng, så ambisjonen er oppfylt\.$/,
    );
    expect(own(mean({ tolerance: { percentOfPrevious: 2 } }), cells)).toMatch(
      /lavere, innenfor marginen på 2 prosent, så ambisjonen er oppfylt\.$/,
    );
    expect(own(mean({ tolerance: { percentOfPrevious: 0 } }), cells)).toMatch(
      /Tallet er 0,5 prosentpoeng lavere, så ambisjonen er ikke oppfylt\.$/,
    );
  });
});

describe('bounds', () => {
  const WITHHELD: Cell = { value: null, obsStatus: 'Q', symbol: ':' };
  /** An index in [0.5400, 0.5450]. */
  const OPEN = { a: 600, b: 300, c: WITHHELD, d: WITHHELD, all: 1000 };
  const LOWER = { a: 600, b: 310, c: 70, d: 20, all: 1000 };
  const HIGHER = { a: 580, b: 300, c: 70, d: 50, all: 1000 };
  const BETWEEN = { a: 600, b: 300, c: 70, d: 30, all: 1000 };
  const input = { ...INPUT, over: 'Trade', terms: [{ Trade: ['a', 'b', 'c', 'd'] }], whole: { total: 'all' } };
  const held = (direction: 'increase' | 'decrease', step: number, since: number): Rule => ({
    ...{ id: 'stable-or-improved', direction, tolerance: { absolute: step } },
    base: { year: 2022, tolerance: { absolute: since } },
  });

  const index = (rule: Rule, years: Record<string, Record<string, Cell>>) => {
    const series = ['a', 'b', 'c', 'd', 'all'].map((Trade) => {
      const cells = Object.entries(years).map(([year, groups]) => [year, groups[Trade] ?? null] as const);
      return buildSeries({ Contents: 'n', Region: OWN, Trade }, Object.fromEntries(cells));
    });
    const inputs = [{ ...input, unit: 'indeks', decimals: 4 }];
    return said({ definition: buildDefinition({ measure: 'diversity', rule, inputs }), series });
  };

  it.each<[string, Rule, Record<string, Record<string, Cell>>, string]>([
    [
      'is told by the lower end of a rise',
      { id: 'annual-change', direction: 'increase', tolerance: NONE },
      { '2023': LOWER, '2024': OPEN },
      'Mangfoldsindeksen var mellom 0,5400 og 0,5450 i 2024, opp minst 0,0014 fra 2023. Ambisjonen er oppfylt.',
    ],
    [
      'is told by the upper end where less is better',
      { id: 'annual-change', direction: 'decrease', tolerance: NONE },
      { '2023': HIGHER, '2024': OPEN },
      'Mangfoldsindeksen var mellom 0,5400 og 0,5450 i 2024, ned minst 0,0212 fra 2023. Ambisjonen er oppfylt.',
    ],
    [
      'is told from the end before that is nearest to failing',
      { id: 'annual-change', direction: 'increase', tolerance: NONE },
      { '2023': OPEN, '2024': HIGHER },
      'Mangfoldsindeksen var 0,5662 i 2024, opp minst 0,0212 fra 2023. Ambisjonen er oppfylt.',
    ],
    [
      'is told from the lower end before where less is better',
      { id: 'annual-change', direction: 'decrease', tolerance: NONE },
      { '2023': OPEN, '2024': LOWER },
      'Mangfoldsindeksen var 0,5386 i 2024, ned minst 0,0014 fra 2023. Ambisjonen er oppfylt.',
    ],
    [
      'of a step that fails with the base',
      {
        ...{ id: 'stable-or-improved', direction: 'increase', tolerance: { absolute: 0.001 } },
        base: { year: 2022, tolerance: { absolute: 0.001 } },
      },
      { '2022': HIGHER, '2023': HIGHER, '2024': OPEN },
      'Mangfoldsindeksen var mellom 0,5400 og 0,5450 i 2024, ned høyst 0,0262 fra 2023. Nedgangen er større enn marginen på 0,001. Nivået ligger også 0,0262 under utgangspunktet i 2022, mer enn marginen på 0,001, så ambisjonen er ikke oppfylt.',
    ],
    [
      'of a step that fails with the base, where less is better',
      {
        ...{ id: 'stable-or-improved', direction: 'decrease', tolerance: { absolute: 0.001 } },
        base: { year: 2022, tolerance: { absolute: 0.001 } },
      },
      { '2022': LOWER, '2023': LOWER, '2024': OPEN },
      'Mangfoldsindeksen var mellom 0,5400 og 0,5450 i 2024, opp høyst 0,0064 fra 2023. Økningen er større enn marginen på 0,001. Nivået ligger også 0,0064 over utgangspunktet i 2022, mer enn marginen på 0,001, så ambisjonen er ikke oppfylt.',
    ],
    [
      'of a target that both ends have reached',
      { id: 'target', direction: 'increase', value: 0.54, year: 2024, path: 'at-end', tolerance: NONE },
      { '2024': OPEN },
      'Mangfoldsindeksen var mellom 0,5400 og 0,5450 i 2024. Målet er 0,5400 i 2024, og det er nådd, så ambisjonen er oppfylt.',
    ],
    [
      'of a target that both ends have reached, where less is better',
      { id: 'target', direction: 'decrease', value: 0.545, year: 2024, path: 'at-end', tolerance: NONE },
      { '2024': OPEN },
      'Mangfoldsindeksen var mellom 0,5400 og 0,5450 i 2024. Målet er 0,5450 i 2024, og det er nådd, så ambisjonen er oppfylt.',
    ],
    [
      'of a target that only its lower end has reached, where less is better',
      {
        ...{ id: 'target', direction: 'decrease', value: 0.542, base: 2022, year: 2026, path: 'straight' },
        tolerance: NONE,
      },
      { '2022': HIGHER, '2024': OPEN },
      'Mangfoldsindeksen var mellom 0,5400 og 0,5450 i 2024. Målet er 0,5420 i 2026. På en jevn vei dit skulle tallet vært 0,5541 i 2024. Det ligger 0,0141 foran den veien, så ambisjonen er oppfylt så langt.',
    ],
    [
      'of a target that only its upper end has reached',
      {
        ...{ id: 'target', direction: 'increase', value: 0.543, base: 2022, year: 2026, path: 'straight' },
        tolerance: NONE,
      },
      // 1 − (0.62² + 0.3² + 0.06² + 0.02²) = 0.5216: the path is at 0.5323.
      { '2022': { a: 620, b: 300, c: 60, d: 20, all: 1000 }, '2024': OPEN },
      'Mangfoldsindeksen var mellom 0,5400 og 0,5450 i 2024. Målet er 0,5430 i 2026. På en jevn vei dit skulle tallet vært 0,5323 i 2024. Det ligger 0,0077 foran den veien, så ambisjonen er oppfylt så langt.',
    ],
    [
      'of a base that the lower end falls short of, where the step fails at both',
      held('increase', 0.001, 0.001),
      { '2022': BETWEEN, '2023': HIGHER, '2024': OPEN },
      'Mangfoldsindeksen var mellom 0,5400 og 0,5450 i 2024, ned høyst 0,0262 fra 2023. Nedgangen er større enn marginen på 0,001. Nivået ligger også 0,0042 under utgangspunktet i 2022, mer enn marginen på 0,001, så ambisjonen er ikke oppfylt.',
    ],
    [
      'of a base that the upper end goes beyond, where less is better',
      held('decrease', 0.001, 0.0005),
      { '2022': BETWEEN, '2023': LOWER, '2024': OPEN },
      'Mangfoldsindeksen var mellom 0,5400 og 0,5450 i 2024, opp høyst 0,0064 fra 2023. Økningen er større enn marginen på 0,001. Nivået ligger også 0,0008 over utgangspunktet i 2022, mer enn marginen på 0,0005, så ambisjonen er ikke oppfylt.',
    ],
    [
      'of a step that the lower end falls short of, where the base fails at both',
      held('increase', 0.001, 0.001),
      { '2022': HIGHER, '2023': BETWEEN, '2024': OPEN },
      'Mangfoldsindeksen var mellom 0,5400 og 0,5450 i 2024, ned høyst 0,0042 fra 2023. Nedgangen er større enn marginen på 0,001. Nivået ligger også 0,0262 under utgangspunktet i 2022, mer enn marginen på 0,001, så ambisjonen er ikke oppfylt.',
    ],
    [
      'of a step that the upper end goes beyond, where less is better',
      held('decrease', 0.0005, 0.001),
      { '2022': LOWER, '2023': BETWEEN, '2024': OPEN },
      'Mangfoldsindeksen var mellom 0,5400 og 0,5450 i 2024, opp høyst 0,0008 fra 2023. Økningen er større enn marginen på 0,0005. Nivået ligger også 0,0064 over utgangspunktet i 2022, mer enn marginen på 0,001, så ambisjonen er ikke oppfylt.',
    ],
    [
      'of a mean before, by its lower end',
      { id: 'no-worse-than-mean', direction: 'increase', periods: 1, tolerance: NONE },
      { '2023': OPEN, '2024': HIGHER },
      'Mangfoldsindeksen var 0,5662 i 2024. Tallet for perioden før var 0,5400. Tallet er 0,0212 høyere, så ambisjonen er oppfylt.',
    ],
  ])('%s', (_, rule, years, sentence) => {
    expect(index(rule, years)).toBe(sentence);
  });

  it('last known have no one value', () => {
    const rule: Rule = { id: 'annual-change', direction: 'increase', tolerance: NONE };
    expect(index(rule, { '2022': LOWER, '2023': OPEN, '2024': { ...OPEN, b: null } })).toMatch(
      / Sist vurdert: Oppfylt i 2023\.$/,
    );
  });
});

describe('a value that must hold', () => {
  const held = (direction: 'increase' | 'decrease'): Rule => ({
    ...{ id: 'stable-or-improved', direction, tolerance: { absolute: 1 } },
    base: { year: 2021, tolerance: { absolute: 2 } },
  });

  it.each<[string, 'increase' | 'decrease', readonly [number, number, number], string]>([
    [
      'falls short of the base alone, standing still',
      'increase',
      [60, 57, 57.5],
      'Det er mindre enn marginen på 1 prosentpoeng og regnes som stabilt. Nivået ligger 2,5 prosentpoeng under utgangspunktet i 2021, mer enn marginen på 2 prosentpoeng, så ambisjonen er ikke oppfylt.',
    ],
    [
      'falls short of the base alone, and is better than before',
      'increase',
      [60, 55, 57],
      'Økningen er større enn marginen på 1 prosentpoeng. Nivået ligger 3,0 prosentpoeng under utgangspunktet i 2021, mer enn marginen på 2 prosentpoeng, så ambisjonen er ikke oppfylt.',
    ],
    [
      'falls short of the base alone, having moved by the margin',
      'increase',
      [60, 56, 57],
      'Det er akkurat marginen på 1 prosentpoeng og regnes som stabilt. Nivået ligger 3,0 prosentpoeng under utgangspunktet i 2021, mer enn marginen på 2 prosentpoeng, så ambisjonen er ikke oppfylt.',
    ],
    [
      'falls short of the base alone, having fallen by the margin',
      'increase',
      [60, 58, 57],
      'Det er akkurat marginen på 1 prosentpoeng og regnes som stabilt. Nivået ligger 3,0 prosentpoeng under utgangspunktet i 2021, mer enn marginen på 2 prosentpoeng, så ambisjonen er ikke oppfylt.',
    ],
    [
      'falls short of the step alone',
      'increase',
      [50, 60, 57],
      'Nedgangen er større enn marginen på 1 prosentpoeng, så ambisjonen er ikke oppfylt.',
    ],
    [
      'falls short of the step alone, and keeps the base by the margin',
      'increase',
      [50, 60, 48],
      'Nedgangen er større enn marginen på 1 prosentpoeng, så ambisjonen er ikke oppfylt.',
    ],
    [
      'falls short of both',
      'increase',
      [60, 59, 57],
      'Nedgangen er større enn marginen på 1 prosentpoeng. Nivået ligger også 3,0 prosentpoeng under utgangspunktet i 2021, mer enn marginen på 2 prosentpoeng, så ambisjonen er ikke oppfylt.',
    ],
    [
      'falls short of the base alone, where less is better',
      'decrease',
      [60, 65, 63],
      'Nedgangen er større enn marginen på 1 prosentpoeng. Nivået ligger 3,0 prosentpoeng over utgangspunktet i 2021, mer enn marginen på 2 prosentpoeng, så ambisjonen er ikke oppfylt.',
    ],
    [
      'falls short of the base alone, standing still where less is better',
      'decrease',
      [60, 63, 63.5],
      'Det er mindre enn marginen på 1 prosentpoeng og regnes som stabilt. Nivået ligger 3,5 prosentpoeng over utgangspunktet i 2021, mer enn marginen på 2 prosentpoeng, så ambisjonen er ikke oppfylt.',
    ],
    [
      'falls short of the step alone, where less is better',
      'decrease',
      [70, 60, 63],
      'Økningen er større enn marginen på 1 prosentpoeng, så ambisjonen er ikke oppfylt.',
    ],
    [
      'falls short of both, where less is better',
      'decrease',
      [60, 61, 63],
      'Økningen er større enn marginen på 1 prosentpoeng. Nivået ligger også 3,0 prosentpoeng over utgangspunktet i 2021, mer enn marginen på 2 prosentpoeng, så ambisjonen er ikke oppfylt.',
    ],
    [
      'is kept',
      'increase',
      [60, 60, 61.5],
      'Økningen er større enn marginen på 1 prosentpoeng, så ambisjonen er oppfylt.',
    ],
  ])('%s', (_, direction, [base, before, now], ending) => {
    expect(own(held(direction), { '2021': base, '2022': before, '2023': now })).toMatch(
      new RegExp(`${ending.replaceAll('.', '\\.')}$`),
    );
  });
});

it('a position for which less is better is better when it falls', () => {
  const rule: Rule = { id: 'relative-position', direction: 'decrease', tolerance: NONE };
  expect(
    said({
      definition: buildDefinition({ rule, measure: 'gap', peers: 'rivals' }),
      group: buildPeerGroup({ A: ['0201'] }),
      series: regionSeries({ [OWN]: { '2023': 62, '2024': 61 }, '0201': { '2023': 60, '2024': 60 } }),
    }),
  ).toMatch(/I 2023 var avstanden 2,0\. Den er altså blitt 1,0 prosentpoeng mindre\. Ambisjonen er oppfylt\.$/);
});

describe('what guards say', () => {
  it('names the country in the language, and the period of a base that is not there', () => {
    const rule: Rule = { id: 'against', place: '0', as: 'share', min: 9, direction: 'increase', tolerance: NONE };
    const cells = { [OWN]: { '2024': 60 }, '0': { '2024': null } };
    expect(said({ definition: buildDefinition({ rule }), series: regionSeries(cells), language: 'en' })).toContain(
      'figures are missing for Norway. Statistics Norway has published 2024, but without a figure for Norway.',
    );
    const target: Rule = {
      ...{ id: 'target', direction: 'increase', value: 100, base: 2020, year: 2030, path: 'straight', tolerance: NONE },
    };
    expect(own(target, { '2024': 60 })).toBe('Tallet for Elvebyen i 2020 mangler: tallet finnes ikke i kilden.');
  });

  it('names quarters as staff read them, those last known too', () => {
    const definition = buildDefinition({ step: { unit: 'quarter', count: 1 } });
    const cells: Record<string, Cell> = {
      '2023K3': 1,
      '2023K4': 2,
      '2024K1': { value: null, obsStatus: 'Q', symbol: ':' },
    };
    expect(assessOwn(cells, { definition }).sentence).toContain(
      'SSB viser ikke tallet for Elvebyen i 1. kvartal 2024, av hensyn til personvernet. Sist vurdert: Oppfylt i 4. kvartal 2023 (2,0\u00A0prosent).',
    );
  });

  it('keeps what was last known of a source that has gone', () => {
    const before = { newestPeriod: '2023', lastKnown: { period: '2023', value: 5, status: 'on-track' } } as const;
    expect(assessOwn({}, { before }).sentence).toMatch(
      /^Det finnes ikke lenger tall for indikatoren\. Sist vurdert: Oppfylt i 2023 \(5\)\.$/,
    );
  });

  it('names counties that are compared with', () => {
    const full = { '2023': 10, '2024': 11 };
    const rule: Rule = { id: 'growth-lead', against: 'pooled', tolerance: NONE };
    expect(
      said({
        definition: buildDefinition({ rule, peers: 'rivals' }),
        group: buildPeerGroup({ A: ['0201'], B: ['0301'] }, false),
        dataset: { publication: { coverage: 'county' } },
        series: regionSeries({ '01': full, '02': full, '03': full }),
      }),
    ).toContain(
      'Fra 2023 til 2024 vokste fylket med 10,0 prosent og fylkene County 02 og County 03 samlet med 10,0 prosent (foreslått sammenlikningsgruppe). Veksten var like stor. Ambisjonen er ikke oppfylt. Målt for fylket, ikke for Elvebyen.',
    );
  });
});
