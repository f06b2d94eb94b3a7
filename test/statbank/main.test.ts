import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { ask } from './asking.ts';

const MAIN = new URL('main.ts', import.meta.url).pathname;

function run(...options: string[]): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', MAIN, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
}

async function firstOutput(stream: NodeJS.ReadableStream | null): Promise<string> {
  const [chunk] = (await once(stream ?? process.stdin, 'data')) as [Buffer];
  return String(chunk);
}

describe('the stand-in as a process', () => {
  it('prints its address in one line, answers there, and stops on SIGTERM', async () => {
    const child = run('--port', '0');
    const url = (await firstOutput(child.stdout)).trim();
    const { status } = await ask(url, '/config');
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number | null];
    expect([/^http:\/\/127\.0\.0\.1:\d+\/api\/pxwebapi\/v2$/.test(url), status, code]).toEqual([true, 200, 0]);
  });

  it('refuses an unknown mode and names those there are', async () => {
    const child = run('--mode', 'nonsense');
    const message = await firstOutput(child.stderr);
    const [code] = (await once(child, 'exit')) as [number | null];
    expect([message.includes('There is no mode nonsense; there are normal, maintenance'), code]).toEqual([true, 2]);
  });

  it('explains its controls', async () => {
    const child = run('--help');
    const help = await firstOutput(child.stdout);
    await once(child, 'close');
    expect(help).toContain('publish-year     {"table":"07984","period":"2026"}');
  });
});
