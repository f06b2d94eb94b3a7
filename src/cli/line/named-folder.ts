import { resolve } from 'node:path';
import { PipelineError } from '../../model/errors.ts';

const OPTION = '--config';

/**
 * The folder of settings that a command line names with `--config`, wherever it stands; `null` where it names none. It is
 * needed before the line is understood: refusals are in the language of its plan. Throws `usage` for two folders, and for
 * an empty name.
 */
export function folderNamedIn(words: readonly string[]): string | null {
  const named = namesIn(words);
  const [first = null] = named;
  if (named.includes('')) {
    throw new PipelineError('usage', '--config names no folder: nothing stands after it.', {
      hint: 'Write the folder of settings after it, or leave --config out.',
    });
  }
  const other = named.find((folder) => resolve(folder) !== resolve(first ?? ''));
  if (other === undefined) return first;
  throw new PipelineError('usage', `Two folders of settings are named: ${first ?? ''} and ${other}.`, {
    hint: 'Name one with --config, or several for the service with `naeringspuls daemon --configs DIR…`.',
  });
}

/** The word that names the command: the first, but for `--config` and its folder; empty for none. */
export function commandOf(words: readonly string[]): string {
  const [first = '', , ...rest] = words;
  if (first === OPTION) return commandOf(rest);
  return first.startsWith(`${OPTION}=`) ? commandOf(words.slice(1)) : first;
}

function namesIn(words: readonly string[]): readonly string[] {
  const end = words.indexOf('--');
  const read = end === -1 ? words : words.slice(0, end);
  return read.flatMap((word, index) => {
    if (word.startsWith(`${OPTION}=`)) return [word.slice(OPTION.length + 1)];
    const value = read[index + 1];
    return word === OPTION && value !== undefined ? [value] : [];
  });
}
