import { openApp } from '../../src/app/open-app.ts';
import { reassess } from '../../src/app/assess/reassess.ts';
import { startRun } from '../../src/store/runs/runs.ts';

// Assessing every indicator after an ingest, in a process that has done so before: `DATABASE_FILE=… node assess.js`.
const TIMES = 15;
const app = openApp('write');
const runId = startRun(app.store, { trigger: 'command', jobs: ['bench'], startedAt: app.clock.now().toISOString() });
const tookMs = Array.from({ length: TIMES }, () => {
  const started = performance.now();
  reassess(app, runId);
  return performance.now() - started;
});
app.close();
const [firstMs] = tookMs;
process.stdout.write(JSON.stringify({ firstMs, medianMs: tookMs.sort((a, b) => a - b)[(TIMES - 1) / 2] }));
