import { statSync } from 'node:fs';
import { openApp } from '../../src/app/open-app.ts';
import { publishCopy } from '../../src/app/intake/publish-copy.ts';
import { readPagesOnce } from '../../src/app/show/read-page.ts';
import { writePage } from '../../src/app/show/write-page.ts';

// What follows a run that has changed something: `DATABASE_FILE=… ANALYST_COPY=… REPORT_FILE=… node after-run.js`.
const app = openApp('write');
const started = performance.now();
const pages = readPagesOnce(app);
const copyProblem = publishCopy(app, pages);
const copyMs = performance.now() - started;
const pageProblem = writePage(app, pages);
const pageMs = performance.now() - started - copyMs;
const problem = copyProblem ?? pageProblem;
if (problem !== null) throw new Error(problem);
app.close();
const { analystCopy, reportFile } = app.environment;
const bytes = { copy: statSync(analystCopy).size, page: statSync(reportFile).size };
process.stdout.write(JSON.stringify({ copyMs, pageMs, totalMs: copyMs + pageMs, bytes }));
