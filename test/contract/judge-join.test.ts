import { describe, expect, it } from 'vitest';
import { judgeJoin } from '../../src/contract/judge-join.ts';
import type { StoredDataset } from '../../src/model/data/dataset.ts';
import { createDatasetReader } from '../../src/store/read/read-dataset.ts';
import { storePublication } from '../../src/store/intake/store-publication.ts';
import { refusalOf } from '../normalise/cube-cells.ts';
import { buildPublication, type TestCube } from '../store/support/build-publication.ts';
import { storeWithRun } from '../store/support/temporary-database.ts';

const jobs = (cells: Readonly<Record<string, readonly (number | ':')[]>>, periods: readonly string[]): TestCube => ({
  dimensions: { ContentsCode: ['Jobs'], Region: Object.keys(cells) },
  cells: Object.fromEntries(Object.entries(cells).map(([region, values]) => [`Jobs|${region}`, values])),
  periods,
});
const old = jobs({ 'K-1': [90, 100], 'K-2': [190, 200], 'K-3': [390, 400] }, ['2024', '2025']);

/** The dataset as table 07984 left it. */
function storedOf(cube: TestCube): StoredDataset | null {
  const { store } = storeWithRun();
  storePublication(store, buildPublication(cube, { table: '07984' }), () => 'keep', 1);
  return createDatasetReader(store)('jobs-by-industry');
}

const judge = (cube: TestCube, stored = storedOf(old), table = '15001') => {
  judgeJoin(buildPublication(cube).cube, table, stored);
};

describe('a table that goes on from another', () => {
  it.each([
    ['less than half', [49, 99, 199], /table 15001 in 2026 are 0\.49 times those of table 07984 in 2025/],
    ['more than twice', [201, 401, 801], /table 15001 in 2026 are 2 times those of table 07984 in 2025/],
  ])('waits for a person when its figures as a whole are %s of those before', (_, [one, two, three], message) => {
    const error = refusalOf(() => judge(jobs({ 'K-1': [one ?? 0], 'K-2': [two ?? 0], 'K-3': [three ?? 0] }, ['2026'])));
    expect(error.code).toBe('publication-quarantined');
    expect(error.context['reason']).toBe('new-period-out-of-scale');
    expect(error.message).toMatch(message);
    expect(error.hint).toContain('`same` in datasets.yaml');
    expect(error.hint).toContain('`ingest --accept <dataset>`');
  });

  it.each([
    ['half as many and no fewer', jobs({ 'K-1': [50], 'K-2': [100], 'K-3': [200] }, ['2026'])],
    ['twice as many and no more', jobs({ 'K-1': [200], 'K-2': [400], 'K-3': [800] }, ['2026'])],
    ['one place alone that has shrunk', jobs({ 'K-1': [5], 'K-2': [200], 'K-3': [400] }, ['2026'])],
    ['a year between', jobs({ 'K-1': [110], 'K-2': [210], 'K-3': [410] }, ['2027'])],
    ['other series', jobs({ 'K-4': [1] }, ['2026'])],
    ['no number at all', jobs({ 'K-1': [':'] }, ['2026'])],
    ['figures of before the other alone', jobs({ 'K-1': [1] }, ['2023'])],
  ])('is let in with %s', (_, cube) => {
    expect(() => {
      judge(cube);
    }).not.toThrow();
  });

  it('is judged by its first period that has a number', () => {
    const cube = jobs({ 'K-1': [':', 10], 'K-2': [':', 20], 'K-3': [':', 40] }, ['2026', '2027']);
    expect(refusalOf(() => judge(cube)).message).toContain('table 15001 in 2027 are 0.1 times');
  });

  it('is let in where nothing is stored, where figures before are 0, and where they are its own', () => {
    const small = jobs({ 'K-1': [1], 'K-2': [2], 'K-3': [4] }, ['2026']);
    expect(() => {
      judge(small, null);
      judge(small, storedOf(jobs({ 'K-1': [0], 'K-2': [0] }, ['2025'])));
      judge(small, storedOf(old), '07984');
    }).not.toThrow();
  });
});
