import type { ObsStatus } from '../../model/data/cube.ts';
import type { Cause } from '../../model/plan/assessment.ts';

/** What analysts' codes are called, each in a few words that stand alone. */
export interface Terms {
  readonly causes: Readonly<Record<Cause, string>>;
  readonly obsStatuses: Readonly<Record<ObsStatus, string>>;
  /** Symbols that the program itself writes, and those of Statistics Norway. */
  readonly symbols: Readonly<Record<string, string>>;
}
