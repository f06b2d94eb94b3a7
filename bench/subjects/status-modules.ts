// A Node process that loads what `status` loads, and does nothing with it. What is exported stays in the bundle.
export { runCommandLine } from '../../src/cli/command-line.ts';
export { addStatusCommand } from '../../src/cli/commands/status.ts';
