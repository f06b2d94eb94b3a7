/// <reference lib="dom" />
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { findBrowser, openBrowser } from '../../support/browser.ts';
import { temporaryFolder } from '../../support/cli.ts';
import { render } from '../support/build-page.ts';
import { BOUNDED, CASES } from '../support/chart-cases.ts';

const WIDTHS = [320, 360, 640, 768, 1024, 1440];

describe.skipIf(findBrowser() === null)('the charts, in a browser', () => {
  const folder = temporaryFolder();
  const file = join(folder.path, 'charts.html');
  let browser: Browser;

  beforeAll(async () => {
    writeFileSync(file, render([...Object.values(CASES), BOUNDED]));
    browser = await openBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    folder.remove();
  });

  async function open(width: number, media: Parameters<Page['emulateMedia']>[0] = {}): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    onTestFinished(() => page.close());
    await page.emulateMedia(media);
    await page.goto(pathToFileURL(file).href);
    return page;
  }

  test.each(WIDTHS)('have no text that touches another or is cut off, %i wide', async (width) => {
    const page = await open(width);
    const found = await page.$$eval('svg.chart', (charts) => {
      const seen = charts.filter((chart) => chart.getBoundingClientRect().width > 0);
      const faults = seen.flatMap((chart) => {
        const frame = chart.getBoundingClientRect();
        const where = chart.closest('section')?.id ?? '';
        const texts = Array.from(chart.querySelectorAll('text')).map((one) => ({
          words: one.textContent.trim(),
          box: one.getBoundingClientRect(),
        }));
        const cut = texts.filter(
          ({ box }) =>
            box.left < frame.left - 1 ||
            box.right > frame.right + 1 ||
            box.top < frame.top - 1 ||
            box.bottom > frame.bottom + 1,
        );
        const touching = texts.flatMap(({ words, box }, index) =>
          texts
            .slice(index + 1)
            .filter(
              (other) =>
                Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left) > 1 &&
                // A box has room above and below its letters.
                Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top) > 4,
            )
            .map((other) => `${where}: ${words} / ${other.words}`),
        );
        return [...cut.map(({ words }) => `${where}: ${words} is cut off`), ...touching];
      });
      return { charts: seen.length, faults };
    });
    expect(found.charts).toBeGreaterThan(14);
    expect(found.faults).toEqual([]);
  });

  test('draw the line of a break, in full height and dashed, where it lies', async () => {
    const page = await open(1024);
    const lines = await page.$$eval('#gap svg.chart.wide line.break, #lead svg.chart.wide line.break', (breaks) =>
      breaks.map((one) => ({
        height: one.getBoundingClientRect().height,
        dash: one.getAttribute('stroke-dasharray'),
        colour: getComputedStyle(one).stroke,
      })),
    );
    expect(lines).toHaveLength(2);
    for (const { height, dash, colour } of lines) {
      expect(height).toBeGreaterThan(150);
      expect(dash).not.toBeNull();
      expect(colour).not.toBe('none');
    }
  });

  /** What a sign looks like without colour: its picture in forced colours, dark or light. */
  async function picturesOfSigns(page: Page, signs: readonly string[]): Promise<readonly string[]> {
    const pictures: string[] = [];
    for (const sign of signs) {
      const picture = await page.locator(`.key svg.${sign}:visible`).first().screenshot();
      pictures.push(picture.toString('base64'));
    }
    return pictures;
  }

  test.each(['light', 'dark'] as const)('tell every sign from another in forced colours, %s', async (colorScheme) => {
    const page = await open(1024, { forcedColors: 'active', colorScheme });
    const points = ['met', 'not-met', 'silent', 'provisional', 'bounded', 'annotation'];
    const lines = ['own', 'peers', 'limit', 'outer', 'base', 'path'];
    const areas = ['margin', 'ordinary', 'bar', 'column-met', 'column-not-met'];
    const signs = [...points, ...lines, ...areas];
    const pictures = await picturesOfSigns(page, signs);
    expect(new Set(pictures).size).toBe(signs.length);
    const colours = await page.$eval('#level svg.chart.wide', (chart) => {
      const paint = (name: string) => {
        const mark = chart.querySelector(name);
        return mark === null ? null : { fill: getComputedStyle(mark).fill, stroke: getComputedStyle(mark).stroke };
      };
      return {
        met: paint('.point.met'),
        notMet: paint('.point.not-met'),
        ground: getComputedStyle(document.body).backgroundColor,
      };
    });
    expect(colours.met?.fill).not.toBe(colours.notMet?.fill);
    expect(colours.met?.fill).not.toBe(colours.ground);
    expect(colours.notMet?.stroke).not.toBe(colours.ground);
  });

  test('have the same marks in the key as in the picture', async () => {
    const page = await open(1024);
    const shapes = await page.$eval('#level figure', (figure) =>
      ['met', 'not-met', 'silent'].map((name) => {
        const [inKey, drawn] = [`.key .point.${name}`, `svg.chart.wide .point.${name}`].map((path) =>
          figure.querySelector(path),
        );
        return [inKey?.tagName, drawn?.tagName, inKey?.getAttribute('fill') === drawn?.getAttribute('fill')];
      }),
    );
    expect(shapes).toEqual([
      ['circle', 'circle', true],
      ['path', 'path', true],
      ['path', 'path', true],
    ]);
  });

  test('have folds that are told apart by name on the whole page', async () => {
    const page = await open(1024);
    const names = await page.$$eval('figure summary', (folds) => folds.map((one) => one.textContent.trim()));
    expect(names.length).toBeGreaterThan(14);
    expect(new Set(names).size).toBe(names.length);
  });

  test('are printed with texts of at least 7 points', async () => {
    // A page of A4 less its margins is 180 mm wide.
    const page = await open(680, { media: 'print' });
    const sizes = await page.$$eval('svg.chart:visible', (charts) =>
      charts.flatMap((chart) => {
        const [, , wide = 1, high = 1] = (chart.getAttribute('viewBox') ?? '').split(' ').map(Number);
        const { width, height } = chart.getBoundingClientRect();
        const scale = Math.min(width / wide, height / high);
        return Array.from(chart.querySelectorAll('text')).map(
          (one) => Number(one.getAttribute('font-size')) * scale * 0.75,
        );
      }),
    );
    expect(sizes.length).toBeGreaterThan(100);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(7);
  });
});
