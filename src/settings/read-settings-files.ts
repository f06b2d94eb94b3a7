import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { PipelineError } from '../model/errors.ts';
import type { SettingsFiles } from './diff-settings.ts';
import { readYaml } from './read-yaml.ts';

/** Below a name that begins with `_`: files to copy from, which are no settings. */
const OFFERED = /(^|\/)_/;

/**
 * Every YAML file of a folder of settings, by its name in it, whatever it holds: the settings of another version need not
 * be valid in this one. Left out are those that are there to copy from. Throws `settings-invalid` for a folder that is not there or is empty, and for a file that is no YAML.
 */
export function readSettingsFiles(folder: string): SettingsFiles {
  const names = listYaml(folder);
  return new Map(
    names.map((name) => {
      const { value, problems } = readYaml(join(folder, name));
      const [problem] = problems;
      if (problem === undefined) return [name, value];
      throw new PipelineError('settings-invalid', `${problem.file}:${problem.line} ${problem.text}`, {
        hint: 'Correct it, and compare again.',
      });
    }),
  );
}

function listYaml(folder: string): readonly string[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
      .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll(sep, '/'))
      .filter((path) => !OFFERED.test(path));
  } catch (error) {
    throw new PipelineError('settings-invalid', `The folder ${folder} cannot be read: ${codeOf(error)}.`, {
      hint: 'Name a folder with settings, such as the one of CONFIG_DIR.',
    });
  }
  if (names.length > 0) return names;
  throw new PipelineError('settings-invalid', `There are no settings in ${folder}: it has no .yaml file.`, {
    hint: 'Name a folder with settings, such as the one of CONFIG_DIR.',
  });
}

function codeOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' ? 'it does not exist' : code === 'ENOTDIR' ? 'it is no folder' : (code ?? String(error));
}
