import { defineConfig } from 'vitest/config';
import everything from './vitest.all.config.ts';

/** All but the campaigns. Files share a process, which is then not started, and the program not loaded, for each of them. */
export default defineConfig({
  test: { ...everything.test, exclude: ['test/**/*.long.test.ts'], isolate: false },
});
