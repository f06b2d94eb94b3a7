import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PipelineError } from '../model/errors.ts';

/**
 * The folder of the installation, where `config/` and `drizzle/` stand: the nearest one with a `package.json`, upward
 * from the module at `moduleUrl`. The same whether the module runs from `src/` or `dist/`, whatever the current folder.
 */
export function findProjectRoot(moduleUrl: string = import.meta.url): string {
  const start = dirname(fileURLToPath(moduleUrl));
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) throw notInstalled(start);
  }
}

function notInstalled(start: string): PipelineError {
  return new PipelineError('settings-invalid', `No folder from ${start} upward holds a package.json.`, {
    hint: 'Install the program again with its whole folder; dist/ does not run apart from it.',
  });
}
