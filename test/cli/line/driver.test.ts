import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DRIVER_PACKAGE } from '../../../src/store/sqlite-driver.ts';
import { runCli, temporaryFolder } from '../../support/cli.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

/** Runs a command that finds `driver`, a line of code, in place of the SQLite driver. */
function runWith(driver: string, words: readonly string[]) {
  const preload = join(folder.path, 'driver.cjs');
  writeFileSync(
    preload,
    `const Module = require('node:module');
     const load = Module._load;
     Module._load = (name, ...rest) => (name === '${DRIVER_PACKAGE}' ? (() => { ${driver} })() : load(name, ...rest));`,
  );
  const DATABASE_FILE = join(folder.path, 'figures.sqlite');
  writeFileSync(DATABASE_FILE, 'figures');
  return runCli(words, { DATABASE_FILE, NODE_OPTIONS: `--require ${preload}` });
}

describe('a command that cannot use the SQLite driver', () => {
  it.each([
    [
      'npm has left it out',
      `throw new Error('Cannot find module')`,
      'is not installed',
      'npm install --include=optional',
    ],
    [
      'it has no binary',
      `return class { constructor() { throw new Error('Could not locate the bindings file. Tried: …'); } }`,
      'has no binary',
      `npm rebuild ${DRIVER_PACKAGE}`,
    ],
    [
      'its binary is for another Node',
      `return class { constructor() { throw Object.assign(new Error('NODE_MODULE_VERSION'), { code: 'ERR_DLOPEN_FAILED' }); } }`,
      'was built for another Node',
      `npm rebuild ${DRIVER_PACKAGE}`,
    ],
  ])('ends with 5 when %s, and says which command mends it', async (_, driver, what, command) => {
    const { exitCode, stdout, stderr } = await runWith(driver, ['status']);
    expect([exitCode, stdout]).toEqual([5, '']);
    expect(stderr).toContain(`The driver of the database, ${DRIVER_PACKAGE}, ${what} (Node ${process.versions.node}, `);
    expect(stderr).toContain(`Run \`${command}\` in the folder of the program.`);
  });
});
