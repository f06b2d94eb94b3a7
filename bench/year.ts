import { simulateYear } from '../test/support/year/simulated-year.ts';

/** Prints what a simulated year alone costs, and who is told what in it: `npm run bench:year`. */
const year = await simulateYear();
const mebibytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;

process.stdout.write(
  [
    `Days                365, of which 3 away`,
    `Runs                ${year.runs.length}`,
    `Requests            ${year.requests}`,
    `Klass asked         ${year.daysOfKlass.length} times`,
    `Staff were told     ${year.staff.length} times`,
    `Operations          ${year.operations.length} times`,
    `Wakes               ${year.wakes} (the clock is looked at every minute)`,
    `CPU seconds         ${year.cpuSeconds.toFixed(1)}`,
    `Peak memory         ${mebibytes(year.peakBytes)}`,
    `Database            ${mebibytes(year.databaseBytes)}`,
    '',
    'Staff were told',
    ...year.staff.map(({ line }) => `  ${line}`),
    '',
    'Operations were told',
    ...year.operations.map(({ line }) => `  ${line}`),
    '',
  ].join('\n'),
);
