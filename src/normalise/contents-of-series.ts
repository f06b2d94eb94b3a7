import type { Cube } from '../model/data/cube.ts';

/** Finds the contents code of a series by its position; empty where the cube has no contents dimension. */
export function contentsOfSeries(cube: Cube): (series: number) => string {
  const position = cube.dimensions.findIndex(({ role }) => role === 'metric');
  const categories = cube.dimensions[position]?.categories ?? [];
  const width = cube.dimensions.length;
  return (series) => categories[cube.seriesCategories[series * width + position] ?? -1]?.code ?? '';
}
