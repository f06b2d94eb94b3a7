/// <reference lib="dom" />
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startHealthServer } from '../../src/app/service/http-server.ts';
import type { StatusDocument } from '../../src/app/show/read-status.ts';
import { findBrowser, NO_BROWSER } from '../support/browser.ts';
import { typeCommand } from '../support/command-line.ts';
import { openWorld } from '../support/world.ts';
import { buildIndicator, render } from './support/build-page.ts';
import { demoInBrowser, findFaults, openAll } from './support/demo-in-browser.ts';

const hasBrowser = findBrowser() !== null;

test('there is a browser to open the page in', () => {
  if (!hasBrowser) process.stderr.write(`${NO_BROWSER}\n`);
  expect(hasBrowser || process.env['CI'] === undefined, NO_BROWSER).toBe(true);
});

describe.skipIf(!hasBrowser)('the page that the demo makes, in a browser', () => {
  const { folder, file, open } = demoInBrowser();

  async function readStatus(): Promise<StatusDocument> {
    const { stdout } = await typeCommand(['status', '--json'], {
      DATABASE_FILE: join(folder, 'data', 'demo.sqlite'),
      LOG_LEVEL: 'silent',
    });
    return JSON.parse(stdout) as StatusDocument;
  }

  test('shows every indicator with the status that `status --json` gives', async () => {
    const { indicators } = await readStatus();
    const { page } = await open();
    const shown = await page.$$eval('.row', (items) =>
      items.map((item) => ({
        id: item.querySelector('a')?.getAttribute('href')?.slice(1),
        title: item.querySelector('a')?.textContent,
        statusText: item
          .querySelector('.badge')
          ?.textContent.trim()
          .replace(/ – ikke oppfylt$/, ''),
      })),
    );
    expect(shown).toEqual(indicators.map(({ id, title, statusText }) => ({ id, title, statusText })));
  });

  test('has a section for each of them, with its sentence and a picture or the reason there is none', async () => {
    const { indicators } = await readStatus();
    const { page } = await open();
    for (const { id, sentence } of indicators) {
      const section = page.locator(`section#${id}`);
      const shown = await section.locator('.sentence').innerText();
      // The source has a place of its own in the section.
      expect(sentence.slice(shown.length)).toMatch(/^(| Kilde: .+\.)$/);
      expect(sentence.startsWith(shown)).toBe(true);
      expect(await section.locator('svg.chart:visible, .empty').count(), id).toBeGreaterThan(0);
    }
  });

  test('says nothing in the console and asks for nothing', async () => {
    const { page, complaints } = await open();
    await openAll(page);
    await page.evaluate(() => document.fonts.ready);
    expect(complaints).toEqual([]);
  });

  test('runs no script, whatever would try', async () => {
    const { page } = await open();
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.head.append(script);
      return 'ran' in window;
    });
    expect(ran).toBe(false);
  });

  test('gives axe nothing to find and does not scroll sideways on a telephone; other screens are in the long part', async () => {
    const { page } = await open({ width: 360 });
    await openAll(page);
    expect(await findFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  test('does not scroll sideways when a screen of 1280 is enlarged to 200 per cent', async () => {
    const { page } = await open({ width: 640 });
    await openAll(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(640);
  });

  test('shows one picture of the two that are drawn, the one that fits the screen', async () => {
    for (const [width, shape] of [
      [360, 'narrow'],
      [1280, 'wide'],
    ] as const) {
      const { page } = await open({ width });
      const [all, fitting] = [page.locator('svg.chart:visible'), page.locator(`svg.chart.${shape}:visible`)];
      expect(await fitting.count()).toBeGreaterThan(0);
      expect(await all.count()).toBe(await fitting.count());
    }
  });

  test('is reached whole by keyboard, and shows where the focus is', async () => {
    const { page } = await open();
    await openAll(page);
    const wanted = await page.evaluate(() => {
      const stops = Array.from(document.querySelectorAll<HTMLElement>('a[href], summary, [tabindex="0"]'));
      stops.forEach((stop, index) => (stop.dataset['stop'] = String(index)));
      return stops.map((_, index) => String(index));
    });
    const reached: string[] = [];
    const unseen: string[] = [];
    for (let presses = 0; presses < wanted.length; presses += 1) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(() => {
        const { activeElement } = document;
        if (!(activeElement instanceof HTMLElement)) return null;
        const { outlineStyle, outlineWidth } = getComputedStyle(activeElement);
        const { width, height } = activeElement.getBoundingClientRect();
        const seen = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && width * height > 0;
        return { stop: activeElement.dataset['stop'] ?? activeElement.tagName, seen };
      });
      if (focus === null) continue;
      reached.push(focus.stop);
      if (!focus.seen) unseen.push(focus.stop);
    }
    expect(reached).toEqual(wanted);
    expect(unseen).toEqual([]);
  });

  test('folds out at a key', async () => {
    const { page } = await open();
    const fold = page.locator('details').first();
    await fold.locator('summary').focus();
    await page.keyboard.press('Enter');
    expect(await fold.getAttribute('open')).toBe('');
    expect(await fold.locator('table').isVisible()).toBe(true);
  });

  test('leads from the overview to an indicator, and from a message to it', async () => {
    const { page } = await open();
    await page.locator('.row a').last().click();
    const [, id = ''] = page.url().split('#');
    const top = await page.locator(`section#${id}`).evaluate((section) => section.getBoundingClientRect().top);
    expect(Math.abs(top)).toBeLessThan(50);
  });

  test('is printed light, with the grounds of every verdict though they are folded away on the screen', async () => {
    const { page } = await open({ scheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const heights = await page.$$eval('.indicator > details table', (tables) =>
      tables.map((one) => one.getBoundingClientRect().height),
    );
    expect(heights.length).toBeGreaterThan(5);
    expect(heights.filter((height) => height === 0)).toEqual([]);
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(27, 37, 40)');
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('is the same page when the service serves it, under the policy that stands in it', async () => {
    const world = await openWorld({ database: join(folder, 'data', 'demo.sqlite') });
    await world.with(async (app) => {
      const environment = { ...app.environment, reportFile: file };
      const served = { app: { ...app, environment }, host: '127.0.0.1', port: 0, startedAt: app.clock.now() };
      const server = await startHealthServer(served);
      onTestFinished(() => server.close());
      const { page, complaints } = await open({ url: `http://127.0.0.1:${server.port}/` });
      expect(complaints).toEqual([]);
      expect(await page.locator('.row').count()).toBeGreaterThan(0);
      expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(27, 37, 40)');
    });
  });

  test('shows markup that came in with the data as the text it is', async () => {
    const hostile = '<img src="https://example.org/x" onerror="window.ran = true"><script>window.ran = true</script>';
    const indicator = buildIndicator({
      own: { '2024': 1, '2025': 2 },
      definition: { title: hostile, goal: hostile, ambition: hostile, references: [hostile] },
    });
    const hostilePage = join(folder, 'hostile.html');
    writeFileSync(hostilePage, render([indicator]));
    const { page, complaints } = await open({ url: pathToFileURL(hostilePage).href });
    expect(complaints).toEqual([]);
    expect(await page.locator('.item-title').innerText()).toBe(hostile);
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  });
});
