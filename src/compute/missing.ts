import type { Observation } from '../model/dataset.ts';
import type { Figure, MissingReason } from '../model/indicator.ts';
import type { ObsStatus } from '../model/cube.ts';
import { sum } from '../model/decimal.ts';

const REASON_OF_STATUS: Partial<Record<ObsStatus, MissingReason>> = {
  M: 'not-possible',
  O: 'missing',
  Q: 'confidential',
  N: 'nil',
};

/** Which reason is told when several figures are missing: what the reader can do something about comes first. */
const PRECEDENCE: readonly MissingReason[] = [
  'not-in-dataset',
  'border-change',
  'confidential',
  'not-possible',
  'nil',
  'missing',
  'unexplained',
  'no-previous-period',
  'base-not-positive',
  'peer-missing',
];

/** The number of an observation, or the reason its status gives; a hole without a status is `unexplained`. */
export function figureOf(observation: Observation): Figure {
  if (observation.value !== null) return { value: observation.value };
  return { missing: REASON_OF_STATUS[observation.obsStatus] ?? 'unexplained' };
}

/** The sum, when every figure is a number; otherwise the weightiest reason, whatever the order of the figures. */
export function sumOf(figures: readonly Figure[]): Figure {
  const reasons = figures.flatMap((figure) => ('missing' in figure ? [figure.missing] : []));
  const weightiest = PRECEDENCE.find((reason) => reasons.includes(reason));
  if (weightiest !== undefined) return { missing: weightiest };
  return { value: sum(figures.flatMap((figure) => ('value' in figure ? [figure.value] : []))) };
}
