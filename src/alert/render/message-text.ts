import type { Message, MessageItem } from '../message.ts';

/** A message as plain text, for e-mail and wherever else text is read. Ends with a line break. */
export function messageText({ greeting, lead, items, link, closing }: Message): string {
  const page = link === null ? [] : [`${link.text}: ${link.address}`];
  const lines = items.filter(isLine).map(itemText);
  const parts = items.filter((item) => !isLine(item)).map(itemText);
  const list = lines.length === 0 ? [] : [lines.join('\n')];
  return `${[greeting, lead, ...parts, ...list, ...page, closing].join('\n\n')}\n`;
}

/** One part of a message, without the blank lines around it; of an overview, one line. */
export function itemText(item: MessageItem): string {
  const { title, sentence, details, link } = item;
  if (sentence === null) return `– ${title}: ${headlineText(item)}`;
  const rest = details.map(({ label, text }) => `${label}: ${text}`);
  const more = link === null ? [] : [`${link.text}: ${link.address}`];
  return [title, headlineText(item), sentence, ...rest, ...more].join('\n');
}

/** What has happened, with whether that is good or bad news where it is either. */
export function headlineText({ headline, news }: Pick<MessageItem, 'headline' | 'news'>): string {
  return news === null ? headline : `${headline} (${news})`;
}

/** Is it one line of an overview? */
export function isLine({ sentence }: MessageItem): boolean {
  return sentence === null;
}
