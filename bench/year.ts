import { simulateYear } from '../test/support/simulated-year.ts';

/** Prints what a simulated year alone costs: `npm run bench:year`. */
const year = await simulateYear();
const mebibytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;

process.stdout.write(
  [
    `Days                365, of which 3 away`,
    `Runs                ${year.runs.length}`,
    `Requests            ${year.requests}`,
    `Klass asked         ${year.daysOfKlass.length} times`,
    `Alerts              ${year.alerts.length}`,
    `Wakes               ${year.wakes} (the clock is looked at every minute)`,
    `CPU seconds         ${year.cpuSeconds.toFixed(1)}`,
    `Peak memory         ${mebibytes(year.peakBytes)}`,
    `Database            ${mebibytes(year.databaseBytes)}`,
    '',
  ].join('\n'),
);
