import { resolve } from 'node:path';
import { PipelineError } from '../../model/errors.ts';
import type { Environment } from '../../settings/environment.ts';

/** What belongs to one folder of settings alone. */
export interface Claims {
  /** Throws `settings-invalid` for what another folder has; gives back how to let go of it. */
  readonly claim: (folder: string, environment: Environment) => () => void;
  /** As `claim`, and claims nothing. */
  readonly check: (folder: string, environment: Environment) => void;
}

/** Sees to it that no two folders are served for the same municipality, or write to the same file. */
export function keepClaims(): Claims {
  const owners = new Map<string, string>();
  const check: Claims['check'] = (folder, environment) => {
    const taken = thingsOf(environment).find((thing) => (owners.get(thing) ?? folder) !== folder);
    if (taken !== undefined) throw refusal(folder, taken, owners.get(taken) ?? '');
  };
  return {
    check,
    claim(folder, environment) {
      check(folder, environment);
      const wanted = thingsOf(environment);
      for (const thing of wanted) owners.set(thing, folder);
      return () => wanted.forEach((thing) => owners.delete(thing));
    },
  };
}

function thingsOf({ databaseFile, reportFile, analystCopy, namedBy = '' }: Environment): readonly string[] {
  return [
    `the municipality ${namedBy}`,
    `the database ${resolve(databaseFile)}`,
    `the page ${resolve(reportFile)}`,
    `the copy ${resolve(analystCopy)}`,
  ];
}

function refusal(folder: string, thing: string, owner: string): PipelineError {
  const message = `The settings in ${folder} are not served: ${thing} is that of ${owner} already.`;
  return new PipelineError('settings-invalid', message, {
    hint: 'Each folder has a municipality and files of its own: correct plan.yaml, or the file `environment`, of one of them, and reload the service.',
    context: { settings: folder },
  });
}
