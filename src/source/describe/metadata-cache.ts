import type { SourceLanguage } from '../ask/query-string.ts';
import type { SsbClient } from '../ask/ssb-client.ts';
import type { TableMetadata } from './table-metadata.ts';

export type ReadMetadata = (table: string, lang: SourceLanguage) => Promise<TableMetadata>;

/** Metadata read in one run, so that two datasets on one table ask for them once. */
export type MetadataCache = Map<string, Promise<TableMetadata>>;

/** Reads through the cache; a failure is not kept. */
export function cachedMetadata(client: SsbClient, cache: MetadataCache): ReadMetadata {
  return function read(table, lang) {
    const key = `${table}/${lang}`;
    const known = cache.get(key);
    if (known !== undefined) return known;
    const asked = client.metadata(table, lang).catch((failure: unknown) => {
      cache.delete(key);
      throw failure;
    });
    cache.set(key, asked);
    return asked;
  };
}
