import { vi } from 'vitest';
import type { AlertLine, AlertList } from '../../src/app/messages/alerts-command.ts';
import type { StatusDocument, StatusLine } from '../../src/app/show/read-status.ts';
import { systemClock } from '../../src/platform/clock.ts';
import type { CliResult } from './cli.ts';
import { typeCommand } from './command-line.ts';
import type { World } from './world.ts';

type Environment = Readonly<Record<string, string>>;

/** Runs a command line on the world's database, settings, sources and clock; `env` goes before what the world has. */
export async function typeIn(world: World, words: readonly string[], env: Environment = {}): Promise<CliResult> {
  const { clock } = world;
  const spies = [
    vi.spyOn(systemClock, 'now').mockImplementation(() => clock.now()),
    vi.spyOn(systemClock, 'sleep').mockImplementation((ms, signal) => clock.sleep(ms, signal)),
  ];
  try {
    return await typeCommand(words, { ...world.env, ...env });
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** What `status --json` says of an indicator. */
export async function statusOf(world: World, id: string, env: Environment = {}): Promise<StatusLine> {
  const { indicators } = await readJson<StatusDocument>(world, ['status', '--json'], env);
  const line = indicators.find((indicator) => indicator.id === id);
  if (line === undefined) throw new Error(`${id} is not in the plan`);
  return line;
}

/** What people are told of a subject, oldest first, as `alerts list --json` has it: an indicator, or what is in trouble. */
export async function toldOf(world: World, subject: string, env: Environment = {}): Promise<readonly AlertLine[]> {
  const { alerts } = await readJson<AlertList>(world, ['alerts', 'list', '--json'], env);
  return alerts.filter((alert) => alert.subject === subject).toReversed();
}

/** The document that a command prints, whose exit code must be 0. */
export async function readJson<T>(world: World, words: readonly string[], env: Environment = {}): Promise<T> {
  const { exitCode, stdout, stderr } = await typeIn(world, words, env);
  if (exitCode !== 0) throw new Error(`${words.join(' ')} ended with ${exitCode}: ${stderr}`);
  return JSON.parse(stdout) as T;
}
