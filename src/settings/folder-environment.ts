import { dirname, join } from 'node:path';
import { PipelineError } from '../model/errors.ts';
import { type Environment, readEnvironment, SECRETS } from './environment.ts';
import { readEnvironmentFile } from './environment-file.ts';
import { readYaml } from './read-yaml.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/** Where a folder of settings is named. */
export interface FolderSurroundings {
  /** Those of the process. */
  readonly variables: Variables;
  /** Folder of the program. */
  readonly root: string;
  /** Of the municipality of the folder, today's. */
  readonly code: string;
}

/**
 * The environment of a folder of settings that is named on the command line, where others may be served beside it. The
 * variables in its file `environment` win over those of the process. Files that it does not name are named by the code of
 * the municipality, in the folder where the process would have them: `data/4036.sqlite`, `data/4036.html`. Throws one
 * `settings-invalid` for all that is wrong in the file, or with its variables; no secret is in it.
 */
export function readFolderEnvironment(folder: string, { variables, root, code }: FolderSurroundings): Environment {
  const file = join(folder, 'environment');
  const { values, problems } = readEnvironmentFile(file);
  if (problems.length > 0) {
    throw new PipelineError('settings-invalid', `The variables in ${file} do not hold: ${problems.join(' ')}`, {
      hint: 'Write lines KEY=value, as in deploy/environment.example, then run again.',
      context: { problems: problems.length },
    });
  }
  const besideProcess = (name: string, ending: string): string | undefined => {
    const ofProcess = variables[name];
    return ofProcess === undefined ? undefined : join(dirname(ofProcess), `${code}${ending}`);
  };
  const merged = {
    ...withoutReplacedSecrets(variables, values),
    CONFIG_DIR: folder,
    DATABASE_FILE: besideProcess('DATABASE_FILE', '.sqlite') ?? join('data', `${code}.sqlite`),
    ANALYST_COPY: besideProcess('ANALYST_COPY', '-analyst.sqlite'),
    REPORT_FILE: besideProcess('REPORT_FILE', '.html'),
    ...values,
  };
  return { ...readEnvironment(merged, root, `in ${file} or where the program is started`), namedBy: code };
}

/** A secret is given in a variable or in a file; where the folder gives it one way, the other way of the process is gone. */
function withoutReplacedSecrets(variables: Variables, values: Variables): Variables {
  const replaced = SECRETS.filter((name) => name in values || `${name}_FILE` in values);
  const names = replaced.flatMap((name) => [name, `${name}_FILE`]);
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !names.includes(name)));
}

/** Code of the municipality of a folder of settings; `null` where its plan does not say it rightly. */
export function findMunicipalityCode(folder: string): string | null {
  const { value } = readYaml(join(folder, 'plan.yaml'));
  const municipality = property(value, 'municipality');
  const code = property(municipality, 'code');
  return typeof code === 'string' && /^\d{4}$/.test(code) ? code : null;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
