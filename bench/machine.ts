import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import { Database } from '../src/store/sqlite-driver.ts';

/** What the figures were measured on, without names of the machine or its folders. */
export function describeMachine() {
  const [cpu] = cpus();
  const sqlite = new Database(':memory:');
  const machine = {
    cpu: cpu?.model ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()}`,
    node: process.version,
    sqlite: String(sqlite.prepare('SELECT sqlite_version()').pluck().get()),
    // Of the minute before: more than the cores means that others worked at the same time.
    loadAtStart: Number((loadavg()[0] ?? 0).toFixed(1)),
  };
  sqlite.close();
  return { measuredAt: new Date().toISOString().slice(0, 10), machine };
}
