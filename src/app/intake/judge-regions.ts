import { createHash } from 'node:crypto';
import type { Cube } from '../../model/data/cube.ts';
import type { RegionLayout } from '../../model/data/dataset.ts';
import type { Geography } from '../../model/data/place.ts';
import type { DoubtfulCode, RegionWitness } from '../../model/data/place-witness.ts';
import type { ChangeSummary, RevisedCell } from '../../model/data/publication.ts';
import type { FetchedDataset } from '../../model/data/retrieval.ts';
import { periodFromKey } from '../../model/time-period.ts';
import { judgePlaces } from '../../places/judge-places.ts';
import { type PlaceJudgement, NO_DOUBT } from '../../places/place-question.ts';

/** Weighs the regions of a reply: its own labels, what the table said of its regions, and the settings. */
export function judgeRegions(
  { regions, regionWitness, missingPlaces = [] }: Pick<FetchedDataset, 'regions' | 'regionWitness' | 'missingPlaces'>,
  geography: Geography,
  cube: Cube,
): PlaceJudgement {
  const dimension = cube.dimensions.find(({ code }) => code === regions?.dimension);
  if (regions === null || dimension === undefined) return NO_DOUBT;
  const shown = Object.fromEntries(dimension.categories.map(({ code, label }) => [code, label]));
  return judgePlaces({
    geography,
    regions,
    codes: dimension.categories.map(({ code }) => code),
    labels: { ...regionWitness?.labels, ...shown },
    codeList: regionWitness?.codeList ?? null,
    years: [...new Set(cube.periods.map(({ year }) => year))],
    lacking: missingPlaces.map(({ code }) => code),
  });
}

/** Tells one testimony of a table from another, so that a changed one is weighed again though the figures are as they were. */
export function witnessText(witness: RegionWitness | null | undefined): string {
  return createHash('sha256')
    .update(JSON.stringify(witness ?? null))
    .digest('hex')
    .slice(0, 16);
}

/** The changes without those that are ours: a figure that is missing since its code is doubted has not vanished at the source. */
export function exceptDoubtful(
  changes: ChangeSummary,
  cube: Cube,
  regions: RegionLayout | null,
  doubts: readonly DoubtfulCode[],
): ChangeSummary {
  const position = cube.dimensions.findIndex(({ code }) => code === regions?.dimension);
  if (position === -1 || doubts.length === 0) return changes;
  const isDoubted = ({ seriesKey, period }: RevisedCell) => {
    const code = seriesKey.split('|')[position];
    const { year } = periodFromKey(period);
    return doubts.some((doubt) => doubt.code === code && doubt.years.includes(year));
  };
  const ours = changes.revisions.filter(isDoubted);
  const gone = ours.filter(({ before, after }) => before !== null && after === null).length;
  return {
    ...changes,
    withdrawn: changes.withdrawn - gone,
    revisions: changes.revisions.filter((cell) => !ours.includes(cell)),
  };
}
