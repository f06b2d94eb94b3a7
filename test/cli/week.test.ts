import nock from 'nock';
import { beforeAll, describe, expect, test } from 'vitest';
import { type SimulatedYear, simulateYear } from '../support/year/simulated-year.ts';

let week: SimulatedYear;

// Real requests to the stand-in on loopback.
beforeAll(async () => {
  nock.restore();
  week = await simulateYear(undefined, { until: '2026-03-09T10:00:00.000Z' });
});

describe('the first week alone, in which nothing is published', () => {
  test('begins with a run of everything, and has one of every job on each weekday', () => {
    expect(week.runs[0]).toMatch(/^2026-03-02T10:00 catch-up .* succeeded 35$/);
    const emissions = week.runs.slice(1).filter((run) => run.split(' ')[2]?.split('+').includes('emissions'));
    expect(emissions.map((run) => run.slice(0, 10))).toEqual([
      ...['2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-09'],
    ]);
    expect(week.runs.slice(1).filter((run) => !run.includes(' schedule ') || !run.includes(' unchanged '))).toEqual([]);
  });

  test('tells staff where each indicator stands, and nothing more, and operations nothing', () => {
    expect(week.staff.map(({ line }) => line)).toEqual(
      week.staff.map(() => expect.stringMatching(/^2026-03-02 .* first-assessment$/) as string),
    );
    expect(week.staff.length).toBeGreaterThan(0);
    expect(week.operations).toEqual([]);
  });

  test('has as many requests on record as the source has seen, and ends in its own time when told to', () => {
    expect(week.requests).toBe(week.runs.reduce((sum, run) => sum + Number(run.split(' ').at(-1)), 0));
    expect(week.exitCodes).toEqual([0]);
  });
});
