import { shortened } from '../../words/shorten.ts';
import type { Tone } from '../../model/plan/alert.ts';
import type { Message, MessageItem } from '../message.ts';
import { headlineText, isLine, messageText } from '../render/message-text.ts';
import { partOf, splitPosts } from './split-posts.ts';

/** Slack's own limits, in letters and in blocks. */
const LONGEST_HEADER = 150;
const LONGEST_TEXT = 3000;
const MOST_BLOCKS = 50;
/** The heading, the lead and the ending. */
const OWN_BLOCKS = 3;
const SIGNS: Readonly<Record<Tone, string>> = {
  met: ':large_green_circle:',
  'not-met': ':red_circle:',
  neutral: ':white_circle:',
};

/**
 * A message as blocks, as an incoming webhook of Slack takes it: as many posts as it takes to say everything, each within
 * Slack's limits.
 */
export function slackPosts(message: Message): readonly object[] {
  const { subject, greeting, lead, items, link, closing } = message;
  const ending = [...(link === null ? [] : [linkText(link)]), escapeText(closing)].join('\n');
  const lines = items.filter(isLine).map(lineText);
  const texts = [
    ...items.filter((item) => !isLine(item)).map(itemText),
    ...(lines.length === 0 ? [] : [lines.join('\n')]),
  ];
  const sections = texts.flatMap(pieces).map(section);
  const posts = splitPosts(sections, (together) => together.length <= MOST_BLOCKS - OWN_BLOCKS);
  // Shown where blocks are not, such as in a notification.
  const text = shortened(escapeText(messageText(message)), LONGEST_TEXT);
  return posts.map((blocks, index) => ({
    text,
    unfurl_links: false,
    blocks: [
      header(subject, partOf(index, posts.length)),
      ...pieces(escapeText(`${greeting} ${lead}`))
        .slice(0, 1)
        .map(section),
      ...blocks,
      { type: 'context', elements: [{ type: 'mrkdwn', text: shortened(ending, LONGEST_TEXT) }] },
    ],
  }));
}

function itemText(item: MessageItem): string {
  const { title, tone, sentence, details, link } = item;
  const rest = details.map(({ label, text }) => `${label}: ${text}`);
  return [
    `*${escapeText(title)}*`,
    `${SIGNS[tone]} ${escapeText(headlineText(item))}`,
    ...[sentence ?? '', ...rest].map(escapeText),
    ...(link === null ? [] : [linkText(link)]),
  ].join('\n');
}

function lineText({ title, headline, tone, link }: MessageItem): string {
  const name = link === null ? `*${escapeText(title)}*` : linkText({ ...link, text: title });
  return `${SIGNS[tone]} ${name}: ${escapeText(headline)}`;
}

function linkText({ text, address }: { readonly text: string; readonly address: string }): string {
  return `<${escapeText(address)}|${escapeText(text)}>`;
}

/** A text in pieces that a section takes, cut between lines, else between words; an escaped letter is never cut. */
function pieces(text: string): readonly string[] {
  const found: string[] = [];
  for (let rest = text; rest !== '';) {
    const cut = rest.length <= LONGEST_TEXT ? rest.length : cutAt(rest.slice(0, LONGEST_TEXT));
    found.push(rest.slice(0, cut));
    rest = rest.slice(cut).trimStart();
  }
  return found;
}

function cutAt(text: string): number {
  const atSpace = Math.max(text.lastIndexOf('\n'), text.lastIndexOf(' '));
  if (atSpace > 0) return atSpace;
  const entity = text.lastIndexOf('&');
  return entity > text.length - '&amp;'.length && entity > 0 ? entity : text.length;
}

function header(subject: string, part: string): object {
  return {
    type: 'header',
    text: { type: 'plain_text', text: `${shortened(subject, LONGEST_HEADER - part.length)}${part}` },
  };
}

function section(text: string): object {
  return { type: 'section', text: { type: 'mrkdwn', text } };
}

/** Slack reads `<…>` as links and mentions, and asks for these three letters to be escaped. */
function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
