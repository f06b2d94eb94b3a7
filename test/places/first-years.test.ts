import { describe, expect, test } from 'vitest';
import { firstYearOf } from '../../src/places/first-years.ts';

const told = (codes: readonly string[]) => codes.map((code) => `${code}: ${String(firstYearOf(code))}`);
const all = (codes: readonly string[], year: number | null) => codes.map((code) => `${code}: ${String(year)}`);

describe('the first year of a code', () => {
  test.each([
    [2024, ['31', '32', '33', '39', '40', '55', '56']],
    [2020, ['30', '34', '38', '42', '46', '54']],
    [2018, ['50']],
  ])('is %s for a county’s and those of its municipalities', (year, counties) => {
    const municipalities = counties.map((county) => `${county}99`);
    expect(told([...counties, ...municipalities])).toEqual(all([...counties, ...municipalities], year));
  });

  test.each([
    [2006, ['1160', '1576']],
    [2008, ['1505']],
    [2019, ['5061']],
    [2020, ['1108', '1506', '1577', '1578', '1579', '1806', '1875']],
    [2020, ['5006', '5007', '5055', '5056', '5057', '5058', '5059', '5060']],
    [2024, ['1508', '1580']],
  ])('is %s for those younger than their county’s', (year, codes) => {
    expect(told(codes)).toEqual(all(codes, year));
  });

  test('is not known of an older one, nor of what is no municipality or county', () => {
    const codes = ['0301', '1103', '03', '460101', '4601a', '330', 'K-3301'];
    expect(told(codes)).toEqual(all(codes, null));
  });
});
