import { describe, expect, it, test } from 'vitest';
import { codesInYear, type KnownPlace } from '../../src/model/data/place.ts';
import { bundledPlaces } from '../../src/places/bundled/bundled-places.ts';
import type { CodeChange } from '../../src/places/klass-witness.ts';
import { weighPlaces } from '../../src/places/weigh-places.ts';
import { codesInWords } from '../../src/settings/write/place-words.ts';

const row = (on: number, from: string, to: string): CodeChange => {
  const [oldCode = '', oldName = ''] = from.split(' ');
  const [newCode = '', newName = ''] = to.split(' ');
  return { oldCode, oldName, newCode, newName, changeOccurred: `${on}-01-01` };
};
/** As Klass has them of these places since 2002. */
const CHANGES = [
  row(2006, '0704 Tønsberg', '0704 Tønsberg'),
  ...['0602 Drammen', '0625 Eiker', '0711 Svelvik'].map((one) => row(2020, one, '3005 Drammen')),
  row(2020, '0604 Kongsberg', '3006 Kongsberg'),
  row(2024, '3005 Drammen', '3301 Drammen'),
  row(2024, '3006 Kongsberg', '3303 Kongsberg'),
  ...['1504 Ålesund', '1523 Ørskog', '1529 Skodje', '1534 Haram', '1546 Sandøy'].map((one) =>
    row(2020, one, '1507 Ålesund'),
  ),
  row(2024, '1507 Ålesund', '1508 Ålesund'),
  row(2024, '1507 Ålesund', '1580 Haram'),
  row(2020, '1850 Tysfjord', '1806 Narvik'),
  row(2020, '1850 Tysfjord', '1875 Hamarøy'),
  row(2020, '1805 Narvik', '1806 Narvik'),
  row(2020, '1854 Ballangen', '1806 Narvik'),
  row(2020, '1849 Hamarøy', '1875 Hamarøy'),
];
const TODAY = ['3301 Drammen', '3303 Kongsberg', '1508 Ålesund', '1580 Haram', '1806 Narvik', '9999 Uoppgitt'];

interface Said {
  readonly date?: string;
  readonly today?: readonly string[];
  readonly changes?: readonly CodeChange[];
}

function weighed({ date = '2026-11-28', today = TODAY, changes = CHANGES }: Said = {}) {
  const codes = today.map((text) => ({ code: text.slice(0, 4), name: text.slice(5) }));
  return weighPlaces(bundledPlaces(), { date, fromYear: 2002, today: codes, changes });
}
const codesOf = (place: KnownPlace | undefined) => codesInWords(place?.codes ?? []);

describe('where Klass is heard', () => {
  it.each(['3301', '3303', '1508', '1580', '1806'])('agrees on %s, divided ones with the years left out', (code) => {
    const one = weighed().get(code);
    expect(one).toMatchObject({ isInKlass: true, isOtherwise: false });
    expect(one?.place).toBe(one?.bundled);
  });

  test('its history is in force where it is another', () => {
    const changes = [...CHANGES, row(2020, '0626 Lier', '3005 Drammen')];
    const one = weighed({ changes }).get('3301');
    expect(one).toMatchObject({ isInKlass: true, isOtherwise: true });
    expect(codesOf(one?.place)).toBe(
      '3301 (2024-), 3005 (2020-2023), 0602 (-2019), 0625 (-2019), 0711 (-2019), 0626 (-2019)',
    );
    expect(codesOf(one?.bundled ?? undefined)).toBe(
      '3301 (2024-), 3005 (2020-2023), 0602 (-2019), 0625 (-2019), 0711 (-2019)',
    );
  });

  test('a place that is called something else there has that name', () => {
    const one = weighed({ today: ['3301 Storby'] }).get('3301');
    expect(one).toMatchObject({ isOtherwise: true, place: { name: 'Storby', officialName: 'Storby' } });
  });

  test('two that have merged since are one, with the codes of both, and no place of their own', () => {
    const places = weighed({
      date: '2027-03-01',
      today: ['3399 Elvebyen'],
      changes: [...CHANGES, row(2027, '3301 Drammen', '3399 Elvebyen'), row(2027, '3303 Kongsberg', '3399 Elvebyen')],
    });
    expect(places.get('3399')).toMatchObject({
      bundled: null,
      place: { name: 'Elvebyen', level: 'municipality', county: '33' },
    });
    expect(codesOf(places.get('3399')?.place)).toBe(
      '3399 (2027-), 3301 (2024-2026), 3303 (2024-2026), 3005 (2020-2023), 3006 (2020-2023), ' +
        '0602 (-2019), 0625 (-2019), 0711 (-2019), 0604 (-2019)',
    );
    expect([places.has('3301'), places.has('3303'), places.has('4036')]).toEqual([false, false, true]);
  });

  test('one that was divided since leaves the years before out, all of them', () => {
    const places = weighed({
      date: '2028-03-01',
      today: ['3301 Drammen', '3397 Svelvik'],
      changes: [...CHANGES, row(2028, '3301 Drammen', '3301 Drammen'), row(2028, '3301 Drammen', '3397 Svelvik')],
    });
    for (const code of ['3301', '3397']) {
      expect(codesOf(places.get(code)?.place)).toBe(`${code} (2028-)`);
      expect(places.get(code)?.split).toEqual({ code: '3301', name: 'Drammen', year: 2028, heirs: ['3301', '3397'] });
    }
    expect(places.get('3397')?.place.leftOut).toEqual([{ code: '3301', toYear: 2027, name: 'Drammen' }]);
  });

  test('parts from before a divided one are taken where Klass has them there too', () => {
    const changes = CHANGES.filter(({ oldCode }) => oldCode !== '1534');
    expect(codesOf(weighed({ changes }).get('1580')?.place)).toBe('1580 (2024-)');
  });

  test('a former name of the same area is kept with its code', () => {
    const changes = [row(2020, '0604 Gruvebyen', '3006 Kongsberg'), row(2024, '3006 Kongsberg', '3303 Kongsberg')];
    expect(
      weighed({ changes: [...changes, row(2010, '0699 Sølvbyen', '0604 Gruvebyen')] }).get('3303')?.place.codes,
    ).toEqual([
      { code: '3303', fromYear: 2024 },
      { code: '3006', fromYear: 2020, toYear: 2023 },
      { code: '0604', fromYear: 2010, toYear: 2019, name: 'Gruvebyen' },
      { code: '0699', toYear: 2009, name: 'Sølvbyen' },
    ]);
  });

  test('a change that is still to come is left aside', () => {
    const changes = [...CHANGES, row(2027, '3301 Drammen', '3399 Elvebyen')];
    expect(weighed({ changes }).get('3301')).toMatchObject({ isOtherwise: false });
  });

  test('a place it does not have, and has not ended, is as the program has it', () => {
    expect(weighed().get('4036')).toMatchObject({ isInKlass: false, isOtherwise: false, place: { name: 'Vinje' } });
  });

  it('does not take what is not stated for a municipality', () => {
    expect(weighed().has('9999')).toBe(false);
  });
});

/** The changes of a Klass that has every place as the program does, those of divided municipalities included. */
function changesOf({ name, code, codes, leftOut = [], ...place }: KnownPlace): readonly CodeChange[] {
  const rows = (year: number, before: readonly string[], after: readonly string[]) =>
    before.flatMap((old) => after.map((heir) => row(year, `${old} ${name}`, `${heir} ${name}`)));
  const years = Array.from({ length: 24 }, (_, at) => 2003 + at);
  const ofItself = years.flatMap((year) => {
    const [before, after] = [year - 1, year].map((one) => codesInYear({ name, code, codes, ...place }, one));
    return String(before) === String(after) ? [] : rows(year, before ?? [], after ?? []);
  });
  const ofDivided = leftOut.flatMap(({ code: divided, fromYear, toYear = NaN }) => [
    ...rows(toYear + 1, [divided], codesInYear({ name, code, codes, ...place }, toYear + 1)),
    ...(fromYear === undefined
      ? []
      : rows(fromYear, codesInYear({ name, code, codes, ...place }, fromYear - 1), [divided])),
  ]);
  return [...ofItself, ...ofDivided];
}

test('a Klass that has every municipality as the program does agrees on each of them', () => {
  const municipalities = bundledPlaces().filter(({ level }) => level === 'municipality');
  const today = municipalities.map(({ code, officialName }) => `${code} ${officialName}`);
  const places = weighed({ today, changes: municipalities.flatMap(changesOf) });
  expect(places.size).toBe(357);
  const otherwise = [...places.values()].filter(({ isInKlass, isOtherwise }) => !isInKlass || isOtherwise);
  expect(otherwise.map(({ place }) => `${place.name}: ${codesOf(place)}`)).toEqual([]);
});

test('without Klass every place is as the program has it', () => {
  const places = weighPlaces(bundledPlaces(), null);
  expect(places.size).toBe(357);
  expect([...places.values()].every(({ isInKlass }) => !isInKlass)).toBe(true);
});
