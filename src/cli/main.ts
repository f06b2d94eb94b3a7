#!/usr/bin/env node
import { runCommandLine } from './command-line.ts';
import { columnsOf, hasColours } from './terminal.ts';

// The reader may close the pipe (`… | head`): ignore EPIPE and finish the work.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  columns: columnsOf(process.stdout, process.env),
  hasColours: hasColours(process.stdout, process.env),
});
