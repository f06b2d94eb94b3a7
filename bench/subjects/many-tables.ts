import { readFileSync, statSync } from 'node:fs';
import { openBenchApp, takeTableIn } from '../made-up-table.ts';

// One table after the other into one database, by one process: `node many-tables.js <database> <regions> <document>
// <tables>`. Says how long each took, in milliseconds.
const [file = '', regions = '', document = '', tables = ''] = process.argv.slice(2);
const app = openBenchApp(file, Number(regions));
const names = Array.from({ length: Number(tables) }, (_, number) => `made-up-${number}`);
const results = await takeTableIn(app, () => readFileSync(document), names);
const observations = app.store.sqlite.prepare('SELECT count(*) FROM observation').pluck().get();
app.close();
const tookMs = results.map(({ durationMs }) => durationMs);
process.stdout.write(JSON.stringify({ tookMs, observations, bytes: statSync(file).size }));
