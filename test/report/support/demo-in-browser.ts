/// <reference lib="dom" />
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { openBrowser } from '../../support/browser.ts';
import { ROOT, temporaryFolder } from '../../support/cli.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface Opened {
  readonly page: Page;
  /** What the console said, and every address asked for besides the page itself. */
  readonly complaints: string[];
}

export interface OpenOptions {
  readonly width?: number;
  readonly scheme?: 'light' | 'dark';
  /** The page that the demo makes, when left out. */
  readonly url?: string;
}

/** The page that the demo makes, made once for the tests of a `describe`, and a browser to open it in. */
export function demoInBrowser(): {
  readonly folder: string;
  readonly file: string;
  /** Opens a page for the test that asks. */
  readonly open: (options?: OpenOptions) => Promise<Opened>;
} {
  const folder = temporaryFolder();
  const file = join(folder.path, 'data', 'demo.html');
  let browser: Browser;

  beforeAll(async () => {
    const demo = join(ROOT, 'dist/test/statbank/demo.js');
    const said = execFileSync(process.execPath, [demo], { cwd: folder.path, encoding: 'utf8', stdio: 'pipe' });
    expect(said).toContain('The page for staff is data/demo.html');
    browser = await openBrowser();
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    folder.remove();
  });

  async function open(options: OpenOptions = {}): Promise<Opened> {
    const { width = 1280, scheme = 'light', url = pathToFileURL(file).href } = options;
    const viewport = { width, height: 900 };
    const page = await browser.newPage({ viewport, colorScheme: scheme, reducedMotion: 'reduce' });
    onTestFinished(() => page.close());
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (request.url() !== url && !request.url().startsWith('data:')) complaints.push(`asked for ${request.url()}`);
    });
    await page.goto(url);
    return { page, complaints };
  }
  return { folder: folder.path, file, open };
}

/** Folds out everything that a page has folded away. */
export function openAll(page: Page): Promise<void> {
  return page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
}

/** What axe finds, as one line each: rule, and where. */
export async function findFaults(page: Page): Promise<readonly string[]> {
  // Run by the debugger, which the policy of the page does not bind.
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<AxeResult> } };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  });
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: readonly string[] }[];
  }[];
}
