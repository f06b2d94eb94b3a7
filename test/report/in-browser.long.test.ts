/// <reference lib="dom" />
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findBrowser } from '../support/browser.ts';
import { ROOT } from '../support/cli.ts';
import { demoInBrowser, findFaults, openAll } from './support/demo-in-browser.ts';

/** For a person to look at; git takes no notice of the folder. */
const PICTURES = join(ROOT, 'data', 'pictures');
const WIDTHS = [360, 768, 1280];
const SCHEMES = ['light', 'dark'] as const;

describe.skipIf(findBrowser() === null)('the page that the demo makes, on every screen', () => {
  const { open } = demoInBrowser();

  describe.each(SCHEMES)('in the %s theme', (scheme) => {
    test.each(WIDTHS)('gives axe nothing to find, %i wide', async (width) => {
      const { page } = await open({ width, scheme });
      await openAll(page);
      const found = await findFaults(page);
      expect(found).toEqual([]);
    });

    test.each([320, ...WIDTHS])('does not scroll sideways, %i wide', async (width) => {
      const { page } = await open({ width, scheme });
      await openAll(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    });

    test.each(WIDTHS)('is pictured for a person to look at, %i wide', async (width) => {
      const { page } = await open({ width, scheme });
      mkdirSync(PICTURES, { recursive: true });
      const picture = join(PICTURES, `page-${width}-${scheme}.png`);
      writeFileSync(picture, await page.screenshot({ fullPage: true }));
      process.stdout.write(`A picture of the page: ${picture}\n`);
      expect(readFileSync(picture).length).toBeGreaterThan(10_000);
    });
  });
});
