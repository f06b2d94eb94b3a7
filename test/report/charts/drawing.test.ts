import { describe, expect, test } from 'vitest';
import { labelEvery, scaleOver } from '../../../src/report/charts/draw/axis.ts';
import { chooseCharts } from '../../../src/report/charts/build/choose-charts.ts';
import { columnMarks } from '../../../src/report/charts/draw/draw-columns.ts';
import { drawChart } from '../../../src/report/charts/draw/draw-chart.ts';
import { textWidth } from '../../../src/report/charts/draw/look.ts';
import { plotOf } from '../../../src/report/charts/draw/plot.ts';
import { rowsFor } from '../../../src/report/charts/draw/rows.ts';
import { contextOf } from '../../../src/report/context.ts';
import type { PageIndicator } from '../../../src/report/page-input.ts';
import { buildIndicator, buildInput } from '../support/build-page.ts';
import { BOUNDED, CASES, chartCase, yearly } from '../support/chart-cases.ts';

const draw = (indicator: PageIndicator) =>
  chooseCharts(contextOf(buildInput([indicator])), indicator)
    .map((chart) => drawChart(chart, (value) => String(value)).text)
    .join('\n');

describe('a drawn picture', () => {
  test.each([
    ...Object.entries(CASES),
    ['bounded', BOUNDED],
    // Another place has figures: a year in which everyone has 0 is not published.
    [
      'the same value every year',
      buildIndicator({ own: { '2023': 0, '2024': 0, '2025': 0 }, peers: { '0201': { '2025': 1 } } }),
    ],
    ['huge values', buildIndicator({ own: { '2024': 1e9, '2025': -3e9 } })],
  ] as const)('of %s holds nothing that a strict policy refuses, and no number that is none', (_what, indicator) => {
    const svg = draw(indicator);
    expect(svg).toContain('<svg');
    expect(svg).not.toMatch(/ style=|<style|<script|<image|href=|\son[a-z]+=/);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  test('is the same bytes each time', () => {
    expect(draw(CASES.gap)).toBe(draw(CASES.gap));
  });

  test('has the latest figure above every mark and letter that it would meet, also on a telephone', () => {
    const [chart] = chooseCharts(contextOf(buildInput([BOUNDED])), BOUNDED);
    if (chart?.kind !== 'lines') throw new Error('the first chart is one of a line');
    for (const width of [300, 700]) {
      const plot = plotOf(chart, width, (value, decimals) => value.toFixed(decimals));
      const [label] = plot.ends;
      const near = (chart.lines[0]?.points ?? []).filter(
        ({ at }) => Math.abs(plot.x(at) - (label?.x ?? 0)) < textWidth(label?.text ?? '') / 2 + 6,
      );
      const tops = near.map(({ value, bounds }) => plot.y(value ?? bounds?.high ?? 0) - (value === null ? 11 : 0));
      expect(label?.y, `${width} wide`).toBeLessThanOrEqual(Math.min(...tops) - 12);
    }
  });

  test('has no figure of a column on the axis, and no more decimals than the lead needs by itself', () => {
    const own = yearly(2020, [1000, 1010, 1020, 1000]);
    const peers = { '0201': yearly(2020, [500, 505, 511, 527]), '0301': yearly(2020, [300, 303, 306, 313]) };
    const rule = { id: 'growth-lead', against: 'pooled', tolerance: { absolute: 0.05 } } as const;
    const indicator = chartCase({ id: 'fallen', rule, own, peers, measure: 'growth' });
    const [chart] = chooseCharts(contextOf(buildInput([indicator])), indicator);
    if (chart?.kind !== 'columns') throw new Error('the first chart is one of columns');
    expect(chart.decimals).toBe(2);
    const write = (value: number, decimals: number) => value.toFixed(decimals);
    for (const width of [300, 700]) {
      const plot = plotOf(chart, width, write);
      const drawn = columnMarks(chart, plot, write).text;
      const [, at = ''] = /<text[^>]*?\by="([-\d.]+)"[^>]*>\s*-\d/.exec(drawn) ?? [];
      expect(Number(at), drawn).toBeLessThan(plot.height - 8);
      expect(at).not.toBe('');
    }
  });

  test('shows markup in a label as text', () => {
    const hostile = '</text><script>alert(1)</script>';
    const mix = BOUNDED.mix && {
      ...BOUNDED.mix,
      groups: BOUNDED.mix.groups.map((one) => ({ ...one, label: hostile })),
    };
    const svg = draw({ ...BOUNDED, mix });
    expect(svg).toContain('&lt;/text&gt;&lt;script&gt;');
    expect(svg).not.toContain('<script');
  });

  test('tells what was met from what was not by shape and by fill', () => {
    const svg = draw(CASES.level);
    expect(svg).toMatch(/<circle\s+class="point met"[^>]*fill="var\(--own\)"/);
    expect(svg).toMatch(/<path\s+class="point not-met"[^>]*fill="var\(--surface\)"/);
    expect(svg).toMatch(/<path\s+class="point silent"[^>]*fill="none"/);
  });

  test('does not join what a break or a gap parts, and dashes what is provisional', () => {
    const own = /class="line own"\s+d="([^"]*)"/.exec(draw(CASES.hole))?.[1] ?? '';
    // 2019 to 2020 and 2021 to 2022: two stretches, each of two points.
    expect(own.match(/M/g)).toHaveLength(2);
    expect(own.match(/L/g)).toHaveLength(2);
    expect(draw(CASES.level)).toMatch(/class="line own loose"[^>]*stroke-dasharray/);
    expect(draw(CASES.hole)).toMatch(/<line\s+class="break"[^>]*stroke-dasharray/);
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

test('texts that would touch stand in rows of their own, the first that has room', () => {
  expect(
    rowsFor([
      [0, 50],
      [40, 90],
      [60, 80],
      [100, 120],
    ]),
  ).toEqual([0, 1, 0, 0]);
});
