import { PipelineError } from '../model/errors.ts';

/** What a log may know of an error. */
export interface ErrorDescription {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly hint?: string;
  readonly context?: Readonly<Record<string, string | number>>;
  readonly stack?: string;
  readonly cause?: ErrorDescription;
}

/** Deeper causes explain nothing to a reader, and an error may be its own cause. */
const MAX_CAUSES = 5;

/**
 * The parts of an error that are fit for a log, and those of its causes. Any other property stays out: clients hang
 * whole requests on their errors, with headers and addresses that hold secrets. Anything thrown is accepted.
 */
export function describeError(thrown: unknown, causesLeft: number = MAX_CAUSES): ErrorDescription {
  if (!(thrown instanceof Error)) return { type: typeof thrown, message: String(thrown) };
  const { cause } = thrown;
  return {
    type: thrown.name,
    message: thrown.message,
    ...('code' in thrown && typeof thrown.code === 'string' ? { code: thrown.code } : {}),
    ...(thrown instanceof PipelineError ? { hint: thrown.hint, context: thrown.context } : {}),
    ...(thrown.stack === undefined ? {} : { stack: thrown.stack }),
    ...(cause === undefined || causesLeft === 0 ? {} : { cause: describeError(cause, causesLeft - 1) }),
  };
}
