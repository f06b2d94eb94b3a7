import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { storePublication } from '../../src/store/intake/store-publication.ts';
import { asOfByProgram, asOfByView } from '../store/support/as-of.ts';
import { buildPublication, regions } from '../store/support/build-publication.ts';
import { storeWithRun } from '../store/support/temporary-database.ts';

const DOWNLOADS = fileURLToPath(new URL('../../../shared/data/ssb/11657', import.meta.url));
const ARE_HERE = existsSync(DOWNLOADS);
const DATASET = 'jobs-by-industry';
const accept = () => 'keep' as const;

/** The quarter each download is about; it also tells the change since the same quarter of the year before. */
const QUARTERS: Readonly<Record<string, string>> = {
  '2021-12-22': '2021K3',
  '2022-02-08': '2021K4',
  '2022-05-09': '2022K1',
  '2022-08-09': '2022K2',
  '2022-11-09': '2022K3',
  '2023-02-02': '2022K4',
  '2023-06-01': '2023K1',
  '2023-10-11': '2023K2',
  '2023-11-11': '2023K3',
  '2024-03-21': '2023K4',
  '2024-06-30': '2024K1',
  '2024-10-02': '2024K2',
  '2025-02-17': '2024K4',
};

interface Download {
  readonly day: string;
  readonly periods: readonly [yearBefore: string, quarter: string];
  /** Municipality → jobs in the two periods. */
  readonly jobs: Readonly<Record<string, readonly [number, number]>>;
}

// The downloads lie beside the project and not in it: where they are absent, these tests are skipped.
describe.skipIf(!ARE_HERE)('thirteen dated downloads of 11657, taken in one after the other', () => {
  it('give back as of each day what that download said', () => {
    const downloads = readDownloads();
    expect(downloads).toHaveLength(13);
    const store = storeWith(downloads);
    for (const { day, periods, jobs } of downloads) {
      const known = asOfByView(store, DATASET, endOf(day));
      const figures = new Map(known.map(([key, period, value]) => [`${String(key)} ${String(period)}`, value]));
      const wrong = Object.entries(jobs).filter(([name, values]) =>
        values.some((value, index) => figures.get(`Jobs|${name} ${periodNumber(periods[index] ?? '')}`) !== value),
      );
      expect(wrong, day).toEqual([]);
    }
  });

  it('are read alike by the view and by the program, on each of the days', () => {
    const downloads = readDownloads();
    const store = storeWith(downloads);
    for (const { day } of downloads) {
      expect(asOfByView(store, DATASET, endOf(day)), day).toEqual(asOfByProgram(store, DATASET, endOf(day)));
    }
  });

  it('revised 297 municipalities in November 2022 and 2 in June 2024, and nothing else', () => {
    const store = storeWith(readDownloads());
    const revisions = store.sqlite
      .prepare('SELECT period, substr(in_force_until, 1, 10), count(*) FROM out_revision GROUP BY 1, 2 ORDER BY 2')
      .raw()
      .all();
    expect(revisions).toEqual([
      ['2021K3', '2022-11-09', 297],
      ['2023K1', '2024-06-30', 2],
    ]);
  });
});

function readDownloads(): readonly Download[] {
  return readdirSync(DOWNLOADS)
    .filter((name) => name.endsWith('.csv'))
    .sort()
    .map((name) => readDownload(name.slice(-14, -4), readFileSync(join(DOWNLOADS, name), 'utf8')));
}

function readDownload(day: string, text: string): Download {
  const quarter = QUARTERS[day] ?? '';
  const [, ...lines] = text.trim().split(/\r?\n/);
  const jobs = lines.map((line): [string, [number, number]] => {
    const [region = '', count, change] = line.split(',');
    return [region, [Number(count) - Number(change), Number(count)]];
  });
  return {
    day,
    periods: [`${Number(quarter.slice(0, 4)) - 1}${quarter.slice(4)}`, quarter],
    jobs: Object.fromEntries(jobs),
  };
}

/** Each download holds two quarters of all there are, so none withdraws what another has. */
function storeWith(downloads: readonly Download[]) {
  const { store, runId } = storeWithRun();
  for (const { day, periods, jobs } of downloads) {
    const publication = buildPublication(regions(jobs, periods), {
      table: '11657',
      retrievedAt: `${day}T08:00:00Z`,
      completeness: 'partial',
    });
    storePublication(store, publication, accept, runId);
  }
  return store;
}

function endOf(day: string): string {
  return `${day}T23:59:59.999Z`;
}

function periodNumber(quarter: string): number {
  return Number(quarter.slice(0, 4)) * 1000 + 100 + Number(quarter.slice(5));
}
