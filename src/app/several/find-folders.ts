import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const PLAN = 'plan.yaml';

/**
 * The folders of settings that are meant by those that are named: a folder without a plan that holds folders with one
 * stands for all of its folders, but for those whose name begins with `_` or `.`; each once, in the order they are named
 * and by name. Whether the settings in them hold is not asked here.
 */
export function findFolders(named: readonly string[]): readonly string[] {
  return [...new Set(named.map((folder) => resolve(folder)).flatMap(within))];
}

function within(folder: string): readonly string[] {
  if (existsSync(join(folder, PLAN))) return [folder];
  const inner = foldersIn(folder);
  return inner.some((one) => existsSync(join(one, PLAN))) ? inner : [folder];
}

function foldersIn(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    const names = entries.filter((entry) => !entry.isFile() && !/^[_.]/.test(entry.name)).map(({ name }) => name);
    return names.sort().map((name) => join(folder, name));
  } catch {
    return [];
  }
}
