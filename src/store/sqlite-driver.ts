import { createRequire } from 'node:module';
import type BetterSqlite3 from 'better-sqlite3';
import { PipelineError } from '../model/errors.ts';

// better-sqlite3 13 rests on Node-API and needs Node 22. Version 12 is built for Node 20, and takes the whole process
// down on Node 24 when a statement is collected while no environment is entered, at exit at the latest.
const FIRST_NODE_WITH_13 = 22;
const [major = '0'] = process.versions.node.split('.');

/** The package that fits the running Node. */
export const DRIVER_PACKAGE = Number(major) >= FIRST_NODE_WITH_13 ? 'better-sqlite3' : 'better-sqlite3-node20';

/**
 * The SQLite driver; both packages have the same interface. Throws `store-unavailable` where npm has left the package
 * out: it does so silently when asked to, or when an optional one cannot be compiled.
 */
export const Database = loadDriver();

function loadDriver(): typeof BetterSqlite3 {
  try {
    return createRequire(import.meta.url)(DRIVER_PACKAGE) as typeof BetterSqlite3;
  } catch (error) {
    throw driverProblem('is not installed', 'npm install --include=optional', error);
  }
}

/** The error for a driver without its binary, or with one for another Node; `null` for any other failure. */
export function unusableDriver(error: unknown): PipelineError | null {
  if (!(error instanceof Error)) return null;
  const isOther = 'code' in error && error.code === 'ERR_DLOPEN_FAILED';
  if (!isOther && !error.message.startsWith('Could not locate the bindings file')) return null;
  return driverProblem(
    isOther ? 'was built for another Node' : 'has no binary',
    `npm rebuild ${DRIVER_PACKAGE}`,
    error,
  );
}

function driverProblem(what: string, command: string, cause: unknown): PipelineError {
  const message = `The driver of the database, ${DRIVER_PACKAGE}, ${what} (Node ${process.versions.node}, ${process.platform}-${process.arch}).`;
  return new PipelineError('store-unavailable', message, {
    hint:
      `Run \`${command}\` in the folder of the program. Where no ready binary can be fetched it is compiled, which takes ` +
      'python3, make and a C++ compiler (Debian: apt install python3 build-essential).',
    cause,
  });
}
