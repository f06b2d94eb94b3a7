import type { CodeValidity, Geography, Place } from '../../src/model/data/place.ts';
import type { CodeListValue } from '../../src/model/data/place-witness.ts';
import { judgePlaces } from '../../src/places/judge-places.ts';
import type { PlaceJudgement } from '../../src/places/place-question.ts';

/** Labels as Statistics Norway writes them. Source: the grouping behind its code lists. */
export const LABELS: Readonly<Record<string, string>> = {
  '0104': 'Moss (-2019)',
  '0136': 'Rygge (-2019)',
  '3002': 'Moss (2020-2023)',
  '3103': 'Moss',
  '0105': 'Sarpsborg (1992-2019)',
  '3003': 'Sarpsborg (2020-2023)',
  '3105': 'Sarpsborg',
  '0602': 'Drammen (-2019)',
  '0605': 'Ringerike (-2019)',
  '0625': 'Nedre Eiker (-2019)',
  '0626': 'Lier (-2019)',
  '0711': 'Svelvik (1964-2019)',
  '3005': 'Drammen (2020-2023)',
  '3301': 'Drammen',
  '3305': 'Ringerike',
  '3312': 'Lier',
  '0833': 'Tokke (-2019)',
  '0834': 'Vinje (-2019)',
  '3824': 'Tokke (2020-2023)',
  '3825': 'Vinje (2020-2023)',
  '4034': 'Tokke',
  '4036': 'Vinje',
  '1504': 'Ålesund (-2019)',
  '1534': 'Haram (-2019)',
  '1507': 'Ålesund (2020-2023)',
  '1508': 'Ålesund',
  '1580': 'Haram',
  '0616': 'Nes (Buskerud) (-2019)',
  '0236': 'Nes (Akershus) (-2019)',
  '3040': 'Nesbyen (2020-2023)',
  '3322': 'Nesbyen',
  '3034': 'Nes (2020-2023)',
  '3228': 'Nes',
  '1101': 'Eigersund',
  '1102': 'Sandnes (-2019)',
  '1129': 'Forsand (-2019)',
  '1108': 'Sandnes',
};

const value = (code: string, ...members: readonly string[]): CodeListValue => ({
  ...{ code: `K-${code}`, label: (LABELS[code] ?? code).replace(/ \(.*/, ''), members },
});

/** Which codes the source sums, as `agg_KommSummer` has them. */
export const CODE_LIST: readonly CodeListValue[] = [
  value('3103', '0104', '0136', '3002', '3103'),
  value('3105', '0105', '3003', '3105'),
  value('3301', '0602', '0625', '0711', '3005', '3301'),
  value('3305', '0605', '3305'),
  value('3312', '0626', '3312'),
  value('4034', '0833', '3824', '4034'),
  value('4036', '0834', '3825', '4036'),
  value('1508', '1504', '1507', '1508'),
  value('1580', '1534', '1580'),
];

export const YEARS = Array.from({ length: 18 }, (_, index) => 2008 + index);

/** A code with the years it has, such as `3002 2020-2023`, `0104 -2019` or `3103 2024-`. */
export function code(text: string): CodeValidity {
  const [, number = '', from, to] = /^(\d+)(?: (\d{4})?-(\d{4})?)?$/.exec(text) ?? [];
  return {
    code: number,
    ...(from === undefined ? {} : { fromYear: Number(from) }),
    ...(to === undefined ? {} : { toYear: Number(to) }),
  };
}

export function municipality(name: string, ...codes: readonly string[]): Place {
  const [newest = ''] = codes;
  const number = code(newest).code;
  return { code: number, name, level: 'municipality', county: number.slice(0, 2), codes: codes.map(code) };
}

export function county(name: string, ...codes: readonly string[]): Place {
  return { ...municipality(name, ...codes), level: 'county' };
}

export function geographyOf(...places: readonly Place[]): Geography {
  const members = places.map((place) => place.code);
  const regions = members.map((member) => ({ id: member, name: member, members: [member] }));
  const group = { id: 'all', title: 'Alle', titleEn: 'All', confirmed: true, regions };
  const ofLevel = (level: Place['level']) => places.filter((place) => place.level === level);
  return {
    ...{ own: members[0] ?? '', peerGroups: [group] },
    ...{ municipalities: ofLevel('municipality'), counties: ofLevel('county') },
  };
}

export interface Asked {
  readonly form?: 'divisions' | 'grouped';
  readonly labels?: Readonly<Record<string, string>>;
  readonly codeList?: readonly CodeListValue[] | null;
  readonly years?: readonly number[];
  /** Codes of the dataset, where they are not those of the places. */
  readonly codes?: readonly string[];
  /** Places that the table does not offer. */
  readonly lacking?: readonly string[];
}

/** Judges places on raw codes, or on sums of the source. */
export function judge(places: readonly Place[], asked: Asked = {}): PlaceJudgement {
  const { form = 'divisions', labels = LABELS, years = YEARS } = asked;
  const { codeList = form === 'grouped' ? CODE_LIST : null } = asked;
  const prefix = form === 'grouped' ? 'K-' : '';
  const own = places.flatMap((place) => place.codes.map((entry) => entry.code));
  const sums = Object.fromEntries((codeList ?? []).map((one) => [one.code, one.label]));
  return judgePlaces({
    ...{ geography: geographyOf(...places), regions: { dimension: 'Region', form, prefix }, years, codeList },
    codes: asked.codes ?? (form === 'grouped' ? places.map((place) => `K-${place.code}`) : own),
    labels: form === 'grouped' ? { ...labels, ...sums } : labels,
    lacking: asked.lacking ?? [],
  });
}

/** Doubts as `3002 2024-2025 code-ended`, in order. */
export function doubtsOf({ doubts }: PlaceJudgement): readonly string[] {
  return doubts.map(
    ({ code: number, years, reason }) => `${number} ${String(years[0])}-${String(years.at(-1))} ${reason}`,
  );
}

/** Years from the first to the last, both included. */
export function yearsFrom(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
