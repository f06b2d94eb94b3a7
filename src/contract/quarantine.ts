import { QUARANTINE_REASONS, type QuarantineReason } from '../model/data/quarantine-reason.ts';
import { PipelineError } from '../model/errors.ts';

/** What of a publication is odd, by name, such as `codes` or `before`. */
export type QuarantineFacts = Readonly<Record<string, string | number>>;

/** Why an error says that a publication waits; `undefined` for any other error. */
export function quarantineReason(error: unknown): QuarantineReason | undefined {
  if (!(error instanceof PipelineError) || error.code !== 'publication-quarantined') return undefined;
  return QUARANTINE_REASONS.find((reason) => reason === error.context.reason);
}

/** The error for a unit that is not the last accepted one: nobody can accept it, since the job demands the unit. */
export function changedUnit(message: string, facts: QuarantineFacts & { readonly contents: string }): PipelineError {
  return new PipelineError('publication-quarantined', message, {
    hint:
      'The last accepted publication stays in force, and this one cannot be accepted: figures would be shown in a unit ' +
      'they are not in. Compare a figure with the one before, and read the notes of the table. If the publisher means ' +
      `it, write the new unit as the \`unit\` of ${facts.contents} in datasets.yaml of the settings, and declare a break in config/corrections.yaml ` +
      'where earlier figures stay in the old one.',
    context: { ...facts, reason: 'changed-unit' satisfies QuarantineReason },
  });
}

/**
 * The error for a publication that can be read but must not be ingested before a person has looked at it; `facts` are
 * what the message says, for those who say it in another language.
 */
export function quarantine(
  reason: QuarantineReason,
  message: string,
  lookAt: string,
  facts: QuarantineFacts = {},
): PipelineError {
  return new PipelineError('publication-quarantined', message, {
    hint:
      `The last accepted publication stays in force. ${lookAt} If the publisher means it, ` +
      '`ingest --accept <dataset>` takes the publication in.',
    context: { ...facts, reason },
  });
}
