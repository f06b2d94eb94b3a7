import type { ImportedCell } from './build-cube.ts';

/** What one file, or one command, does to the figures of the survey. */
export type SurveyStep =
  /** Its figures are added, and stand in the place of earlier ones. */
  | { readonly action: 'add'; readonly cells: readonly ImportedCell[] }
  /** Its figures are all there are. */
  | { readonly action: 'replace'; readonly cells: readonly ImportedCell[] }
  /** The figures of an indicator in a year are taken away. */
  | { readonly action: 'withdraw'; readonly indicator: string; readonly year: string };

/** The figures in force after every step, in its order. Codes stand in the order contents, indicator. */
export function mergeSurvey(steps: readonly SurveyStep[]): readonly ImportedCell[] {
  const cells = new Map<string, ImportedCell>();
  for (const step of steps) {
    if (step.action === 'replace') cells.clear();
    if (step.action === 'withdraw') {
      for (const [key, { codes, year }] of cells) {
        if (codes[1] === step.indicator && year === step.year) cells.delete(key);
      }
    } else {
      for (const cell of step.cells) cells.set([...cell.codes, cell.year].join('|'), cell);
    }
  }
  return [...cells.values()];
}
