import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parseEnvironmentFile, readEnvironmentFile } from '../../src/settings/environment-file.ts';
import { temporaryFolder } from '../support/cli.ts';

const valuesOf = (text: string) => parseEnvironmentFile('environment', text);

describe('a file of variables', () => {
  // systemd.exec(5), EnvironmentFile=.
  test.each([
    ['a bare value', 'LOG_LEVEL=debug', 'debug'],
    ['spaces around the value', 'LOG_LEVEL=  debug  ', 'debug'],
    ['spaces around the name', '  LOG_LEVEL =debug', 'debug'],
    ['double quotes', 'LOG_LEVEL="de bug "', 'de bug '],
    ['single quotes', "LOG_LEVEL='de \\bug'", 'de \\bug'],
    ['an escaped quote', 'LOG_LEVEL="a\\"b"', 'a"b'],
    ['a # within', 'LOG_LEVEL=a#b', 'a#b'],
    ['a second =', 'LOG_LEVEL=a=b', 'a=b'],
    ['a line that goes on', 'LOG_LEVEL=de\\\nbug', 'debug'],
    ['nothing', 'LOG_LEVEL=', ''],
    ['the last of two', 'LOG_LEVEL=warn\nLOG_LEVEL=debug', 'debug'],
    ['the ends of lines of Windows', 'LOG_LEVEL=debug\r\n', 'debug'],
  ])('is read as systemd reads it: %s', (_, text, value) => {
    expect(valuesOf(text)).toEqual({ values: { LOG_LEVEL: value }, problems: [] });
  });

  test('may have comments and empty lines', () => {
    expect(valuesOf('# of the county\n\n; SMTP_URL=x\n  # more\n')).toEqual({ values: {}, problems: [] });
  });

  test('names what it cannot use by line, with the nearest known name', () => {
    const { values, problems } = valuesOf('LOG_LEVEL=warn\n\nSMPT_URL=smtp://kari:hemmelig@mail\n');
    expect(values).toEqual({ LOG_LEVEL: 'warn' });
    expect(problems).toEqual([expect.stringMatching(/^environment:3 SMPT_URL is no variable .+'SMTP_URL'\?/)]);
  });

  test.each([
    ['a line without =', 'smtp://kari:hemmelig@mail'],
    ['a name that is none', 'smtp://kari:hemmelig@mail?x=1'],
    ['a quote that is not closed', 'SMTP_URL="smtp://kari:hemmelig@mail'],
    ['an unknown name', 'SMPT_URL=smtp://kari:hemmelig@mail'],
  ])('never shows a value: %s', (_, text) => {
    const { problems } = valuesOf(text);
    expect(problems).toHaveLength(1);
    expect(problems.join()).not.toContain('hemmelig');
  });

  test.each([
    ['as a shell has it', 'export LOG_LEVEL=debug', 'environment:1 begins with export, as in a shell'],
    ['a comment behind a value', 'LOG_LEVEL=debug # mine', 'environment:1 LOG_LEVEL has a # behind its value'],
  ])('is not read otherwise than it was meant: %s', (_, text, problem) => {
    expect(valuesOf(text)).toEqual({ values: {}, problems: [expect.stringContaining(problem)] });
    expect(valuesOf('LOG_LEVEL="debug # mine"').values).toEqual({ LOG_LEVEL: 'debug # mine' });
  });

  test('cannot name another folder, nor what holds for the whole process', () => {
    expect(valuesOf('CONFIG_DIR=elsewhere\nHTTPS_PROXY=http://proxy:8080').problems).toEqual([
      expect.stringContaining('CONFIG_DIR cannot be set here'),
      expect.stringContaining('HTTPS_PROXY holds for a whole process'),
    ]);
  });

  test('need not be there', () => {
    expect(readEnvironmentFile('/nowhere/environment')).toEqual({ values: {}, problems: [] });
  });

  test.each([
    [Buffer.from('# c\nDATABASE_FILE=b\u00f8.sqlite', 'latin1'), 2],
    [Buffer.from('\ufeffLOG_LEVEL=debug', 'utf16le'), 1],
  ])('is refused in another encoding than UTF-8: %j', (bytes, line) => {
    const { path, remove } = temporaryFolder();
    onTestFinished(remove);
    const file = join(path, 'environment');
    writeFileSync(file, bytes);
    expect(readEnvironmentFile(file)).toEqual({
      values: {},
      problems: [expect.stringMatching(`:${line} is not in UTF-8`)],
    });
  });

  test('that cannot be read is a problem', () => {
    const { path, remove } = temporaryFolder();
    onTestFinished(remove);
    const file = join(path, 'environment');
    mkdirSync(file);
    expect(readEnvironmentFile(file).problems).toEqual([expect.stringContaining('cannot be read (EISDIR)')]);
  });
});
