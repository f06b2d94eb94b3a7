import {
  type CodeValidity,
  COUNTRY,
  type KnownPlace,
  levelOf,
  type Place,
  placesOnceCoded,
  placesWithAreaOf,
} from '../model/data/place.ts';
import { byNearness } from '../platform/nearest-word.ts';
import type { CodeYears, MunicipalityEntry, PlaceEntry, RegionsFile } from './files/regions-file.ts';

/** Municipalities and counties by today's code: those the program knows by itself, and those of regions.yaml in their place. */
export interface KnownPlaces {
  readonly municipalities: ReadonlyMap<string, NamedPlace>;
  readonly counties: ReadonlyMap<string, NamedPlace>;
}

/** A place, and every official name it has, where that is more than its name. */
export interface NamedPlace extends Place, Partial<Pick<KnownPlace, 'leftOut'>> {
  readonly officialName?: string;
}

/** Every place there is an answer for. What regions.yaml says of one stands in place of what the program knows. */
export function knownPlaces(regions: RegionsFile, bundled: readonly KnownPlace[]): KnownPlaces {
  const byCode = (level: Place['level'], written: readonly Place[]) =>
    new Map([...bundled.filter((place) => place.level === level), ...written].map((place) => [place.code, place]));
  return {
    municipalities: byCode('municipality', (regions.municipalities ?? []).map(toMunicipality)),
    counties: byCode(
      'county',
      (regions.counties ?? []).map((entry) => toPlace(entry, 'county')),
    ),
  };
}

/** How many of the nearest codes are named where nothing better is known. */
const NAMED = 3;

/** Is it the code of the country, or of a county or municipality of today? */
export function isKnownPlace(code: string, { municipalities, counties }: KnownPlaces): boolean {
  return code === COUNTRY || municipalities.has(code) || counties.has(code);
}

/**
 * Why a code is no municipality or county of today, and what to do: the code it has now when it is a former one, the places
 * its area lies in when it was divided, the code of the place it is written for, else the nearest ones and how to make it
 * known.
 */
export function unknownPlace(code: string, { municipalities, counties }: KnownPlaces, writtenFor?: string): string {
  const isCounty = levelOf(code) === 'county';
  const [kind, digits] = isCounty ? (['County', 'two digits'] as const) : (['Municipality', 'four digits'] as const);
  const known: ReadonlyMap<string, NamedPlace> = isCounty ? counties : municipalities;
  const places = [...known.values()];
  const namesakes = places.filter((place) => writtenFor !== undefined && namesOf(place).includes(writtenFor));
  const once = placesOnceCoded(places, code);
  const parts = once.length > 0 ? once : placesWithAreaOf(places, code);
  const [former] = parts;
  if (former !== undefined) {
    const until = former.years.toYear === undefined ? '' : ` until ${former.years.toYear}`;
    const { name = former.place.name } = former.years;
    const heirs = parts.map(({ place }) => place);
    if (namesakes.length > 0 && !heirs.some((heir) => namesakes.includes(heir))) {
      return `'${code}' was ${name}${until}; write today's code: ${oneOf(namesakes)}.`;
    }
    if (once.length > 0) return `'${code}' was in use${until}; write today's code: ${oneOf(heirs)}.`;
    return `'${code}' was ${name}${until}, in an area that was divided; write today's code: ${oneOf(heirs)}.`;
  }
  if (namesakes.length > 0) return `${kind} '${code}' is not known; write today's code: ${oneOf(namesakes)}.`;
  const nearest = byNearness(code, [...known.keys()])
    .slice(0, NAMED)
    .flatMap((one) => known.get(one) ?? []);
  const guess = nearest.length === 0 ? '' : ` (nearest: ${nearest.map(shown).join(', ')})`;
  return `${kind} '${code}' is not known${guess}: write today's code, ${digits}, or add it with its codes to regions.yaml.`;
}

/** The name of a place as sentences have it, and every official one. */
export function namesOf({ name, officialName = name }: NamedPlace): readonly string[] {
  return [...new Set([name, ...officialName.split(' - '), officialName])];
}

/** Each once, a namesake told apart by its county. */
function oneOf(places: readonly NamedPlace[]): string {
  return [...new Set(places.map(shown))].join(' or ');
}

function shown({ code, name, officialName = name }: NamedPlace): string {
  return `'${code}' ${officialName.includes('(') ? officialName : name}`;
}

function toMunicipality(entry: MunicipalityEntry): Place {
  return { ...toPlace(entry, 'municipality'), county: entry.county };
}

function toPlace({ code, name, codes }: PlaceEntry, level: Place['level']): Place {
  return { code, name, level, codes: codes.map(toValidity) };
}

function toValidity({ code, from, to, name }: CodeYears): CodeValidity {
  return {
    code,
    ...(from === undefined ? {} : { fromYear: from }),
    ...(to === undefined ? {} : { toYear: to }),
    ...(name === undefined ? {} : { name }),
  };
}
