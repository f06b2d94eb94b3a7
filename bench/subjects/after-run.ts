import { statSync } from 'node:fs';
import { openApp } from '../../src/app/open-app.ts';
import { publishCopy } from '../../src/app/publish-copy.ts';

// What follows a run that has changed something: `DATABASE_FILE=… ANALYST_COPY=… node after-run.js`.
const app = openApp('write');
const started = performance.now();
const problem = publishCopy(app);
const copyMs = performance.now() - started;
if (problem !== null) throw new Error(problem);
app.close();
process.stdout.write(JSON.stringify({ copyMs, bytes: statSync(app.environment.analystCopy).size }));
