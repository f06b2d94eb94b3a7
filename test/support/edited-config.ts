import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { ROOT, temporaryFolder } from './cli.ts';

/** File in `config/`, a text that stands in it, and what stands there instead. */
export type Edit = readonly [file: string, found: string, replacement: string];

/** The places of the settings that ship, all written out, as folders had them before the program knew them. */
const WRITTEN_REGIONS = join(ROOT, 'test', 'fixtures', 'settings', 'regions.yaml');

/** A copy of the settings that ship, with edits; gone when the test is over. */
export function copyConfig(...edits: readonly Edit[]): string {
  const { path, remove } = temporaryFolder();
  onTestFinished(remove);
  cpSync(join(ROOT, 'config'), path, { recursive: true });
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
