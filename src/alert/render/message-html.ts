import { escapeHtml } from '../../model/escape-html.ts';
import type { Tone } from '../../model/plan/alert.ts';
import type { Message, MessageItem } from '../message.ts';
import { CELL, DARK_STYLE, FONT, TONE_COLOURS, WIDTH } from './mail-style.ts';
import { headlineText, isLine } from './message-text.ts';

const SIGNS: Readonly<Record<Tone, string>> = { met: '✓', 'not-met': '✗', neutral: '–' };
const TABLE = 'role="presentation" cellpadding="0" cellspacing="0" border="0"';
/** Keeps what follows out of the line that a list of mail shows after the subject. */
const PREHEADER_END = '&#847;&zwnj;&nbsp;'.repeat(40);

/**
 * A message as an HTML page for e-mail, drawn with tables and styles of its own for Outlook for Windows: no image, no
 * script, nothing fetched. All that comes from data is escaped.
 */
export function messageHtml(message: Message): string {
  const { language, subject, greeting, lead, items, link, closing } = message;
  const rows = [
    row(`<td class="ink" style="${CELL.text}">${escapeHtml(greeting)}</td>`),
    row(`<td class="ink" style="${CELL.text}">${escapeHtml(lead)}</td>`),
    ...items.filter((item) => !isLine(item)).map((item) => row(cardCell(item))),
    ...listRows(items.filter(isLine)),
    ...(link === null
      ? []
      : [row(`<td style="${CELL.text};padding-top:12px">${anchor(link.address, link.text)}</td>`)]),
    row(`<td class="soft" style="${CELL.small}">${escapeHtml(closing)}</td>`),
  ];
  return `<!doctype html>
<html lang="${language}" xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<!--[if mso]><xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml><![endif]-->
<title>${escapeHtml(subject)}</title><style>${DARK_STYLE}</style></head>
<body class="page" style="margin:0;padding:0;background-color:#f4f5f7">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escapeHtml(preheader(message))}${PREHEADER_END}</div>
<table ${TABLE} width="100%" class="page" bgcolor="#f4f5f7" style="background-color:#f4f5f7"><tr><td align="center" style="${FONT};padding:24px 8px 24px 8px">
<!--[if mso]><table ${TABLE} width="${WIDTH}" align="center"><tr><td><![endif]-->
<table ${TABLE} width="100%" class="sheet" bgcolor="#ffffff" style="max-width:${WIDTH}px;background-color:#ffffff"><tr><td align="left" style="${FONT};padding:24px 28px 24px 28px">
<table ${TABLE} width="100%">
${rows.join('\n')}
</table>
</td></tr></table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</body>
</html>
`;
}

/** What a list of mail shows after the subject: what happened first, and otherwise what the message is about. */
function preheader({ items, lead }: Message): string {
  const [first] = items;
  return first === undefined || isLine(first) ? lead : `${headlineText(first)}. ${first.sentence ?? ''}`;
}

function cardCell(item: MessageItem): string {
  const { title, tone, sentence, details, link } = item;
  const colour = TONE_COLOURS[tone];
  const rows = [
    row(
      `<td class="ink" style="${CELL.title}">${link === null ? escapeHtml(title) : anchor(link.address, title)}</td>`,
    ),
    row(
      `<td class="${tone}" style="${CELL.headline};color:${colour}">${SIGNS[tone]} ${escapeHtml(headlineText(item))}</td>`,
    ),
    row(`<td class="ink" style="${CELL.text}">${escapeHtml(sentence ?? '')}</td>`),
    ...(details.length === 0 ? [] : [row(`<td style="${FONT};padding:0">${detailTable(details)}</td>`)]),
    ...(link === null
      ? []
      : [row(`<td style="${CELL.value};padding-top:8px">${anchor(link.address, link.text)}</td>`)]),
  ];
  const inner = `<table ${TABLE} width="100%">${rows.join('')}</table>`;
  return `<td style="${FONT};padding:12px 0 8px 0"><table ${TABLE} width="100%"><tr>
<td width="5" bgcolor="${colour}" style="${FONT};background-color:${colour};font-size:0;line-height:0">&nbsp;</td>
<td class="item" bgcolor="#fafbfc" style="${FONT};background-color:#fafbfc;padding:14px 18px 14px 18px">${inner}</td>
</tr></table></td>`;
}

function detailTable(details: MessageItem['details']): string {
  const rows = details.map(({ label, text }) =>
    row(
      `<th scope="row" width="90" align="left" valign="top" class="soft" style="${CELL.label}">${escapeHtml(label)}</th>` +
        `<td valign="top" class="soft" style="${CELL.value}">${escapeHtml(text)}</td>`,
    ),
  );
  return `<table cellpadding="0" cellspacing="0" border="0" width="100%">${rows.join('')}</table>`;
}

/** The lines of an overview, as one table. */
function listRows(lines: readonly MessageItem[]): readonly string[] {
  if (lines.length === 0) return [];
  const rows = lines.map(({ title, headline, tone, link }) =>
    row(
      `<th scope="row" align="left" valign="top" class="ink" style="${CELL.label};color:#1b1f24">${link === null ? escapeHtml(title) : anchor(link.address, title)}</th>` +
        `<td valign="top" class="${tone}" style="${CELL.value};color:${TONE_COLOURS[tone]}">${SIGNS[tone]} ${escapeHtml(headline)}</td>`,
    ),
  );
  const table = `<table cellpadding="0" cellspacing="0" border="0" width="100%">${rows.join('')}</table>`;
  return [row(`<td style="${FONT};padding:8px 0 8px 0">${table}</td>`)];
}

function row(cells: string): string {
  return `<tr>${cells}</tr>`;
}

function anchor(address: string, text: string): string {
  return `<a href="${escapeHtml(address)}" style="${FONT};color:#0b57a4">${escapeHtml(text)}</a>`;
}
