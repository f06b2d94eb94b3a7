import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';
import { Database } from '../../src/store/sqlite-driver.ts';

/**
 * Loaded before the program (`node --import`): kills it just before its `KILL_BEFORE_WRITE`-th write, as a power cut
 * would. A write is what becomes visible to others at once: the commit of a transaction, a statement outside one, a file
 * written, moved, copied or removed.
 */
const fatal = Number(process.env['KILL_BEFORE_WRITE']);

/** Counted over all threads of the process. */
const writes = (getEnvironmentData('writes') as Int32Array | undefined) ?? newCounter();

function newCounter(): Int32Array {
  const counter = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  setEnvironmentData('writes', counter);
  return counter;
}

function aboutToWrite(): void {
  if (Atomics.add(writes, 0, 1) + 1 === fatal) process.kill(process.pid, 'SIGKILL');
}

type Method = (this: unknown, ...parts: unknown[]) => unknown;
type Methods = Record<string, Method>;

function watch(object: object, names: readonly string[], isWrite: (self: never, parts: readonly unknown[]) => boolean) {
  for (const name of names) {
    const methods = object as Methods;
    const original = methods[name];
    if (original === undefined) throw new Error(`There is no ${name} to watch.`);
    methods[name] = function (...parts) {
      if (isWrite(this as never, parts)) aboutToWrite();
      return original.apply(this, parts);
    };
  }
}

type Connection = InstanceType<typeof Database>;
interface Statement {
  readonly source: string;
  readonly readonly: boolean;
  readonly database: Connection;
}

const memory = new Database(':memory:');
const statements = Object.getPrototypeOf(memory.prepare('SELECT 1')) as object;
memory.close();

const commits = /^\s*(COMMIT|END|RELEASE)\b/i;
const begins = /^\s*(BEGIN|SAVEPOINT)\b/i;
watch(statements, ['run', 'get', 'all'], ({ source, readonly, database }: Statement) =>
  database.inTransaction ? commits.test(source) : !readonly && !begins.test(source),
);
watch(Database.prototype, ['exec'], ({ inTransaction }: Connection) => !inTransaction);
watch(
  Database.prototype,
  ['pragma'],
  ({ inTransaction }: Connection, [text]) => !inTransaction && /=|checkpoint/.test(String(text)),
);
watch(fs, ['writeFileSync', 'renameSync', 'copyFileSync', 'linkSync', 'rmSync'], () => true);
syncBuiltinESMExports();
