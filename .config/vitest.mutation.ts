import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The tests whose subject is mutated: the pure rooms, and what finds out which figures have changed. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: [
      'test/{compute,status,normalise}/**/*.test.ts',
      'test/store/{take-in,series-digest,observation-as-of}.test.ts',
    ],
    // Properties would kill more, and take hours.
    exclude: ['**/*.property.test.ts'],
    testTimeout: 60_000,
  },
});
