import type { Cube } from '../model/cube.ts';
import type { RegionReading } from '../model/dataset.ts';
import type { Geography } from '../model/place.ts';
import type { RetrievedDataset } from '../model/retrieval.ts';
import type { NewPublication } from '../model/publication.ts';
import type { Correction } from '../model/settings.ts';
import { checkReply } from './check-reply.ts';
import { markCodesOutsideTheirYears } from './code-years.ts';
import { applyCorrections, correctedCells } from './corrections.ts';
import { withEnglishLabels } from './english-labels.ts';
import { type FindDoubtfulCodes, markDoubtfulCodes } from './mark-doubtful.ts';
import { mergeCubes } from './merge-cubes.ts';
import { readJsonStat } from './read-json-stat.ts';
import { latestPublishedColumn, latestPublishedPeriod } from './latest-period.ts';
import { markUnpublishedPeriods } from './unpublished-periods.ts';

/** A reply as it is taken in, and what must be remembered of it. */
export type NormalisedReply = Pick<NewPublication, 'cube' | 'latestPeriod' | 'corrections'>;

/**
 * From what one dataset query brought back to one cube: reads each reply, puts them together, adds English labels,
 * checks that the reply is what was asked for, marks figures that only look like figures or are another place's, applies
 * corrections.
 * Throws `source-contract`, `time-period-format`, `unknown-obs-status` or `stale-correction`; nothing is half done.
 */
export function normalise(
  retrieved: RetrievedDataset,
  geography: Geography,
  corrections: readonly Correction[],
  findDoubtful: FindDoubtfulCodes = () => [],
): NormalisedReply {
  const { datasetId } = retrieved;
  const merged = mergeCubes(retrieved.documents.map(readJsonStat));
  const labelled = withEnglishLabels(merged, retrieved.metadataEn);
  checkReply(labelled, retrieved.expected);
  const placed = withRegionRole(labelled, retrieved.regions);
  const inYears = markCodesOutsideTheirYears(placed, retrieved.regions, geography);
  const ofPlaces = markDoubtfulCodes(inYears, retrieved.regions, findDoubtful(placed));
  const published = markUnpublishedPeriods(ofPlaces, latestPublishedColumn(placed));
  return {
    cube: applyCorrections(published, datasetId, corrections),
    latestPeriod: latestPublishedPeriod(placed),
    corrections: correctedCells(published, datasetId, corrections),
  };
}

/** The region dimension of the query gets the role geo: the source leaves that role out of many tables. */
function withRegionRole(cube: Cube, regions: RegionReading | null): Cube {
  if (regions === null) return cube;
  return {
    ...cube,
    dimensions: cube.dimensions.map((dimension) =>
      dimension.code === regions.dimension ? { ...dimension, role: 'geo' } : dimension,
    ),
  };
}
