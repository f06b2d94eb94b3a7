import type { CommanderError } from 'commander';
import type { Language } from '../../model/language.ts';
import { usageWordsOf } from '../../words/refusal/usage-language.ts';

/** What is wrong with a command line, in the language of the plan; `null` for what is no mistake, such as a wish for help. */
export function usageText({ code, exitCode, message }: CommanderError, language: Language): string | null {
  if (exitCode === 0 || code === 'commander.help') return null;
  const [line = '', suggestion = ''] = message.replace(/^error: /, '').split('\n');
  const named = [...line.matchAll(/'([^']*)'/g)].map(([, name = '']) => name);
  const words = usageWordsOf(language);
  const [meant = null] = [...suggestion.matchAll(/Did you mean (?:one of )?([^?]+)\?/g)].map(([, names = '']) => names);
  // What a command itself says of a value, after the parser's sentence.
  const own = /is invalid(?: for argument '[^']*')?\. (.+)$/.exec(line)?.[1] ?? null;
  const said = words.problem(code, named, line);
  const lines = [said, meant === null ? '' : words.meant(meant), own === null ? '' : words.own(own), words.help];
  return lines.filter((one) => one !== '').join('\n');
}
