import type { AddedJob } from '../files/datasets-file.ts';
import { parseYaml, type YamlFile } from '../read-yaml.ts';

/** A dataset that is to stand in `datasets.yaml`. */
export interface NewDataset {
  /** The lines of its entry, the first its name or a comment above it, as they are at the edge of a page. */
  readonly lines: readonly string[];
  /** A job of its own, which no file has yet; `null` where the job is there. */
  readonly job: AddedJob | null;
}

const HEAD = [
  '# yaml-language-server: $schema=schema/datasets.schema.json',
  '#',
  '# Tables beside those of the program.',
];

/** A whole `datasets.yaml` with one dataset. */
export function newDatasetsText({ lines, job }: NewDataset): string {
  const jobs = job === null ? [] : ['jobs:', `  ${jobLine(job)}`, ''];
  return [...HEAD, ...jobs, 'datasets:', ...lines.map(indentedBy(2)), ''].join('\n');
}

/**
 * The text of a `datasets.yaml` that can be read, with a dataset more: after the last one, every line and comment of
 * before kept. `null` where it is written in a way that no line can be put into, with braces round it all.
 */
export function withDataset(text: string, { lines, job }: NewDataset): string | null {
  const file = parseYaml('datasets.yaml', text);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const before = text.split(/\r?\n/);
  // Of two at the end of the file the job is put in first, and so comes to stand last.
  const places = [...(job === null ? [] : [placeOfJob(file, before, job)]), placeOfDataset(file, before, lines)];
  const after = [...before];
  // From below, so that what is above keeps its line.
  for (const place of [...places].sort((a, b) => (b?.line ?? 0) - (a?.line ?? 0))) {
    if (place === null) return null;
    after.splice(place.line - place.instead.length, place.instead.length, ...place.instead, ...place.lines);
  }
  const end = after.at(-1) === '' ? [] : [''];
  return [...after, ...end].join(eol);
}

/**
 * The text of a `datasets.yaml` in which nothing stands under `datasets`, or that word is missing, with an empty group there:
 * what has not been written yet is no mistake once the first dataset comes. Any other text, also one that cannot be read,
 * as it is.
 */
export function withRoomForDatasets(text: string): string {
  const { value, problems, locate } = parseYaml('datasets.yaml', text);
  if (problems.length > 0 || typeof value !== 'object' || Array.isArray(value)) return text;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const { datasets } = (value ?? {}) as { readonly datasets?: unknown };
  if (datasets === undefined) return `${text}${/(^|\n)$/.test(text) ? '' : eol}datasets: {}${eol}`;
  if (datasets !== null) return text;
  const at = locate(['datasets'], true).line - 1;
  const named = (line: string) => line.replace(/^(datasets\s*:)/, '$1 {}');
  return text
    .split('\n')
    .map((line, index) => (index === at ? named(line) : line))
    .join('\n');
}

/** Lines that go below a line of a text, and what that line becomes where it cannot stay. */
interface Insertion {
  readonly line: number;
  readonly instead: readonly string[];
  readonly lines: readonly string[];
}

function placeOfDataset(file: YamlFile, before: readonly string[], added: readonly string[]): Insertion | null {
  const { datasets = {} } = (file.value ?? {}) as { readonly datasets?: object };
  const last = Object.keys(datasets).at(-1);
  if (last === undefined) {
    const { line } = file.locate(['datasets'], true);
    const empty = /^(datasets\s*:)\s*\{\s*\}/.exec(before[line - 1] ?? '');
    const instead = empty === null ? null : [(before[line - 1] ?? '').replace(empty[0], empty[1] ?? '')];
    return instead === null ? null : { line, instead, lines: added.map(indentedBy(2)) };
  }
  const { line, indent } = file.below(['datasets', last]);
  if (indent === null) return null;
  return { line: pastComments(before, line, indent), instead: [], lines: added.map(indentedBy(indent)) };
}

function placeOfJob(file: YamlFile, before: readonly string[], job: AddedJob): Insertion | null {
  const { jobs } = (file.value ?? {}) as { readonly jobs?: readonly unknown[] };
  if (jobs === undefined) {
    const end = before.at(-1) === '' ? before.length - 1 : before.length;
    return { line: end, instead: [], lines: ['', 'jobs:', `  ${jobLine(job)}`] };
  }
  const last = ['jobs', jobs.length - 1];
  const dash = /^(\s*)-\s/.exec(before[file.locate(last).line - 1] ?? '');
  if (dash === null) return null;
  const indent = dash[1]?.length ?? 0;
  return {
    line: pastComments(before, file.below(last).line, indent),
    instead: [],
    lines: [indentedBy(indent)(jobLine(job))],
  };
}

/** Comments that stand as far in as an entry belong to what is above them. */
function pastComments(before: readonly string[], line: number, indent: number): number {
  let last = line;
  while (/^\s*#/.test(before[last] ?? '') && (before[last] ?? '').search(/\S/) >= Math.max(indent, 1)) last++;
  return last;
}

function jobLine({ id, title, schedule }: AddedJob): string {
  return `- { id: ${id}, title: ${title}, schedule: '${schedule}' } # Oslo time`;
}

function indentedBy(columns: number): (line: string) => string {
  return (line) => `${' '.repeat(columns)}${line}`;
}
