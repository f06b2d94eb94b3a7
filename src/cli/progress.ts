import ora from 'ora';
import type { Progress } from '../app/progress.ts';

/** A spinner on a terminal, plain lines elsewhere; always on standard error, since standard output is for results. */
export function createProgress(stream: NodeJS.WriteStream): Progress {
  // A terminal of unknown size has 0 columns: ora would clear lines for ever.
  if (!stream.isTTY || stream.columns === 0) {
    return {
      start: () => undefined,
      done: (text) => void stream.write(`${text}\n`),
      failed: (text) => void stream.write(`${text}\n`),
      waiting: (text) => {
        if (text !== null) stream.write(`${text}\n`);
      },
    };
  }
  const spinner = ora({ stream });
  let work = '';
  return {
    start: (text) => {
      work = text;
      spinner.start(text);
    },
    done: (text) => void spinner.succeed(text),
    failed: (text) => void spinner.fail(text),
    waiting: (text) => void (spinner.text = text === null ? work : `${work}. ${text}`),
  };
}
