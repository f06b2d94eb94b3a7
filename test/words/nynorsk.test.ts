import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/cli.ts';
import { bokmalIn } from './bokmal.ts';
import { listing } from './listing/listing.ts';

const FOLDER = join(ROOT, 'src/words');
const topics = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('-nb.ts'))
  .sort();
const inNynorsk = (path: string) => path.replace('-nb.ts', '-nn.ts');

/** What is said in a file of texts: its strings and templates, without what is filled in. */
function saidIn(path: string): string {
  const code = readFileSync(join(FOLDER, path), 'utf8').replace(/\/\*\*[^]*?\*\/|\/\/.*|^import .*|^\} from .*/gm, '');
  return [...code.matchAll(/'([^'\n]*)'|`([^`]*)`/g)].map(([whole]) => withoutCode(whole)).join('\n');
}

/** Within what is filled in only the strings are said. */
function withoutCode(text: string): string {
  return text.replaceAll(/\$\{([^}]*)\}/g, (_, code: string) => (code.match(/'[^']*'|`[^`]*/g) ?? []).join(' '));
}

describe('nynorsk', () => {
  it('has a file for each in bokmål', () => {
    expect(topics.length).toBeGreaterThan(10);
    expect(topics.filter((path) => !existsSync(join(FOLDER, inNynorsk(path))))).toEqual([]);
  });

  it.each(topics)('has no word of bokmål in the file beside %s', (path) => {
    expect(bokmalIn(saidIn(inNynorsk(path)))).toEqual([]);
  });

  it('has no word of bokmål in what is listed', () => {
    const said = listing('nn')
      .split('\n')
      .filter((line) => line.startsWith('- '));
    expect(said.filter((line) => bokmalIn(line).length > 0)).toEqual([]);
  });
});

describe('the words of bokmål that are looked for', () => {
  // So that the looking is seen to find something.
  it.each(topics)('stand in %s, several of them', (path) => {
    expect(bokmalIn(saidIn(path)).length).toBeGreaterThan(4);
  });

  it('are whole words, in whatever letters', () => {
    expect(bokmalIn('Ikke alle kilder fra 2025 finnes.')).toEqual(['ikke', 'kilder', 'fra', 'finnes']);
    expect(bokmalIn('Ikkje alle kjelder frå 2025 finst, og fråver er eit anna ord.')).toEqual([]);
  });
});
