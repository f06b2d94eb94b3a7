import { type CodeValidity, type KnownPlace, type Place, placesOnceCoded } from '../model/data/place.ts';
import type { CodeYears, MunicipalityEntry, PlaceEntry, RegionsFile } from './files/regions-file.ts';

/** Municipalities and counties by today's code: those the program knows by itself, and those of regions.yaml in their place. */
export interface KnownPlaces {
  readonly municipalities: ReadonlyMap<string, NamedPlace>;
  readonly counties: ReadonlyMap<string, Place>;
}

/** A place, and every official name it has, where that is more than its name. */
export interface NamedPlace extends Place {
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

/**
 * Why a code is no municipality of today, and what to do: the code it has now when it is a former one, else the line that
 * would make it known.
 */
export function unknownMunicipality(code: string, { municipalities }: KnownPlaces): string {
  const today = placesOnceCoded([...municipalities.values()], code);
  const [former] = today;
  if (former === undefined) {
    return `Municipality '${code}' is not known: write today's code, four digits, or add it with its codes to regions.yaml.`;
  }
  const named = [...new Set(today.map(({ place }) => `'${place.code}' ${place.name}`))].join(' and ');
  const until = former.years.toYear === undefined ? '' : ` until ${former.years.toYear}`;
  return `'${code}' was in use${until}; write today's code: ${named}.`;
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
