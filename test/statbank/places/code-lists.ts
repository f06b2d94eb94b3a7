import type { Category, CodeList, CodeListValue, Text } from '../table.ts';
import { COUNTIES_TODAY, membersOfCounty } from './counties.ts';
import { DIVISIONS, HELD_PLACES, divisionLabel } from './divisions.ts';
import type { Division } from './divisions.ts';

/** The whole country, as SSB codes it. */
export const WHOLE_COUNTRY: Category = { code: '0', label: { no: 'Hele landet', en: 'The whole country' } };

function same(text: string): Text {
  return { no: text, en: text };
}

/** Oslo is `Oslo municipality` in SSB's English. */
function labelOf(division: Division): Text {
  const label = divisionLabel(division);
  return { no: label, en: division.code === '0301' ? 'Oslo municipality' : label };
}

/** Every municipality code as a category, in SSB's order: today's first, then those of 2020-2023, then older ones. */
export const MUNICIPALITIES: readonly Category[] = [
  ...DIVISIONS.filter(({ toYear }) => toYear === undefined),
  ...DIVISIONS.filter(({ toYear }) => toYear === 2023),
  ...DIVISIONS.filter(({ toYear }) => toYear !== undefined && toYear < 2020),
].map((division) => ({ code: division.code, label: labelOf(division) }));

/** Sums every code that has ever held the place: a continuous series on today's borders. */
function summed(id: string, prefix: string, label: Text): CodeList {
  const values = HELD_PLACES.map((place) => ({
    code: `${prefix}${place.code}`,
    label: same(place.shownName ?? place.name),
    members: DIVISIONS.filter((division) => division.place === place.code).map(({ code }) => code),
  }));
  return { id, label, values };
}

function subset(id: string, label: Text, divisions: readonly Division[]): CodeList {
  const values = divisions.map((division) => ({ ...singleValue(division.code, labelOf(division)) }));
  return { id, label, values };
}

function singleValue(code: string, label: Text): CodeListValue {
  return { code, label, members: [code] };
}

const COUNTIES_SUMMED: CodeList = {
  id: 'agg_KommFylker',
  label: { no: 'Fylker 2024, sammenslåtte tidsserier', en: 'Counties 2024, joined time series' },
  values: COUNTIES_TODAY.map((county) => ({
    code: `F-${county.code}`,
    label: same(county.name),
    members: membersOfCounty(county.code),
  })),
};

/** Every code list of places. Which table offers which stands with the table. */
export const PLACE_LISTS: readonly CodeList[] = [
  summed('agg_KommSummer', 'K-', {
    no: 'Kommuner 2024, sammenslåtte tidsserier',
    en: 'Municipalities 2024, joined time series',
  }),
  summed('agg_KommSummerS', 'K.', {
    no: 'Kommuner 2024, sammenslåtte tidsserier (S)',
    en: 'Municipalities 2024, joined time series (S)',
  }),
  COUNTIES_SUMMED,
  subset(
    'agg_KommGjeldende',
    { no: 'Gjeldende kommuner', en: 'Current municipalities' },
    DIVISIONS.filter(({ toYear }) => toYear === undefined),
  ),
  subset(
    'agg_Komm2020',
    { no: 'Kommuner 2020-2023', en: 'Municipalities 2020-2023' },
    DIVISIONS.filter(({ fromYear, toYear }) => (fromYear ?? 0) <= 2020 && (toYear ?? 2023) >= 2023),
  ),
  subset('vs_Kommune', { no: 'Alle kommuner', en: 'All municipalities' }, DIVISIONS),
  {
    id: 'vs_Landet',
    label: { no: 'Hele landet', en: 'The whole country' },
    values: [singleValue(WHOLE_COUNTRY.code, WHOLE_COUNTRY.label)],
  },
];
