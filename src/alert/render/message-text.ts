import type { Message, MessageItem } from '../message.ts';

/** A message as plain text, for e-mail and wherever else text is read. Ends with a line break. */
export function messageText({ greeting, lead, items, link, closing }: Message): string {
  const page = link === null ? [] : [`${link.text}: ${link.address}`];
  return `${[greeting, lead, ...items.map(itemText), ...page, closing].join('\n\n')}\n`;
}

/** One part of a message, without the blank lines around it. */
export function itemText({ title, headline, news, sentence, details, link }: MessageItem): string {
  const first = news === null ? headline : `${headline} (${news.text})`;
  const rest = details.map(({ label, text }) => `${label}: ${text}`);
  return [title, first, sentence, ...rest, ...(link === null ? [] : [link])].join('\n');
}
