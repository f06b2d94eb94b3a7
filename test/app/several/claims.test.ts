import { expect, test } from 'vitest';
import { keepClaims } from '../../../src/app/several/claims.ts';
import { readFolderEnvironment } from '../../../src/settings/folder-environment.ts';

const environmentOf = (folder: string, code: string, database?: string) => ({
  ...readFolderEnvironment(folder, { variables: {}, root: '/program', code }),
  ...(database === undefined ? {} : { databaseFile: database }),
});

test('a municipality is served from one folder, and a second is refused by name', () => {
  const { claim } = keepClaims();
  claim('/a', environmentOf('/a', '4036'));
  expect(() => claim('/b', environmentOf('/b', '4036'))).toThrow(/\/b are not served: the municipality 4036 .+ \/a /);
});

test('a database belongs to one folder, however it is written', () => {
  const { claim } = keepClaims();
  claim('/a', environmentOf('/a', '4036', 'data/same.sqlite'));
  expect(() => claim('/b', environmentOf('/b', '4034', 'data/../data/same.sqlite'))).toThrow(
    /the database .+same\.sqlite/,
  );
});

test('what a folder lets go of is free again, and what was refused was never taken', () => {
  const { claim } = keepClaims();
  const letGo = claim('/a', environmentOf('/a', '4036'));
  expect(() => claim('/b', environmentOf('/b', '4036'))).toThrow();
  letGo();
  expect(() => claim('/b', environmentOf('/b', '4036'))).not.toThrow();
});
