import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The settings that the program is tested on: a whole plan of Drammen's, of which the stand-in has figures. They are the
 * tests' own, so that `config/` can be whatever a municipality makes of it.
 */
export const SETTINGS = join(ROOT, 'test/fixtures/settings');

export interface CliResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliProcess {
  readonly ended: Promise<CliResult>;
  /** Ends it as a power cut would: at once, without a chance to tidy up. */
  kill(): void;
}

/** Runs the built command line as a user would, in a process of its own. */
export function runCli(words: readonly string[], env: Readonly<Record<string, string>>): Promise<CliResult> {
  return startCli(words, env).ended;
}

/** As `runCli`, for a test that meddles while the command runs. */
export function startCli(words: readonly string[], env: Readonly<Record<string, string>>): CliProcess {
  const child = spawn(process.execPath, [join(ROOT, 'dist', 'program', 'main.js'), ...words], {
    cwd: ROOT,
    // Wide, for a test that looks for a sentence and not for where it is broken.
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], COLUMNS: '1000', CONFIG_DIR: SETTINGS, ...env },
  });
  const ended = new Promise<CliResult>((resolve, reject) => {
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString('utf8')));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
    child.on('error', reject);
    child.on('close', (code) => resolve({ exitCode: code ?? -1, stdout, stderr }));
  });
  return { ended, kill: () => void child.kill('SIGKILL') };
}

/** A folder of its own, removed by `remove`. */
export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'naeringspuls-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
