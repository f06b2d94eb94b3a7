import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parseYaml, readYaml } from '../../src/settings/read-yaml.ts';
import { temporaryFolder } from '../support/cli.ts';

const TEXT = `name: Bergen
codes:
  - { code: 0301, from: 2020 }
  - code: '1201'
`;

describe('a YAML text', () => {
  const yaml = parseYaml('places.yaml', TEXT);

  test('gives its value', () => {
    expect(yaml.value).toEqual({ name: 'Bergen', codes: [{ code: 301, from: 2020 }, { code: '1201' }] });
  });

  test.each([
    [['name'], { line: 1, column: 7 }],
    [['codes', 0, 'code'], { line: 3, column: 13 }],
    [['codes', 1], { line: 4, column: 5 }],
    [['codes', 1, 'code'], { line: 4, column: 11 }],
  ])('gives the place of %j', (path, position) => {
    expect(yaml.locate(path)).toEqual(position);
  });

  test('gives the place of a key', () => {
    expect(yaml.locate(['codes'], true)).toEqual({ line: 2, column: 1 });
    expect(yaml.locate(['codes', 0, 'from'], true)).toEqual({ line: 3, column: 19 });
  });

  test('gives the place around a value that is not there', () => {
    expect(yaml.locate(['codes', 1, 'from'])).toEqual({ line: 4, column: 5 });
    expect(yaml.locate(['nothing'])).toEqual({ line: 1, column: 1 });
  });

  test('gives a number as it was typed', () => {
    expect(yaml.typed(['codes', 0, 'code'])).toBe('0301');
    expect(yaml.typed(['codes'])).toBeUndefined();
  });
});

describe('a broken YAML text', () => {
  test('has no value and one problem for what is broken', () => {
    const yaml = parseYaml('broken.yaml', 'a: [1\nb: [2\n');
    expect(yaml.value).toBeUndefined();
    expect(yaml.problems).toHaveLength(1);
    expect(yaml.problems[0]).toMatchObject({ file: 'broken.yaml', line: 2 });
  });

  test('has a problem for every key written twice', () => {
    const { problems } = parseYaml('twice.yaml', 'a: 1\nb: 1\na: 2\nb: 2\n');
    expect(problems.map(({ line }) => line)).toEqual([3, 4]);
  });

  test.each(['- ', '[', '{a: '])('may open %j twenty thousand times', (open) => {
    const { value, problems } = parseYaml('deep.yaml', `inputs: x\nlist:\n  - ${open.repeat(20_000)}`);
    expect(value).toBeUndefined();
    expect(problems.map(({ text }) => text)).toEqual([
      'This file has too many levels of lists or groups inside one another to be read; settings have at most a handful.',
    ]);
  });

  test('may be a star without quotes', () => {
    expect(parseYaml('alias.yaml', 'a: 1\nb: [*all]\n').problems).toEqual([
      {
        file: 'alias.yaml',
        line: 2,
        column: 5,
        text: '*all is a reference in YAML, and none are used here; put quotes round it or write it out.',
      },
    ]);
  });
});

test('a file that is not there is a problem', () => {
  const text =
    'This file is missing. `naeringspuls init` writes a whole folder; the one that ships, config/, has one to copy.';
  expect(readYaml('no/such.yaml').problems).toEqual([{ file: 'no/such.yaml', line: 1, column: 1, text }]);
});

describe('a file that is not in UTF-8', () => {
  const TITLE = 'code: 1\nname: Næringsplan\nplace: Bærum\n';
  const bytesOf = (encoding: 'latin1' | 'utf16le') => Buffer.from(TITLE, encoding);

  function read(bytes: Buffer) {
    const { path, remove } = temporaryFolder();
    onTestFinished(remove);
    const file = join(path, 'plan.yaml');
    writeFileSync(file, bytes);
    return readYaml(file);
  }

  test.each([
    ['Windows-1252', bytesOf('latin1'), 'Windows-1252 (also called ANSI)', 2],
    ['UTF-16 with its mark', Buffer.concat([Buffer.from([0xff, 0xfe]), bytesOf('utf16le')]), 'UTF-16', 1],
    ['UTF-16, big end first', Buffer.concat([Buffer.from([0xff, 0xfe]), bytesOf('utf16le')]).swap16(), 'UTF-16', 1],
    ['UTF-16 without a mark', bytesOf('utf16le'), 'UTF-16', 1],
  ])('is refused and not garbled: %s', (_, bytes, encoding, line) => {
    const { value, problems, file } = read(bytes);
    expect(value).toBeUndefined();
    const text = `This file is not in UTF-8: it looks like ${encoding}. Open it where its letters look right, and save it again with the encoding UTF-8.`;
    expect(problems).toEqual([{ file, line, column: 1, text }]);
  });

  test.each([
    ['once read as UTF-8 though it was not', TITLE.replace('æ', '\uFFFD'), '\uFFFD'],
    ['once read as Windows-1252 though it was UTF-8', TITLE.replace('æ', 'Ã¦'), 'Ã¦'],
  ])('is refused when letters were lost in it: %s', (_, title, lost) => {
    const { problems, file } = read(Buffer.from(title, 'utf8'));
    const text = `A letter was lost where '${lost}' stands: this file was once opened in another encoding than its own, and saved. Write the letter again, here and wherever else one was lost.`;
    expect(problems).toEqual([{ file, line: 2, column: 1, text }]);
  });

  test('is not one that begins with the mark of UTF-8', () => {
    const { value, problems } = read(Buffer.from(`\uFEFF${TITLE}`, 'utf8'));
    expect(problems).toEqual([]);
    expect(value).toEqual({ code: 1, name: 'Næringsplan', place: 'Bærum' });
  });
});
