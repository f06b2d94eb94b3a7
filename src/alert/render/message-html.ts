import { escapeHtml } from '../../model/escape-html.ts';
import type { Message, MessageItem } from '../message.ts';

/** Mail programs read no style sheet: every element carries its own. Dark on white, in contrast for weak sight. */
const STYLE = {
  body: 'margin:0;padding:24px;background:#f4f5f7;color:#1b1f24;font:16px/1.5 Arial,Helvetica,sans-serif',
  sheet: 'max-width:600px;margin:0 auto;padding:24px 28px;background:#ffffff;border-radius:8px',
  item: 'margin:20px 0;padding:14px 18px;background:#fafbfc',
  title: 'margin:0;font-size:18px;line-height:1.35',
  headline: 'margin:4px 0 8px;font-weight:bold',
  sentence: 'margin:0 0 10px',
  details: 'border-collapse:collapse;font-size:14px;color:#3d4650',
  label: 'padding:1px 14px 1px 0;text-align:left;vertical-align:top;font-weight:normal;white-space:nowrap',
  value: 'padding:1px 0',
  closing: 'margin:24px 0 0;font-size:14px;color:#4d5661',
};

/** The edge of an item, beside the words that say the same. */
const EDGES = { good: '#1f7a4d', bad: '#b3261e', neither: '#5b6673' };
const SIGNS = { good: '▲', bad: '▼' };

/** A message as an HTML page for e-mail: no image, no script, nothing fetched. All that comes from data is escaped. */
export function messageHtml(message: Message): string {
  const { language, subject, greeting, lead, items, link, closing } = message;
  const page = link === null ? '' : `<p style="margin:20px 0 0">${anchor(link.address, link.text)}</p>\n`;
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="${STYLE.body}">
<div style="${STYLE.sheet}">
<p style="margin:0 0 8px">${escapeHtml(greeting)}</p>
<p style="margin:0">${escapeHtml(lead)}</p>
${items.map(itemHtml).join('\n')}
${page}<p style="${STYLE.closing}">${escapeHtml(closing)}</p>
</div>
</body>
</html>
`;
}

function itemHtml({ title, headline, news, sentence, details, link }: MessageItem): string {
  const edge = EDGES[news?.is ?? 'neither'];
  const said = news === null ? '' : ` <span style="color:${edge}">${SIGNS[news.is]} ${escapeHtml(news.text)}</span>`;
  const rows = details.map(
    ({ label, text }) =>
      `<tr><th scope="row" style="${STYLE.label}">${escapeHtml(label)}</th><td style="${STYLE.value}">${escapeHtml(text)}</td></tr>`,
  );
  const table = rows.length === 0 ? '' : `\n<table style="${STYLE.details}">${rows.join('')}</table>`;
  return `<div style="${STYLE.item};border-left:5px solid ${edge}">
<h2 style="${STYLE.title}">${link === null ? escapeHtml(title) : anchor(link, title)}</h2>
<p style="${STYLE.headline}">${escapeHtml(headline)}${said}</p>
<p style="${STYLE.sentence}">${escapeHtml(sentence)}</p>${table}
</div>`;
}

function anchor(address: string, text: string): string {
  return `<a href="${escapeHtml(address)}" style="color:#0b57a4">${escapeHtml(text)}</a>`;
}
