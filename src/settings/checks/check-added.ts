import { readCron } from '../../model/cron.ts';
import type { JobDefinition } from '../../model/data/job.ts';
import { SURVEY } from '../../model/data/survey.ts';
import { allowedWords, nearestWord } from '../../platform/nearest-word.ts';
import type { AddedJob, DatasetEntry } from '../files/datasets-file.ts';
import type { Path, SettingsFinding } from '../problem.ts';

/** Names of figures that the municipality hands in. */
const HANDED_IN: readonly string[] = [SURVEY.dataset, 'municipal-emissions'];
const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Jobs that `datasets.yaml` adds must have names of their own and schedules that can be read. */
export function checkAddedJobs(added: readonly AddedJob[], jobs: readonly JobDefinition[]): readonly SettingsFinding[] {
  return added.flatMap(({ id, schedule }, index) => {
    const path = ['jobs', index];
    const isShipped = jobs.some((job) => job.id === id);
    const isRepeated = added.findIndex((one) => one.id === id) < index;
    const taken = `The job '${id}' comes with the program; name it under a dataset (job: ${id}), or choose another id here.`;
    const problem = problemOfSchedule(schedule);
    return [
      ...(isShipped ? [{ path: [...path, 'id'], text: taken }] : []),
      ...(isRepeated ? [{ path: [...path, 'id'], text: `The job '${id}' is already in this list.` }] : []),
      ...(problem === null ? [] : [{ path: [...path, 'schedule'], text: problem }]),
    ];
  });
}

/** What is wrong with a cron expression, as a sentence; `null` for nothing. */
export function problemOfSchedule(schedule: string): string | null {
  try {
    readCron(schedule);
    return null;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

/** Why a dataset that is added cannot have a name, as a sentence; `null` where it can. */
export function problemOfName(id: string): string | null {
  if (HANDED_IN.includes(id)) return `The figures '${id}' are handed in and not fetched; choose another name.`;
  if (ID.test(id)) return null;
  return `'${id}' is not an id: write small letters a-z and digits, with hyphens between words.`;
}

/** A dataset of the program stays in its job: `job` would add it a second time. */
export function checkNoJob(
  id: string,
  entry: DatasetEntry,
  { path, job }: { readonly path: Path; readonly job: string },
): readonly SettingsFinding[] {
  const text = `The dataset '${id}' comes with the program, in the job '${job}'; leave 'job' out, or choose another name for a dataset of your own.`;
  return entry.job === undefined ? [] : [{ path: [...path, 'job'], onKey: true, text }];
}

interface KnownNames {
  readonly path: Path;
  readonly jobs: readonly string[];
  readonly known: readonly string[];
}

/** An entry under a name that no job fetches adds a dataset: it must name a job there is, and say everything itself. */
export function checkAdded(
  id: string,
  entry: DatasetEntry,
  { path, jobs, known }: KnownNames,
): readonly SettingsFinding[] {
  if (entry.job === undefined) {
    const text = `No job fetches a dataset '${id}'; ${allowedWords(id, known)} To add a dataset of that name, write also which job it belongs to, as in job: ${jobs[0] ?? 'own'}.`;
    return [{ path, onKey: true, text }];
  }
  const noName = problemOfName(id);
  const noJob = `There is no job '${entry.job}'; ${allowedWords(entry.job, jobs)} A job of its own is written under jobs, at the top of the file.`;
  return [
    ...(noName === null ? [] : [{ path, onKey: true, text: noName }]),
    ...(jobs.includes(entry.job) ? [] : [{ path: [...path, 'job'], text: noJob }]),
    ...lackOf(id, entry, { path, known }),
  ];
}

function lackOf(
  id: string,
  entry: DatasetEntry,
  { path, known }: Pick<KnownNames, 'path' | 'known'>,
): readonly SettingsFinding[] {
  const isAsked = entry.tables !== undefined;
  const lacking = [
    ...(entry.title === undefined ? ['title'] : []),
    ...(entry.table === undefined && !isAsked ? ['table'] : []),
    ...(entry.allowedAgeDays === undefined ? ['allowedAgeDays'] : []),
    ...(entry.contents === undefined ? ['contents'] : []),
    ...(entry.alternatives === undefined ? ['alternatives'] : []),
  ].map((field) => `'${field}'`);
  if (lacking.length === 0) return [];
  const near = nearestWord(id, known);
  const meant = near === null ? '' : ` If '${near}' is meant, write that name without job.`;
  const text = `The dataset '${id}' is added here, and ${lacking.join(', ')} is missing; \`dataset add <table>\` writes a whole one.${meant}`;
  return [{ path, onKey: true, text }];
}
