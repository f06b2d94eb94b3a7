import { PipelineError } from '../../model/errors.ts';
import type { Acceptance, ZerosOfPlace } from '../../model/plan/acceptance.ts';
import { readAcceptances } from '../../store/intake/acceptances.ts';
import type { Store } from '../../store/store.ts';

/** Zeros that a person accepts, and what was held of them. */
export interface ZerosToAccept extends ZerosOfPlace {
  readonly finding: string;
}

/** What a person accepts of one dataset, who, and when (ISO 8601). */
export interface Accepting {
  /** A reply in quarantine, whole. */
  readonly whole: boolean;
  readonly zeros: readonly ZerosToAccept[];
  readonly by: string;
  readonly at: string;
}

/** Where a reply is held back, or accepted by a person. */
export interface AcceptanceGate {
  /** Does what judges the reply; a quarantine it throws is passed over, and remembered, when the reply is accepted. */
  readonly hold: (judge: () => void) => void;
  /** What has been accepted that would have been held back, given the zeros that were. */
  readonly acceptances: (zeros: readonly ZerosOfPlace[]) => readonly Acceptance[];
}

/** The gate for one reply; closed to everything when nothing is accepted. */
export function openGate(accept: Accepting | null): AcceptanceGate {
  const passedOver: string[] = [];
  return {
    hold: (judge) => {
      try {
        judge();
      } catch (error) {
        if (accept?.whole !== true || !isQuarantine(error)) throw error;
        passedOver.push(error.message);
      }
    },
    acceptances: (zeros) => {
      if (accept === null) return [];
      const who = { acceptedBy: accept.by, acceptedAt: accept.at };
      const letIn = accept.zeros.filter((asked) => zeros.some((one) => isSame(one, asked)));
      return [
        ...passedOver.map((finding) => ({ zeros: null, finding, ...who })),
        ...letIn.map(({ place, period, finding }) => ({ zeros: { place, period }, finding, ...who })),
      ];
    },
  };
}

/** The zeros of a dataset that a person has accepted before. */
export function acceptedBefore(store: Store, datasetId: string): readonly ZerosOfPlace[] {
  return readAcceptances(store, [datasetId]).flatMap(({ zeros }) => (zeros === null ? [] : [zeros]));
}

function isSame(one: ZerosOfPlace, other: ZerosOfPlace): boolean {
  return one.place === other.place && one.period === other.period;
}

function isQuarantine(error: unknown): error is PipelineError {
  return error instanceof PipelineError && error.code === 'publication-quarantined';
}
