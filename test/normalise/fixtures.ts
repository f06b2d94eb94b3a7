import { readFileSync } from 'node:fs';

/** A fresh copy of one of our own documents in Statistics Norway's shape (made-up figures). */
export function fixture(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../fixtures/json-stat/${name}.json`, import.meta.url), 'utf8'));
}
