import { expect, test } from 'vitest';
import { leftOutBecause } from '../../src/places/left-out-years.ts';
import { municipality } from './support.ts';

const TYSFJORD = ['1805', '1806', '1849', '1850', '1854', '1875'];
const SNILLFJORD = [
  ...['1571', '1612', '1613', '1617', '1622', '1636', '1638'],
  ...['5011', '5012', '5013', '5016', '5023', '5024', '5055', '5056', '5059'],
];
/** First and last year in which the figures of a code are no place of today's; none where there is no such year. */
const yearsOf = (...codes: readonly string[]) => {
  const place = municipality('Elveby', ...codes);
  const years = Array.from({ length: 25 }, (_, index) => 2002 + index).filter((year) => leftOutBecause(place, year));
  return years.length === 0 ? null : [years[0], years.at(-1)];
};

test.each(['1507', '1508', '1580'])('%s is left out while Ålesund held Haram too', (code) => {
  expect(yearsOf(code)).toEqual([2020, 2023]);
  expect(leftOutBecause(municipality('Haram', code), 2021)).toBe('1507 Ålesund held both 1508 Ålesund and 1580 Haram');
});

test.each(TYSFJORD)('%s is left out until Tysfjord was divided', (code) => {
  expect(yearsOf(code)).toEqual([2002, 2019]);
  expect(leftOutBecause(municipality('Narvik', code), 2019)).toBe(
    '1850 Tysfjord was divided between 1806 Narvik and 1875 Hamarøy',
  );
});

test.each(SNILLFJORD)('%s is left out until Snillfjord was divided', (code) => {
  expect(yearsOf(code)).toEqual([2002, 2019]);
  expect(leftOutBecause(municipality('Heim', code), 2019)).toBe(
    '5012 Snillfjord was divided among 5055 Heim, 5056 Hitra and 5059 Orkland',
  );
});

test('a code the place had before counts as its code of today does', () => {
  expect(yearsOf('9901', '1507')).toEqual([2020, 2023]);
});

test('other places have figures in every year', () => {
  expect(yearsOf('3301', '3005', '0602')).toBeNull();
});
