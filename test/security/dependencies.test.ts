import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../support/cli.ts';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

interface LockedPackage {
  /** Where it differs from the folder it lies in. */
  readonly name?: string;
  readonly version: string;
  readonly dev?: true;
  readonly devOptional?: true;
  readonly hasInstallScript?: true;
  readonly integrity?: string;
}

const read = (file: string): unknown => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
const manifest = read('package.json') as Manifest;
const { packages } = read('npm-shrinkwrap.json') as { packages: Readonly<Record<string, LockedPackage>> };
const locked = Object.entries(packages)
  .filter(([folder]) => folder !== '')
  .map(([folder, entry]) => ({ ...entry, name: entry.name ?? folder.split('node_modules/').at(-1) ?? '' }));

describe('the packages the program runs on', () => {
  test('are as many as the page of the architecture says, direct and in all', () => {
    const direct = Object.keys(manifest.dependencies).length;
    const all = locked.filter(({ dev, devOptional }) => dev !== true && devOptional !== true);
    const names = new Set(all.map(({ name, version }) => `${name} ${version}`));
    const page = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8').replaceAll('\n', ' ');
    const said = /(\d+) packages of others, and with all that those need (\d+)/.exec(page)?.slice(1).map(Number);
    expect({ direct: said?.[0], inAll: said?.[1] }).toEqual({ direct, inAll: names.size });
  });

  test('are each of one version, and known by their content', () => {
    const { dependencies, devDependencies, optionalDependencies } = manifest;
    const versions = Object.values({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(versions.filter((version) => !/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
    expect(locked.filter(({ integrity }) => integrity === undefined)).toEqual([]);
  });
});

test('the packages that may run a script when they are installed are those that have one, each by name', () => {
  const withScript = new Set(locked.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name));
  expect([...withScript].sort()).toEqual(Object.keys(manifest.allowScripts).sort());
});
