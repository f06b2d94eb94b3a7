import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jobs } from '../../jobs/index.ts';
import { PipelineError } from '../../src/model/errors.ts';
import type { DatasetDefinition } from '../../src/model/data/job.ts';
import type { Settings } from '../../src/model/plan/settings.ts';
import { loadSettings } from '../../src/settings/load-settings.ts';
import { copyConfig } from '../support/edited-config.ts';
import { bundledPlaces } from '../../src/places/bundled/bundled-places.ts';

/** The settings that ship with this `datasets.yaml`. */
function settingsWith(text: string): Settings {
  const dir = copyConfig();
  writeFileSync(join(dir, 'datasets.yaml'), text);
  return loadSettings(dir, { jobs, places: bundledPlaces() });
}

/** Whether or not it is fetched. */
function datasetIn({ jobs: inForce, unused }: Settings, id: string): DatasetDefinition {
  const known = [...inForce.flatMap(({ datasets }) => datasets), ...unused.map(({ definition }) => definition)];
  const found = known.find((dataset) => dataset.id === id);
  if (found === undefined) throw new Error(`no dataset ${id}`);
  return found;
}

const shipped = (id: string) => datasetIn(loadSettings(copyConfig(), { jobs, places: bundledPlaces() }), id);

/** Every problem as `line:column text`. */
function problemsIn(text: string): readonly string[] {
  try {
    settingsWith(text);
    return [];
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    return error.message
      .split('\n')
      .slice(1)
      .map((line) => line.replace(/^.*datasets\.yaml:/, ''));
  }
}

describe('datasets.yaml', () => {
  test('of the settings that ship keeps every dataset that the program comes with', () => {
    const { jobs: inForce, unused } = loadSettings(copyConfig(), { jobs, places: bundledPlaces() });
    const asked = inForce.map((job) => ({
      ...job,
      datasets: job.datasets.map(({ fromSettings = [], ...one }) => {
        expect(fromSettings).toEqual([]);
        return one;
      }),
    }));
    expect(asked).toEqual(jobs);
    expect(unused).toEqual([]);
  });

  test('may be left out: the datasets that the indicators use are then those that the program comes with', () => {
    const dir = copyConfig();
    rmSync(join(dir, 'datasets.yaml'));
    const { jobs: inForce, unused } = loadSettings(dir, { jobs, places: bundledPlaces() });
    const kept = (id: string) => !['establishments', 'vacancies'].includes(id);
    expect(inForce).toEqual(jobs.map((job) => ({ ...job, datasets: job.datasets.filter(({ id }) => kept(id)) })));
    expect(unused.map(({ job, definition }) => [job, definition.id])).toEqual([
      ['new-companies', 'establishments'],
      ['skills', 'vacancies'],
    ]);
  });

  test('leaves every dataset that it does not name as it came', () => {
    const { jobs: inForce } = settingsWith("datasets: { employed-total: { table: '15001' } }\n");
    const others = (all: typeof inForce) =>
      all.flatMap(({ datasets }) => datasets).filter(({ id }) => id !== 'employed-total');
    const used = (all: typeof inForce) => others(all).filter(({ id }) => !['establishments', 'vacancies'].includes(id));
    expect(others(inForce)).toEqual(used(jobs));
  });

  test('puts another table in the place of one, and says which fields it has set', () => {
    const { table, fromSettings, ...rest } = datasetIn(
      settingsWith("datasets: { employed-total: { table: '15001' } }\n"),
      'employed-total',
    );
    expect([table, fromSettings]).toEqual(['15001', ['table']]);
    expect({ ...rest, table: '07984' }).toEqual(shipped('employed-total'));
  });

  test('lays codes over every alternative, variable by variable; none leaves a variable out', () => {
    const { alternatives } = datasetIn(
      settingsWith("datasets: { establishments: { select: { NACE2007: none, NACE2025: ['_T'] } } }\n"),
      'establishments',
    );
    const select = { AntAnsatte: ['99'], NACE2025: ['_T'] };
    expect(alternatives.map((one) => one.select)).toEqual([select, select]);
    // Other dimensions are kept apart from those that the figures taken in so far have.
    expect(alternatives.map(({ id }) => id)).toEqual(['municipalities-today@10309', 'municipality-divisions@10309']);
  });

  test('says which codes make up which total, in place of what the job says', () => {
    const written = "{ variable: NACE2007, total: '00-99', parts: [A, B, '00'] }";
    const yaml = `datasets: { employed-by-industry: { parts: [${written}] } }\n`;
    expect(shipped('employed-by-industry').parts).toHaveLength(1);
    expect(datasetIn(settingsWith(yaml), 'employed-by-industry').parts).toEqual([
      { variable: 'NACE2007', total: '00-99', parts: ['A', 'B', '00'] },
    ]);
  });

  test('takes what contents do not say from those they stand for', () => {
    const { contents } = datasetIn(
      settingsWith("datasets: { employed-total: { contents: [{ code: Arbeidende, unit: 'personer i alt' }] } }\n"),
      'employed-total',
    );
    expect(contents).toEqual([{ code: 'Arbeidende', unit: 'personer i alt', quantity: 'count', nil: 'counts' }]);
  });

  test('finds contents by what is written, and no longer by the pattern of the job', () => {
    const { contents } = datasetIn(
      settingsWith('datasets: { product-innovation: { contents: [{ code: Omsetning }] } }\n'),
      'product-innovation',
    );
    expect(contents).toEqual([{ code: 'Omsetning', unit: 'prosent|per cent|percent', quantity: 'percentage' }]);
  });

  test('takes what an alternative does not say from the one with its id, and leaves the others out', () => {
    const { alternatives } = datasetIn(
      settingsWith("datasets: { employment-rate: { alternatives: [{ id: municipality-divisions, time: '*' }] } }\n"),
      'employment-rate',
    );
    expect(alternatives).toEqual(shipped('employment-rate').alternatives.map((one) => ({ ...one, time: '*' })));
  });

  test('declares the break that a new table brings', () => {
    const { breaks } = settingsWith(
      "datasets: { employment-rate: { table: '16445', break: { period: '2026', reason: ny kilde, reference: Sak 1 } } }\n",
    );
    expect(breaks.at(-1)).toEqual({
      dataset: 'employment-rate',
      period: '2026',
      reason: 'ny kilde',
      reference: 'Sak 1',
    });
  });
});

describe('a dataset of two tables', () => {
  const total = `datasets:
  employed-total:
    tables:
      - { table: '07984', to: '2025' }
      - { table: '15001', from: '2026', same: { NACE2007: { NACE2025: _T } } }
`;
  const groups = `datasets:
  vacancies:
    tables:
      - { table: '08771', to: '2025K4' }
      - { table: '15005', from: '2026K1', select: { NACE2007: none, NACE2025: '*' }, break: { reason: SN2025, reference: Klass } }
`;

  test('is asked of the last, and of those before it in their own years', () => {
    const { table, years, earlier = [] } = datasetIn(settingsWith(total), 'employed-total');
    expect([table, years]).toEqual(['15001', { from: '2026' }]);
    expect(earlier.map((one) => [one.table, one.years])).toEqual([['07984', { to: '2025' }]]);
    expect(earlier[0]?.alternatives).toEqual(shipped('employed-total').alternatives);
  });

  test('asks the new table for the category that is the same quantity, and keeps it under the old name', () => {
    const { alternatives, sameAs } = datasetIn(settingsWith(total), 'employed-total');
    expect(alternatives.map(({ id, select, time }) => [id, select['NACE2025'], select['NACE2007'], time])).toEqual([
      ['municipalities-today', ['_T'], undefined, 'from(2026)'],
      ['municipality-divisions', ['_T'], undefined, 'from(2026)'],
    ]);
    expect(sameAs).toEqual([{ dimension: 'NACE2007', keptAs: '00-99', variable: 'NACE2025', code: '_T' }]);
  });

  test('keeps figures by other dimensions under alternatives that bear the number of the table', () => {
    const { alternatives, earlier = [] } = datasetIn(settingsWith(groups), 'vacancies');
    expect(earlier[0]?.alternatives.map(({ id }) => id)).toEqual(['national']);
    expect(alternatives.map(({ id }) => id)).toEqual(['national@15005']);
  });

  test('has a reason that goes on into the numbers without its full stop', () => {
    const [reason] = settingsWith(groups.replace('reason: SN2025', 'reason: Ny standard.'))
      .breaks.slice(-1)
      .map((one) => one.reason);
    expect(reason).toBe('Ny standard; 08771 → 15005');
  });

  test('has its break in the first period of the new table, which names both', () => {
    expect(settingsWith(groups).breaks.at(-1)).toEqual({
      dataset: 'vacancies',
      period: '2026K1',
      reason: 'SN2025; 08771 → 15005',
      reference: 'Klass',
    });
  });
});

const table = (second: string) => `datasets:
  employed-total:
    tables:
      - { table: '07984', to: '2025' }
      - { ${second} }
`;

describe('what is wrong in datasets.yaml is said with line and column', () => {
  test.each([
    [
      'a dataset that no job fetches',
      "datasets:\n  employed-totl: { table: '15001' }\n",
      /^2:3 No job fetches a dataset 'employed-totl'; did you mean 'employed-total'\? Allowed: /,
    ],
    [
      'a field that there is none of',
      "datasets:\n  employed-total:\n    tabel: '15001'\n",
      /^3:5 The key 'tabel' is not known here; did you mean 'table'\? /,
    ],
    [
      'a table number without quotes',
      'datasets:\n  employed-total: { table: 15001 }\n',
      /^2:28 .*five digits in quotes/,
    ],
    [
      'a pattern that is none',
      "datasets:\n  employed-total: { contents: [{ unit: '(personer' }] }\n",
      /^2:40 This pattern is not a regular expression/,
    ],
    [
      'contents that stand for none of the job',
      'datasets:\n  education-level: { contents: [{ code: Andel }] }\n',
      /^2:33 There is no contents of the job with this code to take the rest from, and 'unit', 'quantity' is missing/,
    ],
    [
      'an alternative that stands for none of the job',
      'datasets:\n  employment-rate: { alternatives: [{ id: country, coverage: national }] }\n',
      /^2:37 There is no alternative of the job with this id to take the rest from, and 'otherVariables', 'time' is missing/,
    ],
    [
      'one table alone under tables',
      "datasets:\n  vacancies: { tables: [{ table: '15005' }] }\n",
      /^2:24 One table alone is written `table`/,
    ],
    ['a table without its first period', table("table: '15001'"), /^5:9 This table lacks 'from', its first period/],
    [
      'years that overlap',
      table("table: '15001', from: '2025'"),
      /^5:33 The table before answers up to '2025'; begin after that\./,
    ],
    [
      'a category of a variable that the dataset lacks',
      table("table: '15001', from: '2026', same: { NACE2008: { NACE2025: _T } }"),
      /^5:49 The dataset 'employed-total' has no variable 'NACE2008'; did you mean 'NACE2007'\?/,
    ],
    [
      'other variables without a word of a break',
      table("table: '15001', from: '2026', select: { NACE2007: none, NACE2025: ['00-99'] }"),
      /^5:9 The figures of this table are kept by Alder, Kjonn, NACE2025 and those of the table before by Alder, Kjonn, NACE2007: nothing is joined across that\./,
    ],
    [
      'groups that are to be joined with other groups',
      "datasets:\n  vacancies:\n    tables:\n      - { table: '08771', to: '2025K4' }\n      - { table: '15005', from: '2026K1', same: { NACE2007: { NACE2025: '01-96' } } }\n",
      /^5:51 'NACE2007' has several categories in 'vacancies', and groups of one classification are never joined with those of another/,
    ],
  ])('%s', (_, text, expected) => {
    const [problem = '', ...others] = problemsIn(text);
    expect(problem).toMatch(expected);
    expect(others).toEqual([]);
  });

  test('a table and tables beside each other', () => {
    const both = table("table: '15001', from: '2026', same: { NACE2007: { NACE2025: _T } }").replace(
      'employed-total:\n',
      "employed-total:\n    table: '15001'\n",
    );
    expect(problemsIn(both)).toEqual([expect.stringMatching(/^3:5 'table' and 'tables' stand here both/) as string]);
  });
});

test('the examples in config/README.md are settings that hold', () => {
  const readme = readFileSync('config/README.md', 'utf8');
  const examples = [...readme.matchAll(/^```yaml\n(datasets:\n[^]*?)^```/gm)].map(([, example = '']) => example);
  expect(examples).toHaveLength(2);
  for (const example of examples) expect(problemsIn(example)).toEqual([]);
});
