import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProjectRoot } from '../platform/project-root.ts';

/** The version of this program, as its package.json has it. */
export function readVersion(): string {
  const text = readFileSync(join(findProjectRoot(import.meta.url), 'package.json'), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}
