import { contextOf } from './context.ts';
import { guide } from './guide.ts';
import { indicatorSection } from './indicator-section.ts';
import { html, Markup } from './markup.ts';
import { latestChanges } from './first/changes.ts';
import { header } from './first/header.ts';
import { overview } from './first/overview.ts';
import type { PageInput } from './page-input.ts';
import { styleOf } from './style.ts';
import { unmeasured } from './unmeasured.ts';

/** Marks the file as this program's, so that no other is ever written over. */
export const GENERATOR = 'Naeringspuls';

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='7' fill='%230d5c63'/%3E%3Cpath d='M4 17h6l3-8 5 15 4-10 2 3h4' fill='none' stroke='%23fff' stroke-width='2.5' stroke-linejoin='round' stroke-linecap='round'/%3E%3C/svg%3E";

/** What a caller lends a room without Node: the base64 of the SHA-256 of a text. */
export type HashText = (text: string) => string;

/**
 * The page as one file that asks for nothing else: no script, one style sheet known by its hash, pictures as SVG.
 * Everything that comes from data is text. `state` is kept in the file, for telling later whether it is current.
 */
export function renderPage(input: PageInput, state: string, hash: HashText): string {
  const context = contextOf(input);
  const { texts } = context;
  const style = styleOf(context);
  const title = texts.pageTitle(input.municipality, input.plan.title);
  const sections = input.indicators.map((indicator) => indicatorSection(context, indicator));
  const page = html`<!doctype html>
    <html lang="${input.language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policyOf(hash(style))}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="generator" content="${GENERATOR}" />
        <meta name="state" content="${state}" />
        <meta name="made-at" content="${input.madeAt}" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="${ICON}" />
        ${new Markup(`<style>${style}</style>`)}
      </head>
      <body>
        <a class="skip" href="#content">${texts.skip}</a>
        ${header(context)}
        <main id="content" tabindex="-1">
          ${overview(context)} ${latestChanges(context)} ${sections} ${unmeasured(context)} ${guide(context)}
        </main>
        <footer class="quiet">Næringspuls ${input.version}</footer>
      </body>
    </html> `;
  return `${page.text.trim()}\n`;
}

/** The policy that stands in the file, and that whoever serves it sends along. */
function policyOf(styleHash: string): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
