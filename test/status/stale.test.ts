import { describe, expect, it } from 'vitest';
import { computeIndicator } from '../../src/compute/compute-indicator.ts';
import type { Step } from '../../src/model/plan/indicator.ts';
import { isStale } from '../../src/status/stale.ts';
import { buildDataset, buildDefinition, buildGeography, OWN, PUBLICATION, regionSeries } from '../support/builders.ts';

const YEARLY: Step = { unit: 'year', count: 1 };

interface Question {
  /** When the table was last published, and since when its latest period has been there. */
  readonly updatedAt?: string | null;
  readonly since?: string | null;
  readonly cells?: Readonly<Record<string, number>>;
  readonly step?: Step;
  /** A year and a month, unless said otherwise. */
  readonly allowedDays?: number;
}

function staleAt(at: string, question: Question = {}): boolean {
  const { updatedAt = '2026-02-26T07:00:00Z', since = updatedAt, cells = { '2024': 1, '2025': 2 } } = question;
  const { step = YEARLY, allowedDays = 400 } = question;
  const dataset = buildDataset(regionSeries({ [OWN]: { ...cells } }), {
    publication: { ...PUBLICATION, updatedAt },
    latestPeriodSince: since,
  });
  const definition = buildDefinition({ step });
  const series = computeIndicator(definition, new Map([['figures', dataset]]), buildGeography());
  return isStale(series, step, allowedDays, at);
}

describe('figures are stale', () => {
  it('not in their time', () => {
    expect(staleAt('2026-03-01T00:00:00Z')).toBe(false);
  });

  it('when their publication is older than it may be', () => {
    const published = { updatedAt: '2025-03-01T07:00:00Z', since: null };
    expect(staleAt('2025-03-11T07:00:00Z', { ...published, allowedDays: 10 })).toBe(false);
    expect(staleAt('2025-03-11T07:00:01Z', { ...published, allowedDays: 10 })).toBe(true);
  });

  it('by when they were fetched, where the source does not say when it published', () => {
    const question = { updatedAt: null, since: null, allowedDays: 10 };
    expect(staleAt('2026-03-08T08:00:00Z', question)).toBe(false);
    expect(staleAt('2026-03-08T08:00:01Z', question)).toBe(true);
  });

  it('when their latest period has been the latest for longer than that, however fresh the publication', () => {
    const question = { updatedAt: '2026-03-20T07:00:00Z', since: '2026-03-01T07:00:00Z', allowedDays: 20 };
    expect(staleAt('2026-03-21T07:00:00Z', question)).toBe(false);
    expect(staleAt('2026-03-21T07:00:01Z', question)).toBe(true);
  });

  it('when their latest period ended more than a step and that age ago, however new it is to us', () => {
    // 2017 ended with the year, its step with 2018, and 400 days later it is 5 February 2020.
    const old = { cells: { '2016': 1, '2017': 2 }, updatedAt: '2020-02-01T00:00:00Z' };
    expect(staleAt('2020-02-05T00:00:00Z', old)).toBe(false);
    expect(staleAt('2020-02-05T00:00:01Z', old)).toBe(true);
  });

  it.each<[string, Step, Record<string, number>, string]>([
    ['two years', { unit: 'year', count: 2 }, { '2020': 1, '2022': 2 }, '2025-01-11'],
    ['a quarter', { unit: 'quarter', count: 1 }, { '2024K3': 1, '2024K4': 2 }, '2025-04-11'],
    ['four quarters', { unit: 'quarter', count: 4 }, { '2023K4': 1, '2024K4': 2 }, '2026-01-11'],
    ['a half-year', { unit: 'half-year', count: 1 }, { '2023H2': 1, '2024H1': 2 }, '2025-01-11'],
    ['a month', { unit: 'month', count: 1 }, { '2024M10': 1, '2024M11': 2 }, '2025-01-11'],
    // Week 3 ends with its twenty-first day.
    ['a week', { unit: 'week', count: 1 }, { '2024U01': 1, '2024U02': 2 }, '2024-02-01'],
    ['two years between intervals', { unit: 'year', count: 2 }, { '2016-2018': 1, '2018-2020': 2 }, '2023-01-11'],
    ['a year from quarter to quarter', YEARLY, { '2023K4': 1, '2024K4': 2 }, '2026-01-11'],
    ['the years between two periods of a table', { unit: 'previous-period' }, { '2018': 1, '2021': 2 }, '2025-01-11'],
    ['a year where a table has but one period', { unit: 'previous-period' }, { '2021': 2 }, '2023-01-11'],
    [
      'the months between two periods of a table',
      { unit: 'previous-period' },
      { '2024M09': 1, '2024M11': 2 },
      '2025-02-11',
    ],
  ])('where a step is %s', (_title, step, cells, lastDay) => {
    const question = { step, cells, updatedAt: lastDay, allowedDays: 10 };
    expect(staleAt(`${lastDay}T00:00:00Z`, question)).toBe(false);
    expect(staleAt(`${lastDay}T00:00:01Z`, question)).toBe(true);
  });

  it('never where no age is set, or where there is nothing', () => {
    const series = computeIndicator(buildDefinition(), new Map(), buildGeography());
    expect(isStale(series, YEARLY, 1, '2099-01-01T00:00:00Z')).toBe(false);
    const dataset = buildDataset(regionSeries({ [OWN]: { '2001': 1 } }));
    const old = computeIndicator(buildDefinition(), new Map([['figures', dataset]]), buildGeography());
    expect(isStale(old, YEARLY, undefined, '2099-01-01T00:00:00Z')).toBe(false);
  });
});
