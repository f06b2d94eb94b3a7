import type { Output } from './print.ts';

/** What a command is given besides its words. */
export interface CommandContext {
  readonly output: Output;
  /** Sets the exit code the command ends with; 0 when it is never called. */
  readonly finish: (exitCode: number) => void;
}
