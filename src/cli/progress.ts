import ora from 'ora';
import type { Progress } from '../app/progress.ts';
import type { Language } from '../model/language.ts';
import { terminalTextsOf } from '../words/terminal/language.ts';

/**
 * A spinner on a terminal, plain lines elsewhere, in the language of the plan; always on standard error, since standard
 * output is for results.
 */
export function createProgress(stream: NodeJS.WriteStream, language: Language): Progress {
  const words = terminalTextsOf(language).progress;
  // A terminal of unknown size has 0 columns: ora would clear lines for ever.
  if (!stream.isTTY || stream.columns === 0) {
    const line = (text: string) => void stream.write(`${text}\n`);
    return {
      start: () => undefined,
      done: (outcome) => line(words.outcome(outcome)),
      failed: (outcome) => line(words.outcome(outcome)),
      waiting: (pause) => {
        if (pause !== null) line(words.pause(pause));
      },
    };
  }
  const spinner = ora({ stream });
  let work = '';
  return {
    start: (step) => {
      work = words.step(step);
      spinner.start(work);
    },
    done: (outcome) => void spinner.succeed(words.outcome(outcome)),
    failed: (outcome) => void spinner.fail(words.outcome(outcome)),
    waiting: (pause) => void (spinner.text = pause === null ? work : `${work}. ${words.pause(pause)}`),
  };
}
