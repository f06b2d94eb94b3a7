import type { Geography } from '../../model/data/place.ts';
import type { RegionWitness } from '../../model/data/place-witness.ts';
import { BUNDLED_ON, bundledPlaces } from './bundled-places.ts';
import { compareBundled, isSumming } from '../compare-bundled.ts';

/** What came of holding the program's own list of places against those of the source. */
export interface BundledComparison {
  /** The day the program's list was made, `yyyy-MM-dd`. */
  readonly madeOn: string;
  /** A sentence each, of places in use; `null` when no list of the source that sums places was read. */
  readonly differences: readonly string[] | null;
}

/** Holds the program's list against each table's code list, for the places in use; what several tables say is told once. */
export function compareWithBundled(
  { municipalities, counties }: Geography,
  witnesses: readonly RegionWitness[],
): BundledComparison {
  const inUse = new Set([...municipalities, ...counties].map(({ code }) => code));
  const places = bundledPlaces().filter(({ code }) => inUse.has(code));
  const summing = witnesses.filter(({ codeList }) => isSumming(codeList));
  const differences = [...new Set(summing.flatMap((witness) => compareBundled(places, witness)))];
  return { madeOn: BUNDLED_ON, differences: summing.length === 0 ? null : differences };
}
