import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { CELLS_PER_REGION, countRevised, makeDocument } from '../../bench/documents.ts';
import { ROWS } from '../../bench/rows.ts';
import { ROOT, temporaryFolder } from '../support/cli.ts';

interface Report {
  readonly machine: { readonly cores: number };
  readonly rounds: number;
  readonly rows: readonly { readonly row: string; readonly measured: string; readonly met: boolean }[];
  readonly samples: Readonly<Record<string, readonly unknown[]>>;
}

/** Runs the built bench, as `npm run bench` does, and reads what it wrote. */
function bench(...words: readonly string[]) {
  const { path: folder, remove } = temporaryFolder();
  onTestFinished(remove);
  const out = join(folder, 'results', 'latest.json');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'dist', 'bench', 'main.js'), '--out', out, ...words],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr, report: () => JSON.parse(readFileSync(out, 'utf8')) as Report };
}

describe('the bench', () => {
  test('prints and writes a row with its goal, and times each of its processes once a round', () => {
    const { status, stdout, stderr, report } = bench('--quick', '--only', 'few-changed');
    expect(status, stderr).toBe(0);
    expect(stdout).toContain('one number in a thousand changed, against a first ingest');
    expect(stdout).toContain('(goal ≤ 0.55 ×, exactly those revisions)');
    expect(report().rows.map(({ row }) => row)).toEqual(['few-changed']);
    expect(Object.entries(report().samples).map(([name, samples]) => [name, samples.length])).toEqual([
      ['first', 1],
      ['revised', 1],
    ]);
  });

  test('finds exactly the revisions that the document has', () => {
    const { stdout } = bench('--quick', '--only', 'few-changed');
    const [, found, made] = /; (\d+) revisions where (\d+) numbers differ/.exec(stdout) ?? [];
    expect(Number(found)).toBeGreaterThan(0);
    expect(found).toBe(made);
  });

  test('ends with 1 for a goal that is not met only when it is the gate', () => {
    // The pages that any database begins with are many for so small a table, on every machine.
    const row = ['--quick', '--only', 'file-size'];
    const { status, report } = bench(...row);
    expect(report().rows.map(({ met }) => met)).toEqual([false]);
    expect(status).toBe(0);
    expect(bench(...row, '--gate').status).toBe(1);
  });

  test('says how it is written when an option is not known', () => {
    const { status, stderr } = bench('--rouns', '1');
    expect(status).toBe(2);
    expect(stderr).toContain("Unknown option '--rouns'");
    expect(stderr).toContain('Write: npm run bench -- [--only ROW]');
    expect(stderr).not.toContain('    at ');
  });

  test('names its rows when there is none of that name', () => {
    const { status, stderr } = bench('--only', 'speed-of-light');
    expect(status).toBe(2);
    expect(stderr).toContain("There is no row 'speed-of-light'.");
    for (const row of Object.keys(ROWS)) expect(stderr).toContain(row);
  });
});

describe('a made-up document', () => {
  test('is the same for the same form', () => {
    const form = { regions: 1, edition: 'first', layout: 'dense' } as const;
    expect(makeDocument(form)).toBe(makeDocument(form));
  });

  test('says the same in the sparse form as in the dense one', () => {
    const read = (layout: 'dense' | 'sparse') =>
      JSON.parse(makeDocument({ regions: 1, edition: 'first', layout })) as { value: Record<string, number | null> };
    const [dense, sparse] = [read('dense').value, read('sparse').value];
    expect(Object.keys(sparse)).toHaveLength(CELLS_PER_REGION);
    expect(Object.values(sparse)).toEqual(Object.values(dense));
  });

  test('differs between editions in as many numbers as are counted', () => {
    const read = (edition: 'first' | 'revised') =>
      JSON.parse(makeDocument({ regions: 3, edition, layout: 'dense' })) as { value: (number | null)[] };
    const [first, revised] = [read('first').value, read('revised').value];
    expect(revised.filter((number, cell) => number !== first[cell])).toHaveLength(countRevised(3));
    expect(countRevised(3)).toBeGreaterThan(0);
  });
});
