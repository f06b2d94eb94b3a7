import { codesInYear } from '../../model/data/place.ts';
import { BUNDLED_FROM } from '../../places/bundled/bundled-places.ts';
import { leftOutBecause } from '../../places/left-out-years.ts';
import type { WeighedPlace } from '../../places/weigh-places.ts';
import { inYears } from '../../places/write-line.ts';

/** One sentence for each run of years, before this one, in which a place has no figures of its own, with why. */
export function leftOutOf(one: WeighedPlace, thisYear: number): readonly string[] {
  const years = Array.from({ length: thisYear - BUNDLED_FROM }, (_, at) => BUNDLED_FROM + at);
  const byStory = new Map<string, number[]>();
  for (const year of years) {
    const story = leftOutBecause(one.place, year) ?? splitInKlass(one, year);
    if (story !== null) byStory.set(story, [...(byStory.get(story) ?? []), year]);
  }
  return [...byStory].map(
    ([story, out]) => `Left out: figures ${inYears(out)}, since ${story}; those years belong to none of them alone.`,
  );
}

/** Of a split that the program does not know by itself. */
function splitInKlass({ place, split }: WeighedPlace, year: number): string | null {
  if (split === null || year >= split.year || codesInYear(place, year).length > 0) return null;
  const heirs = split.heirs.join(' and ');
  return `${split.code} ${split.name} was divided into ${heirs} in ${split.year}, says Klass`;
}
