import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { jobs } from '../../../jobs/index.ts';
import type { App } from '../../../src/app/open-app.ts';
import type { Clock } from '../../../src/platform/clock.ts';
import { createLogger } from '../../../src/platform/logger.ts';
import { loadSettings } from '../../../src/settings/load-settings.ts';
import { openDatabase } from '../../../src/store/open-database.ts';
import { startStatbank, type Statbank } from '../../statbank/server.ts';
import { ROOT } from '../../support/cli.ts';

/** An app on a database of its own, a stand-in for Statistics Norway, and a clock that both go by. */
export interface TestApp extends App {
  readonly statbank: Statbank;
  readonly setNow: (instant: string) => void;
}

const cleanups: (() => Promise<void> | void)[] = [];

afterAll(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

/** Sleeping moves the clock and takes no time. */
export async function buildApp(now = '2026-03-02T10:00:00Z'): Promise<TestApp> {
  const folder = mkdtempSync(join(tmpdir(), 'naeringspuls-app-'));
  const statbank = await startStatbank({ now, rateLimit: 'off' });
  const databaseFile = join(folder, 'naeringspuls.sqlite');
  const store = openDatabase(databaseFile, { migrationsFolder: join(ROOT, 'drizzle') });
  cleanups.push(
    () => rmSync(folder, { recursive: true, force: true }),
    () => statbank.close(),
    () => store.close(),
  );
  let time = Date.parse(now);
  const clock: Clock = {
    now: () => new Date(time),
    sleep: (ms) => {
      time += Math.max(0, ms);
      return Promise.resolve();
    },
  };
  const environment = {
    databaseFile,
    analystCopy: join(folder, 'naeringspuls-analyst.sqlite'),
    ssbApiUrl: statbank.url,
    klassApiUrl: statbank.klassUrl,
    configDir: join(ROOT, 'config'),
    logLevel: 'silent' as const,
    healthPort: null,
    healthHost: '127.0.0.1',
  };
  return {
    environment,
    settings: loadSettings(environment.configDir, { jobs }),
    store,
    clock,
    logger: createLogger({ level: 'silent', pretty: false }),
    close: () => store.close(),
    statbank,
    setNow: (instant) => {
      time = Date.parse(instant);
      statbank.setNow(instant);
    },
  };
}
