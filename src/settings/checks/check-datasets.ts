import type { DatasetDefinition, JobDefinition } from '../../model/data/job.ts';
import { parseTimePeriod, periodKey } from '../../model/time-period.ts';
import type { DatasetEntry, DatasetsFile, DatasetTable } from '../files/datasets-file.ts';
import { allowedWords } from '../../platform/nearest-word.ts';
import { blankDataset } from '../added-dataset.ts';
import { asWritten, dimensionsKept, onlyCode, overrideDataset } from '../override-dataset.ts';
import type { SettingsFinding, Path } from '../problem.ts';
import { checkAdded, checkAddedJobs, checkNoJob } from './check-added.ts';
import { checkQuestion } from './check-question.ts';

/**
 * Every entry must be of a dataset that a job of the program fetches, or add one to a job there is, and make a whole
 * question of it; the jobs that are added must be new, with a schedule that can be read.
 */
export function checkDatasets(
  { jobs: added = [], datasets }: DatasetsFile,
  jobs: readonly JobDefinition[],
): readonly SettingsFinding[] {
  const shipped = new Map(jobs.flatMap((job) => job.datasets.map((one) => [one.id, { one, job: job.id }] as const)));
  const jobIds = [...jobs, ...added].map(({ id }) => id);
  const entries = Object.entries(datasets).flatMap(([id, entry]): readonly SettingsFinding[] => {
    const path = ['datasets', id];
    const known = shipped.get(id);
    if (known !== undefined) {
      return [...checkNoJob(id, entry, { path, job: known.job }), ...checkDataset(known.one, entry, path)];
    }
    const findings = checkAdded(id, entry, { path, jobs: jobIds, known: [...shipped.keys()] });
    return findings.length > 0 ? findings : checkDataset(blankDataset(id), entry, path);
  });
  return [...checkAddedJobs(added, jobs), ...entries];
}

function checkDataset(shipped: DatasetDefinition, entry: DatasetEntry, path: Path): readonly SettingsFinding[] {
  const { tables, ...whole } = entry;
  const base = asWritten(shipped, whole);
  const both = "'table' and 'tables' stand here both; write one table, or those that followed each other.";
  const period = entry.break?.period;
  const isPeriod = period === undefined || parseTimePeriod(period) !== null;
  const questions = [
    ...checkContents(base, entry.contents, path),
    ...checkAlternatives(base, entry.alternatives, path),
    // Parts may be those of one of several tables.
    ...checkQuestion(base, tables === undefined ? whole : { ...whole, parts: [] }, path),
    ...(isPeriod ? [] : [{ path: [...path, 'break', 'period'], text: `'${period}' is not a period.` }]),
  ];
  if (tables === undefined) return questions;
  // What is wrong with the whole is wrong with each of its tables.
  if (questions.length > 0) return questions;
  return [
    ...(entry.table === undefined ? [] : [{ path: [...path, 'table'], onKey: true, text: both }]),
    ...tables.flatMap((one, index) => checkTable(base, tables, one, { index, path: [...path, 'tables', index] })),
  ];
}

function checkContents(
  { contents, fromSettings }: DatasetDefinition,
  written: DatasetEntry['contents'],
  path: Path,
): readonly SettingsFinding[] {
  if (written === undefined) return [];
  return contents.flatMap((one, index) => {
    // What nothing stands for is not complete, whatever its type says.
    const known: Partial<typeof one> = one;
    const lacking = [
      ...(known.code === undefined && known.labelled === undefined ? ['code or labelled'] : []),
      ...(known.unit === undefined ? ['unit'] : []),
      ...(known.quantity === undefined ? ['quantity'] : []),
    ];
    const of = likeOf('contents of the job with this code', fromSettings);
    return incomplete(lacking, [...path, 'contents', index], of);
  });
}

function checkAlternatives(
  { alternatives, fromSettings }: DatasetDefinition,
  written: DatasetEntry['alternatives'],
  path: Path,
): readonly SettingsFinding[] {
  if (written === undefined) return [];
  return written.flatMap((one, index) => {
    const known: Partial<DatasetDefinition['alternatives'][number]> = alternatives[index] ?? {};
    const needed = ['coverage', 'otherVariables', 'time'] as const;
    const lacking = needed.filter((field) => known[field] === undefined);
    const at = [...path, 'alternatives', index];
    const isRepeated = written.findIndex(({ id }) => id === one.id) < index;
    const repeated = [{ path: [...at, 'id'], text: `The alternative '${one.id}' is already in this list.` }];
    const of = likeOf('alternative of the job with this id', fromSettings);
    return [...incomplete(lacking, at, of), ...(isRepeated ? repeated : [])];
  });
}

/** What an incomplete entry could have taken the rest from; `null` in a dataset that is added. */
function likeOf(what: string, fromSettings: readonly string[] = []): string | null {
  return fromSettings.includes('job') ? null : what;
}

function incomplete(lacking: readonly string[], path: Path, of: string | null): readonly SettingsFinding[] {
  if (lacking.length === 0) return [];
  const names = lacking.map((field) => `'${field}'`).join(', ');
  const why =
    of === null ? 'A dataset that is added says everything itself' : `There is no ${of} to take the rest from`;
  return [{ path, text: `${why}, and ${names} is missing; write it out.` }];
}

/** Years must follow each other, and what is joined be one quantity; what cannot be joined must be declared a break. */
function checkTable(
  base: DatasetDefinition,
  tables: readonly DatasetTable[],
  entry: DatasetTable,
  { index, path }: { readonly index: number; readonly path: Path },
): readonly SettingsFinding[] {
  const { contents, select, alternatives } = entry;
  const written = {
    ...(contents && { contents }),
    ...(select && { select }),
    ...(alternatives && { alternatives }),
  };
  const asked = { ...asWritten(base, written), fromSettings: base.fromSettings ?? [] };
  const found = [
    ...checkYears(tables, index, path),
    ...checkContents(asked, contents, path),
    ...checkAlternatives(asked, alternatives, path),
    ...checkQuestion(asked, entry, path),
    ...Object.entries(entry.same ?? {}).flatMap(([dimension, named]) =>
      checkSame(base, dimension, named, [...path, 'same', dimension]),
    ),
  ];
  if (found.length > 0 || index === 0) return found;
  const [first, ...others] = [tables[0], entry].map((one) => keptOf(base, one));
  const isOther = others.some((one) => one !== first);
  if (!isOther || entry.break !== undefined || tables.slice(0, index).some((one) => one.break !== undefined)) return [];
  const text =
    `The figures of this table are kept by ${others.join()} and those of the table before by ${first ?? ''}: nothing is ` +
    'joined across that. Say so with break: { reason: …, reference: … }, or name the one category that is the same ' +
    'quantity under same.';
  return [{ path, text }];
}

function keptOf(base: DatasetDefinition, entry: DatasetTable | undefined): string {
  if (entry === undefined) return '';
  const { earlier = [], ...last } = overrideDataset(base, { tables: [entry] });
  return dimensionsKept(earlier[0] ?? last).join(', ');
}

function checkYears(tables: readonly DatasetTable[], index: number, path: Path): readonly SettingsFinding[] {
  const { from, to } = tables[index] ?? {};
  const before = tables[index - 1]?.to;
  const isFirst = index === 0;
  const isLast = index === tables.length - 1;
  const missing = [
    ...(!isFirst && from === undefined ? ["'from', its first period"] : []),
    ...(!isLast && to === undefined ? ["'to', its last period"] : []),
  ].map((what) => ({ path, text: `This table lacks ${what}: each table answers for years of its own.` }));
  const keys = [before, from, to].map((code) => (code === undefined ? null : keyOf(code)));
  const [ended, begins, ends] = keys;
  const written = { from, to };
  const unknown = (['from', 'to'] as const)
    .filter((field) => written[field] !== undefined && keyOf(written[field]) === null)
    .map((field) => ({ path: [...path, field], text: `'${written[field] ?? ''}' is not a period.` }));
  const overlaps = ended !== null && ended !== undefined && begins !== null && begins !== undefined && begins <= ended;
  const turned = begins !== null && begins !== undefined && ends !== null && ends !== undefined && ends < begins;
  return [
    ...missing,
    ...unknown,
    ...(overlaps
      ? [{ path: [...path, 'from'], text: `The table before answers up to '${before ?? ''}'; begin after that.` }]
      : []),
    ...(turned ? [{ path: [...path, 'to'], text: `'${to ?? ''}' lies before '${from ?? ''}'.` }] : []),
  ];
}

function keyOf(code: string): number | null {
  const period = parseTimePeriod(code);
  return period === null ? null : periodKey(period);
}

function checkSame(
  base: DatasetDefinition,
  dimension: string,
  named: Readonly<Record<string, string>>,
  path: Path,
): readonly SettingsFinding[] {
  const known = [...new Set(base.alternatives.flatMap(({ select }) => Object.keys(select)))];
  if (!known.includes(dimension)) {
    const text = `The dataset '${base.id}' has no variable '${dimension}'; ${allowedWords(dimension, known)}`;
    return [{ path, onKey: true, text }];
  }
  if (onlyCode(base, dimension) === null) {
    const text =
      `'${dimension}' has several categories in '${base.id}', and groups of one classification are never joined with ` +
      'those of another; write the new ones under select, the old variable as none, and a break.';
    return [{ path, onKey: true, text }];
  }
  if (Object.keys(named).length === 1) return [];
  return [{ path, text: "Write one variable of the new table and its code, as in { NACE2025: '00-99' }." }];
}
