import type fc from 'fast-check';

/** What the product did with an input: the two answers it may give. */
export type Answer = 'taken in' | 'refused';

/** Something that reads what others wrote, and inputs to try it with. */
export interface FuzzTarget<Case> {
  readonly cases: fc.Arbitrary<Case>;
  /** Hands one input to the product. Throws when the product does anything but take it in rightly or refuse it. */
  readonly attempt: (input: Case) => Answer | Promise<Answer>;
  /** The input as it met the product, for a report; cut to what can be read. */
  readonly show: (input: Case) => string;
  /** Called when all is tried: the last look for traces. */
  readonly finish: () => void | Promise<void>;
}
