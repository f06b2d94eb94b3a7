import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** A process that is timed as a whole, in turn with the others. */
export interface Contestant {
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Before each round, untimed. */
  readonly prepare?: () => void;
}

/** What one run of a contestant took; `found` is what it printed, when that is JSON. */
export interface Sample {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly rssMib: number;
  readonly found: Readonly<Record<string, unknown>>;
}

export type Samples = Readonly<Record<string, readonly Sample[]>>;

/** Runs all contestants one after the other, round after round: what disturbs the machine then disturbs them all. */
export async function interleave(
  contestants: Readonly<Record<string, Contestant>>,
  { rounds, folder, tell }: { readonly rounds: number; readonly folder: string; readonly tell: (line: string) => void },
): Promise<Samples> {
  const samples: Record<string, Sample[]> = {};
  for (let round = 1; round <= rounds; round += 1) {
    for (const [name, contestant] of Object.entries(contestants)) {
      contestant.prepare?.();
      const sample = await runOnce(contestant, folder);
      (samples[name] ??= []).push(sample);
      const { wallMs, cpuMs, rssMib } = sample;
      tell(
        `round ${round} of ${rounds}  ${name.padEnd(14)} ${inMs(wallMs)} ms, of the processor ${inMs(cpuMs)} ms, ${inMs(rssMib)} MiB`,
      );
    }
  }
  return samples;
}

async function runOnce({ command, env = {} }: Contestant, folder: string): Promise<Sample> {
  const usage = join(folder, 'usage.json');
  rmSync(usage, { force: true });
  const [program = '', ...words] = command;
  const started = performance.now();
  const child = spawn(program, words, {
    env: { ...process.env, ...env, BENCH_USAGE: usage },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString('utf8')));
  const [code] = (await once(child, 'close')) as [number | null];
  const wallMs = performance.now() - started;
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}`);
  const { cpuMs, rssMib } = JSON.parse(readFileSync(usage, 'utf8')) as Pick<Sample, 'cpuMs' | 'rssMib'>;
  return { wallMs, cpuMs, rssMib, found: printed.startsWith('{') ? (JSON.parse(printed) as Sample['found']) : {} };
}

function inMs(figure: number): string {
  return figure.toFixed(0).padStart(6);
}
