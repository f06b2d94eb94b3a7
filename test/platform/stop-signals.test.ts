import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ROOT } from '../support/cli.ts';

const MODULE = join(ROOT, 'dist', 'src', 'platform', 'stop-signals.js');

/** A process that is told to stop and does not. */
async function stubborn(deadlineMs: number) {
  const script = `
    import { obeyStopSignals } from ${JSON.stringify(MODULE)};
    const say = (text) => process.stdout.write(text + '\\n');
    obeyStopSignals({ onStop: (signal) => say(signal), deadlineMs: ${deadlineMs}, onDeadline: () => say('too late') });
    setInterval(() => undefined, 1000);
    say('ready');`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script]);
  onTestFinished(() => void child.kill('SIGKILL'));
  let text = '';
  const said = async (wanted: string) => {
    while (!text.includes(wanted)) await new Promise((resolve) => child.stdout.once('data', resolve));
  };
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  await said('ready');
  return { child, said, ended };
}

describe('a process that is told to stop', () => {
  test.each([
    ['SIGTERM', 'SIGTERM', 143],
    ['SIGTERM', 'SIGINT', 130],
    ['SIGINT', 'SIGTERM', 143],
  ] as const)('by %s, and by %s before it has, ends at once with %i', async (first, second, code) => {
    const { child, said, ended } = await stubborn(60_000);
    child.kill(first);
    await said(first);
    child.kill(second);
    expect(await ended).toBe(code);
  });

  test('and has not by its deadline says so and ends with 1', async () => {
    const { child, said, ended } = await stubborn(50);
    child.kill('SIGTERM');
    await said('too late');
    expect(await ended).toBe(1);
  });
});
