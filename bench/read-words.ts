import { parseArgs, type ParseArgsConfig } from 'node:util';

/** The options and words after a command of this folder; for what it does not know, a sentence, `usage`, and exit code 2. */
export function readWords<Config extends ParseArgsConfig>(usage: string, config: Config) {
  try {
    return parseArgs(config);
  } catch (error) {
    console.error(`${(error as Error).message}\nWrite: ${usage}`);
    process.exit(2);
  }
}
