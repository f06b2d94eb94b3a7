import { describe, expect, it } from 'vitest';
import { composeMessage, composeTest } from '../../../src/alert/compose-message.ts';
import type { Message } from '../../../src/alert/message.ts';
import { slackPosts } from '../../../src/alert/payloads/slack-payload.ts';
import { teamsPosts } from '../../../src/alert/payloads/teams-payload.ts';
import { cardFaults, libraryFaults } from '../support/adaptive-card.ts';
import { buildFacts, buildHead, buildTrouble, KEY } from '../support/facts.ts';

const HEAD = buildHead({ address: 'https://puls.example/' });
const COUNTS = [1, 9, 60, 400];

/** So many changes, or so many lines of a first overview. */
function many(count: number, changes: Parameters<typeof buildFacts>[0] = {}): Message {
  const facts = Array.from({ length: count }, (_, at) =>
    buildFacts({ indicator: `i${at}`, title: `Indikator nummer ${at} æøå`, ...changes }),
  );
  return composeMessage(KEY, facts, HEAD, changes.from === null ? [] : null);
}

interface Card {
  readonly attachments: readonly { readonly content: unknown }[];
}
interface Blocks {
  readonly text: string;
  readonly blocks: readonly { readonly type: string; readonly text?: { readonly text: string } }[];
}
const cardsOf = (message: Message) => teamsPosts(message) as readonly Card[];
const blocksOf = (message: Message) => slackPosts(message) as readonly Blocks[];
const titles = (posts: readonly object[]) => new Set(JSON.stringify(posts).match(/Indikator nummer \d+/g));

const contentsOf = (message: Message) =>
  cardsOf(message).flatMap(({ attachments }) => attachments.map(({ content }) => content));

describe('a card for Teams', () => {
  const AT = '2026-02-26T07:01:00.000Z';
  it.each([
    ['a change', many(1)],
    ['a change, without an address of the page', composeMessage(KEY, [buildFacts()], buildHead())],
    ['a reminder', many(1, { kind: 'reminder', from: 'off-track' })],
    ['what cannot be judged', many(2, { to: 'break' })],
    ['many changes, in several posts', many(120)],
    ['a first overview', many(3, { from: null })],
    ['a long first overview', many(400, { from: null })],
    ['trouble', composeMessage(KEY, [buildTrouble()], HEAD)],
    ['trouble that is over', composeMessage(KEY, [buildTrouble({ kind: 'trouble-over' })], HEAD)],
    ['a notice', composeMessage(KEY, [buildTrouble({ kind: 'notice' })], HEAD)],
    ['a test for staff', composeTest(KEY, HEAD, AT, 'staff')],
    ['a test for operations', composeTest(KEY, HEAD, AT, 'operations')],
  ])('of %s is valid in the version it says, also to the library that draws it', (_, message) => {
    const cards = contentsOf(message);
    expect(cards.length).toBeGreaterThan(0);
    expect(cards.flatMap((card) => [...cardFaults(card), ...libraryFaults(card)])).toEqual([]);
  });

  it('that is of a later version, or has what there is not, would be found out', () => {
    const card = (body: object) => ({ type: 'AdaptiveCard', version: '1.4', body: [body] });
    const heading = { type: 'TextBlock', text: 'Hei!', style: 'heading' };
    expect(libraryFaults(card(heading))).toEqual([expect.stringContaining('is supported in version 1.5')]);
    expect(libraryFaults(card({ type: 'Marquee' }))).toEqual([expect.stringContaining('Unknown element type')]);
    expect(cardFaults(card({ type: 'TextBlock', text: 'Hei!', blink: true }))).toEqual(['A TextBlock has no blink.']);
  });

  it.each(COUNTS)('is as many posts as it takes for each to be shown, and loses nothing of %i changes', (count) => {
    const posts = cardsOf(many(count));
    expect(Math.max(...posts.map((post) => Buffer.byteLength(JSON.stringify(post))))).toBeLessThan(28 * 1024);
    expect(titles(posts).size).toBe(count);
  });

  it.each(COUNTS)('is the same of the %i lines of a first overview', (count) => {
    const posts = cardsOf(many(count, { from: null }));
    expect(Math.max(...posts.map((post) => Buffer.byteLength(JSON.stringify(post))))).toBeLessThan(28 * 1024);
    expect(titles(posts).size).toBe(count);
  });

  it('is shown however long one thing is', () => {
    const sentence = 'Æ'.repeat(40_000);
    const words = { ...buildFacts().words, sentence, meaning: sentence, ambition: sentence, cause: sentence };
    const posts = cardsOf(many(2, { title: sentence, words }));
    expect(Math.max(...posts.map((post) => Buffer.byteLength(JSON.stringify(post))))).toBeLessThan(28 * 1024);
  });

  it('says which of the posts it is', () => {
    const posts = cardsOf(many(60));
    expect(posts.length).toBeGreaterThan(1);
    expect(JSON.stringify(posts[0])).toContain(`(1/${posts.length})`);
    expect(JSON.stringify(cardsOf(many(1)))).not.toContain('(1/1)');
  });

  it('links to each indicator', () => {
    expect(JSON.stringify(cardsOf(many(1)))).toContain('[Se indikatoren](https://puls.example/#i0)');
    expect(JSON.stringify(cardsOf(many(2, { from: null })))).toContain('(https://puls.example/#i1)');
  });
});

describe('the blocks for Slack', () => {
  it.each(COUNTS)('are as many posts as it takes within the limits, and lose nothing of %i changes', (count) => {
    const posts = blocksOf(many(count));
    expect(Math.max(...posts.map(({ blocks }) => blocks.length))).toBeLessThanOrEqual(50);
    expect(titles(posts.map(({ blocks }) => blocks)).size).toBe(count);
  });

  it('are within the limits however long one thing is, and cut no escaped letter in two', () => {
    const sentence = '&'.repeat(9000);
    const posts = blocksOf(many(60, { title: 'Å'.repeat(400), words: { ...buildFacts().words, sentence } }));
    const texts = posts.flatMap(({ blocks }) => blocks.map((block) => block.text?.text ?? ''));
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(3000);
    expect(texts.filter((text) => /&(?!amp;|lt;|gt;)/.test(text))).toEqual([]);
    const headers = posts.map(({ blocks }) => blocks[0]?.text?.text.length ?? 0);
    expect(Math.max(...headers)).toBeLessThanOrEqual(150);
  });

  it('link to each indicator', () => {
    expect(JSON.stringify(blocksOf(many(1)))).toContain('<https://puls.example/#i0|Se indikatoren>');
  });
});
