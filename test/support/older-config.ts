import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyConfig, type Edit } from './edited-config.ts';

/** A line with a key that came with later versions than the first. */
export const NEW_KEY = /^ *(meaning|shortTitle|unitInWords|notMeasured)(En)?: /;

/** A file without the keys that came with later versions, each with the lines that belong to it. */
export function withoutNewKeys(text: string): string {
  let indent: number | null = null;
  const kept = text.split('\n').filter((line) => {
    const depth = line.search(/\S/);
    if (indent !== null && depth > indent) return false;
    indent = NEW_KEY.test(line) ? depth : null;
    return indent === null;
  });
  return kept.join('\n');
}

/** The settings that ship, with one indicator as it was before there were such texts. */
export function olderConfig(id: string, ...edits: readonly Edit[]): string {
  const dir = copyConfig(...edits);
  const file = join(dir, `indicators/${id}.yaml`);
  writeFileSync(file, withoutNewKeys(readFileSync(file, 'utf8')));
  return dir;
}
