import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Recorded answers of statistical offices; they lie beside the project, not in it, and not on every machine. */
const CORPUS = fileURLToPath(new URL('../../../shared/data', import.meta.url));

export const CORPUS_IS_HERE = existsSync(CORPUS);

/** Paths of every JSON file of the corpus, relative to it and in a fixed order; empty where the corpus is absent. */
export function corpusFiles(): readonly string[] {
  if (!CORPUS_IS_HERE) return [];
  return ['jsonstat-corpus', 'ssb']
    .flatMap((folder) => readdirSync(join(CORPUS, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => relative(CORPUS, join(entry.parentPath, entry.name)))
    .sort();
}

/** A fresh copy of a document of the corpus. */
export function corpusDocument(path: string): unknown {
  return JSON.parse(readFileSync(join(CORPUS, path), 'utf8'));
}
