import type { IndicatorInput } from '../../../src/model/plan/indicator.ts';
import type { Language } from '../../../src/model/language.ts';
import type { Rule } from '../../../src/model/plan/rule.ts';
import { buildDefinition, buildPeerGroup, INPUT, OWN, regionSeries } from '../../support/builders.ts';
import { assessFigures } from '../../status/assess-figures.ts';

type Years = Readonly<Record<string, number>>;

interface Case {
  readonly rule: Rule;
  readonly measure?: 'level' | 'growth' | 'gap';
  readonly unit?: readonly [nb: string, nn: string, en: string, decimals: number];
  readonly inWords?: Pick<IndicatorInput, 'unitInWords' | 'unitInWordsNn' | 'unitInWordsEn'>;
  readonly own: readonly Years[];
  readonly peers?: readonly [Years, Years];
}

const up = { direction: 'increase' } as const;
const down = { direction: 'decrease' } as const;
const ENTERPRISES = ['foretak', 'føretak', 'enterprises', 0] as const;
const histories = (start: number, steps: readonly number[]) =>
  steps.map((step) => ({ '2022': start, '2023': start, '2024': start, '2025': start + step }));
const annual: Rule = { id: 'annual-change', ...up, tolerance: { absolute: 10 } };
const lead: Rule = { id: 'growth-lead', against: 'pooled', tolerance: { absolute: 0.05 } };
const counts = histories(12000, [300, 5, 0, -5, -300]);
const rates = histories(65, [0.6, 0.02, 0, -0.5]);
const peers: readonly [Years, Years] = [
  { '2024': 40000, '2025': 40400 },
  { '2024': 10000, '2025': 10050 },
];
const others: readonly [Years, Years] = [
  { '2022': 67, '2023': 67, '2024': 67, '2025': 67 },
  { '2022': 69, '2023': 69, '2024': 69, '2025': 69 },
];
/** As large as it takes to grow as the peers do, and nearly so. */
const level = (...values: readonly number[]) => values.map((value) => ({ '2024': 12000, '2025': value }));
const standing: readonly [Years, Years] = [
  { '2024': 40000, '2025': 40010 },
  { '2024': 10000, '2025': 10005 },
];
const leads = (['pooled', 'mean', 'median', 'each'] as const).map((against): Case => {
  return { rule: { ...lead, against }, unit: ENTERPRISES, own: [...counts, ...level(12108, 12106)], peers };
});

const CASES: readonly Case[] = [
  { rule: annual, unit: ENTERPRISES, own: counts },
  {
    rule: { ...annual, tolerance: { percentOfPrevious: 0.5 }, direction: 'decrease' },
    unit: ['tonn CO2-ekvivalenter', 'tonn CO2-ekvivalentar', 'tonnes of CO2 equivalents', 0],
    own: counts,
  },
  {
    rule: { ...annual, tolerance: { absolute: 0.05 } },
    unit: ['prosent av omsetningen', 'prosent av omsetninga', 'per cent of turnover', 1],
    own: histories(13.1, [0.5, 0, -0.5]),
  },
  {
    rule: { ...annual, tolerance: { percentOfPrevious: 0.5 }, direction: 'decrease' },
    unit: ['tusen tonn CO2-ekvivalenter', 'tusen tonn CO2-ekvivalentar', 'thousand tonnes of CO2 equivalents', 0],
    own: histories(35526, [-770, -17]),
  },
  { rule: { ...annual, atLeast: { percentOfPrevious: 1 } }, unit: ENTERPRISES, own: counts },
  {
    rule: {
      id: 'stable-or-improved',
      ...up,
      tolerance: { absolute: 10 },
      base: { year: 2022, tolerance: { absolute: 20 } },
    },
    unit: ENTERPRISES,
    own: [...counts, { '2022': 12100, '2023': 12000, '2024': 12000, '2025': 11995 }],
  },
  ...leads,
  {
    rule: { id: 'relative-position', ...up, tolerance: { absolute: 0.05 } },
    measure: 'gap',
    own: [...rates, ...histories(68, [0.6, -0.6])],
    peers: others,
  },
  { rule: { id: 'threshold', min: 64.5, outer: { min: 64.2 } }, own: histories(65, [0, -0.6, -2]) },
  {
    rule: { id: 'target', ...up, value: 70, year: 2030, base: 2022, path: 'straight', tolerance: { absolute: 1 } },
    own: histories(65, [6, 3, 1, -1]),
  },
  { rule: { id: 'rank', ...up, within: 1 }, own: histories(65, [6, 0]), peers: others },
  { rule: { id: 'rank', ...up, within: 2 }, own: histories(65, [3, 0]), peers: others },
  {
    rule: { id: 'against', place: '0201', as: 'difference', min: -1, ...up, tolerance: { absolute: 0.5 } },
    own: histories(65, [2, 0.6, 0]),
    peers: others,
  },
  {
    rule: { id: 'against', place: '0201', as: 'share', min: 99, ...up, tolerance: { absolute: 1 } },
    own: histories(65, [2, 1, -3]),
    peers: others,
  },
  {
    rule: { id: 'no-worse-than-mean', periods: 3, ...up, tolerance: { absolute: 0.2 } },
    own: histories(65, [1, 0, -0.1, -1]),
  },
  { rule: { id: 'all-of', parts: [annual, lead] }, unit: ENTERPRISES, own: [...counts, ...level(12020)], peers },
  { rule: { id: 'all-of', parts: [annual, lead] }, unit: ENTERPRISES, own: level(12005), peers: standing },
  // Where less is better.
  { rule: { ...annual, ...down, atLeast: { absolute: 100 } }, unit: ENTERPRISES, own: counts },
  {
    rule: {
      id: 'stable-or-improved',
      ...down,
      tolerance: { absolute: 10 },
      base: { year: 2022, tolerance: { absolute: 20 } },
    },
    unit: ENTERPRISES,
    own: [...counts, { '2022': 11900, '2023': 12000, '2024': 12000, '2025': 12005 }],
  },
  { rule: { ...lead, ...down }, unit: ENTERPRISES, own: [...counts, ...level(12100)], peers },
  { rule: { ...lead, ...down, against: 'each' }, unit: ENTERPRISES, own: counts, peers },
  {
    rule: { id: 'relative-position', ...down, tolerance: { absolute: 0.05 } },
    measure: 'gap',
    own: [...rates, ...histories(68, [0.6, -0.6])],
    peers: others,
  },
  { rule: { id: 'threshold', max: 65, outer: { max: 66 } }, own: histories(65, [0, 0.6, 2]) },
  {
    rule: { id: 'target', ...down, value: 60, year: 2030, base: 2022, path: 'straight', tolerance: { absolute: 1 } },
    own: histories(65, [-6, -3, -1, 1]),
  },
  { rule: { id: 'rank', ...down, within: 1 }, own: histories(65, [6, 0]), peers: others },
  {
    rule: { id: 'against', place: '0201', as: 'difference', min: 1, ...down, tolerance: { absolute: 0.5 } },
    own: histories(65, [2, 3.4, 5]),
    peers: others,
  },
  {
    rule: { id: 'no-worse-than-mean', periods: 3, ...down, tolerance: { absolute: 0.2 } },
    own: histories(65, [-1, 0, 0.1, 1]),
  },
  {
    rule: { id: 'not-set' },
    inWords: {
      unitInWords: 'prosent med høyere utdanning',
      unitInWordsNn: 'prosent med høgare utdanning',
      unitInWordsEn: 'per cent with higher education',
    },
    own: histories(65, [1]),
  },
];

/** What each rule of the listing has been found to be. */
export function listedVerdicts(): readonly string[] {
  return CASES.flatMap((one) => one.own.map((own) => `${one.rule.id} ${assessed(one, own, 'nb').status}`));
}

/** What is said of each rule, however it comes out: its name, and the sentence. */
export function ruleLines(language: Language): readonly string[] {
  return CASES.flatMap((one) => one.own.map((own) => `${one.rule.id}: ${assessed(one, own, language).sentence}`));
}

function assessed(one: Case, own: Years, language: Language) {
  const { rule, measure = 'level', unit, peers: group } = one;
  const [unitNb, unitNn, unitEn, decimals] = unit ?? ['prosent', 'prosent', 'per cent', 1];
  const definition = buildDefinition({
    ...{ rule, measure, inputs: [{ ...INPUT, unit: unitNb, unitNn, unitEn, decimals, ...one.inWords }] },
    ...(group && { peers: 'rivals' }),
  });
  const [first = {}, second = {}] = group ?? [];
  const series = regionSeries({ [OWN]: own, ...(group && { '0201': first, '0202': second }) });
  const named = buildPeerGroup({ Fjordbyen: ['0201'], Fjellbyen: ['0202'] }, false);
  return assessFigures({ definition, series, ...(group && { group: named }), language });
}
