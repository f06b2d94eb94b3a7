import type { Message, MessageItem } from '../message.ts';

/** A message with an Adaptive Card, as a workflow in Teams (“when a webhook request is received”) takes it. */
export function teamsPayload(message: Message): object {
  const { subject, greeting, lead, items, link, closing, language } = message;
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    // What Teams shows on the desktop, on the web and on phones.
    version: '1.4',
    lang: language,
    msteams: { width: 'Full' },
    body: [
      block(subject, { size: 'Large', weight: 'Bolder', style: 'heading' }),
      block(`${greeting} ${lead}`),
      ...items.map(container),
      block(closing, { isSubtle: true, size: 'Small' }),
    ],
    ...(link === null ? {} : { actions: [{ type: 'Action.OpenUrl', title: link.text, url: link.address }] }),
  };
  const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content };
  return { type: 'message', summary: subject, attachments: [attachment] };
}

function container({ title, headline, news, sentence, details }: MessageItem): object {
  const style = news === null ? 'default' : { good: 'good', bad: 'attention' }[news.is];
  const said = news === null ? headline : `${headline} (${news.text})`;
  const facts = details.map(({ label, text }) => ({ title: label, value: escapeMarkdown(text) }));
  return {
    type: 'Container',
    style,
    spacing: 'Medium',
    bleed: false,
    items: [
      block(title, { weight: 'Bolder', size: 'Medium' }),
      block(said, { weight: 'Bolder' }),
      block(sentence),
      ...(facts.length === 0 ? [] : [{ type: 'FactSet', facts }]),
    ],
  };
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
