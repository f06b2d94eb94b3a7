import type { ErrorCode } from '../model/errors.ts';

/** What each way of failing means to a script that calls us. Part of the command contract. */
const EXIT_CODES: Readonly<Record<ErrorCode, number>> = {
  usage: 2,
  'settings-invalid': 2,
  'source-unavailable': 3,
  'source-rate-limited': 3,
  'source-rejected-query': 4,
  'source-contract': 4,
  'query-misfit': 4,
  'time-period-format': 4,
  'publication-quarantined': 4,
  'stale-correction': 4,
  'file-refused': 4,
  'store-busy': 5,
  'store-unavailable': 5,
  'store-integrity': 5,
  'store-migration': 5,
  'delivery-failed': 6,
};

/** A bug: an unexpected error. */
export const EXIT_BUG = 1;
/** Usage error, found by the command line parser. */
export const EXIT_USAGE = 2;
/** Some datasets failed, the rest are in. */
export const EXIT_PARTIAL = 7;

/** The exit code of an error; `bug` for one that is not ours. */
export function exitCodeOf(code: ErrorCode | 'bug'): number {
  return code === 'bug' ? EXIT_BUG : EXIT_CODES[code];
}
