import { existsSync, statfsSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Every test there is, the campaigns too: what the other configurations take a part of. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/build/fresh-build.ts'],
    setupFiles: ['test/support/network/no-network.ts', 'test/support/build/turn-between-tests.ts'],
    // A test gives up the rights of root for a while, which a thread of a process cannot do alone.
    pool: 'forks',
    // Two files at once on two cores, of which one would else wait for the commands and services it has started.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    minWorkers: 1,
    // Settings of the tests' own: what `config/` holds is the municipality's.
    env: { TMPDIR: folderForDatabases(), CONFIG_DIR: fileURLToPath(new URL('fixtures/settings', import.meta.url)) },
    // The stand-in and the command line are real processes: give them time on a busy machine.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});

/** In memory where there is room, so that hundreds of databases do not wait for a disk to have written what is thrown away. */
function folderForDatabases(): string {
  const memory = '/dev/shm';
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > 2 ** 31 ? memory : tmpdir();
}
