import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../support/cli.ts';

test('a command whose reader has gone ends as it would have, and complains of nothing', () => {
  const program = join(ROOT, 'dist', 'program', 'main.js');
  // `true` reads nothing and is gone long before the program has started.
  const pipeline = '{ "$0" "$1" config schema --help; echo "ended with $?" >&2; } | true';
  const { stderr } = spawnSync('sh', ['-c', pipeline, process.execPath, program], { encoding: 'utf8' });
  expect(stderr).toBe('ended with 0\n');
});
