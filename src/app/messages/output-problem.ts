import type { OutputProblem } from '../../model/trouble.ts';
import { describeFailure } from '../intake/dataset-result.ts';

const CODES: readonly (readonly [pattern: RegExp, why: OutputProblem])[] = [
  [/^(ENOSPC|EDQUOT|SQLITE_FULL)/, 'full'],
  // A share of Windows refuses so to replace a file that somebody has open.
  [/^(EACCES|EPERM|EROFS|EBUSY|ETXTBSY|SQLITE_(READONLY|CANTOPEN|PERM))/, 'closed'],
  [/^(ENOENT|ENOTDIR|ENODEV|ENXIO|EIO|ESTALE|EHOSTDOWN|EHOSTUNREACH|ENOTCONN|ETIMEDOUT)/, 'away'],
];

/** Why a file could not be written, by the code of the system in the error or in what caused it; and what the log says. */
export function outputProblem(error: unknown): { readonly why: OutputProblem; readonly said: string } {
  return { why: whyOf(error), said: describeFailure(error).sentence };
}

function whyOf(error: unknown): OutputProblem {
  if (!(error instanceof Error)) return 'other';
  const code = 'code' in error ? String(error.code) : '';
  const known = CODES.find(([pattern]) => pattern.test(code))?.[1];
  return known ?? whyOf(error.cause);
}
