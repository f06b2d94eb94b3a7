import type { ErrorCode } from '../../model/errors.ts';
import { describeFailure } from '../intake/dataset-result.ts';
import { type LogStream, openLogger } from '../open-app.ts';

/** Logs why the service could not start, or ended by itself, in a line like its others; gives the code of the error. */
export function explainEnd(error: unknown, logTo: LogStream): ErrorCode | 'bug' {
  const { code, sentence } = describeFailure(error);
  openLogger('info', logTo).error({ event: 'daemon-failed', code, err: error }, sentence);
  return code;
}
