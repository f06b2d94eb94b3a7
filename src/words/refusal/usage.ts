/** What is said of a command line that is not understood. */
export interface UsageWords {
  /** By the parser's code, with the names it quotes, in its order; `line` is its own sentence. */
  readonly problem: (code: string, named: readonly string[], line: string) => string;
  readonly meant: (names: string) => string;
  /** What is said of a value that is not allowed, beside that. */
  readonly own: (sentence: string) => string;
  readonly help: string;
}
