import { describe, expect, test } from 'vitest';
import { type Course, judge, type Sample } from '../../bench/soak/judge.ts';

/** 40 samples; memory and open files as they are given for each quarter of them. */
function course(changes: Partial<Course> & { readonly rss?: readonly number[]; readonly files?: readonly number[] }) {
  const { rss = [90, 100, 100, 100], files = [30, 30, 30, 30], ...rest } = changes;
  const samples = Array.from({ length: 40 }, (_, index): Sample => {
    const which = Math.floor(index / 10);
    return { seconds: index + 1, rssMib: rss[which] ?? 0, heapMib: null, openFiles: files[which] ?? 0 };
  });
  const quiet = {
    publications: 2,
    takenIn: 2,
    runs: { succeeded: 3 },
    lockedReaders: 0,
    lockedService: 0,
    problems: [],
  };
  return { samples, ...quiet, ...rest } satisfies Course;
}

const missed = (changes: Parameters<typeof course>[0]) =>
  judge(course(changes)).flatMap(({ goal, met }) => (met ? [] : [goal.slice(0, 12)]));

describe('a soak', () => {
  test('meets its goals when nothing grows and nothing went wrong', () => {
    expect(missed({})).toEqual([]);
  });

  test('allows memory to differ by 5 % from the second quarter to the last, and the first to be as it is', () => {
    expect(missed({ rss: [10, 100, 300, 105] })).toEqual([]);
    expect(missed({ rss: [100, 100, 100, 105.1] })).toEqual(['memory flat:']);
  });

  test('finds files that stay open', () => {
    expect(missed({ files: [30, 31, 30, 32] })).toEqual(['no more open']);
  });

  test.each([{ lockedReaders: 1 }, { lockedService: 1 }])('counts the lock errors %j', (locks) => {
    expect(missed(locks)).toEqual(['no lock erro']);
  });

  test.each([
    { takenIn: 1 },
    { publications: 0, takenIn: 0 },
    { runs: { succeeded: 2, failed: 1 } },
    { problems: ['a reader: SQLITE_CORRUPT'] },
  ])('has shown nothing with %j', (changes) => {
    expect(missed(changes)).toEqual(['every public']);
  });
});
