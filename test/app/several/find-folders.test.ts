import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findFolders } from '../../../src/app/several/find-folders.ts';
import { temporaryFolder } from '../../support/cli.ts';

/** Folders within a new one; those that end in * have a plan. */
function folderWith(...names: readonly string[]): string {
  const { path, remove } = temporaryFolder();
  onTestFinished(remove);
  for (const name of names) {
    const folder = join(path, name.replace('*', ''));
    mkdirSync(folder, { recursive: true });
    if (name.endsWith('*')) writeFileSync(join(folder, 'plan.yaml'), '');
  }
  return path;
}

test('a folder with a plan is one municipality, in the order it is named, once', () => {
  const path = folderWith('b*', 'a*');
  const [a, b] = [join(path, 'a'), join(path, 'b')];
  expect(findFolders([b, a, `${a}/`])).toEqual([b, a]);
});

test('a folder of such folders stands for all in it, also one whose plan is missing', () => {
  const path = folderWith('4034*', '4036*', '4026', '_old*', '.git');
  writeFileSync(join(path, 'README.md'), '');
  expect(findFolders([path])).toEqual(['4026', '4034', '4036'].map((name) => join(path, name)));
});

test('a folder that is neither is named as it is, so that it is told what it lacks', () => {
  const path = folderWith('indicators');
  expect(findFolders([path, '/nowhere'])).toEqual([path, '/nowhere']);
});
