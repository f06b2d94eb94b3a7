import { describe, expect, test } from 'vitest';
import { createProgress } from '../../src/cli/progress.ts';

/** What one dataset's progress writes to a stream. */
function writtenTo(stream: { readonly isTTY: boolean; readonly columns?: number }): string {
  let written = '';
  const write = (text: string) => (written += text);
  const progress = createProgress({ ...stream, write } as unknown as NodeJS.WriteStream);
  progress.start('Asking for employed-total');
  progress.done('employed-total: 324 new figures');
  progress.waiting('Waiting 38 s for the quota');
  progress.waiting(null);
  progress.failed('vacancies: no answer');
  return written;
}

describe('progress', () => {
  test.each([
    ['a file or a pipe', { isTTY: false }],
    ['a terminal whose size is not known', { isTTY: true, columns: 0 }],
  ])('is a plain line for each result and each long wait, and nothing else, on %s', (_where, stream) => {
    expect(writtenTo(stream)).toBe(
      'employed-total: 324 new figures\nWaiting 38 s for the quota\nvacancies: no answer\n',
    );
  });
});
