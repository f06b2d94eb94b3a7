import { ABSENT } from '../model/data/cube.ts';
import type { Cube } from '../model/data/cube.ts';
import type { RegionLayout } from '../model/data/dataset.ts';
import { codesInYear } from '../model/data/place.ts';
import type { Geography, Place } from '../model/data/place.ts';
import { contractError } from './contract-error.ts';
import { bareCode } from './series-of-places.ts';
import { shownText, startMarks } from './mark-cells.ts';

/**
 * Makes every cell of a region code outside the years of the code missing (status M, it cannot exist), whatever the
 * table shows there: expired codes go on with the number 0. The symbol keeps what the table showed. Only for raw codes
 * (`divisions`): a grouped code is in use in every year. A code the geography does not know is left alone, because
 * its years are not known.
 */
export function markCodesOutsideTheirYears(cube: Cube, regions: RegionLayout | null, geography: Geography): Cube {
  if (regions === null || regions.form !== 'divisions') return cube;
  const position = cube.dimensions.findIndex((dimension) => dimension.code === regions.dimension);
  const dimension = cube.dimensions[position];
  if (dimension === undefined) {
    throw contractError(`"${cube.title}" has no dimension ${regions.dimension}, by which its regions were to be read.`);
  }
  const users = usersOfCodes(geography);
  const outside = dimension.categories.map(({ code }) => columnsOutside(cube, bareCode(code, regions.prefix), users));
  const marks = startMarks(cube);
  const width = cube.dimensions.length;
  for (let series = 0; series < cube.seriesKeys.length; series++) {
    for (const column of outside[cube.seriesCategories[series * width + position] as number] ?? []) {
      const cell = series * cube.periods.length + column;
      if (cube.obsStatuses[cell] !== ABSENT) marks.mark(cell, NaN, 'M', shownText(cube, cell));
    }
  }
  return marks.finish();
}

/** Every known code with the places it serves; one code can serve two, one after the other or at once. */
function usersOfCodes(geography: Geography): ReadonlyMap<string, readonly Place[]> {
  const users = new Map<string, Place[]>();
  for (const place of [...geography.municipalities, ...geography.counties]) {
    for (const { code } of place.codes) users.set(code, [...(users.get(code) ?? []), place]);
  }
  return users;
}

/** Columns of the periods in which a code is not in use; an interval counts as its last year. None for an unknown code. */
function columnsOutside(cube: Cube, code: string, users: ReadonlyMap<string, readonly Place[]>): readonly number[] {
  const places = users.get(code);
  if (places === undefined) return [];
  const isInUse = (year: number) => places.some((place) => codesInYear(place, year).includes(code));
  return cube.periods.flatMap(({ year }, column) => (isInUse(year) ? [] : [column]));
}
