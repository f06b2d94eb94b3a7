import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../platform/make-folder.ts';
import * as z from 'zod';
import { alertsFile } from './alerts-file.ts';
import { annotationsFile } from './annotations-file.ts';
import { backupFile } from './backup-file.ts';
import { correctionsFile } from './corrections-file.ts';
import { datasetsFile } from './datasets-file.ts';
import { indicatorFile } from './indicator-file.ts';
import { peersFile } from './peers-file.ts';
import { planFile } from './plan-file.ts';
import { regionsFile } from './regions-file.ts';
import { reportFile } from './report-file.ts';
import { symbolsFile } from './symbols-file.ts';

const FILES = {
  alerts: alertsFile,
  annotations: annotationsFile,
  backup: backupFile,
  corrections: correctionsFile,
  datasets: datasetsFile,
  indicator: indicatorFile,
  peers: peersFile,
  plan: planFile,
  regions: regionsFile,
  report: reportFile,
  symbols: symbolsFile,
};

/** File name → JSON schema, for editors that complete and check YAML while it is typed. */
export function jsonSchemas(): Readonly<Record<string, object>> {
  return Object.fromEntries(
    Object.entries(FILES).map(([name, schema]) => [`${name}.schema.json`, z.toJSONSchema(schema, { io: 'input' })]),
  );
}

/** Writes every schema into a folder and gives the names of the files. */
export function writeJsonSchemas(dir: string): readonly string[] {
  makeFolder(dir);
  return Object.entries(jsonSchemas()).map(([name, schema]) => {
    writeFileSync(join(dir, name), `${JSON.stringify(schema, null, 2)}\n`);
    return name;
  });
}
