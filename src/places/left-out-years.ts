import type { DividedPlace } from '../model/data/place-contradiction.ts';
import type { Place } from '../model/data/place.ts';

/** A municipality that was divided among several of today's. */
interface KnownSplit {
  /** Every code whose figures hold more or less than a place of today while the years last. */
  readonly codes: readonly string[];
  readonly fromYear?: number;
  readonly toYear: number;
  readonly story: string;
  readonly divided: DividedPlace;
}

/** Every split since 2002. Later ones come from Klass. */
const SPLITS: readonly KnownSplit[] = [
  {
    codes: ['1507', '1508', '1580'],
    fromYear: 2020,
    toYear: 2023,
    story: '1507 Ålesund held both 1508 Ålesund and 1580 Haram',
    divided: {
      code: '1507',
      name: 'Ålesund',
      among: [
        { code: '1508', name: 'Ålesund' },
        { code: '1580', name: 'Haram' },
      ],
    },
  },
  {
    codes: ['1850', '1805', '1806', '1849', '1854', '1875'],
    toYear: 2019,
    story: '1850 Tysfjord was divided between 1806 Narvik and 1875 Hamarøy',
    divided: {
      code: '1850',
      name: 'Tysfjord',
      among: [
        { code: '1806', name: 'Narvik' },
        { code: '1875', name: 'Hamarøy' },
      ],
    },
  },
  {
    codes: [
      ...['5012', '1613', '5055', '5056', '5059'],
      ...['1571', '5011', '1612', '5013', '1617', '5016', '1622', '5023', '1636', '5024', '1638'],
    ],
    toYear: 2019,
    story: '5012 Snillfjord was divided among 5055 Heim, 5056 Hitra and 5059 Orkland',
    divided: {
      code: '5012',
      name: 'Snillfjord',
      among: [
        { code: '5055', name: 'Heim' },
        { code: '5056', name: 'Hitra' },
        { code: '5059', name: 'Orkland' },
      ],
    },
  },
];

/**
 * Why a place has no figures of its own in a year: its area was part of one that has been divided since. `null` when it
 * was not.
 */
export function leftOutBecause(place: Place, year: number): string | null {
  return splitOf(place, year)?.story ?? null;
}

/** The municipality that has been divided since, and of which the place was a part in a year; `null` for none. */
export function dividedSince(place: Place, year: number): DividedPlace | null {
  return splitOf(place, year)?.divided ?? null;
}

function splitOf(place: Place, year: number): KnownSplit | undefined {
  const own = [place.code, ...place.codes.map(({ code }) => code)];
  return SPLITS.find(
    ({ codes, fromYear, toYear }) =>
      own.some((code) => codes.includes(code)) && (fromYear ?? -Infinity) <= year && year <= toYear,
  );
}
