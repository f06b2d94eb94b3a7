import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it, test } from 'vitest';
import { codesInYear, placesOnceCoded, placesWithAreaOf } from '../../src/model/data/place.ts';
import { NAMES_THAT_ARE_WORDS } from '../../src/places/bundled/names-that-are-words.ts';
import { bundledPlace, bundledPlaces } from '../../src/places/bundled/bundled-places.ts';
import { leftOutBecause } from '../../src/places/left-out-years.ts';

/** It lies beside the project, not in it, and not on every machine. */
const GROUPINGS = fileURLToPath(new URL('../../../shared/data/ssb/klass', import.meta.url));

const bundledMunicipalities = () => bundledPlaces().filter(({ level }) => level === 'municipality');
const bundledCounties = () => bundledPlaces().filter(({ level }) => level === 'county');

/** `3301 2024-, 3005 2020-2023, …`, as it is written by hand. */
const historyOf = (code: string) =>
  (bundledPlace(code)?.codes ?? []).map(({ code: one, fromYear = '', toYear = '' }) => `${one} ${fromYear}-${toYear}`);

describe('the places that the program knows by itself', () => {
  it('are the 357 municipalities and the 15 counties of today', () => {
    expect([bundledMunicipalities().length, bundledCounties().length]).toEqual([357, 15]);
    const known = new Set(bundledCounties().map(({ code }) => code));
    expect(bundledMunicipalities().filter(({ county = '' }) => !known.has(county))).toEqual([]);
  });

  it('have one owner of each code in each year', () => {
    for (let year = 2002; year <= 2026; year += 1) {
      const codes = bundledMunicipalities().flatMap((place) => codesInYear(place, year));
      expect(codes.length, String(year)).toBe(new Set(codes).size);
    }
  });

  // As Statistics Norway has published how many there were, less those whose years are left out.
  test.each([
    [2002, 434, ['1571', '1612', '1613', '1617', '1622', '1636', '1638', '1805', '1849', '1850', '1854']],
    [2005, 433, ['1571', '1612', '1613', '1617', '1622', '1636', '1638', '1805', '1849', '1850', '1854']],
    [2006, 431, ['1571', '1612', '1613', '1617', '1622', '1636', '1638', '1805', '1849', '1850', '1854']],
    [2008, 430, ['1571', '1612', '1613', '1617', '1622', '1636', '1638', '1805', '1849', '1850', '1854']],
    [2012, 429, ['1571', '1612', '1613', '1617', '1622', '1636', '1638', '1805', '1849', '1850', '1854']],
    [2013, 428, ['1571', '1612', '1613', '1617', '1622', '1636', '1638', '1805', '1849', '1850', '1854']],
    [2017, 426, ['1571', '1612', '1613', '1617', '1622', '1636', '1638', '1805', '1849', '1850', '1854']],
    [2018, 422, ['1571', '5011', '5012', '5013', '5016', '5023', '5024', '1805', '1849', '1850', '1854']],
    [2020, 356, ['1507']],
    [2024, 357, []],
  ])('had as many codes in %i as were published, %i, but for those that were divided', (year, published, divided) => {
    const codes = bundledMunicipalities().flatMap((place) => codesInYear(place, year));
    expect(codes.length).toBe(published - divided.length);
    expect(codes.filter((code) => divided.includes(code))).toEqual([]);
  });

  it('have no codes in the years in which their area was part of one that was divided, and it is known why', () => {
    const left = ['1508', '1580', '1806', '1875', '5055', '5056', '5059'];
    const without = bundledMunicipalities().filter(
      (place) => codesInYear(place, 2019).length === 0 || codesInYear(place, 2021).length === 0,
    );
    expect(without.map(({ code }) => code)).toEqual(left);
    for (const place of without) {
      const year = codesInYear(place, 2019).length === 0 ? 2019 : 2021;
      expect(leftOutBecause(place, year), place.name).not.toBeNull();
    }
  });

  it('took up others under a code that went on, which is then another area', () => {
    expect(historyOf('1103')).toEqual(['1103 2020-', '1103 -2019', '1141 -2019', '1142 -2019']);
    expect(historyOf('1804')).toEqual(['1804 2005-', '1804 -2004', '1842 -2004']);
    expect(historyOf('5001')).toEqual(['5001 2020-', '5001 2018-2019', '5030 2018-2019', '1601 -2017', '1662 -2017']);
  });

  it('are cut where a part changed its code and the rest did not', () => {
    expect(historyOf('3903')).toEqual([
      '3903 2024-',
      '3802 2020-2023',
      ...['0713 2018-2019', '0715 2018-2019'],
      ...['0702 -2017', '0713 -2017', '0714 -2017'],
    ]);
  });

  it('have their Norwegian name beside the others, and that of a code that was called otherwise', () => {
    expect(bundledPlace('5612')).toMatchObject({ name: 'Kautokeino', officialName: 'Guovdageaidnu - Kautokeino' });
    expect(bundledPlace('3322')?.codes.at(-1)).toEqual({ code: '0616', toYear: 2019, name: 'Nes' });
  });

  // What a public list of successors has wrong, but for 0718, which ended before 2002.
  test.each([
    ['0716', '3905'],
    ['1027', '4225'],
    ['1419', '4640'],
    ['1430', '4647'],
    ['1444', '1577'],
    ['1546', '1508'],
    ['1718', '5054'],
    ['1632', '5058'],
    ['5019', '5058'],
    ['1725', '5007'],
    ['5040', '5007'],
    ['1842', '1804'],
  ])('say of the former code %s that it is %s today', (former, today) => {
    expect(placesOnceCoded(bundledPlaces(), former).map(({ place }) => place.code)).toEqual([today]);
  });

  it('say which names are words as well, each of them a name of today', () => {
    const words = bundledMunicipalities().filter(({ isWord }) => isWord);
    expect(words.map(({ name }) => name)).toEqual(expect.arrayContaining(['Time', 'Hole', 'Vang', 'Sande']));
    expect(new Set(words.map(({ name }) => name))).toEqual(NAMES_THAT_ARE_WORDS);
    expect(bundledPlace('3301')?.isWord).toBeUndefined();
  });

  it('say nothing of a code of today, of one that was divided and of one that ended before 2002', () => {
    expect(['3301', '1850', '1507', '0718'].map((code) => placesOnceCoded(bundledPlaces(), code))).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });
});

describe('a former code that no history has, since its area was divided or joined by a part that was', () => {
  const heirsOf = (code: string) => placesWithAreaOf(bundledPlaces(), code).map(({ place }) => place.code);

  test.each([
    ['1507', ['1508', '1580']],
    ['1805', ['1806']],
    ['1849', ['1875']],
    ['1850', ['1806', '1875']],
    ['1854', ['1806']],
    ['1571', ['5055']],
    ['5011', ['5055']],
    ['5012', ['5055', '5056', '5059']],
    ['1613', ['5055', '5056', '5059']],
    ['5013', ['5056']],
    ['5016', ['5059']],
    ['5023', ['5059']],
    ['5024', ['5059']],
    ['1638', ['5059']],
    ['1534', []],
    ['3301', []],
  ])('%s lies in %j', (code, heirs) => {
    expect(heirsOf(code)).toEqual(heirs);
  });

  it('is left out of the years in which it is known why', () => {
    for (const place of bundledMunicipalities()) {
      for (const { fromYear = 2002, toYear = 2026 } of place.leftOut ?? []) {
        for (let year = fromYear; year <= toYear; year += 1) {
          expect(codesInYear(place, year), `${place.name} ${year}`).toEqual([]);
          expect(leftOutBecause(place, year), `${place.name} ${year}`).not.toBeNull();
        }
      }
    }
  });
});

describe.skipIf(!existsSync(GROUPINGS))('of Statistics Norway’s own grouping', () => {
  const rows = (name: string) =>
    parse<Record<string, string>>(readFileSync(join(GROUPINGS, name), 'utf8'), { columns: true });

  it('each member is a code of its group, but those that were divided', () => {
    const differing = rows('municipal-codes.csv').filter(
      ({ code = '', group_today: group = '', last_year: last = '' }) => {
        if (group === '' || (last !== '' && Number(last) < 2002)) return false;
        return !(bundledPlace(group)?.codes ?? []).some((one) => one.code === code);
      },
    );
    expect(differing.map(({ code }) => code)).toEqual(['1507']);
  });

  it('each member has an owner or a place of today in its area', () => {
    const former = rows('municipal-codes.csv').filter(({ last_year: last = '' }) => Number(last) >= 2002);
    const lost = former.filter(({ code = '' }) => {
      const owners = [...placesOnceCoded(bundledPlaces(), code), ...placesWithAreaOf(bundledPlaces(), code)];
      return owners.length === 0 && bundledPlace(code) === undefined;
    });
    expect(lost).toEqual([]);
    const named = former.flatMap(({ code = '', name = '', last_year: last }) =>
      placesWithAreaOf(bundledPlaces(), code).map(({ years }) => [
        name.includes(years.name ?? '-'),
        String(years.toYear) === last,
      ]),
    );
    expect(named.length).toBe(24);
    expect(named.filter((one) => one.includes(false))).toEqual([]);
  });
});
