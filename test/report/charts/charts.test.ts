import { describe, expect, test } from 'vitest';
import type { BarChart, Chart, TimeChart } from '../../../src/report/charts/chart.ts';
import { chooseCharts } from '../../../src/report/charts/build/choose-charts.ts';
import { contextOf } from '../../../src/report/context.ts';
import type { Part } from '../../../src/report/markup.ts';
import type { PageIndicator } from '../../../src/report/page-input.ts';
import { buildInput } from '../support/build-page.ts';
import { BOUNDED, brokenIn, CASES, chartCase, yearly } from '../support/chart-cases.ts';
import { buildIndicator } from '../support/build-page.ts';

function chartsOf(indicator: PageIndicator, language: 'nb' | 'en' = 'nb'): readonly Chart[] {
  return chooseCharts(contextOf(buildInput([indicator], language)), indicator);
}

function timeChartOf(indicator: PageIndicator, part = 0): TimeChart {
  const chart = chartsOf(indicator)[part];
  if (chart === undefined || chart.kind === 'bars') throw new Error('There is no chart over time.');
  return chart;
}

function barChartOf(indicator: PageIndicator): BarChart {
  const chart = chartsOf(indicator).at(-1);
  if (chart?.kind !== 'bars') throw new Error('There is no bar chart.');
  return chart;
}

const textOf = (part: Part) => (typeof part === 'string' ? part : '');
const rowsOf = ({ table }: Chart) => table.rows.map((row) => row.map(textOf));
const rowOf = (chart: Chart, label: string) => rowsOf(chart).find(([first]) => first === label);
const signsOf = ({ key }: Chart) => key.map(({ sign }) => sign);
const ownPoints = (chart: TimeChart) => chart.lines[0]?.points ?? [];

const growth = { id: 'annual-change', direction: 'increase', tolerance: { absolute: 0 } } as const;
const RIVAL = { title: { norwegian: 'Rivalene', english: 'The rivals' }, confirmed: false };
const RIVALS = '«Rivalene» (foreslått sammenlikningsgruppe)';

describe('the title of a chart is its finding', () => {
  test.each([
    ['lead', `Elvebyen vokste raskere enn ${RIVALS} i 6 av 13 år`],
    ['level', 'Tallet for Elvebyen økte med mer enn marginen i 11 av 14 år'],
    ['base', 'Tallet for Elvebyen var stabilt eller bedre i 12 av 14 år'],
    ['threshold', 'Tallet for Elvebyen var innenfor grensen i 11 av 15 år'],
    ['target', 'Tallet for Elvebyen var på veien til målet, eller bedre, i 1 av 5 år'],
    ['mean', 'Tallet for Elvebyen var ikke svakere enn snittet av periodene før i 12 av 12 år'],
    ['gap', `Elvebyen forbedret seg mot gjennomsnittet i ${RIVALS} i 1 av 4 år`],
    ['rank', 'Elvebyen var best i gruppen i 15 av 15 år'],
    ['against', 'Elvebyen nådde kravet mot Municipality 0201 i 10 av 15 år'],
    ['hole', 'Tallet for Elvebyen økte i ingen av 2 år'],
    ['notSet', 'Tallet for Elvebyen økte fra 640 foretak i 2011 til 972 foretak i 2025'],
    ['single', 'Tallet for Elvebyen var 7 foretak i 2025'],
  ] as const)('of %s', (name, title) => {
    expect(chartsOf(CASES[name])[0]?.title.replaceAll('\u00A0', ' ')).toBe(title);
  });

  test('and of one demand of several speaks of that one alone, also to whoever does not see it', () => {
    const charts = chartsOf(CASES.both);
    expect(charts.map(({ title }) => title)).toEqual([
      'Krav 1 av 2: årlig vekst var oppfylt i 13 av 14 år',
      `Krav 2 av 2: større vekst enn ${RIVALS} var oppfylt i 7 av 14 år`,
    ]);
    // Both were met in 6 years, which neither picture shows.
    for (const { summary, key } of charts) {
      expect(`${summary} ${key.map(({ text }) => text).join(' ')}`).not.toContain('Ambisjonen');
    }
  });

  test('says of a single year judged that there is but one', () => {
    const once = chartCase({ id: 'once', rule: growth, own: yearly(2024, [1, 2]) });
    const never = chartCase({ id: 'never', rule: growth, own: yearly(2024, [2, 1]) });
    expect([once, never].map((one) => timeChartOf(one).title)).toEqual([
      'Tallet for Elvebyen økte i det eneste året som kan vurderes',
      'Tallet for Elvebyen økte i ingen år (bare ett kan vurderes)',
    ]);
  });

  test('in English too', () => {
    const titles = chartsOf(CASES.both, 'en').map(({ title }) => title);
    expect(titles[0]).toBe('Requirement 1 of 2: annual growth was met in 13 of 14 years');
  });
});

describe('a lead in growth', () => {
  const chart = timeChartOf(CASES.lead);

  test('is a column of percentage points for each year, with the margin around nil', () => {
    expect([chart.kind, chart.unit]).toEqual(['columns', 'prosentpoeng']);
    const latest = ownPoints(chart).at(-1);
    // Own 948 to 972 is 2.5316; the regions together 1051 to 1081, 2.8544.
    expect(latest?.value).toBeCloseTo(-0.3228, 4);
    expect(chart.bands).toMatchObject([{ kind: 'margin', runs: [[{ low: -0.05, high: 0.05 }, {}]] }]);
    expect(chart.key.find(({ sign }) => sign === 'margin')?.text).toBe(
      'Marginen: 0,05\u00A0prosentpoeng til hver side',
    );
  });

  test('has no column over a break, which is drawn with its reason and told', () => {
    const broken = ownPoints(chart).find(({ label }) => label === '2018');
    expect(broken).toMatchObject({ value: null, startsAnew: true });
    expect(chart.breaks).toEqual([{ at: 2017.5, label: 'brudd: ny metode' }]);
    expect(chart.remarks).toEqual(['Brudd i tidsserien fra og med 2018: ny metode.']);
    expect(rowOf(chart, '2018')).toEqual(['2018', '–', '–', '–', '–', 'brudd i tidsserien']);
  });

  test('adds up in every row of its table', () => {
    for (const [, own, peers, lead] of rowsOf(chart)) {
      if (own === '–') continue;
      const [a, b, c] = [own, peers, lead].map((cell) => Number((cell ?? '').replace('−', '-').replace(',', '.')));
      expect(Math.abs((a ?? 0) - (b ?? 0) - (c ?? 0))).toBeLessThan(1e-9);
    }
  });

  test('is told with the latest figures to whoever does not see it', () => {
    expect(chart.summary.replaceAll('\u00A0', ' ')).toBe(
      `Søylediagram. Elvebyen vokste raskere enn ${RIVALS} i 6 av 13 år. ` +
        `I 2025: Elvebyen 2,53 prosent mot ${RIVALS} 2,85 prosent, en forskjell på −0,32 prosentpoeng. ` +
        'Brudd i tidsserien fra og med 2018: ny metode.',
    );
  });
});

describe('a level', () => {
  test('has the margin around the value before, and the limits of ordinary change', () => {
    const { bands, key } = timeChartOf(CASES.level);
    const margin = bands.find(({ kind }) => kind === 'margin');
    expect(margin?.runs.at(-1)).toEqual([{ at: 2025, low: 938, high: 958 }]);
    expect(bands.find(({ kind }) => kind === 'ordinary')?.runs[0]).toHaveLength(14);
    expect(key.map(({ text }) => text)).toContain('Vanlig endring fra tallet før');
  });

  test('marks what is provisional, corrected and revised, in picture and table', () => {
    const chart = timeChartOf(CASES.level);
    expect(signsOf(chart)).toEqual(expect.arrayContaining(['provisional', 'corrected', 'revised']));
    expect(['2016', '2019', '2025', '2024'].map((year) => rowOf(chart, year)?.at(-1))).toEqual([
      'rettet av kilden',
      'rettet av kommunen',
      'foreløpig',
      '',
    ]);
    expect(chart.remarks).toEqual(['Foreløpig: 2025.']);
  });

  test('has years that lack on its axis and as a dash in its table', () => {
    const chart = timeChartOf(CASES.hole);
    expect(chart.periods.map(({ label }) => label)).toEqual([
      '2019',
      '2020',
      '2021',
      '2022',
      '2023',
      '2024',
      '2025',
      '2026',
    ]);
    expect(['2023', '2025'].map((year) => rowOf(chart, year)?.slice(1, 3))).toEqual([
      ['–', '–'],
      ['–', '–'],
    ]);
    expect(chart.remarks).toContain('Tall mangler for 2023 og 2025.');
  });

  test('is trended since its last break alone', () => {
    const broken = chartCase({
      ...{ id: 'broken', rule: { id: 'not-set' }, own: yearly(2020, [90, 80, 50, 60]) },
      breaks: [brokenIn('2022')],
    });
    expect(timeChartOf(broken).title.replaceAll('\u00A0', ' ')).toBe(
      'Tallet for Elvebyen økte fra 50 foretak i 2022 til 60 foretak i 2023',
    );
  });

  test('has the lowest that the base year leaves room for, from that year on', () => {
    const { guides } = timeChartOf(CASES.base);
    expect(guides).toMatchObject([
      {
        kind: 'base',
        positions: [
          { at: 2019, value: 747 },
          { at: 2025, value: 747 },
        ],
      },
    ]);
  });

  test('has its limits, and the outer ones', () => {
    const { guides } = timeChartOf(CASES.threshold);
    expect(guides.map(({ kind, positions: [first] }) => [kind, first?.value])).toEqual([
      ['limit', 700],
      ['outer', 650],
    ]);
  });

  test('names its limits as they are written in the settings, and no unit that runs into the number', () => {
    const rule = { id: 'threshold', min: 0.25, max: 900, outer: { max: 950.75 } } as const;
    const unit = { unit: '1 000 tonn', unitEn: '1,000 tonnes', decimals: 0 };
    const { key } = timeChartOf(chartCase({ id: 'limits', rule, unit }));
    expect(key.map(({ text }) => text).filter((text) => text.includes('rense'))).toEqual([
      ...['Nedre grense: 0,25', 'Øvre grense: 900', 'Ytre grense, øvre: 950,75'],
    ]);
  });

  test('has the path to its target, on an axis that reaches the year of it', () => {
    const { guides, periods } = timeChartOf(CASES.target);
    expect(periods.at(-1)?.label).toBe('2030');
    expect(guides.find(({ kind }) => kind === 'path')?.positions).toEqual([
      { at: 2021, value: 877 },
      { at: 2030, value: 1100 },
    ]);
  });

  test('has the mean of the periods before', () => {
    const [band] = timeChartOf(CASES.mean).bands;
    // (889 + 910 + 948) / 3 ± 10.
    expect(band?.runs.at(-1)?.[0]?.low).toBeCloseTo(905.667, 3);
    expect(band?.runs.at(-1)?.[0]?.high).toBeCloseTo(925.667, 3);
  });

  test('of which only the bounds are known is a bar between them, and no point', () => {
    const chart = timeChartOf(BOUNDED);
    const last = ownPoints(chart).at(-1);
    expect(last).toMatchObject({ label: '2025', value: null });
    expect(last?.bounds?.low).toBeCloseTo(0.54, 6);
    expect(last?.bounds?.high).toBeCloseTo(0.545, 6);
    expect(signsOf(chart)).toContain('bounded');
    expect(rowOf(chart, '2025')?.[1]).toContain('0,5400');
  });

  test('has the notes of the municipality numbered by period, and those outside its periods listed alone', () => {
    const { notes, annotations } = timeChartOf(CASES.level);
    expect(notes).toEqual([
      { at: 2021, label: '1, 3' },
      { at: 2022, label: '2' },
    ]);
    expect(annotations).toEqual([
      '2021: Flytting av sykehuset.',
      '2022: Ny bydel.',
      '2021: Stor bedrift kom til.',
      '1999: Lenge før tallene.',
    ]);
  });
});

describe('the distance to a group', () => {
  const chart = timeChartOf(CASES.gap);

  test('is the own line and the mean, with the group from lowest to highest', () => {
    expect(chart.lines.map(({ role }) => role)).toEqual(['own', 'peers']);
    const spread = chart.bands.find(({ kind }) => kind === 'spread');
    expect(spread?.runs[0]?.[0]).toEqual({ at: 2020, low: 66.3, high: 68.3 });
    expect([chart.gap, chart.unit]).toEqual(['−3,65', 'prosent']);
  });

  test('is written so that own, mean and distance add up, the own as it was published', () => {
    expect(rowOf(chart, '2025')?.slice(1, 4)).toEqual(['65,4', '69,05', '−3,65']);
    expect(chart.lines.map(({ decimals }) => decimals ?? chart.decimals)).toEqual([1, 2]);
  });

  test('to a single place is to that place, and to no mean', () => {
    const { evidence } = CASES.gap.assessment;
    const finding = evidence.finding && { ...evidence.finding, group: { ...RIVAL, regions: ['Nord'] } };
    const assessment = { ...CASES.gap.assessment, evidence: { ...evidence, finding } };
    const { title, lines, bands, summary } = timeChartOf({ ...CASES.gap, assessment });
    const nord = 'Nord (foreslått sammenlikningsgruppe)';
    expect([title, lines[1]?.name, bands]).toEqual([`Elvebyen forbedret seg mot ${nord} i 1 av 4 år`, nord, []]);
    expect(summary.replaceAll('\u00A0', ' ')).toContain(`3,65 prosentpoeng under ${nord}.`);
  });

  test('is drawn itself where a rule has a limit for it', () => {
    const { definition, facts } = CASES.gap;
    const rule = { id: 'threshold', min: -3 } as const;
    const parts = facts.parts.map((part) => ({ ...part, rule }));
    const limited = { ...CASES.gap, definition: { ...definition, rule }, facts: { ...facts, parts } };
    const { lines, guides, unit } = timeChartOf(limited);
    expect([lines.map(({ name }) => name), unit]).toEqual([['Avstand, Elvebyen'], 'prosentpoeng']);
    expect(lines[0]?.points.at(-1)?.value).toBeCloseTo(-3.65, 9);
    expect(guides.map(({ positions: [first] }) => first?.value)).toEqual([-3]);
  });

  test('is parted at a break, and told since then', () => {
    expect(chart.bands[0]?.runs.map((run) => run.length)).toEqual([5, 1]);
    expect(chart.lines.map(({ points }) => points.at(-1)?.startsAnew)).toEqual([true, true]);
    expect(chart.summary.replaceAll('\u00A0', ' ')).toContain(
      `I 2025: 3,65 prosentpoeng under gjennomsnittet i ${RIVALS}. Brudd`,
    );
  });
});

describe('bars', () => {
  test('set the own place among the others, with the line that the rule draws', () => {
    const { bars, cut } = barChartOf(CASES.rank);
    expect(bars.map(({ label, now, isOwn }) => [label, now, isOwn])).toEqual([
      ['Elvebyen', 972, true],
      ['Nord', 690, false],
      ['Sor', 391, false],
    ]);
    expect(cut).toBe(1);
  });

  test('are not drawn where nobody else has a figure', () => {
    const rule = { id: 'rank', direction: 'increase', within: 1 } as const;
    expect(chartsOf(chartCase({ id: 'alone', rule, peers: {} }))).toEqual([]);
  });

  test('show the groups behind an index, the largest first', () => {
    const { title, bars, table } = barChartOf(BOUNDED);
    expect(title.replaceAll('\u00A0', ' ')).toBe('Størst i 2024: Varehandel og reparasjon av motorvogner, 61,0 %');
    expect(bars.map(({ now }) => now)).toEqual([61, 30, 5, 4]);
    expect(table.heading).toEqual(['Gruppe', 'Prosent i 2024', 'Prosent i 2023']);
  });
});

describe('every chart', () => {
  const all = [...Object.values(CASES), BOUNDED].flatMap((indicator) =>
    chartsOf(indicator).map((chart) => [indicator.definition.id, chart] as const),
  );

  test.each(all)('of %s says its finding to whoever does not see it, and explains each sign once', (_id, chart) => {
    expect(chart.summary).toContain(chart.title);
    expect(chart.summary).not.toMatch(/undefined|NaN|\.\./);
    expect(new Set(signsOf(chart)).size).toBe(chart.key.length);
  });

  test.each(all)('of %s has a table as wide as its heading, under a name of its own', (_id, { table, tableName }) => {
    expect(table.rows.every((row) => row.length === table.heading.length)).toBe(true);
    expect(tableName).toMatch(/^Tallene i figuren: ./);
  });

  test('has another name for its table than the other of the same indicator', () => {
    const names = chartsOf(CASES.both).map(({ tableName }) => tableName);
    expect(names).toEqual([
      'Tallene i figuren: krav 1, utviklingen over tid',
      `Tallene i figuren: krav 2, vekst mot ${RIVALS}`,
    ]);
  });

  test('is not there while nothing is measured', () => {
    expect(chartsOf(buildIndicator())).toEqual([]);
  });
});
