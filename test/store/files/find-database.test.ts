import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { nearestDatabase } from '../../../src/store/files/find-database.ts';
import { openDatabase } from '../../../src/store/open-database.ts';
import { ROOT, temporaryFolder } from '../../support/cli.ts';

function folderOf(...names: readonly string[]) {
  const { path, remove } = temporaryFolder();
  onTestFinished(remove);
  const open = (name: string) => openDatabase(join(path, name), { migrationsFolder: join(ROOT, 'drizzle') });
  for (const name of names) open(name).close();
  return { file: (name: string) => join(path, name), open };
}

test('a database that is near a path is named', () => {
  const { file } = folderOf('naeringspuls.sqlite');
  expect(nearestDatabase(file('naeringspulse.sqlite'))).toBe(file('naeringspuls.sqlite'));
});

test('that of another municipality is never what the database of one was meant for', () => {
  const { file } = folderOf('3303.sqlite');
  expect(nearestDatabase(file('3103.sqlite'))).toBeNull();
  expect(nearestDatabase(file('naeringspuls.sqlite'))).toBe(file('3303.sqlite'));
});

test('one that this process has open is not looked into: closing its file would give up the locks on it', () => {
  const { file, open } = folderOf('kongsberg.sqlite');
  const [first, second] = [open('kongsberg.sqlite'), open('kongsberg.sqlite')];
  first.close();
  expect(nearestDatabase(file('moss.sqlite'))).toBeNull();
  second.close();
  expect(nearestDatabase(file('moss.sqlite'))).toBe(file('kongsberg.sqlite'));
});
