/// <reference lib="dom" />
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findBrowser } from '../support/browser.ts';
import { demoInBrowser } from './support/demo-in-browser.ts';

describe.skipIf(findBrowser() === null)('the first screen and the printed sheets, in a browser', () => {
  const { file, open } = demoInBrowser();

  test('shows every indicator within one screen of 1440 × 900, the warning of made-up figures first', async () => {
    const { page } = await open({ width: 1440 });
    const bottoms = await page.$$eval('.row', (rows) => rows.map((row) => row.getBoundingClientRect().bottom));
    expect(bottoms.length).toBeGreaterThan(8);
    expect(Math.max(...bottoms)).toBeLessThanOrEqual(900);
    expect(await page.locator('header > :first-child').innerText()).toMatch(/^Oppdiktede tall/);
  });

  test('is read as a table of named rows and columns, on a telephone too', async () => {
    for (const width of [360, 1440]) {
      const { page } = await open({ width });
      const table = page.getByRole('table', { name: 'Alle indikatorene i planen' });
      const rows = table.getByRole('row').filter({ has: page.getByRole('rowheader') });
      expect(await rows.count(), String(width)).toBe(await page.locator('.row').count());
      expect(await table.getByRole('columnheader', { name: 'Status', exact: true }).count()).toBe(1);
      expect(await rows.first().getByRole('cell').count()).toBe(5);
    }
  });

  test('has one heading of the first level, and none that skips a level', async () => {
    const { page } = await open();
    const levels = await page.$$eval('h1, h2, h3, h4', (all) => all.map((one) => Number(one.tagName.slice(1))));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  });

  test('has links that lead somewhere, each kind by a name of its own', async () => {
    const { page } = await open();
    const links = await page.$$eval('.chip, .item-title', (all) =>
      all.map((one) => ({
        name: one.textContent.trim().replaceAll(/\s+/g, ' '),
        leads: document.querySelector(one.getAttribute('href') ?? '#none') !== null,
      })),
    );
    expect(links.filter(({ leads }) => !leads)).toEqual([]);
    expect(new Set(links.map(({ name }) => name)).size).toBe(links.length);
  });

  test('offers the figures of each indicator by a name that says whose, and the file is there', async () => {
    const { page } = await open();
    const links = await page.$$eval('a[download], a[href$=".xml"]', (all) =>
      all.map((one) => ({ name: one.textContent.trim(), file: one.getAttribute('href') ?? '' })),
    );
    expect(links.length).toBe((await page.locator('section.indicator').count()) + 2);
    expect(new Set(links.map(({ name }) => name)).size).toBe(links.length);
    expect(links.filter((one) => !existsSync(join(dirname(file), one.file)))).toEqual([]);
  });

  test.each([360, 1440])('is read in the order it is seen in, %i wide', async (width) => {
    const { page } = await open({ width });
    const backwards = await page.evaluate(() => {
      const seen = (one: Element) => one.getBoundingClientRect();
      const after = (one: DOMRect, other: DOMRect) => one.top >= other.bottom - 1 || one.left >= other.left - 1;
      const inOrder = (all: readonly Element[]) =>
        all.flatMap((one, index) => {
          const before = all[index - 1];
          if (before === undefined || seen(one).height === 0 || seen(before).height === 0) return [];
          return after(seen(one), seen(before)) ? [] : [one.textContent.trim().slice(0, 40)];
        });
      const rows = Array.from(document.querySelectorAll('.row'));
      return [
        ...inOrder(Array.from(document.querySelectorAll('h1, h2, h3, .lead, .checked, .chips, .rows, figcaption'))),
        ...rows.flatMap((row) => inOrder(Array.from(row.children))),
      ];
    });
    expect(backwards).toEqual([]);
  });

  test('cuts no text off with the spacing that readers may set', async () => {
    const { page } = await open({ width: 360 });
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }',
      );
      document.adoptedStyleSheets = [sheet];
    });
    const cut = await page.$$eval('h1, h2, h3, p, a, th, td, li, .badge', (all) =>
      all.flatMap((one) => {
        const { overflowX, overflowY, clipPath } = getComputedStyle(one);
        const hides = [overflowX, overflowY].some((how) => how === 'hidden' || how === 'clip');
        const isUnseen = clipPath !== 'none' || one.closest('.unseen') !== null;
        const isCut = one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1;
        return hides && !isUnseen && isCut ? [one.textContent.trim().slice(0, 40)] : [];
      }),
    );
    expect(cut).toEqual([]);
  });

  test('does not scroll sideways at 320, nor with the spacing of text that readers may set', async () => {
    const { page } = await open({ width: 320 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    const spaced = await open({ width: 360 });
    await spaced.page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }',
      );
      document.adoptedStyleSheets = [sheet];
    });
    expect(await spaced.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  test('tells verdicts apart in forced colours by a border and a shape, and moves nothing for those who ask', async () => {
    const { page } = await open({ width: 1440 });
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    const chips = await page.$$eval('.chip', (all) =>
      all.map((one) => [getComputedStyle(one).borderTopStyle, one.querySelector('svg')?.innerHTML ?? '']),
    );
    expect(chips.every(([border]) => border === 'solid')).toBe(true);
    expect(new Set(chips.map(([, shape]) => shape)).size).toBe(chips.length);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto');
  });

  test('is printed with the overview on one sheet and each indicator on one, and says which sheet of how many', async () => {
    const { page } = await open({ width: 1440, scheme: 'dark' });
    const indicators = await page.locator('section.indicator').count();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sheets = pdf.match(/\/Type\s*\/Page\b/g) ?? [];
    // The overview, each indicator, and what is not measured with how to read the page.
    expect(sheets).toHaveLength(1 + indicators + 1);
    const foot = await page.evaluate(() => document.querySelector('style')?.textContent ?? '');
    expect(foot).toMatch(/@bottom-left \{ content: "Strategisk næringsplan, Drammen\. \d+\. \w+ \d{4}"/);
    expect(foot).toMatch(/@bottom-right \{ content: "Side " counter\(page\) " av " counter\(pages\)/);
  });

  test('overlaps nothing in the printed overview', async () => {
    const { page } = await open({ width: 700 });
    await page.emulateMedia({ media: 'print' });
    const overlaps = await page.$$eval('.row', (rows) =>
      rows.flatMap((row) => {
        const cells = Array.from(row.children).filter((cell) => cell.getBoundingClientRect().width > 0);
        return cells.flatMap((cell, index) => {
          const next = cells[index + 1];
          const content = Math.max(
            ...Array.from(cell.querySelectorAll('*')).map((one) => one.getBoundingClientRect().right),
            0,
          );
          return next !== undefined && content > next.getBoundingClientRect().left + 1 ? [row.id] : [];
        });
      }),
    );
    expect(overlaps).toEqual([]);
  });
});
