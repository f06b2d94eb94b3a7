import { leavesOf } from './leaves.ts';

/** A file of the settings as it was read; `undefined` where there is none of that name. */
export type SettingsFiles = ReadonlyMap<string, unknown>;

/** One difference between two folders of settings. A text where a whole file is only in one of them. */
export interface SettingsDifference {
  readonly file: string;
  /** Where in the file: `municipality.code`, `groups.asss.members`; empty for a whole file. */
  readonly key: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** As YAML would have it on one line; `null` where there is nothing, and for a whole file. */
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * What another folder of settings has that one lacks, lacks that it has, and has otherwise: files by name, and within a
 * file every key. A list of single values is one value; an entry of a list of groups is known by its `id`, else by its place.
 */
export function diffSettings(before: SettingsFiles, after: SettingsFiles): readonly SettingsDifference[] {
  const files = [...new Set([...before.keys(), ...after.keys()])].sort();
  return files.flatMap((file): readonly SettingsDifference[] => {
    if (!before.has(file)) return [{ file, key: '', kind: 'added', before: null, after: null }];
    if (!after.has(file)) return [{ file, key: '', kind: 'removed', before: null, after: null }];
    return diffKeys(file, byKey(before.get(file)), byKey(after.get(file)));
  });
}

type Leaves = ReadonlyMap<string, string>;

function diffKeys(file: string, before: Leaves, after: Leaves): readonly SettingsDifference[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  return keys.flatMap((key): readonly SettingsDifference[] => {
    const [was, is] = [before.get(key) ?? null, after.get(key) ?? null];
    if (was === is) return [];
    return [{ file, key, kind: was === null ? 'added' : is === null ? 'removed' : 'changed', before: was, after: is }];
  });
}

function byKey(document: unknown): Leaves {
  return new Map(leavesOf(document).map(({ key, text }) => [key, text]));
}
