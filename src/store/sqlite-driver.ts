import { createRequire } from 'node:module';
import type BetterSqlite3 from 'better-sqlite3';

// better-sqlite3 13 rests on Node-API and needs Node 22. Version 12 is built for Node 20, and takes the whole process
// down on Node 24 when a statement is collected while no environment is entered, at exit at the latest.
const FIRST_NODE_WITH_13 = 22;
const [major = '0'] = process.versions.node.split('.');

/** The package that fits the running Node. */
export const DRIVER_PACKAGE = Number(major) >= FIRST_NODE_WITH_13 ? 'better-sqlite3' : 'better-sqlite3-node20';

/** The SQLite driver; both packages have the same interface. */
export const Database = createRequire(import.meta.url)(DRIVER_PACKAGE) as typeof BetterSqlite3;
