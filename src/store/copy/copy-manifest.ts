import { readFileSync } from 'node:fs';
import type { NewestRows } from '../read/newest-rows.ts';

/** What a copy was made by, and when (ISO 8601). */
export interface Release {
  readonly applicationVersion: string;
  readonly createdAt: string;
}

/** Stored beside the analysts' copy and describes it, so that it can be checked without being opened. */
export interface CopyManifest extends Release {
  readonly file: string;
  /** Hexadecimal, of the whole file. */
  readonly sha256: string;
  readonly bytes: number;
  readonly schemaVersion: number;
  readonly newest: NewestRows;
  /** Rows of each table. */
  readonly tables: Readonly<Record<string, number>>;
}

export function manifestFile(copy: string): string {
  return `${copy}.manifest.json`;
}

/** What `datasette --metadata` reads. */
export function metadataFile(copy: string): string {
  return `${copy}.metadata.json`;
}

/** When the copy for analysts was last made (ISO 8601), as stands beside it; `null` where that cannot be read. */
export function readManifestDate(copy: string): string | null {
  try {
    const { createdAt } = JSON.parse(readFileSync(manifestFile(copy), 'utf8')) as Partial<CopyManifest>;
    return typeof createdAt === 'string' && !Number.isNaN(Date.parse(createdAt)) ? createdAt : null;
  } catch {
    return null;
  }
}
