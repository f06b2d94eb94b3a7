import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';
import { isMainThread } from 'node:worker_threads';
import { Database } from '../../src/store/sqlite-driver.ts';

/**
 * Loaded before the service (`node --import`): from `LOCK_FROM` on, somebody else takes the write lock of its database the
 * moment the next publication is in, before anything more is written, and gives it back when the service sleeps.
 */
type Connection = InstanceType<typeof Database>;

const lockFrom = Date.parse(process.env['LOCK_FROM'] ?? '');
/** Long enough for a writer to be refused, short enough to wait for. */
const PATIENCE_MS = 50;

let somebody: Connection | null = null;
let before: number | null = null;
let giveBack: (() => void) | null = null;
let isOver = false;

function takeLockOnce(service: Connection): void {
  if (isOver || Date.now() < lockFrom) return;
  somebody ??= new Database(service.name);
  const newest = somebody.prepare<[], number>('SELECT max(id) FROM publication').pluck().get() ?? 0;
  before ??= newest;
  if (newest === before) return;
  isOver = true;
  somebody.exec('BEGIN IMMEDIATE');
  const patience = service.pragma('busy_timeout', { simple: true });
  service.pragma(`busy_timeout = ${PATIENCE_MS}`);
  giveBack = () => {
    somebody?.exec('ROLLBACK');
    somebody?.close();
    service.pragma(`busy_timeout = ${String(patience)}`);
    giveBack = null;
  };
}

if (isMainThread) {
  const methods = Database.prototype as unknown as { transaction: (this: Connection, work: unknown) => unknown };
  const transaction = methods.transaction;
  methods.transaction = function (work) {
    takeLockOnce(this);
    return transaction.call(this, work);
  };
  const sleep = timers.setTimeout;
  timers.setTimeout = (...parts) => {
    giveBack?.();
    return sleep(...parts);
  };
  syncBuiltinESMExports();
}
