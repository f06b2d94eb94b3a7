import { completedFile, languageOfPlan } from './in-force/completed-files.ts';
import { leavesOf } from './leaves.ts';

/** A file of the settings as it was read; `undefined` where there is none of that name. */
export type SettingsFiles = ReadonlyMap<string, unknown>;

/** One difference between two folders of settings. A text where a whole file is only in one of them. */
export interface SettingsDifference {
  readonly file: string;
  /** Where in the file: `municipality.code`, `groups.asss.members`; empty for a whole file. */
  readonly key: string;
  /** `default`: written before, and no longer, since it is what holds without. */
  readonly kind: 'added' | 'removed' | 'changed' | 'default';
  /** As YAML would have it on one line; `null` where there is nothing, and for a whole file. */
  readonly before: string | null;
  readonly after: string | null;
  /** True of a value that is not written and holds by default. */
  readonly isDefaultBefore: boolean;
  readonly isDefaultAfter: boolean;
}

/**
 * What holds by another folder of settings and not by one, no longer holds, and holds otherwise, defaults included: files
 * by name, and within a file every key. A list of single values is one value; an entry of a list of groups is known by its
 * `id`, else by its place. A file that is not valid in this version is compared as it is written.
 */
export function diffSettings(before: SettingsFiles, after: SettingsFiles): readonly SettingsDifference[] {
  const files = [...new Set([...before.keys(), ...after.keys()])].sort();
  return files.flatMap((file): readonly SettingsDifference[] => {
    const whole = { file, key: '', before: null, after: null, isDefaultBefore: false, isDefaultAfter: false };
    const was = completedIn(before, file);
    const is = completedIn(after, file);
    if (was !== null && is !== null)
      return diffKeys(file, valuesOf(before.get(file), was), valuesOf(after.get(file), is));
    if (!before.has(file)) return [{ ...whole, kind: 'added' }];
    if (!after.has(file)) return [{ ...whole, kind: 'removed' }];
    return diffKeys(file, valuesOf(before.get(file)), valuesOf(after.get(file)));
  });
}

function completedIn(files: SettingsFiles, file: string): object | null {
  return completedFile(file, files.get(file), languageOfPlan(files.get('plan.yaml')));
}

interface Value {
  readonly text: string;
  /** Not written. */
  readonly isDefault: boolean;
}

/** By key. */
type Values = ReadonlyMap<string, Value>;

function valuesOf(document: unknown, completed: unknown = document): Values {
  const written = new Set(leavesOf(document).map(({ key }) => key));
  return new Map(leavesOf(completed).map(({ key, text }) => [key, { text, isDefault: !written.has(key) }]));
}

function diffKeys(file: string, before: Values, after: Values): readonly SettingsDifference[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  return keys.flatMap((key): readonly SettingsDifference[] => {
    const [was, is] = [before.get(key), after.get(key)];
    const kind = kindOf(was, is);
    if (kind === null) return [];
    return [
      {
        ...{ file, key, kind, before: was?.text ?? null, after: is?.text ?? null },
        ...{ isDefaultBefore: was?.isDefault ?? false, isDefaultAfter: is?.isDefault ?? false },
      },
    ];
  });
}

function kindOf(was?: Value, is?: Value): SettingsDifference['kind'] | null {
  if (was === undefined) return is === undefined ? null : 'added';
  if (is === undefined) return 'removed';
  if (was.text !== is.text) return 'changed';
  return is.isDefault && !was.isDefault ? 'default' : null;
}
