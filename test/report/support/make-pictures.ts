import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { composeMessage } from '../../../src/alert/compose-message.ts';
import { messageHtml } from '../../../src/alert/render/message-html.ts';
import { buildFacts, buildHead } from '../../alert/support/facts.ts';
import { openBrowser } from '../../support/browser.ts';

// `npm run pictures`: the pictures of `docs/pictures` and `deploy/pictures`, of the page that `npm run demo` has made.

const FOLDER = join('docs', 'pictures');
/** A sheet of A4 at 96 dots an inch, less its margins. */
const SHEET = { width: 688, height: 1009 };

interface Look {
  readonly width: number;
  readonly height: number;
  readonly scheme?: 'light' | 'dark';
  readonly media?: 'screen' | 'print';
}

async function openPage(
  browser: Browser,
  url: string,
  { width, height, scheme = 'light', media }: Look,
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme, reducedMotion: 'reduce' });
  await page.goto(url);
  if (media !== undefined) await page.emulateMedia({ media });
  return page;
}

/** The first screen, or one element of the page. */
async function picture(browser: Browser, name: string, look: Look, element?: string): Promise<void> {
  const page = await openPage(browser, pathToFileURL(join('data', 'demo.html')).href, look);
  const taken = element === undefined ? page : page.locator(element);
  writeFileSync(join(FOLDER, `${name}.png`), await taken.screenshot());
  await page.close();
}

/** An e-mail about made-up changes: one that is bad news, one that cannot be judged. */
function exampleMail(): string {
  const words = { ...buildFacts().words, byMargin: false };
  const facts = [
    buildFacts({
      title: 'Vekst i antall arbeidsplasser',
      words: {
        ...words,
        sentence:
          'Fra 2024 til 2025 vokste Eksempelby med 1,2\u00A0prosent og «Konkurrerende næringslivsregioner» samlet med 1,5\u00A0prosent (foreslått sammenlikningsgruppe). Eksempelby vokste 0,3\u00A0prosentpoeng mindre, og 2 av de 8 regionene vokste saktere. Ambisjonen er ikke oppfylt.',
        ambition: 'Større vekst i antall arbeidsplasser (prosent) enn i de konkurrerende næringslivsregionene',
        meaning: 'Veksten fra året før i tallet på sysselsatte etter arbeidssted (4. kvartal).',
      },
    }),
    buildFacts({
      ...{ indicator: 'employment-rate', title: 'Sysselsettingsandel', from: 'on-track', to: 'insufficient' },
      words: {
        ...words,
        to: 'Kan ikke vurderes',
        sentence:
          'SSB har publisert 2025, men uten tall for Eksempelby. Sist vurdert: Oppfylt i 2024 (1,2\u00A0prosentpoeng over gjennomsnittet).',
        cause: '2025 er publisert',
        flags: [],
        ambition: 'Årlig forbedring',
        meaning: 'Andelen sysselsatte blant innbyggere 15–74 år (4. kvartal), minus gjennomsnittet av de andre.',
      },
    }),
  ];
  return messageHtml(composeMessage('example', facts, buildHead({ address: 'https://puls.example/' })));
}

async function mail(browser: Browser, file: string, look: Look): Promise<void> {
  const page = await openPage(browser, 'about:blank', look);
  await page.setContent(exampleMail());
  writeFileSync(file, await page.screenshot({ fullPage: true }));
  await page.close();
}

mkdirSync(FOLDER, { recursive: true });
const browser = await openBrowser();
await picture(browser, 'first-screen', { width: 1440, height: 900 });
await picture(browser, 'dark', { width: 1440, height: 900, scheme: 'dark' });
await picture(browser, 'tablet', { width: 768, height: 1024 });
await picture(browser, 'phone', { width: 360, height: 740 });
await picture(browser, 'indicator', { width: 1024, height: 900 }, '#job-growth');
await picture(browser, 'print-indicator', { ...SHEET, media: 'print' }, '#job-growth');
await picture(browser, 'print-overview', { ...SHEET, media: 'print' });
await mail(browser, join('deploy', 'pictures', 'message.png'), { width: 680, height: 900 });
await mail(browser, join(FOLDER, 'mail-dark.png'), { width: 680, height: 900, scheme: 'dark' });
await browser.close();
