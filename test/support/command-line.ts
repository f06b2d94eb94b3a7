import { vi } from 'vitest';
import { runCommandLine } from '../../src/cli/command-line.ts';
import type { CliResult } from './cli.ts';

/**
 * Runs a command line in this process, which spares the start of another. Environment variables not named have their
 * defaults; what goes to standard error past the command line (progress) is not caught.
 */
export async function typeCommand(
  words: readonly string[],
  env: Readonly<Record<string, string>>,
  columns?: number,
): Promise<CliResult> {
  let stdout = '';
  let stderr = '';
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  try {
    const exitCode = await runCommandLine(words, {
      out: (text) => void (stdout += text),
      err: (text) => void (stderr += text),
      columns,
    });
    return { exitCode, stdout, stderr };
  } finally {
    vi.unstubAllEnvs();
  }
}
