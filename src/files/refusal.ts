import { PipelineError } from '../model/errors.ts';
import type { Language } from '../model/language.ts';
import { fileTextsOf } from '../words/file/language.ts';
import type { FileTexts } from '../words/file/texts-en.ts';

/** A file with thousands of bad lines has one cause; the first of them show it. */
const MAX_LISTED = 100;

/** Makes the errors of one file, in the language of the plan. */
export interface Refuser {
  readonly texts: FileTexts;
  /** For a file that cannot be read at all: one sentence, and what to do. */
  readonly file: (sentence: string, hint: string, cause?: unknown) => PipelineError;
  /** For a file that was read and found wrong: every problem on a line of its own, in the file's order. */
  readonly content: (problems: readonly string[]) => PipelineError;
}

/** The refuser of the file of a name; its errors are all `file-refused`. */
export function createRefuser(fileName: string, language: Language): Refuser {
  const texts = fileTextsOf(language);
  return {
    texts,
    file: (sentence, hint, cause) => {
      return new PipelineError('file-refused', texts.refused(fileName, sentence), {
        hint,
        context: { file: fileName },
        cause,
      });
    },
    content: (problems) => {
      const listed = problems.slice(0, MAX_LISTED).map((problem) => `\n- ${problem}`);
      const more = problems.length > MAX_LISTED ? `\n- ${texts.andMore(problems.length - MAX_LISTED)}` : '';
      return new PipelineError(
        'file-refused',
        `${texts.refusedFor(fileName, problems.length)}${listed.join('')}${more}`,
        {
          hint: texts.remedy.importAgain,
          context: { file: fileName, problems: problems.length },
        },
      );
    },
  };
}
