import type { UsageWords } from './usage.ts';

/** Plain English, mostly the parser's own. */
export const usageEn: UsageWords = {
  problem: (_code, _named, line) => `error: ${line}`,
  meant: (names) => `(Did you mean ${names}?)`,
  // It stands in the sentence already.
  own: () => '',
  help: 'Add --help to see what is allowed.',
};
