import type { Cube } from '../model/data/cube.ts';
import type { RegionLayout } from '../model/data/dataset.ts';
import type { Geography } from '../model/data/place.ts';

/** The series of one place, by their positions in a cube. */
export interface PlaceSeries {
  /** Its code of today, or the table's own where it is no place of the settings; `0` for the country. */
  readonly place: string;
  readonly series: readonly number[];
  /** The series that count the same as one of them: under the codes that the place has and has had. */
  readonly siblingsOf: (series: number) => readonly number[];
}

/** Place of a dataset without regions. */
const COUNTRY = '0';

/** Every place of a cube with its series. The codes a place has had over the years are one place. */
export function seriesOfPlaces(cube: Cube, regions: RegionLayout | null, geography: Geography): readonly PlaceSeries[] {
  const position = cube.dimensions.findIndex(({ code }) => code === regions?.dimension);
  const categories = cube.dimensions[position]?.categories ?? [];
  const placeOf = createPlaceFinder(geography);
  const places = categories.map(({ code }) => placeOf(bareCode(code, regions?.prefix ?? '')));
  const found = groupBy([...cube.seriesKeys.keys()], (series) => {
    const category = cube.seriesCategories[series * cube.dimensions.length + position] ?? -1;
    return position === -1 ? COUNTRY : (places[category] ?? COUNTRY);
  });
  return [...found].map(([place, series]) => ({
    place,
    series,
    siblingsOf: createSiblingFinder(cube, position, series),
  }));
}

/** Looks at the series of a place together when it is first asked, which is seldom. */
function createSiblingFinder(cube: Cube, region: number, series: readonly number[]): PlaceSeries['siblingsOf'] {
  const width = cube.dimensions.length;
  const countedBy = (one: number) =>
    cube.seriesCategories
      .subarray(one * width, (one + 1) * width)
      .filter((_, dimension) => dimension !== region)
      .join(' ');
  let groups: ReturnType<typeof groupBy> | undefined;
  return (one) => {
    groups ??= groupBy(series, countedBy);
    return groups.get(countedBy(one)) ?? [];
  };
}

function groupBy(series: readonly number[], keyOf: (one: number) => string): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const one of series) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
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
