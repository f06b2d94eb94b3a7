import { shortened } from '../../words/shorten.ts';
import type { Message, MessageItem } from '../message.ts';
import { messageText } from '../render/message-text.ts';

/** Slack's own limits, in letters and in blocks. */
const LONGEST_HEADER = 150;
const LONGEST_TEXT = 3000;
const MOST_BLOCKS = 50;

/** A message as blocks, as an incoming webhook of Slack takes it. */
export function slackPayload(message: Message): object {
  const { subject, greeting, lead, items, link, closing } = message;
  const ending = [
    ...(link === null ? [] : [`<${escapeText(link.address)}|${escapeText(link.text)}>`]),
    escapeText(closing),
  ];
  const opening = [header(subject), section(escapeText(`${greeting} ${lead}`))];
  const room = MOST_BLOCKS - opening.length - 1;
  return {
    // Shown where blocks are not, such as in a notification.
    text: shortened(escapeText(messageText(message)), LONGEST_TEXT),
    unfurl_links: false,
    blocks: [
      ...opening,
      ...items.slice(0, room).map((item) => section(itemText(item))),
      { type: 'context', elements: [{ type: 'mrkdwn', text: shortened(ending.join('\n'), LONGEST_TEXT) }] },
    ],
  };
}

function itemText({ title, headline, news, sentence, details }: MessageItem): string {
  const sign = news === null ? '' : { good: ':large_green_circle: ', bad: ':red_circle: ' }[news.is];
  const said = news === null ? headline : `${headline} (${news.text})`;
  const rest = details.map(({ label, text }) => `${label}: ${text}`);
  return [`*${escapeText(title)}*`, `${sign}${escapeText(said)}`, ...[sentence, ...rest].map(escapeText)].join('\n');
}

function header(text: string): object {
  return { type: 'header', text: { type: 'plain_text', text: shortened(text, LONGEST_HEADER) } };
}

function section(text: string): object {
  return { type: 'section', text: { type: 'mrkdwn', text: shortened(text, LONGEST_TEXT) } };
}

/** Slack reads `<…>` as links and mentions, and asks for these three letters to be escaped. */
function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
