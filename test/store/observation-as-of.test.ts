import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storePublication } from '../../src/store/intake/store-publication.ts';
import { examples } from '../support/examples.ts';
import { asOfByProgram, asOfByView, momentsOf } from './support/as-of.ts';
import { buildPublication, regions, type TestCell, type TestCube } from './support/build-publication.ts';
import { storeWithRun } from './support/temporary-database.ts';

const DATASET = 'jobs-by-industry';
const accept = () => 'keep' as const;

interface Step {
  readonly cube: TestCube;
  readonly alternative?: string;
  readonly completeness?: 'whole' | 'partial';
}

describe('out_observation_asof', () => {
  const january: Step = { cube: regions({ 'K-3301': [50_000, 50_600], 'K-3203': [40_000, '..'] }) };
  const february: Step = { cube: regions({ 'K-3301': [50_000, 50_700], 'K-3203': [40_000, 40_400] }) };
  const without: Step = { cube: regions({ 'K-3301': [50_000, 50_700] }) };
  const raw: Step = { cube: regions({ '3301': [1, 2] }), alternative: 'divisions' };

  it('has nothing before the first publication', () => {
    expect(asOfByView(storeWith([january]), DATASET, '2023-12-31T23:59:59.999Z')).toEqual([]);
  });

  it('has each figure once, as it was on the day', () => {
    const store = storeWith([january, february]);
    const known = (at: string) => asOfByView(store, DATASET, at).map(([key, period, value]) => [key, period, value]);
    expect(known('2024-01-01T23:59:59.999Z')).toEqual([
      ['Jobs|K-3203', 2022000, 40_000],
      ['Jobs|K-3203', 2023000, null],
      ['Jobs|K-3301', 2022000, 50_000],
      ['Jobs|K-3301', 2023000, 50_600],
    ]);
    expect(known('2024-01-02T23:59:59.999Z')[3]).toEqual(['Jobs|K-3301', 2023000, 50_700]);
  });

  it('has the figures of the query that was used then, and of no other', () => {
    const store = storeWith([january, raw, february]);
    const alternatives = store.sqlite
      .prepare(
        'SELECT newest_publication_id, group_concat(DISTINCT alternative) FROM out_observation_asof GROUP BY 1 ORDER BY 1',
      )
      .raw()
      .all();
    expect(alternatives).toEqual([
      [1, 'grouped'],
      [2, 'divisions'],
      [3, 'grouped'],
    ]);
  });

  it('agrees with the program at every publication, through revisions, withdrawals, parts and changes of query', () => {
    const part: Step = { cube: regions({ 'K-3301': [7, 8] }, ['2023', '2024']), completeness: 'partial' };
    expectAgreement([january, february, without, january, raw, part, february]);
  });

  it('agrees with the program whatever is published', () => {
    const cell = fc.constantFrom<TestCell>(1, 2, '.', '..', ':', undefined, { provisional: 1 });
    const cells = fc.tuple(cell, cell, cell);
    const cube = fc
      .dictionary(fc.constantFrom('K-3301', 'K-3203', 'K-3303'), cells, { minKeys: 1 })
      .map((each) => regions(each, ['2022', '2023', '2024']));
    const step = fc.record({
      cube,
      alternative: fc.constantFrom('grouped', 'divisions'),
      completeness: fc.constantFrom('whole' as const, 'partial' as const),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 5 }), expectAgreement),
      // A database in a file each: enough to meet every kind of change many times over.
      examples(25),
    );
  });
});

function expectAgreement(steps: readonly Step[]): void {
  const store = storeWith(steps);
  const moments = momentsOf(store, DATASET);
  expect(moments).toHaveLength(steps.length);
  for (const at of moments) expect(asOfByView(store, DATASET, at)).toEqual(asOfByProgram(store, DATASET, at));
}

function storeWith(steps: readonly Step[]) {
  const { store, runId } = storeWithRun();
  for (const [index, { cube, ...changes }] of steps.entries()) {
    const retrievedAt = `2024-01-0${index + 1}T08:00:00Z`;
    storePublication(store, buildPublication(cube, { ...changes, retrievedAt }), accept, runId);
  }
  return store;
}
