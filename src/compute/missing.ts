import { type Observation, WITHDRAWN, ZERO_SYMBOL } from '../model/data/dataset.ts';
import { type Figure, MISSING_REASONS, type MissingReason } from '../model/data/figure.ts';
import type { ObsStatus } from '../model/data/cube.ts';
import type { UnknownSymbol } from '../model/data/source-description.ts';
import { sum } from '../model/decimal.ts';
import { periodFromKey } from '../model/time-period.ts';

/** The source's symbol for nil, where nil does not count as 0. */
const NIL_SYMBOL = '-';

const REASON_OF_STATUS: Partial<Record<ObsStatus, MissingReason>> = {
  M: 'not-possible',
  O: 'missing',
  Q: 'confidential',
  N: 'nil',
};

/** A number kept as a symbol, or `#` for one of too many. */
const SHOWN_NUMBER = /^(-?\d|#)/;

/** What must be known of the series of an observation to say why it has no number. */
export interface SeriesFacts {
  /** The last year of the region's code, where its label says one: what cannot exist after it has ended. */
  readonly lastYear: number | null;
  /** Of its dataset. */
  readonly unknownSymbols: readonly UnknownSymbol[];
}

const NO_FACTS: SeriesFacts = { lastYear: null, unknownSymbols: [] };

/** The number of an observation, or why there is none; a hole without a status is `unexplained`. */
export function figureOf(observation: Observation, facts: SeriesFacts = NO_FACTS): Figure {
  if (observation.value !== null) return { value: observation.value };
  return { missing: reasonOf(observation, facts) };
}

function reasonOf(
  { symbol, obsStatus, period }: Observation,
  { lastYear, unknownSymbols }: SeriesFacts,
): MissingReason {
  if (symbol === WITHDRAWN) return 'withdrawn';
  if (obsStatus === 'O' && unknownSymbols.some((one) => one.symbol === symbol)) return 'unknown-symbol';
  if (symbol === NIL_SYMBOL) return 'nil';
  if (symbol === ZERO_SYMBOL && obsStatus === 'O') return 'zero';
  // A number that the table shows and that is not taken: of a code that is not in use, or of another place.
  const isShown = symbol !== null && SHOWN_NUMBER.test(symbol);
  if (isShown && obsStatus === 'O') return 'other-place';
  const hasEnded = lastYear !== null && periodFromKey(period).year > lastYear;
  if (obsStatus === 'M' && (isShown || hasEnded)) return 'code-ended';
  return REASON_OF_STATUS[obsStatus] ?? 'unexplained';
}

/** Is there no number because the code is not the place: it has ended, or is another place's? */
export function isNotThePlace(observation: Observation, facts: SeriesFacts): boolean {
  const figure = figureOf(observation, facts);
  return 'missing' in figure && (figure.missing === 'code-ended' || figure.missing === 'other-place');
}

/** The symbol of the source; a number kept in its place is nobody's to read. */
export function sourceSymbol({ symbol, obsStatus }: Observation): string | null {
  if (symbol === null || !SHOWN_NUMBER.test(symbol) || (symbol === ZERO_SYMBOL && obsStatus === 'O')) return symbol;
  return /\s(\S+)$/.exec(symbol)?.[1] ?? null;
}

/** The sum, when every figure is a number; otherwise the first of `MISSING_REASONS`, whatever the order of the figures. */
export function sumOf(figures: readonly Figure[]): Figure {
  const reasons = figures.flatMap((figure) => ('missing' in figure ? [figure.missing] : []));
  const weightiest = MISSING_REASONS.find((reason) => reasons.includes(reason));
  if (weightiest !== undefined) return { missing: weightiest };
  return { value: sum(figures.flatMap((figure) => ('value' in figure ? [figure.value] : []))) };
}
