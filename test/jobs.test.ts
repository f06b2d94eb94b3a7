import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { jobs } from '../jobs/index.ts';
import { readCron } from '../src/model/cron.ts';

const datasets = jobs.flatMap((job) => job.datasets);

function minutesOfDay(schedule: string): number[] {
  const { hours, minutes } = readCron(schedule);
  return hours.flatMap((hour) => minutes.map((minute) => hour * 60 + minute));
}

describe('the jobs', () => {
  test('every file beside the index is listed in it', async () => {
    const files = readdirSync('jobs').filter((name) => name.endsWith('.ts') && name !== 'index.ts');
    const modules = await Promise.all(
      files.map((name) => import(new URL(`../jobs/${name}`, import.meta.url).pathname) as Promise<object>),
    );
    const defined = modules.flatMap((module) => Object.values(module) as unknown[]);
    expect(new Set(defined)).toEqual(new Set(jobs));
    expect(files.sort()).toEqual(jobs.map((job) => `${job.id}.ts`).sort());
  });

  test('no two jobs, and no two datasets, share an id', () => {
    expect(new Set(jobs.map((job) => job.id)).size).toBe(jobs.length);
    expect(new Set(datasets.map((dataset) => dataset.id)).size).toBe(datasets.length);
  });

  test('no two alternatives of a dataset share an id', () => {
    for (const { id, alternatives } of datasets) {
      expect(new Set(alternatives.map((alternative) => alternative.id)).size, id).toBe(alternatives.length);
    }
  });

  test.each(jobs)('$id is plain data that survives JSON', (job) => {
    expect(JSON.parse(JSON.stringify(job))).toEqual(job);
  });

  test.each(jobs)('$id has a schedule of five fields', (job) => {
    expect(job.schedule.split(' ')).toHaveLength(5);
    expect(minutesOfDay(job.schedule).length).toBeGreaterThan(0);
  });

  test.each(jobs)('$id runs neither in the hour that summer time moves nor while figures are being replaced', (job) => {
    const forbidden = minutesOfDay(job.schedule).filter(
      (minute) => (minute >= 120 && minute < 180) || (minute >= 300 && minute < 495),
    );
    expect(forbidden).toEqual([]);
  });

  test('no two jobs start in the same minute', () => {
    const starts = jobs.flatMap((job) => minutesOfDay(job.schedule));
    expect(new Set(starts).size).toBe(starts.length);
  });

  test.each(datasets)('$id asks for each of its contents by code or by label, never both', (dataset) => {
    for (const { code, labelled } of dataset.contents) {
      expect([code, labelled].filter((selector) => selector !== undefined)).toHaveLength(1);
    }
  });

  test.each(datasets)('the patterns of $id are regular expressions', (dataset) => {
    const selections = dataset.alternatives.flatMap((alternative) => Object.values(alternative.select));
    const labels = selections.flatMap((selection) =>
      typeof selection === 'object' && 'labelled' in selection ? [selection.labelled] : [],
    );
    const patterns = dataset.contents.flatMap((contents) => [
      contents.unit,
      ...(contents.labelled ? [contents.labelled] : []),
    ]);
    for (const pattern of [...labels, ...patterns]) expect(() => new RegExp(pattern, 'i')).not.toThrow();
  });

  test.each(datasets)('only national figures of $id are asked for without places', (dataset) => {
    for (const alternative of dataset.alternatives) {
      expect(alternative.regions === undefined, alternative.id).toBe(alternative.coverage === 'national');
    }
  });

  test.each(datasets)('percentages of $id are never asked for through a list that sums', (dataset) => {
    const percentages = dataset.contents.some((contents) => contents.quantity === 'percentage');
    const summed = dataset.alternatives.filter((alternative) => alternative.regions?.codeList !== undefined);
    expect(percentages && summed.length > 0).toBe(false);
  });

  test('no job names a municipality or a region code', () => {
    expect(JSON.stringify(jobs)).not.toMatch(/drammen|K[.-]\d|F-\d|"\d{4}"/i);
  });
});

describe('the pattern for every new enterprise', () => {
  const selection = datasets.find((dataset) => dataset.id === 'new-enterprises')?.alternatives[0]?.select['Kjonn'];
  const pattern = new RegExp(typeof selection === 'object' && 'labelled' in selection ? selection.labelled : '^$', 'i');

  test.each(['Alle foretak', 'Begge kjønn', 'Foretak i alt', 'I alt', 'Totalt', 'Foretak'])('accepts "%s"', (label) => {
    expect(label).toMatch(pattern);
  });

  test.each(['Kvinner', 'Menn', 'Foretak etablert av kvinner', 'Alle kvinner', 'Uoppgitt'])('refuses "%s"', (label) => {
    expect(label).not.toMatch(pattern);
  });
});

describe('the pattern for turnover from product innovations', () => {
  const contents = datasets.find((dataset) => dataset.id === 'product-innovation')?.contents[0];
  const pattern = new RegExp(contents?.labelled ?? '^$', 'i');

  test.each(['Omsetning fra produktinnovasjoner', 'Andel av omsetningen som kommer fra produktinnovasjoner (prosent)'])(
    'accepts "%s"',
    (label) => {
      expect(label).toMatch(pattern);
    },
  );

  test.each(['Foretak med produktinnovasjon', 'Omsetning', 'Omsetning fra produktinnovasjoner nye for markedet'])(
    'refuses "%s"',
    (label) => {
      expect(label).not.toMatch(pattern);
    },
  );
});
