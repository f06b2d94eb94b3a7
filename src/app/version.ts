import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProjectRoot } from '../platform/project-root.ts';

let known: string | null = null;

/** The version of this program, as its package.json had it when it was first asked for. */
export function readVersion(): string {
  return (known ??= readPackageVersion());
}

function readPackageVersion(): string {
  const text = readFileSync(join(findProjectRoot(import.meta.url), 'package.json'), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}
