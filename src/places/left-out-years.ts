import type { Place } from '../model/data/place.ts';

/** A municipality that was divided among several of today's. */
interface KnownSplit {
  /** Every code whose figures hold more or less than a place of today while the years last. */
  readonly codes: readonly string[];
  readonly fromYear?: number;
  readonly toYear: number;
  readonly story: string;
}

/** Every split since 2002. Later ones come from Klass. */
const SPLITS: readonly KnownSplit[] = [
  {
    codes: ['1507', '1508', '1580'],
    fromYear: 2020,
    toYear: 2023,
    story: '1507 Ålesund held both 1508 Ålesund and 1580 Haram',
  },
  {
    codes: ['1850', '1805', '1806', '1849', '1854', '1875'],
    toYear: 2019,
    story: '1850 Tysfjord was divided between 1806 Narvik and 1875 Hamarøy',
  },
  {
    codes: [
      ...['5012', '1613', '5055', '5056', '5059'],
      ...['1571', '5011', '1612', '5013', '1617', '5016', '1622', '5023', '1636', '5024', '1638'],
    ],
    toYear: 2019,
    story: '5012 Snillfjord was divided among 5055 Heim, 5056 Hitra and 5059 Orkland',
  },
];

/**
 * Why a place has no figures of its own in a year: its area was part of one that has been divided since. `null` when it
 * was not.
 */
export function leftOutBecause(place: Place, year: number): string | null {
  const own = [place.code, ...place.codes.map(({ code }) => code)];
  const split = SPLITS.find(
    ({ codes, fromYear, toYear }) =>
      own.some((code) => codes.includes(code)) && (fromYear ?? -Infinity) <= year && year <= toYear,
  );
  return split?.story ?? null;
}
