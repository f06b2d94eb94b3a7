import { expect, test } from 'vitest';
import type { WorkPause } from '../../../src/model/progress.ts';
import { reportWaits } from '../../../src/app/source/pacing.ts';
import { createLogger } from '../../../src/platform/logger.ts';
import { Writable } from 'node:stream';

const WAIT = {
  ms: 37_200,
  cause: { kind: 'quota', calls: 40, windowSeconds: 60 } as const,
  what: 'The metadata of table 07984',
};
const SENTENCE = "Waiting 38 s for the source's quota of 40 calls in 60 s; then: the metadata of table 07984.";

test('a long wait is told to who is watching and in the log, with its length and what comes then', () => {
  const shown: (WorkPause | null)[] = [];
  const lines: string[] = [];
  const output = new Writable({ write: (chunk, _, done) => done(void lines.push(String(chunk))) });
  const logger = createLogger({ level: 'info', pretty: false, output });
  const tell = reportWaits({ waiting: (pause) => void shown.push(pause) }, logger);
  tell(WAIT);
  tell(null);
  expect(shown).toEqual([{ seconds: 38, cause: WAIT.cause, sentence: SENTENCE }, null]);
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    expect.objectContaining({ event: 'source-wait', level: 'info', seconds: 38, what: WAIT.what, msg: SENTENCE }),
  ]);
});

test('a wait that nobody notices is not told', () => {
  const shown: (WorkPause | null)[] = [];
  reportWaits({ waiting: (pause) => void shown.push(pause) })({ ...WAIT, ms: 4_999 });
  expect(shown).toEqual([]);
});
