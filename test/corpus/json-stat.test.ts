import JSONstat from 'jsonstat-toolkit';
import type { ToolkitDataset } from 'jsonstat-toolkit';
import { describe, expect, it } from 'vitest';
import { seriesKey } from '../../src/model/data/cube.ts';
import type { Cube } from '../../src/model/data/cube.ts';
import { PipelineError } from '../../src/model/errors.ts';
import { readJsonStat } from '../../src/normalise/json-stat/read-json-stat.ts';
import { refusalOf } from '../normalise/cube-cells.ts';
import { CORPUS_IS_HERE, corpusDocument, corpusFiles } from './corpus-files.ts';
import { OTHER_DOCUMENTS, REFUSED_DATASETS } from './refused-documents.ts';

if (!CORPUS_IS_HERE) console.log('Skipped: the recorded answers in ../shared/data are not on this machine.');

const reasons: Readonly<Record<string, string>> = {
  ...OTHER_DOCUMENTS,
  ...Object.fromEntries(Object.entries(REFUSED_DATASETS).map(([path, { reason }]) => [path, reason])),
};
const read = corpusFiles().filter((path) => reasons[path] === undefined);

/** Bundles and collections, and the datasets in them that have time. */
const MEMBERS = ['oecd-canada-bundle-1.x.json', 'oecd-canada-col.json'].flatMap((file) =>
  ['oecd', 'canada'].map((name) => [`jsonstat-corpus/json-stat.org/${file}`, name] as const),
);

describe.skipIf(!CORPUS_IS_HERE)('recorded answers of statistical offices', () => {
  it('are there in the number this test was written for', () => {
    const refused = { datasets: Object.keys(REFUSED_DATASETS).length, others: Object.keys(OTHER_DOCUMENTS).length };
    expect({ read: read.length, ...refused }).toEqual({ read: 57, datasets: 17, others: 51 });
  });

  it.each(read)('%s is read as jsonstat-toolkit reads it', (path) => {
    expectSameReading(() => corpusDocument(path));
  });

  it.each(MEMBERS)('%s holds %s, which is read as jsonstat-toolkit reads it', (path, name) => {
    expectSameReading(() => memberOf(path, name));
  });

  it('that the toolkit opens and this reader refuses each have somebody at fault', () => {
    const opened = Object.keys(REFUSED_DATASETS).filter((path) => openWithToolkit(corpusDocument(path)).id.length > 0);
    expect(opened).toEqual(Object.keys(REFUSED_DATASETS));
    for (const { fault } of Object.values(REFUSED_DATASETS))
      expect(fault).toMatch(/^(nobody|the document|the source): /);
  });

  it.each(Object.entries(reasons))('%s is refused: %s', (path, reason) => {
    const error = refusalOf(() => readJsonStat(corpusDocument(path)));
    expect(error.code).toBe('source-contract');
    expect(error.message).toContain(reason);
  });
});

function memberOf(path: string, name: string): unknown {
  const document = corpusDocument(path) as Readonly<Record<string, unknown>> & { link?: { item: object[] } };
  if (document.link === undefined) return { [name]: document[name] };
  return { version: '2.0', ...document.link.item[name === 'oecd' ? 0 : 1] };
}

/** Cells, symbols and labels; the document is read afresh each time, for the toolkit changes what it is given. */
function expectSameReading(document: () => unknown): void {
  const given = document();
  const cube = readJsonStat(given);
  expect(given).toEqual(document());
  const oracle = openWithToolkit(document());
  expect(labelsOf(cube)).toEqual(labelsByToolkit(oracle));
  expect(differencesFrom(oracle, cube)).toEqual([]);
  expect(cube.values).toHaveLength(oracle.value!.length);
}

interface ValidatorCase {
  readonly id: string;
  readonly input: unknown;
}

/** What the reader says to each case of the JSON-stat validator: read, or a part of its reason. */
const VALIDATOR_CASES: Readonly<Record<string, string>> = {
  'valid/minimal-dataset': 'read',
  'valid/sparse-dataset': 'no time dimension',
  'valid/collection-embedded': 'the text "collection"',
  'valid/hierarchy': 'no time dimension',
  'invalid/value-len-mismatch': 'its "value" has 3',
  'invalid/id-size-len-mismatch': 'but 2 sizes',
  'invalid/dim-key-id-mismatch': 'lists the dimension year but does not describe',
  'invalid/sparse-key-out-of-range': 'no time dimension',
  'invalid/role-id-unknown': 'names the text "nope"',
  'invalid/status-len-mismatch': 'its "status" has 3',
  'invalid/index-count-mismatch': 'has the size 3 but 2 categories',
  'invalid/index-positions-invalid': 'none at position 1',
  'invalid/label-key-unknown': 'no time dimension',
  'invalid/unit-key-unknown': 'no time dimension',
  'invalid/coord-key-unknown': 'no time dimension',
  'invalid/note-key-unknown': 'no time dimension',
  'invalid/child-id-unknown': 'no time dimension',
  'invalid/child-cycle': 'no time dimension',
  'invalid/metric-unit-missing': 'no time dimension',
  'invalid/bundle-deprecated': 'no time dimension',
};

describe.skipIf(!CORPUS_IS_HERE)('the cases of the JSON-stat validator', () => {
  const cases = CORPUS_IS_HERE ? (corpusDocument('jsonstat-corpus/validator/cases.json') as ValidatorCase[]) : [];

  it('are the ones this test knows', () => {
    expect(cases.map(({ id }) => id)).toEqual(Object.keys(VALIDATOR_CASES));
  });

  it.each(cases.map((each) => [each.id, VALIDATOR_CASES[each.id]!, each.input] as const))(
    '%s: %s',
    (_, outcome, input) => {
      expect(outcomeOf(input)).toContain(outcome);
    },
  );
});

function outcomeOf(input: unknown): string {
  try {
    readJsonStat(input);
    return 'read';
  } catch (error) {
    if (error instanceof PipelineError) return error.message;
    throw error;
  }
}

/** The toolkit changes what it is given, so it gets a copy of its own, with values and all. */
function openWithToolkit(document: unknown): ToolkitDataset {
  const opened = JSONstat(document as object);
  return opened.class === 'bundle' ? opened.Dataset(0)! : opened;
}

type Labels = Readonly<Record<string, { readonly label: string | null; readonly categories: readonly string[] }>>;

function labelsOf(cube: Cube): Labels {
  return Object.fromEntries(
    [...cube.dimensions, cube.time].map(({ code, label, categories }) => [
      code,
      { label, categories: categories.map((each) => `${each.code} ${each.label}`) },
    ]),
  );
}

function labelsByToolkit(oracle: ToolkitDataset): Labels {
  return Object.fromEntries(
    oracle.id.map((code) => {
      const dimension = oracle.Dimension(code)!;
      const categories = dimension.id.map((each) => `${each} ${String(dimension.Category(each)!.label)}`);
      return [code, { label: dimension.label, categories }];
    }),
  );
}

/** Cells whose number or symbol differs from what the toolkit gives for the same codes, the first few. */
function differencesFrom(oracle: ToolkitDataset, cube: Cube): readonly string[] {
  const series = new Map(cube.seriesKeys.map((key, position) => [key, position]));
  const columns = new Map(cube.periods.map(({ code }, position) => [code, position]));
  const found: string[] = [];
  oracle.Unflatten((codes, { value, status }) => {
    const key = seriesKey(cube.dimensions.map(({ code }) => codes[code]!));
    const period = codes[cube.time.code]!;
    const cell = series.get(key)! * cube.periods.length + columns.get(period)!;
    const own = Number.isNaN(cube.values[cell]) ? null : cube.values[cell];
    const symbol = cube.symbolTable[cube.symbols[cell]!];
    if ((own === value && symbol === (status ?? '')) || found.length === 5) return;
    found.push(
      `${key} in ${period}: ${JSON.stringify([own, symbol])}, the toolkit has ${JSON.stringify([value, status])}`,
    );
  });
  return found;
}
