import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { ROOT, SETTINGS, temporaryFolder } from './cli.ts';

/** The places of those settings, all written out, as folders had them before the program knew them. */
const WRITTEN_REGIONS = join(ROOT, 'test/fixtures/written-regions.yaml');

/** File of the settings, a text that stands in it, and what stands there instead. */
export type Edit = readonly [file: string, found: string, replacement: string];

/** A copy of the settings that tests run on, with edits; gone when the test is over. */
export function copyConfig(...edits: readonly Edit[]): string {
  const { path, remove } = temporaryFolder();
  onTestFinished(remove);
  cpSync(SETTINGS, path, { recursive: true });
  if (edits.some(([file]) => file === 'regions.yaml')) cpSync(WRITTEN_REGIONS, join(path, 'regions.yaml'));
  for (const [file, found, replacement] of edits) {
    const text = readFileSync(join(path, file), 'utf8');
    if (!text.includes(found)) throw new Error(`'${found}' does not stand in ${file}`);
    writeFileSync(
      join(path, file),
      text.replace(found, () => replacement),
    );
  }
  return path;
}

/** Copies a file of settings that are offered, named from `config/`, into a folder of settings, at a place in its plan. Gives its id. */
export function addIndicator(dir: string, file: string, position: number): string {
  const text = readFileSync(join(ROOT, 'config', file), 'utf8').replace(/^position: \d+/m, `position: ${position}`);
  const [, id] = /^id: ([a-z0-9-]+)/m.exec(text) ?? [];
  if (id === undefined) throw new Error(`${file} has no id`);
  writeFileSync(join(dir, 'indicators', `${id}.yaml`), text);
  return id;
}
