import { describe, expect, it } from 'vitest';
import type { FileSeries } from '../../src/contract/file-figures.ts';
import type { FileQuestion } from '../../src/model/data/file-question.ts';
import { type EmissionsFileToJudge, judgeEmissionsFile } from '../../src/contract/judge-emissions-file.ts';
import { NO_ROW } from '../../src/model/data/dataset.ts';

type Tonnes = number | readonly [tonnes: number, symbol: string];

const series = (sector: string, source: string, figures: Readonly<Record<string, Tonnes>>): FileSeries => ({
  categories: { ContentsCode: 'Utslipp', Klimagass: 'CO2', Sektor: sector, Utslippskilde: source },
  figures: new Map(
    Object.entries(figures).map(([year, tonnes]) => {
      const [value, symbol] = typeof tonnes === 'number' ? [tonnes, null] : tonnes;
      return [year, { value, symbol }];
    }),
  ),
});

const FARMS = series('Jordbruk', 'Husdyr', { '2023': 5000, '2024': 4900 });
const BOATS = series('Sjøfart', 'Fiske', { '2023': 400, '2024': 390 });
const BUSES = series('Veitrafikk', 'Busser', { '2023': 6000, '2024': 5900 });
const CARS = series('Veitrafikk', 'Personbiler', { '2023': 60_000, '2024': 59_000 });
const SOUND = [FARMS, BOATS, BUSES, CARS];

const without = (...gone: readonly FileSeries[]) => SOUND.filter((one) => !gone.includes(one));

function judge(after: readonly FileSeries[], rest: Partial<EmissionsFileToJudge> = {}): readonly FileQuestion[] {
  return judgeEmissionsFile({
    ...{ after, before: SOUND, thisYear: 2025 },
    isCounted: ({ Utslippskilde }) => Utslippskilde !== 'Personbiler',
    isCountedUnnamed: ({ Sektor, Utslippskilde }) => Sektor === 'Veitrafikk' && Utslippskilde !== 'Personbiler',
    ...rest,
  });
}

const first = { before: [] };

describe('a workbook that is as the last one, or the first', () => {
  it('is asked about nothing', () => {
    expect(judge(SOUND)).toEqual([]);
    expect(judge(SOUND, first)).toEqual([]);
  });
});

describe('the years of a workbook', () => {
  const later = [...without(BOATS), series('Sjøfart', 'Fiske', { '2023': 400, '2024': 390, '2026': 380 })];

  it('that have not begun are asked about, once', () => {
    expect(judge(later)).toEqual([{ kind: 'future-years', years: ['2026'] }]);
    expect(judge(later, { thisYear: 2026 })).toEqual([]);
    expect(judge(later, { before: later })).toEqual([]);
  });

  it('that the last one had are asked about when they are gone', () => {
    const short = SOUND.map(({ categories, figures }) => ({
      categories,
      figures: new Map([...figures].filter(([year]) => year === '2024')),
    }));
    expect(judge(short)).toEqual([{ kind: 'lost-years', years: ['2023'] }]);
  });
});

describe('figures of a workbook', () => {
  it('that are gone from more than a tenth of the cells are asked about', () => {
    const half = [FARMS, series('Sjøfart', 'Fiske', { '2023': 400 }), BUSES, CARS];
    expect(judge(half)).toContainEqual({ kind: 'figures-gone', gone: 1, of: 8 });
    // One of ten is a tenth, not more.
    const wide = [...SOUND, series('Avfall og avløp', 'Deponi', { '2023': 7, '2024': 7 })];
    expect(judge([...half, wide[4]!], { before: wide })).toEqual([]);
  });

  it('that are 0 for want of a row are not gone', () => {
    const filled = [FARMS, series('Sjøfart', 'Fiske', { '2023': 400, '2024': [0, NO_ROW] }), BUSES, CARS];
    expect(judge(filled)).toEqual([]);
  });

  it('of a sector on another scale than in the last file are asked about, with both', () => {
    const thousands = [series('Jordbruk', 'Husdyr', { '2023': 5, '2024': 4900 }), BOATS, BUSES, CARS];
    expect(judge(thousands)).toEqual([
      { kind: 'other-scale', what: 'Jordbruk', year: '2023', value: 5, other: 5000, otherYear: null },
    ]);
  });

  it.each([
    ['the year before in the file', { '2023': 5000, '2024': 500 }, first, '2023'],
    ['the last year in force', { '2025': 49 }, {}, '2024'],
  ])('of a new year are held against %s', (_what, figures, rest, otherYear) => {
    const [year = '', value = 0] = Object.entries(figures).at(-1) ?? [];
    const other = otherYear === '2023' ? 5000 : 4900;
    expect(judge([series('Jordbruk', 'Husdyr', figures)], rest)).toContainEqual({
      ...{ kind: 'other-scale', what: 'Jordbruk', year, value, other, otherYear },
    });
  });

  it.each([
    ['less than ten times apart', { '2023': 5000, '2024': 501 }],
    ['both below 50 tonnes', { '2023': 49, '2024': 1 }],
    ['0 in one year', { '2023': 0, '2024': 5000 }],
  ])('that are %s are on one scale', (_what, figures) => {
    expect(judge([series('Jordbruk', 'Husdyr', figures)], first)).toEqual([]);
  });
});

describe('categories of a workbook', () => {
  it('that are gone are asked about, sectors and sources', () => {
    const kinds = judge(without(BOATS)).filter(({ kind }) => kind === 'lost-category');
    expect(kinds).toEqual([
      { kind: 'lost-category', dimension: 'Sektor', code: 'Sjøfart', nearest: null },
      { kind: 'lost-category', dimension: 'Utslippskilde', code: 'Fiske', nearest: null },
    ]);
  });

  it('that are new are asked about where a sum takes in all but some', () => {
    const trams = series('Veitrafikk', 'Trikker', { '2024': 70 });
    const lasers = series('Jordbruk', 'Lasere', { '2024': 70 });
    const nothing = series('Veitrafikk', 'Luftputebåter', { '2024': 0 });
    expect(judge([...SOUND, trams, lasers, nothing])).toEqual([
      { kind: 'new-category', dimension: 'Utslippskilde', code: 'Trikker', nearest: null },
    ]);
    expect(judge([...SOUND, trams], first)).toEqual([]);
  });
});

describe('parts of the counted sum that are 0', () => {
  const boats = (tonnes: Tonnes, before = 400) => [
    ...without(BOATS),
    series('Sjøfart', 'Fiske', { '2023': before, '2024': tonnes }),
  ];

  it('for want of a row are asked about from a twentieth of the sum the year before on', () => {
    // 579 of 5000 + 6000 + 579 is 5.0004 %, 578 is 4.9922 %.
    expect(judge(boats([0, NO_ROW], 579), first)).toMatchObject([
      { kind: 'became-zero', year: '2024', parts: ['Sjøfart'] },
    ]);
    expect(judge(boats([0, NO_ROW], 578), first)).toEqual([]);
  });

  it('as the file writes it are asked about from 50 tonnes on', () => {
    const [question] = judge(boats(0, 50), first);
    expect(question).toMatchObject({ kind: 'became-zero', year: '2024', parts: ['Sjøfart'] });
    expect(judge(boats(0, 49), first)).toEqual([]);
  });

  it('and are in force already are not asked about again', () => {
    expect(judge(boats(0), { before: boats(0) })).toEqual([]);
  });

  it('and not counted are nobody’s question', () => {
    const cars = series('Veitrafikk', 'Personbiler', { '2023': 60_000, '2024': [0, NO_ROW] });
    expect(judge([FARMS, BOATS, BUSES, cars], first)).toEqual([
      { kind: 'other-scale', what: 'Veitrafikk', year: '2024', value: 5900, other: 66_000, otherYear: '2023' },
    ]);
  });

  it('are named by sector, or by source where the rest of the sector has figures', () => {
    const planes = series('Veitrafikk', 'Vogntog', { '2023': 3000, '2024': 0 });
    expect(judge([...SOUND, planes], first)).toMatchObject([{ parts: ['Veitrafikk: Vogntog'] }]);
  });
});

describe('totals that a workbook gives itself', () => {
  const totals = (tonnes: number, sector = 'Jordbruk') => ({ totals: [{ sector, year: '2024', tonnes }] });

  it('may differ by the rounding of each part and of the total', () => {
    expect(judge(SOUND, totals(4901))).toEqual([]);
    expect(judge(SOUND, totals(4899))).toEqual([]);
    expect(judge(SOUND, totals(4901.1))).toEqual([
      { kind: 'parts-differ', what: 'Jordbruk', year: '2024', parts: 4900, whole: 4901.1 },
    ]);
  });

  it('of a sector without rows are held against 0', () => {
    expect(judge(SOUND, totals(0, 'Luftfart'))).toEqual([]);
    expect(judge(SOUND, totals(12, 'Luftfart'))).toEqual([
      { kind: 'parts-differ', what: 'Luftfart', year: '2024', parts: 0, whole: 12 },
    ]);
  });
});
