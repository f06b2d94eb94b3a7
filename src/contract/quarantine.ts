import { PipelineError } from '../model/errors.ts';

/** Why a publication waits for a person. */
export type QuarantineReason =
  | 'lost-dimension'
  | 'lost-code'
  | 'lost-period'
  | 'changed-unit'
  | 'fewer-cells'
  | 'tenfold-jump'
  | 'figures-vanished'
  | 'new-period-out-of-scale';

/** The error for a publication that can be read but should not be taken in before a person has looked at it. */
export function quarantine(reason: QuarantineReason, message: string, lookAt: string): PipelineError {
  return new PipelineError('publication-quarantined', message, {
    hint:
      `The last accepted publication stays in force. ${lookAt} If the publisher means it, ` +
      '`ingest --accept <dataset>` takes the publication in.',
    context: { reason },
  });
}
