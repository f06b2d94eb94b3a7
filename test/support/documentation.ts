import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, SETTINGS } from './cli.ts';

const LEFT_OUT = new Set(['node_modules', 'dist', 'data', 'coverage', '.git', '.stryker-tmp']);

/** Every page of the repository, by its path in it. */
export const ALL_PAGES: readonly string[] = pagesUnder('').sort();

/** The pages in docs/, one for each kind of reader; the listings in `docs/texts/` are written by a test. */
export const DOCS = ALL_PAGES.filter((page) => /^docs\/[^/]+$/.test(page));

/** Where a reader finds commands to type. */
export const WITH_COMMANDS = [
  ...['README.md', 'CONTRIBUTING.md', ...DOCS],
  ...['config/README.md', 'jobs/README.md', 'deploy/queries/README.md'],
];

/** Is a file or folder of the repository there? A municipality may leave out files of `config/`; the tests' settings have them. */
export function isInRepository(path: string): boolean {
  const ofSettings = path.startsWith('config/') ? path.slice('config/'.length) : null;
  return existsSync(join(ROOT, path)) || (ofSettings !== null && existsSync(join(SETTINGS, ofSettings)));
}

/** The text of a page. */
export function readPage(page: string): string {
  return readFileSync(join(ROOT, page), 'utf8');
}

/** The code blocks of a language on some pages, in order. */
export function codeBlocks(pages: readonly string[], language: string): readonly string[] {
  const block = new RegExp(`^ *\`\`\`${language}\\n([^]*?)^ *\`\`\``, 'gm');
  return pages.flatMap((page) => [...readPage(page).matchAll(block)].map(([, code = '']) => code.trim()));
}

/** A page without its code blocks: what is read, and holds headings and links. */
export function proseOf(page: string): string {
  return readPage(page).replaceAll(/^ *```[^]*?^ *```$/gm, '');
}

/** What stands between backticks in the prose of a page. */
export function inlineCode(page: string): readonly string[] {
  return [...proseOf(page).matchAll(/`([^`]+)`/g)].map(([, code = '']) => code.replaceAll(/\s+/g, ' '));
}

/** The anchors of a page's headings, as GitHub makes them: small letters, hyphens for spaces, no punctuation. */
export function anchorsOf(page: string): readonly string[] {
  return [...proseOf(page).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function pagesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return LEFT_OUT.has(entry.name) ? [] : pagesUnder(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}
