import { shortened } from '../../words/shorten.ts';
import type { Tone } from '../../model/plan/alert.ts';
import type { Message, MessageItem } from '../message.ts';
import { headlineText, isLine } from '../render/message-text.ts';
import { partOf, splitPosts } from './split-posts.ts';

/** A card of more than about 28 kB is dropped by Teams after its workflow has answered 202. */
const LARGEST_BYTES = 26_000;
/** So that one item is always within a card. */
const LONGEST = { title: 300, text: 3000, detail: 800 };
const CONTAINER_STYLES: Readonly<Record<Tone, string>> = { met: 'good', 'not-met': 'attention', neutral: 'emphasis' };
const TEXT_COLOURS: Readonly<Record<Tone, string>> = { met: 'Good', 'not-met': 'Attention', neutral: 'Default' };

/**
 * A message with an Adaptive Card, as a workflow in Teams (“when a webhook request is received”) takes it: as many posts
 * as it takes for each to be within what Teams shows.
 */
export function teamsPosts(message: Message): readonly object[] {
  const blocks = message.items.map((item) => (isLine(item) ? line(item) : container(item)));
  const posts = splitPosts(blocks, (together) => sizeOf(post(message, together, partOf(9, 99))) <= LARGEST_BYTES);
  return posts.map((together, index) => post(message, together, partOf(index, posts.length)));
}

function post(message: Message, blocks: readonly object[], part: string): object {
  const { greeting, lead, link, closing, language } = message;
  const subject = `${shortened(message.subject, LONGEST.title)}${part}`;
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    // What Teams shows on the desktop, on the web and on phones.
    version: '1.4',
    lang: language,
    msteams: { width: 'Full' },
    body: [
      block(subject, { size: 'Large', weight: 'Bolder' }),
      block(shortened(`${greeting} ${lead}`, LONGEST.text)),
      ...blocks,
      block(shortened(closing, LONGEST.title), { isSubtle: true, size: 'Small' }),
    ],
    ...(link === null ? {} : { actions: [{ type: 'Action.OpenUrl', title: link.text, url: link.address }] }),
  };
  const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content };
  return { type: 'message', summary: subject, attachments: [attachment] };
}

function sizeOf(document: object): number {
  return Buffer.byteLength(JSON.stringify(document));
}

function container(item: MessageItem): object {
  const { title, tone, sentence, details, link } = item;
  const facts = details.map(({ label, text }) => ({
    title: label,
    value: escapeMarkdown(shortened(text, LONGEST.detail)),
  }));
  return {
    ...{ type: 'Container', style: CONTAINER_STYLES[tone], spacing: 'Medium', bleed: false },
    items: [
      block(shortened(title, LONGEST.title), { weight: 'Bolder', size: 'Medium' }),
      block(shortened(headlineText(item), LONGEST.detail), { weight: 'Bolder', color: TEXT_COLOURS[tone] }),
      ...(sentence === null ? [] : [block(shortened(sentence, LONGEST.text))]),
      ...(facts.length === 0 ? [] : [{ type: 'FactSet', facts }]),
      ...(link === null ? [] : [linkBlock(link.text, link.address)]),
    ],
  };
}

/** One line of an overview. */
function line({ title, headline, tone, link }: MessageItem): object {
  const name = escapeMarkdown(shortened(title, LONGEST.title));
  const text = `${link === null ? name : `[${name}](${linkAddress(link.address)})`}: ${escapeMarkdown(headline)}`;
  return { type: 'TextBlock', text, wrap: true, spacing: 'Small', color: TEXT_COLOURS[tone] };
}

function linkBlock(text: string, address: string): object {
  return { type: 'TextBlock', text: `[${escapeMarkdown(text)}](${linkAddress(address)})`, wrap: true };
}

/** Markdown ends an address at a parenthesis or a space. */
function linkAddress(address: string): string {
  return address.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll(' ', '%20');
}

function block(text: string, style: Readonly<Record<string, unknown>> = {}): object {
  return { type: 'TextBlock', text: escapeMarkdown(text), wrap: true, ...style };
}

/** Cards read a part of Markdown: a link, emphasis or list in the data is shown as it was written. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\*_[\]`~]/g, '\\$&')
    .replace(/^(\d+)([.)] )/gm, '$1\\$2')
    .replace(/^([-+>#])/gm, '\\$1');
}
