import { defineConfig } from 'vitest/config';
import everything from './vitest.all.config.ts';

/** The campaigns: what takes minutes because it is tried many times over. `npm test` has a sample of each. */
export default defineConfig({
  test: { ...everything.test, testTimeout: 180_000, hookTimeout: 180_000, include: ['test/**/*.long.test.ts'] },
});
