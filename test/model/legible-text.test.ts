import { describe, expect, it } from 'vitest';
import { PipelineError } from '../../src/model/errors.ts';
import { legibleText } from '../../src/model/legible-text.ts';

describe('a text that quotes what others wrote', () => {
  it('stays as it is when it can be read', () => {
    const text = 'Linje 1: «Tønsberg – Næring» er ukjent.\nLinje 2: 日本語 👩‍👧 og é.';
    expect(legibleText('Linje 1: «Tønsberg – Næring» er ukjent.\nLinje 2: 日本語 og é.')).toBe(
      'Linje 1: «Tønsberg – Næring» er ukjent.\nLinje 2: 日本語 og é.',
    );
    expect(legibleText(text)).toContain('👩');
  });

  it.each([
    ['clears a terminal', '\u001b[2J', '\\u001b[2J'],
    ['overwrites the line', 'a\rb', 'a\\u000db'],
    ['ends a text in C', 'a\0b', 'a\\u0000b'],
    ['turns the direction of writing', 'a\u202eb', 'a\\u202eb'],
    ['is half a character', 'a\ud800b', 'a\\ud800b'],
    ['takes no room', 'a\u200bb', 'a\\u200bb'],
  ])('shows as a code what %s', (_, text, shown) => {
    expect(legibleText(text)).toBe(shown);
  });

  it('keeps beginning and end of a line that is too long, and says how much is left out', () => {
    const line = `The code "${'x'.repeat(30_000)}" is not known.`;
    expect(legibleText(line)).toMatch(/^The code "x+ … 28025 characters … x+" is not known\.$/);
    expect(
      legibleText(`${line}\n${line}`)
        .split('\n')
        .map(({ length }) => length),
    ).toEqual([2022, 2022]);
  });

  it('is cut when its codes have made it too long', () => {
    expect(legibleText('\u001b'.repeat(1000))).toMatch(/^(\\u001b)+ … 4000 characters … [\\u01b]+$/);
  });
});

describe('an error of the product', () => {
  it('is legible in message, hint and context, whatever they quote', () => {
    const error = new PipelineError('source-contract', 'The code "\u001b[31m" is not known.', {
      hint: 'Look «\u0007» up.',
      context: { code: '\u001b[31m', cells: 3 },
    });
    expect(error.message).toBe('The code "\\u001b[31m" is not known.');
    expect(error.hint).toBe('Look «\\u0007» up.');
    expect(error.context).toEqual({ code: '\\u001b[31m', cells: 3 });
  });
});
