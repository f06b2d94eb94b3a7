import type { KnownPlace } from '../../model/data/place.ts';
import { bundledPlaces } from '../../places/bundled/bundled-places.ts';
import { type WeighedPlace, weighPlaces } from '../../places/weigh-places.ts';
import type { Heard } from './hear-sources.ts';

/** The places of today as they are in force for a new folder. */
export interface PlacesToday {
  /** By code. */
  readonly weighed: ReadonlyMap<string, WeighedPlace>;
  readonly municipalities: readonly KnownPlace[];
  readonly counties: readonly KnownPlace[];
}

/** Every municipality by what was heard of it, and the counties that the program knows, with those Klass has besides. */
export function placesToday({ klass }: Pick<Heard, 'klass'>): PlacesToday {
  const weighed = weighPlaces(bundledPlaces(), klass);
  const municipalities = [...weighed.values()].map(({ place }) => place);
  const known = bundledPlaces().filter(({ level }) => level === 'county');
  const newer = (klass?.counties ?? []).filter(({ code }) => !known.some((one) => one.code === code));
  return { weighed, municipalities, counties: [...known, ...newer.map((one) => newCounty(one, municipalities))] };
}

/** What was heard of a municipality of today. */
export function weighedOf({ weighed }: PlacesToday, code: string): WeighedPlace {
  const one = weighed.get(code);
  if (one === undefined) throw new Error(`${code} is no municipality of today`);
  return one;
}

/** A county that began with its municipalities' codes: nothing is known of it before. */
function newCounty(
  { code, name }: { readonly code: string; readonly name: string },
  municipalities: readonly KnownPlace[],
): KnownPlace {
  const years = municipalities
    .filter(({ county }) => county === code)
    .flatMap(({ codes }) => codes.slice(0, 1).flatMap(({ fromYear }) => fromYear ?? []));
  const fromYear = years.length === 0 ? {} : { fromYear: Math.min(...years) };
  return { code, name, officialName: name, level: 'county', codes: [{ code, ...fromYear }] };
}
