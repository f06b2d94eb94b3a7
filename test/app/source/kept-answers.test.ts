import { beforeAll, describe, expect, test } from 'vitest';
import nock from 'nock';
import { type AnswerKeeper, keepAnswers, shelfOf } from '../../../src/app/source/kept-answers.ts';
import { openDatabase } from '../../../src/store/open-database.ts';
import { findSourceAnswer, recordSourceAnswer } from '../../../src/store/read/source-answers.ts';
import { queryDatabase } from '../../support/database/database-content.ts';
import { openWorld, type World } from '../../support/world.ts';

const METADATA = 'https://ssb.test/tables/07984/metadata?lang=no';
const LIST = 'https://ssb.test/codelists/agg_KommSummerS?lang=no';
const TEN = '2026-03-02T10:00:00.000Z';

// Real requests to the stand-in on loopback.
beforeAll(() => nock.restore());

/** What one process was told at an instant, as another finds it at a later one, after what it heard of changes. */
async function askedAgain(
  at: { readonly told: string; readonly asked: string },
  changed: Readonly<Record<string, string | null>> = {},
  anew = false,
) {
  const world = await openWorld();
  const process = <T>(work: (keeper: AnswerKeeper) => T, again = false) =>
    world.with(({ store, clock }) => work(keepAnswers({ shelf: shelfOf(store), clock, anew: again })));
  world.at(at.told);
  await process((keeper) => [METADATA, LIST].forEach((address) => keeper.keep(address, Buffer.from(address))));
  world.at(at.asked);
  return process((keeper) => {
    const changes = Object.entries(changed).map(([id, updated]) => [id, { updated, subjects: [] }] as const);
    keeper.noteChanges(new Map(changes));
    const isKept = (address: string) => keeper.find(address)?.toString() === address;
    return { metadata: isKept(METADATA), list: isKept(LIST) };
  }, anew);
}

describe('what the source told one process', () => {
  test('another need not ask again within the hour', async () => {
    expect(await askedAgain({ told: TEN, asked: '2026-03-02T11:00:00.000Z' })).toEqual({ metadata: true, list: true });
  });

  test.each([
    ['after the hour', { told: TEN, asked: '2026-03-02T11:00:00.001Z' }],
    ['by a clock that was ahead', { told: TEN, asked: '2026-03-02T09:59:00.000Z' }],
    ['while the source changed its tables', { told: '2026-03-02T07:10:00.000Z', asked: '2026-03-02T07:20:00.000Z' }],
  ])('is asked anew when it was told %s', async (_, at) => {
    expect(await askedAgain(at)).toEqual({ metadata: false, list: false });
  });

  test('is asked anew by who asks for everything anew', async () => {
    const again = { metadata: false, list: false };
    expect(await askedAgain({ told: TEN, asked: TEN }, {}, true)).toEqual(again);
  });

  test.each<[string, Readonly<Record<string, string | null>>, { metadata: boolean; list: boolean }]>([
    ['the table changed after', { '07984': '2026-03-02T10:10:00Z' }, { metadata: false, list: false }],
    ['a cache may have had the old', { '07984': '2026-03-02T09:45:00Z' }, { metadata: false, list: false }],
    ['the table changed long before', { '07984': '2026-03-02T07:00:00Z' }, { metadata: true, list: true }],
    ['the stamp is impossible', { '07984': null }, { metadata: false, list: true }],
    ['another table changed after', { '06445': '2026-03-02T10:10:00Z' }, { metadata: true, list: false }],
  ])('holds no more, as far as it may be touched, where %s', async (_, changed, kept) => {
    expect(await askedAgain({ told: TEN, asked: '2026-03-02T10:20:00.000Z' }, changed)).toEqual(kept);
  });
});

test('after a refusal all is asked anew', async () => {
  const world = await openWorld();
  await world.with(({ store, clock }) => {
    const keeper = keepAnswers({ shelf: shelfOf(store), clock, anew: false });
    keeper.keep(LIST, Buffer.from('{}'));
    keeper.forget();
    expect(keeper.find(LIST)).toBeNull();
    expect(findSourceAnswer(store, LIST)).toBeNull();
  });
});

test('what is told is known to the process that asked where nothing can be written', async () => {
  const world = await openWorld();
  await world.with(() => undefined);
  const store = openDatabase(world.databaseFile, { migrationsFolder: 'drizzle', readonly: true });
  try {
    const keeper = keepAnswers({ shelf: shelfOf(store), clock: world.clock, anew: false });
    keeper.keep(LIST, Buffer.from('{}'));
    expect(keeper.find(LIST)?.toString()).toBe('{}');
    keeper.forget();
    expect(keeper.find(LIST)).toBeNull();
  } finally {
    store.close();
  }
});

describe('the table of answers', () => {
  const answer = (address: string, answeredAt: string) => ({
    address,
    answeredAt,
    body: Buffer.from('x'.repeat(9999)),
  });
  const rows = ({ databaseFile }: World) =>
    queryDatabase(databaseFile, 'SELECT address, length(body) AS bytes FROM source_answer ORDER BY address');

  test('holds each answer once, compressed, and lets go of old ones and of those of a time to come', async () => {
    const world = await openWorld();
    await world.with(({ store }) => {
      const keep = (address: string, at: string) =>
        recordSourceAnswer(store, answer(address, at), '2026-03-02T09:00:00Z');
      recordSourceAnswer(store, answer('old', '2026-03-02T08:59:59Z'), '2026-03-02T08:00:00Z');
      keep('ahead', '2026-03-02T11:00:00Z');
      keep('one', TEN);
      keep('one', TEN);
      expect(findSourceAnswer(store, 'one')).toMatchObject({ address: 'one', answeredAt: TEN });
      expect(findSourceAnswer(store, 'one')?.body).toHaveLength(9999);
    });
    expect(rows(world).map(({ address }) => address)).toEqual(['one']);
    expect(Number(rows(world)[0]?.['bytes'])).toBeLessThan(200);
  });
});
