import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/build/fresh-build.ts'],
    setupFiles: ['test/support/network/no-network.ts'],
    // The stand-in and the command line are real processes: give them time on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
