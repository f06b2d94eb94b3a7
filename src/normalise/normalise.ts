import type { Cube } from '../model/data/cube.ts';
import type { RegionLayout } from '../model/data/dataset.ts';
import type { Geography } from '../model/data/place.ts';
import type { RetrievedDataset } from '../model/data/retrieval.ts';
import type { ZerosOfPlace } from '../model/plan/acceptance.ts';
import type { NewPublication } from '../model/data/publication.ts';
import type { UnknownSymbol } from '../model/data/source-description.ts';
import { BUILT_IN_SYMBOLS, type SymbolMeanings } from '../model/data/symbol-meaning.ts';
import type { Correction } from '../model/plan/settings.ts';
import { checkReply } from './check-reply.ts';
import { markCodesOutsideTheirYears } from './code-years.ts';
import { applyCorrections, correctedCells } from './corrections.ts';
import { withEnglishLabels } from './json-stat/english-labels.ts';
import { type FindDoubtfulCodes, markDoubtfulCodes } from './mark-doubtful.ts';
import { mergeCubes } from './merge/merge-cubes.ts';
import { readNils } from './nils.ts';
import { asKept, withinYears } from './merge/of-one-table.ts';
import { readJsonStat } from './json-stat/read-json-stat.ts';
import { markFalseZeros } from './false-zeros.ts';
import { latestPublishedPeriod, publishedColumns } from './latest-period.ts';
import { findUnknownSymbols } from './unknown-symbols.ts';
import { markUnpublishedPeriods } from './unpublished-periods.ts';

/** A reply ready to be stored, and what must be remembered of it. */
export interface NormalisedReply extends Pick<NewPublication, 'cube' | 'latestPeriod' | 'corrections'> {
  /** Those of the accepted zeros that would have been missing without it. */
  readonly acceptedZeros: readonly ZerosOfPlace[];
  /** Symbols that neither the program nor the settings explain; none in nearly every reply. */
  readonly unknownSymbols: readonly UnknownSymbol[];
}

/**
 * From the replies of one dataset query to one cube: reads each reply, merges them, adds English labels, checks that the
 * reply is what was asked for, takes the dataset's years of it, reads nil, marks figures that only look like figures or
 * are another place's, applies corrections. `meanings` explain symbols; an unknown one costs its own cell and nothing
 * else. Throws `source-contract`, `time-period-format`, `stale-correction`, or `source-unavailable` when the table was
 * published again between two replies; nothing is half done.
 */
export function normalise(
  retrieved: RetrievedDataset,
  geography: Geography,
  corrections: readonly Correction[],
  acceptedZeros: readonly ZerosOfPlace[] = [],
  findDoubtful: FindDoubtfulCodes = () => [],
  meanings: SymbolMeanings = BUILT_IN_SYMBOLS,
): NormalisedReply {
  const { datasetId, regions } = retrieved;
  const merged = mergeCubes(retrieved.documents.map((document) => readJsonStat(document, meanings)));
  const titled = { ...merged, title: retrieved.description?.title ?? merged.title };
  const labelled = withEnglishLabels(titled, retrieved.metadataEn, retrieved.labelsEn);
  checkReply(labelled, retrieved.expected);
  const placed = withRegionRole(asKept(withinYears(labelled, retrieved.years), retrieved.sameAs), regions);
  const inYears = markCodesOutsideTheirYears(placed, regions, geography);
  const ofPlaces = markDoubtfulCodes(inYears, regions, findDoubtful(placed));
  const nilsRead = readNils(ofPlaces, retrieved.contentsRules);
  const published = markUnpublishedPeriods(nilsRead, publishedColumns(placed, meanings));
  const { cube, accepted } = markFalseZeros(published, geography, { ...retrieved, accepted: acceptedZeros });
  return {
    cube: applyCorrections(cube, datasetId, corrections),
    latestPeriod: latestPublishedPeriod(placed, meanings),
    corrections: correctedCells(cube, datasetId, corrections),
    acceptedZeros: accepted,
    unknownSymbols: findUnknownSymbols(merged, meanings),
  };
}

/** The region dimension of the query gets the role geo: the source leaves that role out of many tables. */
function withRegionRole(cube: Cube, regions: RegionLayout | null): Cube {
  if (regions === null) return cube;
  return {
    ...cube,
    dimensions: cube.dimensions.map((dimension) =>
      dimension.code === regions.dimension ? { ...dimension, role: 'geo' } : dimension,
    ),
  };
}
