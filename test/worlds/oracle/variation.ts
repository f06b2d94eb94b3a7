import type { Fraction } from './fraction.ts';
import { compare, decimal, mean, minus, plus, size, times } from './fraction.ts';

const FACTOR = decimal('2.66');
const FEWEST_CHANGES = 8;

/**
 * Is the latest change of an unbroken series (ascending, the latest last) an ordinary one? XmR limits on the changes;
 * `false` below eight changes.
 */
export function isWithinVariation(values: readonly Fraction[]): boolean {
  const changes = steps(values);
  const latest = changes.at(-1);
  if (latest === undefined || changes.length < FEWEST_CHANGES) return false;
  const reach = times(FACTOR, mean(steps(changes).map(size)));
  const middle = mean(changes);
  return compare(latest, minus(middle, reach)) >= 0 && compare(latest, plus(middle, reach)) <= 0;
}

function steps(values: readonly Fraction[]): readonly Fraction[] {
  return values.slice(1).flatMap((value, position) => {
    const before = values[position];
    return before === undefined ? [] : [minus(value, before)];
  });
}
