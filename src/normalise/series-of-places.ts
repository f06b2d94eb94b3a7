import type { Cube } from '../model/cube.ts';
import type { RegionReading } from '../model/dataset.ts';
import type { Geography } from '../model/place.ts';

/** The series of one place, by their positions in a cube. */
export interface PlaceSeries {
  /** Its code of today, or the table's own where it is no place of the settings; `0` for the country. */
  readonly place: string;
  readonly series: readonly number[];
  /** The same series by what they count: in each group the codes that the place has and has had. */
  readonly siblings: readonly (readonly number[])[];
}

/** Place of a dataset without regions. */
const COUNTRY = '0';

/** Every place of a cube with its series. The codes a place has had over the years are one place. */
export function seriesOfPlaces(
  cube: Cube,
  regions: RegionReading | null,
  geography: Geography,
): readonly PlaceSeries[] {
  const position = cube.dimensions.findIndex(({ code }) => code === regions?.dimension);
  const categories = cube.dimensions[position]?.categories ?? [];
  const placeOf = createPlaceFinder(geography);
  const places = categories.map(({ code }) => placeOf(bareCode(code, regions?.prefix ?? '')));
  const width = cube.dimensions.length;
  const found = new Map<string, Map<string, number[]>>();
  for (const series of cube.seriesKeys.keys()) {
    const codes = cube.seriesCategories.subarray(series * width, (series + 1) * width);
    const place = position === -1 ? COUNTRY : (places[codes[position] ?? -1] ?? COUNTRY);
    const counted = codes.filter((_, dimension) => dimension !== position).join(' ');
    const ofPlace = found.get(place) ?? new Map<string, number[]>();
    found.set(place, ofPlace.set(counted, [...(ofPlace.get(counted) ?? []), series]));
  }
  return [...found].map(([place, groups]) => {
    const siblings = [...groups.values()];
    return { place, series: siblings.flat(), siblings };
  });
}

/** Today's code of the place that has or has had a code; the code itself where the geography does not know it. */
export function createPlaceFinder({ municipalities, counties }: Geography): (code: string) => string {
  const today = new Map<string, string>();
  for (const place of [...counties, ...municipalities]) {
    for (const { code } of place.codes) today.set(code, today.get(code) ?? place.code);
  }
  for (const { code } of [...counties, ...municipalities]) today.set(code, code);
  return (code) => today.get(code) ?? code;
}

/** A region code of a table without the prefix of its code list. */
export function bareCode(code: string, prefix: string): string {
  return code.startsWith(prefix) ? code.slice(prefix.length) : code;
}
