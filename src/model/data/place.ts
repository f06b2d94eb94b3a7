export type PlaceLevel = 'municipality' | 'county' | 'country';

/** A region code and the years it is in use, both inclusive; an open end is left out. */
export interface CodeValidity {
  readonly code: string;
  readonly fromYear?: number;
  readonly toYear?: number;
  /** The name the code had, where it was another than the place's and the code stood alone. */
  readonly name?: string;
}

/**
 * A municipality or county with today's borders, or the country. The codes valid in a year together cover exactly that area, so one
 * code means unchanged borders and several mean a later merger.
 */
export interface Place {
  /** Today's code, e.g. `3301`. */
  readonly code: string;
  readonly name: string;
  readonly level: PlaceLevel;
  /** Today's county code; only on municipalities. */
  readonly county?: string;
  readonly codes: readonly CodeValidity[];
}

/** A place of today as the program knows it by itself. */
export interface KnownPlace extends Place {
  readonly level: 'municipality' | 'county';
  /** Every official name, such as `Kárášjohka - Karasjok`; `name` is the Norwegian one, as sentences use it. */
  readonly officialName: string;
  /** Former codes of its area, or of a part of it, that `codes` leaves out: they, or a part that joined them, were divided. */
  readonly leftOut?: readonly CodeValidity[];
  /** True when the name is a word, or a family's name, as well: at the start of a sentence it says nothing. */
  readonly isWord?: boolean;
}

/** Places compared with the own municipality. A city group is a list of regions with one member each. */
export interface PeerGroup {
  readonly id: string;
  readonly title: string;
  readonly titleNn?: string;
  readonly titleEn: string;
  /** False until the municipality has adopted the list: every text that rests on it then says so. */
  readonly confirmed: boolean;
  readonly regions: readonly PeerRegion[];
}

export interface PeerRegion {
  readonly id: string;
  readonly name: string;
  /** Today's codes of municipalities, or the one of a county or the country. */
  readonly members: readonly string[];
}

/** Every place the settings know, by today's code. */
export interface Geography {
  /** Today's code of the own municipality. */
  readonly own: string;
  readonly municipalities: readonly Place[];
  readonly counties: readonly Place[];
  readonly peerGroups: readonly PeerGroup[];
}

/** The code of the country in the region dimension of a table, whatever code list the others are from. */
export const COUNTRY = '0';

/** The country, which settings need no entry for. */
export const THE_COUNTRY: Place = { code: COUNTRY, name: 'Norge', level: 'country', codes: [{ code: COUNTRY }] };

/** Which kind of place a code of the settings is of: `0` the country, two digits a county, any other a municipality. */
export function levelOf(code: string): PlaceLevel {
  if (code === COUNTRY) return 'country';
  return /^\d{2}$/.test(code) ? 'county' : 'municipality';
}

/** The place that a code of the settings is of, or `undefined`. */
export function placeOf(geography: Geography, code: string): Place | undefined {
  const level = levelOf(code);
  return level === 'country' ? THE_COUNTRY : findPlace(geography, level, code);
}

/** The codes that together make up the place in a year; empty when no code is known for that year. */
export function codesInYear(place: Place, year: number): readonly string[] {
  return place.codes
    .filter(({ fromYear, toYear }) => (fromYear ?? -Infinity) <= year && year <= (toYear ?? Infinity))
    .map(({ code }) => code);
}

/**
 * Codes that the place has had before today's, each with the borders of today, newest first: back to where it was merged,
 * or was divided.
 */
export function renumberedFrom(place: Place): readonly string[] {
  const before = (code: string): readonly string[] => {
    const from = place.codes.find((validity) => validity.code === code)?.fromYear;
    const [former, ...others] = from === undefined ? [] : codesInYear(place, from - 1);
    return former === undefined || others.length > 0 ? [] : [former, ...before(former)];
  };
  return before(place.code);
}

/** The place with today's code, or `undefined`. */
export function findPlace(
  geography: Geography,
  level: Exclude<PlaceLevel, 'country'>,
  code: string,
): Place | undefined {
  const places = level === 'municipality' ? geography.municipalities : geography.counties;
  return places.find((place) => place.code === code);
}

/**
 * Which places of today had a code, and in which years, when it is no code of today; several for a code whose area was
 * parted from a place that went on. None for a code that is in force, or was never known, or was divided.
 */
export function placesOnceCoded(
  places: readonly Place[],
  code: string,
): readonly { readonly place: Place; readonly years: CodeValidity }[] {
  if (places.some((place) => place.code === code)) return [];
  return places.flatMap((place) =>
    place.codes.filter((years) => years.code === code).map((years) => ({ place, years })),
  );
}

/** Places of today that have area of a code which no history has, since it was divided or joined by a part of one that was. */
export function placesWithAreaOf<Known extends Pick<KnownPlace, 'leftOut'>>(
  places: readonly Known[],
  code: string,
): readonly { readonly place: Known; readonly years: CodeValidity }[] {
  return places.flatMap((place) =>
    (place.leftOut ?? []).filter((years) => years.code === code).map((years) => ({ place, years })),
  );
}

/** Today's codes of the own municipality and every municipality of every group, each once, own first. */
export function ownAndPeerCodes({ own, peerGroups }: Pick<Geography, 'own' | 'peerGroups'>): readonly string[] {
  const municipalities = membersOf(peerGroups).filter((code) => levelOf(code) === 'municipality');
  return [...new Set([own, ...municipalities])];
}

/** The codes of every member of some groups, each once. */
export function membersOf(groups: readonly Pick<PeerGroup, 'regions'>[]): readonly string[] {
  return [...new Set(groups.flatMap(({ regions }) => regions.flatMap(({ members }) => members)))];
}
