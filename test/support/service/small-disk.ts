import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** To mount a disk takes root; for others a test of one is left out. */
export const MAY_MOUNT = process.getuid?.() === 0;

/** A file system of its own, gone when the test is over. */
export interface SmallDisk {
  readonly path: string;
  /** Leaves no room. */
  fill(): void;
  /** Makes room. */
  enlarge(): void;
  /** Lets nobody write, not root either. */
  close(): void;
}

/** A disk of so many bytes, in memory. */
export function mountSmallDisk(path: string, bytes: number): SmallDisk {
  mkdirSync(path);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', path]);
  onTestFinished(() => void execFileSync('umount', ['-l', path]));
  const remount = (option: string) => void execFileSync('mount', ['-o', `remount,${option}`, path]);
  return {
    path,
    fill: () => {
      try {
        for (let part = 0; ; part++) writeFileSync(join(path, `filling-${part}`), Buffer.alloc(4096));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
    },
    enlarge: () => remount('size=256m'),
    close: () => remount('ro'),
  };
}
