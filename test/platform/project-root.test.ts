import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findProjectRoot } from '../../src/platform/project-root.ts';

describe('findProjectRoot', () => {
  let installation: string;

  beforeEach(() => {
    installation = realpathSync(mkdtempSync(join(tmpdir(), 'project-root-')));
    mkdirSync(join(installation, 'dist/src/platform'), { recursive: true });
    mkdirSync(join(installation, 'src/platform'), { recursive: true });
    writeFileSync(join(installation, 'package.json'), '{}');
  });
  afterEach(() => rmSync(installation, { recursive: true }));

  it.each(['src/platform/project-root.ts', 'dist/src/platform/project-root.js'])(
    'finds the folder above %s',
    (module) => {
      expect(findProjectRoot(pathToFileURL(join(installation, module)).href)).toBe(installation);
    },
  );

  it('takes the nearest package.json', () => {
    writeFileSync(join(installation, 'dist/package.json'), '{}');
    const module = pathToFileURL(join(installation, 'dist/src/platform/project-root.js')).href;
    expect(findProjectRoot(module)).toBe(join(installation, 'dist'));
  });

  it('finds its own installation by itself', () => {
    expect(findProjectRoot()).toBe(fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, ''));
  });

  it('says where it looked when there is none', () => {
    expect(() => findProjectRoot('file:///no-such-folder/module.js')).toThrow(
      'No folder from /no-such-folder upward holds a package.json.',
    );
  });
});
