#!/usr/bin/env node
import { runCommandLine } from './command-line.ts';

process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  // 0 when the size of the terminal is not known.
  columns: process.stdout.isTTY ? process.stdout.columns || undefined : undefined,
});
