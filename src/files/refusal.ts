import { PipelineError } from '../model/errors.ts';

/** A file with thousands of bad lines has one cause; the first of them show it. */
const MAX_LISTED = 100;

export const IMPORT_AGAIN = 'Correct the file and import it again; the figures already stored are untouched.';

/** The error for a file that cannot be read at all: one sentence, and what to do. */
export function refusedFile(fileName: string, sentence: string, hint: string, cause?: unknown): PipelineError {
  const message = `The file «${fileName}» is refused: ${sentence}`;
  return new PipelineError('file-refused', message, { hint, context: { file: fileName }, cause });
}

/** The error for a file that was read and found wrong: every problem on a line of its own, in the file's order. */
export function refusedContent(fileName: string, problems: readonly string[]): PipelineError {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  const listed = problems.slice(0, MAX_LISTED).map((problem) => `\n- ${problem}`);
  const more = problems.length > MAX_LISTED ? `\n- and ${problems.length - MAX_LISTED} more of the same file.` : '';
  return new PipelineError(
    'file-refused',
    `The file «${fileName}» is refused for ${count}, and nothing of it was taken in:${listed.join('')}${more}`,
    { hint: IMPORT_AGAIN, context: { file: fileName, problems: problems.length } },
  );
}
