import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod';
import { alertsFile, type AlertsFile } from './files/alerts-file.ts';
import { annotationsFile, type AnnotationsFile } from './files/annotations-file.ts';
import { backupFile, type BackupFile } from './files/backup-file.ts';
import { correctionsFile, type CorrectionsFile } from './files/corrections-file.ts';
import { datasetsFile, type DatasetsFile } from './files/datasets-file.ts';
import { describeIssue } from './describe-issue.ts';
import { indicatorFile, type IndicatorFile } from './files/indicator-file.ts';
import { peersFile, type PeersFile } from './files/peers-file.ts';
import { planFile, type PlanFile } from './files/plan-file.ts';
import type { Problem } from './problem.ts';
import { parseYaml, readYaml, type YamlFile } from './read-yaml.ts';
import { regionsFile, type RegionsFile } from './files/regions-file.ts';
import { reportFile, type ReportFile } from './files/report-file.ts';
import { NO_SYMBOLS, symbolsFile, type SymbolsFile } from './files/symbols-file.ts';

/** A file whose keys and kinds were checked; without content when something in it was wrong. */
export interface ConfigFile<Content> {
  readonly file: string;
  readonly content: Content | null;
  /** False of a file that may be left out, and is: `content` is then what holds without it. */
  readonly isThere: boolean;
  readonly locate: YamlFile['locate'];
  readonly below: YamlFile['below'];
}

const WHENCE = 'Copy one from config/indicators/_gallery/, or let `naeringspuls init` write some.';

/** Where things stand in a file that is not there. */
const NOWHERE: Pick<YamlFile, 'locate' | 'below'> = {
  locate: () => ({ line: 1, column: 1 }),
  below: () => ({ line: 1, indent: 0 }),
};

/** Every file of the settings, each checked by itself. */
export interface Config {
  readonly plan: ConfigFile<PlanFile>;
  readonly regions: ConfigFile<RegionsFile>;
  readonly peers: ConfigFile<PeersFile>;
  readonly corrections: ConfigFile<CorrectionsFile>;
  readonly annotations: ConfigFile<AnnotationsFile>;
  readonly symbols: ConfigFile<SymbolsFile>;
  readonly datasets: ConfigFile<DatasetsFile>;
  readonly backup: ConfigFile<BackupFile>;
  readonly alerts: ConfigFile<AlertsFile>;
  readonly report: ConfigFile<ReportFile>;
  /** By file name. */
  readonly indicators: readonly ConfigFile<IndicatorFile>[];
}

/**
 * Reads the settings' files and checks each by itself, worked examples included. Files of `indicators/` whose name
 * starts with `_` or `.` are not read; any other that does not end in `.yaml` is a problem. `datasets` is read in place of
 * `datasets.yaml`.
 */
export function readConfig(
  configDir: string,
  datasets?: string,
): { readonly config: Config; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const check = <Content>(yaml: YamlFile, schema: z.ZodType<Content>): ConfigFile<Content> => {
    const checked = checkFile(yaml, schema);
    problems.push(...checked.problems);
    return checked;
  };
  const read = <Content>(name: string, schema: z.ZodType<Content>) => check(readYaml(join(configDir, name)), schema);
  /** A file that need not be there. */
  const readIfThere = <Content>(name: string, schema: z.ZodType<Content>, without: Content): ConfigFile<Content> => {
    const file = join(configDir, name);
    return existsSync(file) ? read(name, schema) : { file, content: without, isThere: false, ...NOWHERE };
  };
  const names = indicatorNames(configDir);
  problems.push(...names.problems);
  const indicators = names.files.map((name) => read(join('indicators', name), indicatorFile));
  const comparesNothing = indicators.length > 0 && indicators.every(({ content }) => content?.peers === undefined);
  const config = {
    plan: read('plan.yaml', planFile),
    regions: readIfThere('regions.yaml', regionsFile, {}),
    peers: comparesNothing ? readIfThere('peers.yaml', peersFile, { groups: [] }) : read('peers.yaml', peersFile),
    corrections: readIfThere('corrections.yaml', correctionsFile, {}),
    annotations: readIfThere('annotations.yaml', annotationsFile, { annotations: [] }),
    symbols: readIfThere('symbols.yaml', symbolsFile, NO_SYMBOLS),
    datasets:
      datasets === undefined
        ? readIfThere('datasets.yaml', datasetsFile, { datasets: {} })
        : check(parseYaml(join(configDir, 'datasets.yaml'), datasets), datasetsFile),
    backup: readIfThere('backup.yaml', backupFile, {}),
    alerts: readIfThere('alerts.yaml', alertsFile, {}),
    report: readIfThere('report.yaml', reportFile, {}),
    indicators,
  };
  return { config, problems };
}

function checkFile<Content>(
  yaml: YamlFile,
  schema: z.ZodType<Content>,
): ConfigFile<Content> & { readonly problems: readonly Problem[] } {
  const { file, locate, below } = yaml;
  const isThere = true;
  if (yaml.problems.length > 0) return { file, content: null, isThere, locate, below, problems: yaml.problems };
  const result = schema.safeParse(yaml.value);
  if (result.success) return { file, content: result.data, isThere, locate, below, problems: [] };
  const findings = result.error.issues.flatMap((issue) => describeIssue(issue, yaml));
  const problems = findings.map(({ path, onKey, text }) => ({ file, ...locate(path, onKey), text }));
  return { file, content: null, isThere, locate, below, problems };
}

function indicatorNames(configDir: string): {
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
} {
  const dir = join(configDir, 'indicators');
  const problem = (file: string, text: string): Problem => ({ file, line: 1, column: 1, text });
  let names: string[];
  try {
    names = readdirSync(dir).filter((name) => !/^[_.]/.test(name));
  } catch {
    return { files: [], problems: [problem(dir, `This folder is missing or cannot be read. ${WHENCE}`)] };
  }
  const files = names.filter((name) => name.endsWith('.yaml')).sort();
  const others = names.filter((name) => !name.endsWith('.yaml'));
  const problems = others.map((name) =>
    problem(
      join(dir, name),
      "Only files that end in '.yaml' belong here; start the name with '_' to have it left out.",
    ),
  );
  if (files.length === 0) problems.push(problem(dir, `There is no indicator here. ${WHENCE}`));
  return { files, problems };
}
