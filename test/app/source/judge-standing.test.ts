import { describe, expect, test } from 'vitest';
import { judgeStanding, standingOfGone, type StandingQuestion } from '../../../src/app/source/judge-standing.ts';
import type { DatasetDefinition } from '../../../src/model/data/job.ts';
import type { Successor, TableStanding } from '../../../src/model/data/source-description.ts';
import { metadataOf } from '../../source/support/ssb-documents.ts';

const NOW = '2026-03-10T08:00:00.000Z';
const EARLIER = '2026-02-10T08:00:00.000Z';
const TWIN: Successor = { table: '15001', label: '15001: Eksempel', lastPeriod: '2026' };
const DEFINITION: DatasetDefinition = {
  ...{ id: 'jobs', title: 'Arbeidsplasser', table: '07984', allowedAgeDays: 430, contents: [], alternatives: [] },
};

const metadata = (lastPeriod = '2025') =>
  metadataOf({
    ContentsCode: { codes: [['A', 'Antall']] },
    Tid: {
      codes: [
        ['2024', '2024'],
        [lastPeriod, lastPeriod],
      ],
    },
  });

/** A question whose searches give `found`, and which of them were made. */
function asked(more: Partial<StandingQuestion> & { readonly found?: Successor | null }) {
  const searches: string[] = [];
  const question: StandingQuestion = {
    ...{ before: null, now: NOW, lookForTwin: false, entrySaysClosed: () => Promise.resolve(false) },
    find: (_, kinship) => {
      searches.push(kinship);
      return Promise.resolve(more.found ?? null);
    },
    ...more,
  };
  return { question, searches };
}

const before = (kind: TableStanding['kind'], successor: Successor | null): TableStanding => ({
  ...{ kind, table: '07984', lastPeriod: '2025', seenAt: EARLIER, successor },
});

describe('a living table', () => {
  test('is as it should be, and is not searched a twin for out of its turn', async () => {
    const { question, searches } = asked({ found: TWIN });
    expect(await judgeStanding(metadata(), DEFINITION, question)).toBeNull();
    expect(searches).toEqual([]);
  });

  test('stands still where its turn finds a twin, since when it was first seen', async () => {
    const { question } = asked({ found: TWIN, lookForTwin: true });
    const standing = { kind: 'standing-still', table: '07984', lastPeriod: '2025', seenAt: NOW, successor: TWIN };
    expect(await judgeStanding(metadata(), DEFINITION, question)).toEqual(standing);
    const again = asked({ found: TWIN, lookForTwin: true, before: before('standing-still', TWIN) });
    expect(await judgeStanding(metadata(), DEFINITION, again.question)).toMatchObject({ seenAt: EARLIER });
  });

  test('still does so when it is read again as it was, and no more when it has a new period', async () => {
    const { question } = asked({ before: before('standing-still', TWIN) });
    expect(await judgeStanding(metadata('2025'), DEFINITION, question)).toMatchObject({ successor: TWIN });
    expect(await judgeStanding(metadata('2026'), DEFINITION, question)).toBeNull();
  });

  test('says nothing of a table the dataset had before', async () => {
    const { question } = asked({ before: { ...before('standing-still', TWIN), table: '00001' } });
    expect(await judgeStanding(metadata(), DEFINITION, question)).toBeNull();
  });

  test('is closed where its entry alone says so, and stays so out of its turn', async () => {
    const { question } = asked({ lookForTwin: true, entrySaysClosed: () => Promise.resolve(true) });
    expect(await judgeStanding(metadata(), DEFINITION, question)).toMatchObject({ kind: 'closed', successor: null });
    const later = asked({ before: before('closed', TWIN) });
    expect(await judgeStanding(metadata(), DEFINITION, later.question)).toMatchObject({
      kind: 'closed',
      successor: TWIN,
    });
    const reopened = asked({ before: before('closed', TWIN), lookForTwin: true });
    expect(await judgeStanding(metadata(), DEFINITION, reopened.question)).toBeNull();
  });

  test('that a dataset finds by search has no twin: the search is that', async () => {
    const { question, searches } = asked({ found: TWIN, lookForTwin: true });
    const bySearch = { ...DEFINITION, table: { queries: ['innovasjon'], subject: 'innov' } };
    expect(await judgeStanding(metadata(), bySearch, question)).toBeNull();
    expect(searches).toEqual([]);
  });
});

describe('a table that is gone', () => {
  const own = { id: '07984', label: 'Arbeidsplasser', variables: [], lastPeriod: '2025' };

  test('keeps the successor that was found, and searches until there is one', async () => {
    const known = asked({ before: before('gone', TWIN) });
    expect(await standingOfGone(own, known.question)).toEqual(before('gone', TWIN));
    expect(known.searches).toEqual([]);
    const unknown = asked({ before: before('gone', null), found: TWIN });
    expect(await standingOfGone(own, unknown.question)).toMatchObject({ seenAt: EARLIER, successor: TWIN });
    expect(unknown.searches).toEqual(['heir']);
  });
});
