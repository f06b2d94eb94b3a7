import { describe, expect, it } from 'vitest';
import { unsettledCategories } from '../../src/compute/unsettled-categories.ts';
import { parseTimePeriod, periodKey } from '../../src/model/time-period.ts';

const key = (code: string) => periodKey(parseTimePeriod(code)!);
const PERIODS = [key('2023'), key('2024')];
const INPUT = {
  terms: [
    { Sektor: ['Jordbruk', 'Sjøfart'], Utslippskilde: { not: [] } },
    { Sektor: ['Veitrafikk'], Utslippskilde: { not: ['Personbiler'] } },
  ],
  leftOut: { Sektor: ['Luftfart'] },
};
const series = (Sektor: string, Utslippskilde: string, ...periods: readonly string[]) => ({
  categories: { Sektor, Utslippskilde },
  periods: new Set((periods.length === 0 ? ['2023', '2024'] : periods).map(key)),
});
const SETTLED = [
  series('Jordbruk', 'Husdyr'),
  series('Sjøfart', 'Annet'),
  series('Veitrafikk', 'Busser'),
  series('Veitrafikk', 'Personbiler'),
];
const without = (...sources: readonly string[]) =>
  SETTLED.filter(({ categories }) => !sources.includes(categories.Utslippskilde));

describe('unsettledCategories', () => {
  it('has nothing to say of what is counted or left out', () => {
    expect(unsettledCategories(INPUT, [...SETTLED, series('Luftfart', 'Innenriks')], PERIODS)).toEqual([]);
  });

  it('does not ask for a sector that is left out and counts nowhere', () => {
    expect(unsettledCategories(INPUT, SETTLED, PERIODS)).toEqual([]);
  });

  it('names a category that is neither counted nor left out, with the first period it has', () => {
    expect(unsettledCategories(INPUT, [...SETTLED, series('Fluorgasser', 'Kjøling', '2024')], PERIODS)).toEqual([
      { kind: 'not-decided', dimension: 'Sektor', code: 'Fluorgasser', period: '2024' },
    ]);
  });

  it('asks of no other category where all the others are left out', () => {
    const input = { ...INPUT, leftOut: { Sektor: 'all-others' as const } };
    expect(unsettledCategories(input, [...SETTLED, series('Fluorgasser', 'Kjøling')], PERIODS)).toEqual([]);
  });

  it('names both sides of a counted category under another name', () => {
    expect(unsettledCategories(INPUT, [...without('Annet'), series('Skipsfart', 'Annet')], PERIODS)).toEqual(
      [
        { kind: 'not-there', dimension: 'Sektor', code: 'Sjøfart', period: '2024' },
        { kind: 'not-decided', dimension: 'Sektor', code: 'Skipsfart', period: '2024' },
      ].map((one) => (one.kind === 'not-decided' ? { ...one, period: '2023' } : one)),
    );
  });

  it('leaves a counted category that one of the periods has to those who look for figures', () => {
    expect(unsettledCategories(INPUT, [...without('Annet'), series('Sjøfart', 'Annet', '2023')], PERIODS)).toEqual([]);
  });

  it('names what is to be left out of a sum and is not there, in every period or in one', () => {
    const unsettled = (period: string) => ({
      ...{ kind: 'not-left-out', dimension: 'Utslippskilde', code: 'Personbiler', period },
    });
    const renamed = [...without('Personbiler'), series('Veitrafikk', 'Lette kjøretøy')];
    expect(unsettledCategories(INPUT, renamed, PERIODS)).toEqual([unsettled('2023')]);
    const inLastYear = [
      ...without('Personbiler'),
      series('Veitrafikk', 'Personbiler', '2023'),
      series('Veitrafikk', 'Lette kjøretøy', '2024'),
    ];
    expect(unsettledCategories(INPUT, inLastYear, PERIODS)).toEqual([unsettled('2024')]);
  });

  it('takes the name from the sum it is left out of, and no other', () => {
    const elsewhere = [...without('Personbiler'), series('Jordbruk', 'Personbiler')];
    expect(unsettledCategories(INPUT, elsewhere, PERIODS)).toMatchObject([{ kind: 'not-left-out' }]);
  });

  it('looks at the periods compared alone', () => {
    expect(unsettledCategories(INPUT, [...SETTLED, series('Fluorgasser', 'Kjøling', '2019')], PERIODS)).toEqual([]);
    expect(unsettledCategories(INPUT, SETTLED, [])).toEqual([]);
  });

  it('asks nothing of a dimension that the settings do not close', () => {
    expect(unsettledCategories({ terms: INPUT.terms }, [...SETTLED, series('Fluorgasser', 'x')], PERIODS)).toEqual([]);
  });
});
