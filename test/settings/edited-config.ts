import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** File, a text that stands in it, and what stands there instead. */
export type Edit = readonly [file: string, found: string, replacement: string];

/** A copy of the small settings of another municipality, with edits; removed when the test is over. */
export function editedConfig(...edits: readonly Edit[]): string {
  const dir = mkdtempSync(join(tmpdir(), 'naeringspuls-config-'));
  onTestFinished(() => {
    rmSync(dir, { recursive: true });
  });
  cpSync('test/fixtures/other-municipality', dir, { recursive: true });
  for (const [file, found, replacement] of edits) {
    const text = readFileSync(join(dir, file), 'utf8');
    if (!text.includes(found)) throw new Error(`'${found}' does not stand in ${file}`);
    writeFileSync(join(dir, file), text.replace(found, replacement));
  }
  return dir;
}
