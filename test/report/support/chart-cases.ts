import type { DeclaredBreak } from '../../../src/model/plan/settings.ts';
import type { ShownAnnotation } from '../../../src/model/plan/annotation.ts';
import type { Rule } from '../../../src/model/plan/rule.ts';
import type { PageIndicator } from '../../../src/report/page-input.ts';
import { buildDataset, buildPeerGroup, buildSeries, type Cell, INPUT, OWN } from '../../support/builders.ts';
import { buildIndicator } from './build-page.ts';

const group = buildPeerGroup({ Nord: ['0201'], Sor: ['0301'] }, false);
const LONG_UNIT = { unit: '1000 tonn CO₂-ekvivalenter', unitEn: '1000 tonnes of CO₂ equivalents' };

/** A series that begins in a year, one value a year; `null` where the source has none. */
export function yearly(from: number, values: readonly Cell[]): Record<string, Cell> {
  return Object.fromEntries(values.map((value, index) => [String(from + index), value]));
}

const OWN_SERIES = [640, 655, 672, 671, 702, 716, 719, 763, 767, 780, 877, 889, 910, 948, 972];
const NORTH = [500, 512, 520, 531, 540, 547, 560, 566, 577, 590, 612, 640, 652, 671, 690];
const SOUTH = [300, 303, 311, 309, 320, 331, 329, 335, 341, 347, 352, 366, 371, 380, 391];
const PEERS = { '0201': yearly(2011, NORTH), '0301': yearly(2011, SOUTH) };

/** A break of the dataset that the tests are built on. */
export function brokenIn(period: string, reason = 'Ny metode.'): DeclaredBreak {
  return { dataset: 'figures', period, reason, reference: 'made up' };
}

interface Case {
  readonly id: string;
  readonly rule: Rule;
  readonly own?: Record<string, Cell>;
  readonly peers?: Record<string, Record<string, Cell>>;
  readonly measure?: 'level' | 'growth' | 'gap';
  readonly breaks?: readonly DeclaredBreak[];
  readonly annotations?: readonly ShownAnnotation[];
  readonly unit?: { readonly unit: string; readonly unitEn: string; readonly decimals?: number };
}

/** An indicator whose chart is looked at; it has peers where they are given. */
export function chartCase(one: Case, language: 'nb' | 'en' = 'nb'): PageIndicator {
  const { id, rule, own = yearly(2011, OWN_SERIES), peers, measure = 'level', breaks = [], annotations } = one;
  return buildIndicator(
    {
      definition: {
        ...{ id, rule, measure, title: `Indikator ${id}`, titleEn: `Indicator ${id}` },
        inputs: [{ ...INPUT, ...(one.unit ?? { unit: 'foretak', unitEn: 'enterprises' }) }],
        ...(peers && { peers: 'rivals' }),
      },
      ...{ own, breaks, language },
      ...(peers && { peers, group }),
    },
    annotations && { annotations },
  );
}

const none = { absolute: 0 };
const growth: Rule = { id: 'annual-change', direction: 'increase', tolerance: none };
const lead: Rule = { id: 'growth-lead', against: 'pooled', tolerance: { absolute: 0.05 } };

/** What has been hard to draw: one indicator for each kind of chart, with breaks, gaps and marks in them. */
export const CASES = {
  lead: chartCase({ id: 'lead', rule: lead, peers: PEERS, measure: 'growth', breaks: [brokenIn('2018')] }),
  both: chartCase({ id: 'both', rule: { id: 'all-of', parts: [growth, lead] }, peers: PEERS }),
  level: chartCase({
    id: 'level',
    rule: { id: 'annual-change', direction: 'increase', tolerance: { absolute: 10 } },
    own: {
      ...yearly(2011, OWN_SERIES),
      '2016': { value: 716, revised: true },
      '2019': { value: 767, correction: { published: 700, reason: 'feil', reference: 'sak 1' } },
      '2025': { value: 972, obsStatus: 'P' },
    },
    annotations: [
      { period: '2021', text: 'Flytting av sykehuset.', language: 'nb' },
      { period: '2022', text: 'Ny bydel.', language: 'nb' },
      { period: '2021', text: 'Stor bedrift kom til.', language: 'nb' },
      { period: '1999', text: 'Lenge før tallene.', language: 'nb' },
    ],
  }),
  hole: chartCase({
    id: 'hole',
    rule: growth,
    unit: LONG_UNIT,
    own: { '2019': 70, '2020': 68, '2021': 71, '2022': 69, '2023': null, '2024': 66, '2026': 64 },
    breaks: [
      brokenIn('2021', 'Ny definisjon av hvem som regnes med, og en ny kilde for alle tall fra og med dette året.'),
    ],
  }),
  base: chartCase({
    id: 'base',
    rule: {
      ...{ id: 'stable-or-improved', direction: 'increase', tolerance: { absolute: 8 } },
      base: { year: 2019, tolerance: { absolute: 20 } },
    },
    own: yearly(2011, [...OWN_SERIES.slice(0, 9), 770, 764, 771, 760, 752, 744]),
  }),
  threshold: chartCase({ id: 'threshold', rule: { id: 'threshold', min: 700, outer: { min: 650 } } }),
  target: chartCase({
    id: 'target',
    rule: {
      ...{ id: 'target', direction: 'increase', value: 1100, base: 2021, year: 2030, path: 'straight' },
      tolerance: { absolute: 5 },
    },
  }),
  mean: chartCase({
    id: 'mean',
    rule: { id: 'no-worse-than-mean', direction: 'increase', periods: 3, tolerance: { absolute: 10 } },
  }),
  gap: chartCase({
    id: 'gap',
    rule: { id: 'relative-position', direction: 'increase', tolerance: { absolute: 0.05 } },
    measure: 'gap',
    unit: { unit: 'prosentpoeng', unitEn: 'percentage points', decimals: 2 },
    own: yearly(2020, [63.6, 65, 66.3, 66, 65.6, 65.4]),
    peers: {
      '0201': yearly(2020, [66.3, 67.8, 68.8, 68.4, 68.1, 68]),
      '0301': yearly(2020, [68.3, 69.8, 70.7, 70.5, 70.3, 70.1]),
    },
    breaks: [brokenIn('2025', 'Ny definisjon av sysselsatte.')],
  }),
  rank: chartCase({
    id: 'rank',
    rule: { id: 'rank', direction: 'increase', within: 1 },
    peers: { '0201': yearly(2011, NORTH), '0301': yearly(2011, SOUTH) },
  }),
  against: chartCase({
    id: 'against',
    rule: {
      ...{ id: 'against', place: '0201', as: 'share', min: 130, direction: 'increase' },
      tolerance: { absolute: 1 },
    },
    peers: PEERS,
  }),
  notSet: chartCase({ id: 'not-set', rule: { id: 'not-set' } }),
  single: chartCase({ id: 'single', rule: growth, own: { '2025': 7 } }),
} as const;

/** An index of three groups, of which one year withholds two under a published total. */
export const BOUNDED: PageIndicator = buildIndicator({
  definition: {
    ...{ id: 'bounded', measure: 'diversity', title: 'Indikator bounded' },
    rule: { id: 'stable-or-improved', direction: 'increase', tolerance: { absolute: 0.002 } },
    inputs: [
      {
        ...{ ...INPUT, over: 'Trade', terms: [{ Trade: ['a', 'b', 'c', 'd'] }], unit: 'indeks', unitEn: 'index' },
        ...{ decimals: 4, whole: { total: 't', unspecified: 'u' } },
      },
    ],
  },
  dataset: buildDataset(
    Object.entries({
      a: yearly(2022, [640, 630, 610, 600]),
      b: yearly(2022, [300, 300, 300, 300]),
      c: yearly(2022, [40, 45, 50, { value: null, obsStatus: 'Q', symbol: ':' }]),
      d: yearly(2022, [20, 25, 40, { value: null, obsStatus: 'Q', symbol: ':' }]),
      t: yearly(2022, [1000, 1000, 1000, 1000]),
      u: yearly(2022, [0, 0, 0, 0]),
    }).map(([trade, cells]) => buildSeries({ Contents: 'n', Region: OWN, Trade: trade }, cells)),
    { labels: { Trade: { a: 'Varehandel og reparasjon av motorvogner', b: 'Handel', c: 'Industri', d: 'Bygg' } } },
  ),
});
