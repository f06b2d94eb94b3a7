import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { openBenchApp, takeTableIn } from '../made-up-table.ts';

// How long the main thread keeps others waiting while a reply is taken in: `node event-loop.js <database> <regions>
// <document>`. With `idle` for the document it waits instead, which shows what is the machine's own.
const RESOLUTION_MS = 1;
const IDLE_MS = 1000;
const [file = '', regions = '', document = ''] = process.argv.slice(2);
const app = openBenchApp(file, Number(regions));
const body = document === 'idle' ? null : readFileSync(document);
// The service has long been running when a reply comes.
await setTimeout(IDLE_MS);
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();
if (body === null) await setTimeout(IDLE_MS);
else await takeTableIn(app, () => body);
delay.disable();
app.close();
const worstMs = Math.max(0, delay.max / 1e6 - RESOLUTION_MS);
process.stdout.write(JSON.stringify({ worstMs, p99Ms: Math.max(0, delay.percentile(99) / 1e6 - RESOLUTION_MS) }));
