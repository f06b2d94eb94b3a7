import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { isProcessAlive } from '../../src/platform/process-alive.ts';

describe('a process', () => {
  test('that runs is alive', () => {
    expect(isProcessAlive(process.pid)).toBe(true);
  });

  test('that belongs to another user is alive', () => {
    expect(isProcessAlive(1)).toBe(true);
  });

  test('that has ended is not', () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    expect(isProcessAlive(pid)).toBe(false);
  });
});
