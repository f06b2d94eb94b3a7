import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where a browser usually is, in the order they are tried after the one that CHROMIUM names. */
const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** It asks nobody but the page it is given. */
const WORDS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const NO_BROWSER =
  'No Chromium is installed here, so the page is not opened in a browser. ' +
  'Install one (Debian: apt-get install chromium), or name it with CHROMIUM=/path/to/chromium.';

/** The Chromium of this machine; `null` when it has none. */
export function findBrowser(): string | null {
  const named = process.env['CHROMIUM'];
  return [...(named === undefined ? [] : [named]), ...USUAL].find((path) => existsSync(path)) ?? null;
}

/** Starts the Chromium of this machine without a window. */
export function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error(NO_BROWSER);
  return chromium.launch({ executablePath, args: WORDS });
}
