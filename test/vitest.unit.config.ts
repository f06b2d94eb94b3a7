import { defineConfig } from 'vitest/config';
import everything from './vitest.config.ts';

/** The rooms without input or output: their tests need no build, no stand-in and no process of their own. */
export default defineConfig({
  test: {
    ...everything.test,
    include: [
      'model',
      'words',
      'places',
      'contract',
      'normalise',
      'compute',
      'status',
      'schedule',
      'health',
      'report',
    ].map((room) => `test/${room}/**/*.test.ts`),
    // They open the page that the built program wrote.
    exclude: ['test/report/**/in-browser*.test.ts'],
    globalSetup: [],
  },
});
