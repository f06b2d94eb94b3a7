import nock from 'nock';
import { beforeAll, describe, expect, test } from 'vitest';
import { type SimulatedYear, simulateYear } from '../support/simulated-year.ts';

const ALL = 'jobs+employment+new-companies+emissions+innovation+skills';

let year: SimulatedYear;

// Real requests to the stand-in on loopback.
beforeAll(async () => {
  nock.restore();
  year = await simulateYear();
}, 600_000);

const quiet = /^\S+ schedule [a-z-]+ unchanged [01]$/;

describe('a year alone, with publications, a revision and two outages', () => {
  test('has just these runs besides the quiet ones', () => {
    expect(year.runs.filter((run) => !quiet.test(run))).toEqual([
      `2026-03-02T10:00 catch-up ${ALL} succeeded 36`,
      // The source gives no answer for three days.
      '2026-04-14T06:22 schedule jobs failed 4',
      '2026-04-14T06:26 schedule employment failed 4',
      '2026-04-14T06:31 schedule new-companies failed 4',
      '2026-04-14T06:37 schedule emissions failed 4',
      '2026-04-14T06:43 schedule innovation failed 4',
      '2026-04-14T06:49 schedule skills failed 4',
      '2026-04-14T07:00 schedule jobs+employment+new-companies+emissions+innovation failed 4',
      '2026-04-14T07:30 schedule skills failed 4',
      '2026-04-14T08:30 schedule jobs+employment+new-companies+emissions+innovation failed 4',
      '2026-04-14T09:00 schedule skills failed 4',
      '2026-04-14T12:00 schedule jobs+employment+new-companies+emissions+innovation failed 4',
      '2026-04-14T12:30 schedule skills failed 4',
      ...['2026-04-15', '2026-04-16'].flatMap((day) => [
        `${day}T06:22 schedule jobs failed 4`,
        `${day}T06:26 schedule employment failed 4`,
        `${day}T06:31 schedule new-companies failed 4`,
        `${day}T06:37 schedule emissions failed 4`,
        `${day}T06:43 schedule innovation failed 4`,
        `${day}T06:49 schedule skills failed 4`,
      ]),
      '2026-06-05T06:37 schedule emissions succeeded 4',
      // Read within half an hour of being updated, and so once more.
      '2026-09-15T06:26 schedule employment succeeded 4',
      '2026-09-15T06:45 schedule employment unchanged 4',
      // The process was away for three days.
      `2026-10-23T12:00 catch-up ${ALL} unchanged 1`,
      '2027-02-11T07:31 schedule new-companies succeeded 6',
      '2027-02-25T07:22 schedule jobs succeeded 12',
      '2027-02-25T07:26 schedule employment succeeded 4',
      '2027-02-25T07:45 schedule jobs+employment unchanged 14',
    ]);
  });

  test('has a run of every job on every weekday but those the process was away', () => {
    const days = (job: string) =>
      new Set(year.runs.filter((run) => run.split(' ')[2]?.split('+').includes(job)).map((run) => run.slice(0, 10)))
        .size;
    // 262 weekdays from 2 March to 2 March, less 21 and 22 October.
    expect(ALL.split('+').map(days)).toEqual(ALL.split('+').map(() => 260));
  });

  test('asks one question on a quiet day', () => {
    const days = [...new Set(year.runs.map((run) => run.slice(0, 10)))];
    const byDay = days.map((day) => year.runs.filter((run) => run.startsWith(day)));
    const quietDays = byDay.filter((runs) => runs.every((run) => quiet.test(run)));
    const questions = quietDays.map((runs) => runs.reduce((sum, run) => sum + Number(run.split(' ').at(-1)), 0));
    // Of 260 days all but nine: four with publications or a revision, three of outage, and the two after which everything is new.
    expect(questions).toHaveLength(251);
    expect(new Set(questions)).toEqual(new Set([1]));
  });

  test('has as many requests on record as the source has seen', () => {
    const recorded = year.runs.reduce((sum, run) => sum + Number(run.split(' ').at(-1)), 0);
    expect(year.requests).toBe(recorded);
    expect(year.requests).toBeLessThan(450);
  });

  test('ends in its own time when told to, and goes on where it was killed', () => {
    expect(year.exitCodes).toEqual([null, 0]);
  });

  test('tells of what was published and revised, and of nothing else', () => {
    expect(year.alerts).toEqual([
      '2026-03-02 industry-diversity nothing → on-track',
      '2026-03-02 skills-gap nothing → ambition-not-set',
      '2026-03-02 business-emissions nothing → on-track',
      '2026-03-02 product-innovation nothing → off-track',
      '2026-03-02 job-growth nothing → on-track',
      '2026-03-02 new-enterprises nothing → partly-met',
      '2026-03-02 employment-rate nothing → stable',
      '2026-09-15 employment-rate stable → on-track',
      '2027-02-11 new-enterprises partly-met → on-track',
      '2027-02-25 job-growth on-track → off-track',
      '2027-02-25 employment-rate on-track → off-track',
    ]);
  });
});
