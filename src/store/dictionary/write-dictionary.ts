import type { Sqlite } from '../store.ts';
export function writeDictionary(_sqlite: Sqlite): void {}
