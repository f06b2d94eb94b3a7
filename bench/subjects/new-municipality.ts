import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findProjectRoot } from '../../src/platform/project-root.ts';
import { startStatbank } from '../../test/statbank/server.ts';

// `node new-municipality.js FOLDER`: the commands of docs/another-municipality.md, each a process of its own, at the stand-in
// without a quota. Prints how many seconds each took, and all of them.
const [folder = ''] = process.argv.slice(2);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
const plan = join(folder, 'plan');
const commands = {
  init: ['init', plan, '--municipality', '3303', '--peers', '3103,3105'],
  'config check': ['config', 'check', '--config', plan],
  ingest: ['ingest', '--config', plan],
  status: ['status', '--config', plan],
};
const statbank = await startStatbank({ rateLimit: 'off', announcedCalls: 6000 });
const env = {
  ...process.env,
  ...{ SSB_API_URL: statbank.url, KLASS_API_URL: statbank.klassUrl, LOG_LEVEL: 'silent' },
  DATABASE_FILE: join(folder, 'naeringspuls.sqlite'),
};
const took: Record<string, number> = {};
try {
  for (const [name, words] of Object.entries(commands)) took[name] = await secondsOf(words);
} finally {
  await statbank.close();
}
const seconds = Object.values(took).reduce((sum, one) => sum + one, 0);
process.stdout.write(`${JSON.stringify({ seconds, commands: took })}\n`);

async function secondsOf(words: readonly string[]): Promise<number> {
  const started = performance.now();
  const program = join(findProjectRoot(import.meta.url), 'dist', 'program', 'main.js');
  const child = spawn(process.execPath, [program, ...words], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}`);
  return Number(((performance.now() - started) / 1000).toFixed(2));
}
