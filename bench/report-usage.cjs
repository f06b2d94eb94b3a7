/* eslint-disable @typescript-eslint/no-require-imports -- `--require` loads CommonJS, which adds the least to a start. */
// Loaded before a process that is timed (`node --require`): tells the bench, as the process ends, what it has taken.
const { writeFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

const file = process.env.BENCH_USAGE;
if (isMainThread && file !== undefined) {
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    writeFileSync(file, JSON.stringify({ rssMib: maxRSS / 1024, cpuMs: (userCPUTime + systemCPUTime) / 1000 }));
  });
}
