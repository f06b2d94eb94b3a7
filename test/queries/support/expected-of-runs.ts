import type { QueryRow } from './expected-rows.ts';

const NO_FAILURE = { failed_last: null, outcome: null, error_code: null, message: null };

const FAILURE = {
  outcome: 'failed',
  error_code: 'source-unavailable',
  message: 'The source gave no answer. Try again later.',
};

/** What the worked queries about runs and retrievals say: three runs, of which the second failed whole and the third in part. */
export const EXPECTED_OF_RUNS: Readonly<Record<string, readonly QueryRow[]>> = {
  'failed-runs': [
    {
      ...{ dataset: 'employed-total', runs: 3, failures: 1, failed_last: '2025-09-01T08:00' },
      ...{ ...FAILURE, went_well_last: '2026-03-02T08:00' },
    },
    {
      ...{ dataset: 'new-enterprises', runs: 2, failures: 1, failed_last: '2026-03-02T08:00' },
      ...{ ...FAILURE, went_well_last: '2025-03-03T08:00' },
    },
    { dataset: 'employed-by-industry', runs: 2, failures: 0, ...NO_FAILURE, went_well_last: '2026-03-02T08:00' },
    { dataset: 'employment-rate', runs: 2, failures: 0, ...NO_FAILURE, went_well_last: '2026-03-02T08:00' },
    { dataset: 'establishments', runs: 1, failures: 0, ...NO_FAILURE, went_well_last: '2025-03-03T08:00' },
  ],
  // The second spring brings a year for four places, and revises one figure of each table.
  publications: [
    publication('employed-by-industry', '2025-03-03', 8, 8, 0, 'personer'),
    publication('employed-total', '2025-03-03', 12, 12, 0, 'personer'),
    publication('employed-total', '2026-03-02', 16, 4, 1, 'personer'),
    publication('employment-rate', '2025-03-03', 12, 12, 0, 'prosent'),
    publication('employment-rate', '2026-03-02', 16, 4, 1, 'prosent'),
    publication('establishments', '2025-03-03', 4, 4, 0, 'personer'),
    publication('new-enterprises', '2025-03-03', 4, 4, 0, 'personer'),
  ],
};

function publication(
  dataset: string,
  day: string,
  cells: number,
  inserted: number,
  revised: number,
  unit: string,
): QueryRow {
  return { dataset, fetched: day, changed_at_source: day, cells, inserted, revised, withdrawn: 0, unit };
}
