import { expect, test } from 'vitest';
import { parseYaml } from '../../src/settings/read-yaml.ts';
import { newDatasetsText, withDataset, withRoomForDatasets } from '../../src/settings/write/datasets-text.ts';

const OWN = { id: 'own', title: 'Egne tabeller', schedule: '52 8 * * 1-5' };
const ADDED = { lines: ['# Added.', 'people:', '  job: own', '  keep: true'], job: OWN };
const OWN_LINE = "- { id: own, title: Egne tabeller, schedule: '52 8 * * 1-5' } # Oslo time";

/** With the lines of the file given one by one. */
const lines = (...text: readonly string[]) => `${text.join('\n')}\n`;

test('a new file has the line of its schema, the job and the dataset', () => {
  const text = newDatasetsText(ADDED);
  expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=schema/datasets.schema.json');
  expect(parseYaml('datasets.yaml', text).value).toEqual({
    jobs: [OWN],
    datasets: { people: { job: 'own', keep: true } },
  });
});

test('a dataset goes below the last one, with the comments that belong to it, and a job below the last job', () => {
  const text = lines(
    '# First.',
    'jobs:',
    '    - id: mine # a list as far in as somebody likes',
    '      title: Min',
    "      schedule: '50 8 * * *'",
    '    # more of mine',
    '',
    'datasets:',
    '    # for analysts',
    '    vacancies: { keep: true } # kept',
    '    population:',
    '        table: "07459"',
    '        # more of population',
    '# The end.',
  );
  expect(withDataset(text, ADDED)).toBe(
    lines(
      '# First.',
      'jobs:',
      '    - id: mine # a list as far in as somebody likes',
      '      title: Min',
      "      schedule: '50 8 * * *'",
      '    # more of mine',
      `    ${OWN_LINE}`,
      '',
      'datasets:',
      '    # for analysts',
      '    vacancies: { keep: true } # kept',
      '    population:',
      '        table: "07459"',
      '        # more of population',
      '    # Added.',
      '    people:',
      '      job: own',
      '      keep: true',
      '# The end.',
    ),
  );
});

test('a file without jobs gets them at its end; one that does not end in a line break too', () => {
  expect(withDataset('datasets:\n  vacancies: { keep: true }', ADDED)).toBe(
    lines(
      'datasets:',
      '  vacancies: { keep: true }',
      '  # Added.',
      '  people:',
      '    job: own',
      '    keep: true',
      '',
      'jobs:',
      `  ${OWN_LINE}`,
    ),
  );
});

test('a job that is there is not added', () => {
  const text = withDataset('datasets:\n  vacancies: { keep: true }\n', { ...ADDED, job: null });
  expect(text).toBe(
    lines('datasets:', '  vacancies: { keep: true }', '  # Added.', '  people:', '    job: own', '    keep: true'),
  );
});

test('empty braces give way', () => {
  const text = withDataset('# Mine.\ndatasets: {} # none yet\n', { ...ADDED, job: null });
  expect(text).toBe(
    lines('# Mine.', 'datasets: # none yet', '  # Added.', '  people:', '    job: own', '    keep: true'),
  );
});

test('line breaks stay as they are on Windows', () => {
  const text = withDataset('datasets:\r\n  vacancies: { keep: true }\r\n', { ...ADDED, job: null });
  expect(text).toBe(
    'datasets:\r\n  vacancies: { keep: true }\r\n  # Added.\r\n  people:\r\n    job: own\r\n    keep: true\r\n',
  );
});

test.each([
  ['datasets within braces', 'datasets: { vacancies: { keep: true } }\n'],
  [
    'jobs within brackets',
    "jobs: [{ id: mine, title: Min, schedule: '0 9 * * *' }]\ndatasets:\n  vacancies: { keep: true }\n",
  ],
])('%s take no line', (_, text) => {
  expect(withDataset(text, ADDED)).toBeNull();
});

test.each([
  ['nothing', ''],
  ['comments', '# none yet\n'],
  ['comments without an end to the line', '# none yet'],
  ['the last one taken out', '# ours\ndatasets:\n'],
  ['the last one taken out, with a comment', 'datasets: # none\r\n'],
  ['jobs alone', "jobs:\n  - { id: mine, title: Min, schedule: '50 8 * * *' }\n"],
])('where the file holds %s, the first dataset is put in and all else is kept', (_, text) => {
  const after = withDataset(withRoomForDatasets(text), ADDED) ?? '';
  const { jobs, datasets } = parseYaml('datasets.yaml', after).value as { jobs: readonly object[]; datasets: object };
  expect(datasets).toEqual({ people: { job: 'own', keep: true } });
  expect(jobs.at(-1)).toEqual(OWN);
  for (const line of text.split(/\r?\n/)) expect(after.split(/\r?\n/)).toContain(line);
});

test.each(['datasets: [1', 'datasets: { a: 1 }\n', '- datasets\n', 'hello\n'])(
  'what is there already, or is no group, gets no room: %j',
  (text) => {
    expect(withRoomForDatasets(text)).toBe(text);
  },
);
