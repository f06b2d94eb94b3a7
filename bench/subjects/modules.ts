// A Node process that loads our modules, and does nothing with them. What is exported stays in the bundle.
export { openBenchApp, takeTableIn } from '../made-up-table.ts';
