import { readFileSync, statSync } from 'node:fs';
import { openBenchApp, takeTableIn } from '../made-up-table.ts';

// One run over a reply: `node ingest.js <database> <regions> <document>`.
const [file = '', regions = '', document = ''] = process.argv.slice(2);
const started = performance.now();
const app = openBenchApp(file, Number(regions));
const results = await takeTableIn(app, () => readFileSync(document));
const replyBytes = app.store.sqlite.prepare('SELECT sum(length(body)) FROM publication').pluck().get();
app.close();
const workMs = performance.now() - started;
process.stdout.write(JSON.stringify({ workMs, results, replyBytes, bytes: statSync(file).size }));
