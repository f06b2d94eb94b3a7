import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { makeFolder } from '../../src/platform/make-folder.ts';
import { temporaryFolder } from '../support/cli.ts';

describe('a folder', () => {
  test('is made with those above it, and left as it is the second time', () => {
    const { path, remove } = temporaryFolder();
    onTestFinished(remove);
    const folder = join(path, 'a', 'b', 'c');
    makeFolder(folder);
    writeFileSync(join(folder, 'kept'), '');
    makeFolder(folder);
    expect(existsSync(join(folder, 'kept'))).toBe(true);
  });

  test('is refused where a file has its name or that of one above it', () => {
    const { path, remove } = temporaryFolder();
    onTestFinished(remove);
    const file = join(path, 'file');
    writeFileSync(file, '');
    expect(() => makeFolder(file)).toThrow(/EEXIST/);
    expect(() => makeFolder(join(file, 'below'))).toThrow(/EEXIST|ENOTDIR/);
  });

  // Node's own recursive mkdir never comes back from there.
  test.skipIf(!existsSync('/proc/self'))('is refused where the system says for ever that there is nothing', () => {
    expect(() => makeFolder('/proc/nowhere/below')).toThrow(/ENOENT/);
  });
});
