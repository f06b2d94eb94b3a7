import { byNearness } from '../../platform/nearest-name.ts';

/**
 * What a table has that comes nearest to a name it lacks, ready to stand in a sentence: ` (nearest: K.3301)`; empty when
 * the table has nothing to offer. Case does not count, and a name that holds the wanted one whole goes before all others:
 * `KOKkommuneregion0000` is nearer to `Region` than `Kjonn` is.
 */
export function nearestTo(wanted: string, offered: readonly string[]): string {
  const holding = offered.filter((name) => name.toLowerCase().includes(wanted.toLowerCase()));
  const [found] = byNearness(wanted, holding.length > 0 ? holding : offered);
  return found === undefined ? '' : ` (nearest: ${found})`;
}
