import { type ErrorCode, PipelineError } from '../../model/errors.ts';

/** An error on its way from one thread to another, which would lose its class and its own fields. */
export type CarriedError =
  | { readonly kind: 'pipeline'; readonly code: ErrorCode; readonly message: string; readonly details: CarriedDetails }
  | { readonly kind: 'other'; readonly name: string; readonly message: string; readonly stack: string | undefined };

interface CarriedDetails extends Pick<PipelineError, 'hint' | 'context' | 'retryAfterMs' | 'refusal'> {
  readonly cause: CarriedError | null;
}

/** Makes plain data of anything thrown. */
export function packError(error: unknown): CarriedError {
  if (error instanceof PipelineError) {
    const { code, message, hint, context, retryAfterMs, refusal } = error;
    const cause = error.cause === undefined ? null : packError(error.cause);
    return { kind: 'pipeline', code, message, details: { hint, context, retryAfterMs, refusal, cause } };
  }
  if (!(error instanceof Error)) return { kind: 'other', name: 'Error', message: String(error), stack: undefined };
  const { name, message, stack } = error;
  return { kind: 'other', name, message, stack };
}

/** The error as it was thrown: a `PipelineError` is one again, with its cause. */
export function unpackError(carried: CarriedError): Error {
  if (carried.kind === 'pipeline') {
    const { hint, context, retryAfterMs, refusal, cause } = carried.details;
    return new PipelineError(carried.code, carried.message, {
      hint,
      context,
      refusal,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      ...(cause === null ? {} : { cause: unpackError(cause) }),
    });
  }
  const { name, message, stack } = carried;
  return Object.assign(new Error(message), { name, ...(stack === undefined ? {} : { stack }) });
}
