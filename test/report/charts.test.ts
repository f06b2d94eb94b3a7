import { describe, expect, test } from 'vitest';
import { labelEvery, scaleOver } from '../../src/report/charts/axis.ts';
import type { Chart, LineChart } from '../../src/report/charts/chart.ts';
import { chooseCharts } from '../../src/report/charts/choose-charts.ts';
import { drawChart } from '../../src/report/charts/draw-chart.ts';
import { contextOf } from '../../src/report/context.ts';
import type { PageIndicator } from '../../src/report/page-input.ts';
import { buildDataset, buildPeerGroup, buildSeries, INPUT, OWN } from '../support/builders.ts';
import { buildIndicator, buildInput } from './support/build-page.ts';

const group = buildPeerGroup({ Nord: ['0201'], Sor: ['0301'] }, false);
const YEARS = { '2023': 100, '2024': 110, '2025': 99 };
const peers = { '0201': { '2023': 50, '2024': 52, '2025': 53 }, '0301': { '2023': 50, '2024': 50, '2025': 52 } };
const tolerance = { absolute: 0 };

const level = buildIndicator({ own: YEARS });
const lead = buildIndicator({
  definition: { measure: 'growth', rule: { id: 'growth-lead', against: 'pooled', tolerance }, peers: 'rivals' },
  ...{ own: YEARS, peers, group },
});
const gap = buildIndicator({
  definition: {
    ...{ measure: 'gap', rule: { id: 'relative-position', direction: 'increase', tolerance }, peers: 'rivals' },
    inputs: [{ ...INPUT, unit: 'prosentpoeng', unitEn: 'percentage points' }],
  },
  ...{ own: YEARS, peers, group },
});
const mixed = buildIndicator({
  definition: {
    ...{ measure: 'diversity', rule: { id: 'stable-or-improved', direction: 'increase', tolerance } },
    inputs: [{ ...INPUT, over: 'Trade', terms: [{ Trade: ['a', 'b', 'c'] }], unit: 'indeks', unitEn: 'index' }],
  },
  dataset: buildDataset(
    [
      ['a', 20, 25],
      ['b', 50, 50],
      ['c', 30, 25],
    ].map(([trade, before, now]) =>
      buildSeries(
        { Contents: 'n', Region: OWN, Trade: String(trade) },
        { '2024': Number(before), '2025': Number(now) },
      ),
    ),
    { labels: { Trade: { a: 'Skipsbygging', b: 'Handel', c: 'Industri' } } },
  ),
});

function chartsOf(indicator: PageIndicator): readonly Chart[] {
  return chooseCharts(contextOf(buildInput([indicator])), indicator);
}

function lineChartOf(indicator: PageIndicator): LineChart {
  const [chart] = chartsOf(indicator);
  if (chart?.kind !== 'lines') throw new Error('There is no line chart.');
  return chart;
}

describe('the picture of an indicator', () => {
  test('shows a value, the way it is wanted to go, and the years the ambition was met', () => {
    const { lines, direction } = lineChartOf(level);
    expect(lines.map(({ name, points }) => [name, points.map(({ label, value, met }) => [label, value, met])])).toEqual(
      [
        [
          'Elvebyen',
          [
            ['2023', 100, null],
            ['2024', 110, true],
            ['2025', 99, false],
          ],
        ],
      ],
    );
    expect(direction).toBe('↑ ønsket retning');
  });

  test('sets own growth against the growth of the peers together', () => {
    const { title, lines, unit } = lineChartOf(lead);
    expect(title).toBe('Veksten i Elvebyen mot «Rivalene» (foreslått sammenlikningsgruppe)');
    expect(lines.map(({ points }) => points.map(({ value }) => value))).toEqual([
      [10, -10],
      [2, 2.9411764706],
    ]);
    expect(unit).toBe('prosent');
  });

  test('sets own level against the mean of the others, with the distance between them', () => {
    const chart = lineChartOf(gap);
    expect(chart.lines.map(({ points }) => points.at(-1)?.value)).toEqual([99, 52.5]);
    expect([chart.gap, chart.unit]).toEqual(['46,5', 'prosent']);
  });

  test('is one for each part of a compound rule', () => {
    const { rule } = lead.definition;
    const parts = [{ id: 'annual-change', direction: 'increase', tolerance } as const, rule];
    const both = buildIndicator({
      ...{ definition: { rule: { id: 'all-of', parts }, peers: 'rivals' }, own: YEARS, peers, group },
    });
    const charts = chartsOf(both) as readonly LineChart[];
    expect(charts.map(({ lines }) => lines.length)).toEqual([1, 2]);
    // The value rose in 2024 and growth led; in 2025 neither.
    expect(charts.map(({ lines }) => lines[0]?.points.map(({ met }) => met))).toEqual([
      [null, true, false],
      [true, false],
    ]);
  });

  test('of an index over groups has the groups too, as shares, the largest first', () => {
    const [, mix] = chartsOf(mixed);
    expect(mix?.kind === 'mix' && mix.bars).toEqual([
      { label: 'Handel', now: 50, before: 50, text: '50,0 %' },
      { label: 'Skipsbygging', now: 25, before: 20, text: '25,0 %' },
      { label: 'Industri', now: 25, before: 30, text: '25,0 %' },
    ]);
  });

  test('says what it shows to whoever does not see it', () => {
    expect(lineChartOf(level).summary).toBe(
      'Linjediagram fra 2023 til 2025. Elvebyen: 100,0 prosent i 2023, 99,0 prosent i 2025. Ambisjonen var oppfylt i 2024.',
    );
    expect(chartsOf(mixed)[1]?.summary).toBe(
      'Stolpediagram. Størst er Handel 50,0 %, Skipsbygging 25,0 % og Industri 25,0 %.',
    );
  });

  test('has its figures as a table, the newest first', () => {
    expect(lineChartOf(level).table.rows).toEqual([
      ['2025', '99,0'],
      ['2024', '110,0'],
      ['2023', '100,0'],
    ]);
  });

  test('is not there while nothing is measured', () => {
    expect(chartsOf(buildIndicator())).toEqual([]);
  });
});

describe('a drawn picture', () => {
  const draw = (indicator: PageIndicator) =>
    chartsOf(indicator)
      .map((chart) => drawChart(chart, (value) => String(value)).text)
      .join('\n');

  test.each([
    ['a value', level],
    ['growth', lead],
    ['a gap', gap],
    ['groups', mixed],
    ['a single year', buildIndicator({ own: { '2025': 7 } })],
    // Another place has figures: a year in which everyone has 0 is not published.
    [
      'the same value every year',
      buildIndicator({ own: { '2023': 0, '2024': 0, '2025': 0 }, peers: { '0201': { '2025': 1 } } }),
    ],
    ['huge values', buildIndicator({ own: { '2024': 1e9, '2025': -3e9 } })],
  ])('of %s holds nothing that a strict policy refuses, and no number that is none', (_what, indicator) => {
    const svg = draw(indicator);
    expect(svg).toContain('<svg');
    expect(svg).not.toMatch(/ style=|<style|<script|<image|href=|\son[a-z]+=/);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  test('is the same bytes each time', () => {
    expect(draw(gap)).toBe(draw(gap));
  });

  test('shows markup in a label as text', () => {
    const hostile = '</text><script>alert(1)</script>';
    const mix = mixed.mix && { ...mixed.mix, groups: mixed.mix.groups.map((one) => ({ ...one, label: hostile })) };
    const svg = draw({ ...mixed, mix });
    expect(svg).toContain('&lt;/text&gt;&lt;script&gt;');
    expect(svg).not.toContain('<script');
  });
});

describe('an axis', () => {
  test.each([
    [
      [3, 9],
      [2, 4, 6, 8, 10],
    ],
    [
      [-1.2, 3.1],
      [-2, 0, 2, 4],
    ],
    [
      [0.884, 0.8868],
      [0.884, 0.885, 0.886, 0.887],
    ],
    [[5], [4.5, 4.75, 5, 5.25, 5.5]],
  ])('over %j is marked at %j', (values, ticks) => {
    expect(scaleOver(values).ticks).toEqual(ticks);
  });

  test('is marked with the decimals that tell its marks apart', () => {
    const decimals = [
      [3, 9],
      [0.884, 0.8868],
      [1e-7, 2e-7],
    ].map((values) => scaleOver(values).decimals);
    expect(decimals).toEqual([0, 3, 9]);
  });

  test.each([
    [5, 40, 400, 1],
    [17, 40, 400, 2],
    [40, 40, 200, 8],
    [3, 400, 200, 3],
  ])('of %i periods with names %i wide on %i names one in %i', (count, width, length, every) => {
    expect(labelEvery(count, width, length)).toBe(every);
  });
});
