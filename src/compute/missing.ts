import { type Observation, WITHDRAWN, ZERO_SYMBOL } from '../model/dataset.ts';
import { type Figure, MISSING_REASONS, type MissingReason } from '../model/indicator.ts';
import type { ObsStatus } from '../model/cube.ts';
import { sum } from '../model/decimal.ts';

const REASON_OF_STATUS: Partial<Record<ObsStatus, MissingReason>> = {
  M: 'not-possible',
  O: 'missing',
  Q: 'confidential',
  N: 'nil',
};

/** The number of an observation, or why there is none; a hole without a status is `unexplained`. */
export function figureOf(observation: Observation): Figure {
  if (observation.value !== null) return { value: observation.value };
  return { missing: reasonOf(observation) };
}

function reasonOf({ symbol, obsStatus }: Observation): MissingReason {
  if (symbol === WITHDRAWN) return 'withdrawn';
  if (symbol === ZERO_SYMBOL && obsStatus === 'O') return 'zero';
  return REASON_OF_STATUS[obsStatus] ?? 'unexplained';
}

/** The sum, when every figure is a number; otherwise the first of `MISSING_REASONS`, whatever the order of the figures. */
export function sumOf(figures: readonly Figure[]): Figure {
  const reasons = figures.flatMap((figure) => ('missing' in figure ? [figure.missing] : []));
  const weightiest = MISSING_REASONS.find((reason) => reasons.includes(reason));
  if (weightiest !== undefined) return { missing: weightiest };
  return { value: sum(figures.flatMap((figure) => ('value' in figure ? [figure.value] : []))) };
}
