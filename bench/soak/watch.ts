import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Sample } from './judge.ts';

const ANSWER_WITHIN_MS = 5000;
const COLLECTED_WITHIN_MS = 500;

/**
 * Looks at a running service from outside, and asks it for its own figures. Has it collect its garbage first: how much of
 * that lies about depends on when V8 last thought it worth while, and tells nothing of what the service keeps. Linux only.
 */
export async function takeSample(pid: number, metricsUrl: string): Promise<Omit<Sample, 'seconds'>> {
  process.kill(pid, 'SIGUSR2');
  await pause(COLLECTED_WITHIN_MS);
  const rssKib = Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  const openFiles = readdirSync(`/proc/${pid}/fd`).length;
  return { rssMib: rounded(rssKib / 1024), openFiles, heapMib: await askHeap(metricsUrl) };
}

async function askHeap(metricsUrl: string): Promise<number | null> {
  try {
    const reply = await fetch(metricsUrl, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    const bytes = /^nodejs_heap_size_used_bytes (\d+)/m.exec(await reply.text())?.[1];
    return bytes === undefined ? null : rounded(Number(bytes) / 2 ** 20);
  } catch {
    return null;
  }
}

function rounded(figure: number): number {
  return Math.round(figure * 10) / 10;
}
