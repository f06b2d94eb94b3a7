import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ROOT, temporaryFolder } from '../cli.ts';
import { buildIfOld } from './fresh-build.ts';

/** A program whose compiler notes that it ran, and takes what `compile.mjs` says more. */
const BUILT_FROM = `node ${join(ROOT, '.config/built-from.mjs')}`;
const MANIFEST = { scripts: { build: `${BUILT_FROM} begin && node compile.mjs && ${BUILT_FROM} end` } };
const COMPILER = `import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
appendFileSync('builds.log', 'built\\n');
mkdirSync('dist/program', { recursive: true });
writeFileSync('dist/program/main.js', '');
`;

describe('tests of a program', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let said: string[];

  const inFolder = (path: string) => join(folder.path, path);
  const write = (path: string, text: string) => {
    mkdirSync(dirname(inFolder(path)), { recursive: true });
    writeFileSync(inFolder(path), text);
  };
  const beforeTests = () => {
    said = [];
    return buildIfOld(folder.path, (line) => said.push(line));
  };
  const builds = () => readFileSync(inFolder('builds.log'), 'utf8').split('\n').length - 1;

  beforeEach(() => {
    folder = temporaryFolder();
    write('package.json', JSON.stringify(MANIFEST));
    write('compile.mjs', COMPILER);
    write('src/normalise/normalise.ts', 'export const one = 1;\n');
    write('src/normalise/merge.ts', 'export const two = 2;\n');
    write('test/app/intake/ingest.test.ts', 'test();\n');
  });
  afterEach(() => folder.remove());

  test('that was never built build it first, and say so', () => {
    expect(beforeTests()).toBe(true);
    expect(said).toEqual(['Building before the tests: there is no dist/program/main.js.']);
    expect(builds()).toBe(1);
  });

  describe('that is built', () => {
    let built: ReturnType<typeof temporaryFolder>;

    // Built once: what a build is of is known by what its sources hold, so that a copy of the folder is as good.
    beforeAll(() => {
      built = temporaryFolder();
    });
    beforeEach(() => {
      if (existsSync(join(built.path, 'dist'))) cpSync(built.path, folder.path, { recursive: true });
      else {
        beforeTests();
        cpSync(folder.path, built.path, { recursive: true });
      }
    });
    afterAll(() => built.remove());

    test('run at once', () => {
      expect(beforeTests()).toBe(false);
      expect(said).toEqual([]);
      expect(builds()).toBe(1);
    });

    test('build it again after a source was changed, and name the source', () => {
      write('src/normalise/normalise.ts', 'export const one = 11;\n');
      expect(beforeTests()).toBe(true);
      expect(said).toEqual(['Building before the tests: src/normalise/normalise.ts is not as it was built.']);
      expect(beforeTests()).toBe(false);
    });

    test('build it again after a checkout brought a source that is older than the build', () => {
      write('src/normalise/normalise.ts', 'export const one = 0;\n');
      utimesSync(inFolder('src/normalise/normalise.ts'), 0, 0);
      expect(beforeTests()).toBe(true);
    });

    test('run at once after a checkout brought the same sources with new times', () => {
      write('src/normalise/normalise.ts', 'export const one = 1;\n');
      expect(beforeTests()).toBe(false);
    });

    test.each([
      ['added', () => write('src/normalise/new.ts', '')],
      ['removed', () => rmSync(inFolder('src/normalise/merge.ts'))],
      ['changed beside the sources (package.json)', () => appendFileSync(inFolder('package.json'), '\n')],
      ['changed in the stand-in', () => write('test/statbank/table.ts', '')],
      ['changed in a migration', () => write('drizzle/0001.sql', '')],
    ])('build it again after a file was %s', (_, change) => {
      change();
      expect(beforeTests()).toBe(true);
    });

    test('run at once after a test was changed, which is not built', () => {
      write('test/app/intake/ingest.test.ts', 'other();\n');
      expect(beforeTests()).toBe(false);
    });

    test('build it again where a source was changed while it was being built', () => {
      write('src/normalise/new.ts', '');
      appendFileSync(inFolder('compile.mjs'), "writeFileSync('src/normalise/new.ts', 'export const three = 3;');\n");
      expect(beforeTests()).toBe(true);
      write('compile.mjs', COMPILER);
      expect(beforeTests()).toBe(true);
      expect(said).toEqual(['Building before the tests: src/normalise/new.ts is not as it was built.']);
    });

    test('do not start where it cannot be built, and show what the compiler said, each time', () => {
      write('src/normalise/normalise.ts', 'export const one: string = 1;\n');
      write('compile.mjs', "console.log('normalise.ts(1,14): error TS2322'); process.exit(2);");
      expect(beforeTests).toThrow('so nothing is tested.\nnormalise.ts(1,14): error TS2322');
      expect(beforeTests).toThrow('error TS2322');
      expect(existsSync(inFolder('dist/program/main.js'))).toBe(true);
    });
  });
});

test('every file that is compiled is compared', () => {
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
  const listed = execFileSync(process.execPath, [compiler, '--listFilesOnly'], { cwd: ROOT, encoding: 'utf8' });
  const compiled = listed.split('\n').filter((file) => file !== '' && !file.includes('node_modules'));
  const compared = readFileSync(join(ROOT, 'dist/.built-from'), 'utf8').split('\n');
  const uncompared = compiled
    .map((file) => relative(ROOT, file).replaceAll('\\', '/'))
    .filter((file) => !compared.some((line) => line.endsWith(` ${file}`)));
  expect(compiled.length).toBeGreaterThan(300);
  expect(uncompared).toEqual([]);
});
