import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jobs } from '../../jobs/index.ts';
import { PipelineError } from '../../src/model/errors.ts';
import type { Settings } from '../../src/model/plan/settings.ts';
import { loadSettings } from '../../src/settings/load-settings.ts';
import { copyConfig, type Edit } from '../support/edited-config.ts';
import { bundledPlaces } from '../../src/places/bundled/bundled-places.ts';

const JOB = "jobs: [{ id: people, title: Befolkning, schedule: '52 8 * * 1-5' }]\n";

/** A whole dataset on a table of the population, in a job, kept whether or not an indicator uses it. */
const population = (job: string) => `datasets:
  population:
    job: ${job}
    keep: true
    title: Folkemengde
    titleEn: Population
    table: '07459'
    allowedAgeDays: 430
    contents: [{ code: Personer1, unit: 'persons?|personer', quantity: count }]
    alternatives:
      - id: municipalities-today
        coverage: municipality
        regions: { variable: Region, places: own-and-peers, codeList: { id: agg_KommSummer, prefix: K- } }
        otherVariables: total
        time: from(2008)
`;

const unkept = (yaml: string) => yaml.replace('    keep: true\n', '');

function settingsWith(text: string, ...edits: readonly Edit[]): Settings {
  const dir = copyConfig(...edits);
  writeFileSync(join(dir, 'datasets.yaml'), text);
  return loadSettings(dir, { jobs, places: bundledPlaces() });
}

/** Every problem as `file:line:column text`, with the file's name alone. */
function problemsIn(text: string, ...edits: readonly Edit[]): readonly string[] {
  try {
    settingsWith(text, ...edits);
    return [];
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    return error.message
      .split('\n')
      .slice(1)
      .map((line) => line.replace(/^.*\/([^/]+\.yaml:)/, '$1'));
  }
}

/** The indicator of jobs asks the added dataset instead. */
const USED: Edit = [
  'indicators/job-growth.yaml',
  "dataset: employed-total\n    terms:\n      - NACE2007: ['00-99']",
  'dataset: population\n    terms:\n      - ContentsCode: [Personer1]',
];

describe('a dataset that datasets.yaml adds', () => {
  test('joins a job that the program comes with, after its own', () => {
    const { jobs: inForce } = settingsWith(population('employment'));
    const job = inForce.find(({ id }) => id === 'employment');
    expect(job?.schedule).toBe('26 8 * * 1-5');
    expect(job?.datasets.map(({ id }) => id)).toEqual(['employment-rate', 'population']);
    expect(job?.datasets[1]).toEqual({
      id: 'population',
      title: 'Folkemengde',
      titleEn: 'Population',
      table: '07459',
      allowedAgeDays: 430,
      contents: [{ code: 'Personer1', unit: 'persons?|personer', quantity: 'count' }],
      alternatives: [
        {
          id: 'municipalities-today',
          coverage: 'municipality',
          regions: { variable: 'Region', places: 'own-and-peers', codeList: { id: 'agg_KommSummer', prefix: 'K-' } },
          select: {},
          otherVariables: 'total',
          time: 'from(2008)',
        },
      ],
      fromSettings: ['job', 'title', 'titleEn', 'table', 'allowedAgeDays', 'contents', 'alternatives'],
    });
  });

  test('may be in a job of its own, which runs in Oslo time', () => {
    const { jobs: inForce } = settingsWith(JOB + population('people'));
    expect(inForce.at(-1)).toMatchObject({ id: 'people', schedule: '52 8 * * 1-5', timeZone: 'Europe/Oslo' });
    expect(inForce.at(-1)?.datasets.map(({ id }) => id)).toEqual(['population']);
  });

  test('is fetched because an indicator uses it, as one of the program is', () => {
    const { jobs: inForce, unused } = settingsWith(unkept(JOB + population('people')), USED);
    expect(inForce.at(-1)?.id).toBe('people');
    expect(unused.map(({ definition }) => definition.id)).toEqual(['employed-total', 'establishments', 'vacancies']);
  });

  test('that nothing uses and nobody keeps is not fetched, and its job does not run', () => {
    const { jobs: inForce, unused } = settingsWith(unkept(JOB + population('people')));
    expect(inForce.map(({ id }) => id)).not.toContain('people');
    expect(unused.map(({ job, definition }) => `${job}/${definition.id}`)).toContain('people/population');
  });

  test('may follow from one table to the next, like any other', () => {
    const yaml = (JOB + population('people')).replace(
      "table: '07459'",
      "tables: [{ table: '06913', to: '2010' }, { table: '07459', from: '2011' }]",
    );
    const dataset = settingsWith(yaml).jobs.at(-1)?.datasets[0];
    expect(dataset?.table).toBe('07459');
    expect(dataset?.earlier?.map(({ table, years }) => [table, years])).toEqual([['06913', { to: '2010' }]]);
    expect(dataset?.alternatives[0]).toMatchObject({ id: 'municipalities-today', time: 'from(2011)' });
  });

  test('has its terms checked where an indicator names it', () => {
    const kjonn: Edit = ['indicators/job-growth.yaml', 'ContentsCode: [Personer1]', "Kjonn: ['3']"];
    const selecting = population('employment').replace(
      'otherVariables: total',
      "select: { Kjonn: ['1', '2'] }\n        otherVariables: refuse",
    );
    expect(problemsIn(selecting, USED, kjonn)).toEqual([expect.stringMatching(/job-growth\.yaml.*'3'.*'1', '2'/)]);
  });
});

describe('what is wrong with a dataset that is added is said with its line and the nearest name', () => {
  test.each([
    [
      'a job nobody has',
      population('employmnt'),
      /^datasets\.yaml:3:10 There is no job 'employmnt'; did you mean 'employment'\?/,
    ],
    [
      'no job',
      population('employment').replace('    job: employment\n', ''),
      /^datasets\.yaml:2:3 No job fetches a dataset 'population'; .*job: jobs\.$/,
    ],
    [
      'a name of the program',
      population('employment').replace('  population:', '  employed-total:'),
      /^datasets\.yaml:3:5 The dataset 'employed-total' comes with the program, in the job 'jobs'; leave 'job' out/,
    ],
    [
      'a name that is handed in',
      population('employment').replace('  population:', '  survey:'),
      /'survey' are handed in and not fetched/,
    ],
    [
      'a name that is no id',
      population('employment').replace('  population:', '  Folk_i_by:'),
      /'Folk_i_by' is not an id/,
    ],
    [
      'fields that are missing',
      'datasets: { population: { job: jobs, title: Folk } }\n',
      /'table', 'allowedAgeDays', 'contents', 'alternatives' is missing/,
    ],
    [
      'contents without a unit',
      population('employment').replace("unit: 'persons?|personer', ", ''),
      /^datasets\.yaml:9:16 A dataset that is added says everything itself, and 'unit' is missing/,
    ],
    [
      'an alternative without time',
      population('employment').replace('        time: from(2008)\n', ''),
      /A dataset that is added says everything itself, and 'time' is missing/,
    ],
    [
      'a key nobody knows',
      population('employment').replace('allowedAgeDays', 'alowedAgeDays'),
      /The key 'alowedAgeDays' is not known here; did you mean 'allowedAgeDays'\?/,
    ],
    [
      'percentages through a list that sums',
      population('employment').replace('quantity: count', 'quantity: percentage'),
      /'municipalities-today' asks for percentages through 'agg_KommSummer'/,
    ],
    [
      'a job of the program, again',
      JOB.replace('people', 'jobs') + population('jobs'),
      /^datasets\.yaml:1:14 The job 'jobs' comes with the program/,
    ],
    ['a schedule that is none', JOB.replace('52 8', '62 8') + population('people'), /^datasets\.yaml:1:51 .*"62"/],
  ])('%s', (_, yaml, expected) => {
    expect(problemsIn(yaml)).toEqual([expect.stringMatching(expected)]);
  });
});

test('an indicator names no variable that the dataset takes the total of: no figure would ever be found', () => {
  const term: Edit = ['indicators/job-growth.yaml', 'dataset: employed-total', 'dataset: population'];
  const problems = problemsIn(population('employment'), term).join('\n');
  expect(problems).toMatch(/job-growth\.yaml:\d+:\d+ The dataset 'population' has no dimension 'NACE2007'; allowed:/);
  expect(problems).toContain('What the dataset takes the total of is not named here, or asked for under its select.');
});
