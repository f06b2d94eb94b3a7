import { describe, expect, test } from 'vitest';
import { createProgress } from '../../src/cli/progress.ts';
import type { Language } from '../../src/model/language.ts';
import type { DatasetResult } from '../../src/model/run.ts';

const COUNTS = { inserted: 324, revised: 0, withdrawn: 0, unchanged: 0, rejected: 0, requests: 1, durationMs: 1 };
const TAKEN_IN: DatasetResult = {
  ...{ datasetId: 'employed-total', outcome: 'changed', errorCode: null, ...COUNTS },
  message: '324 new figures, 0 revised, 0 withdrawn, 0 unchanged.',
};
const REFUSED: DatasetResult = {
  ...{ datasetId: 'vacancies', outcome: 'failed', errorCode: 'query-misfit', ...COUNTS, inserted: 0 },
  message: 'Table 08771 offers no alternative. Look it up.',
};

/** What the progress of two datasets, and a wait between them, writes to a stream. */
function writtenTo(stream: { readonly isTTY: boolean; readonly columns?: number }, language: Language): string {
  let written = '';
  const write = (text: string) => (written += text);
  const progress = createProgress({ ...stream, write } as unknown as NodeJS.WriteStream, language);
  progress.start({ step: 'dataset', id: 'employed-total' });
  progress.done({ step: 'dataset', result: TAKEN_IN });
  progress.waiting({
    seconds: 38,
    cause: { kind: 'quota', calls: 40, windowSeconds: 60 },
    sentence: 'Waiting 38 s for the quota',
  });
  progress.waiting(null);
  progress.failed({ step: 'dataset', result: REFUSED });
  return written;
}

describe('progress', () => {
  test.each([
    ['a file or a pipe', { isTTY: false }],
    ['a terminal whose size is not known', { isTTY: true, columns: 0 }],
  ])('is a plain line for each result and each long wait, and nothing else, on %s', (_where, stream) => {
    expect(writtenTo(stream, 'en')).toBe(
      'employed-total: 324 new figures, 0 revised, 0 withdrawn, 0 unchanged.\n' +
        'Waiting 38 s for the quota\n' +
        'vacancies: Table 08771 offers no alternative. Look it up.\n',
    );
  });

  test('is in the language of the plan, and quotes the log on what went wrong', () => {
    expect(writtenTo({ isTTY: false }, 'nb')).toBe(
      'employed-total: 324 nye tall, 0 endrede, 0 som er gått ut, 0 uendrede.\n' +
        'Venter 38 sekunder på kvoten hos kilden, som er 40 spørsmål på 60 sekunder.\n' +
        'vacancies: Tabellen har ikke alt det spørres etter. I loggen: «Table 08771 offers no alternative. Look it up.»\n',
    );
  });
});
