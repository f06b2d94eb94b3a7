import { legibleText } from './legible-text.ts';
import type { Refusal } from './refusal.ts';

/** Who is at fault, and so what the caller may do: `transient` may pass by itself, `terminal` will not. */
export type Retry = 'terminal' | 'transient';

/** Every way the pipeline can fail. The code is stable: it stands in logs, run records and exit codes. */
export type ErrorCode =
  | 'usage'
  | 'settings-invalid'
  | 'source-unavailable'
  | 'source-rate-limited'
  | 'source-rejected-query'
  | 'source-contract'
  | 'query-misfit'
  | 'time-period-format'
  | 'publication-quarantined'
  | 'stale-correction'
  | 'file-refused'
  | 'store-busy'
  | 'store-unavailable'
  | 'store-integrity'
  | 'store-migration'
  | 'delivery-failed';

const TRANSIENT: ReadonlySet<ErrorCode> = new Set([
  'source-unavailable',
  'source-rate-limited',
  'store-busy',
  'delivery-failed',
]);

/** May it pass by itself? */
export function isTransient(code: ErrorCode | 'bug'): boolean {
  return code !== 'bug' && TRANSIENT.has(code);
}

export interface ErrorDetails {
  /** What a person should do now, as a sentence. */
  readonly hint: string;
  /** Ids that help to find the place; never a payload or a secret. */
  readonly context?: Readonly<Record<string, string | number>>;
  readonly cause?: unknown;
  /** For `source-rate-limited`: how long the source asked us to wait. */
  readonly retryAfterMs?: number;
  /** What is refused, for those who say it in another language or by another clock. */
  readonly refusal?: Refusal | null;
}

/**
 * The one error class of the product. `message` says what went wrong and where, `hint` what to do about it; both are
 * full sentences in English, fit for an operator: what they quote from a source or a file is made legible.
 */
export class PipelineError extends Error {
  readonly code: ErrorCode;
  readonly retry: Retry;
  readonly hint: string;
  readonly context: Readonly<Record<string, string | number>>;
  readonly retryAfterMs: number | undefined;
  readonly refusal: Refusal | null;

  constructor(code: ErrorCode, message: string, details: ErrorDetails) {
    super(legibleText(message), details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'PipelineError';
    this.code = code;
    this.retry = isTransient(code) ? 'transient' : 'terminal';
    this.hint = legibleText(details.hint);
    this.context = Object.fromEntries(Object.entries(details.context ?? {}).map(legibleFact));
    this.retryAfterMs = details.retryAfterMs;
    this.refusal = details.refusal ?? null;
  }
}

function legibleFact([name, fact]: [string, string | number]): [string, string | number] {
  return [name, typeof fact === 'string' ? legibleText(fact) : fact];
}
