import { escapeHtml } from '../model/escape-html.ts';
import type { Language } from '../model/language.ts';

/** The program, as a feed names it; a file that has it was made by this program. */
export const FEED_GENERATOR = '<generator>Næringspuls</generator>';

/** A change of status, as a reader of feeds shows it. */
export interface FeedEntry {
  /** A URN, the same for as long as the change is stored. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** ISO 8601. */
  readonly updated: string;
  /** The indicator on the page; `null` while the page has no address. */
  readonly link: string | null;
}

/** A feed of changes. */
export interface Feed {
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  readonly author: string;
  /** ISO 8601; when nothing has changed yet. */
  readonly updated: string;
  /** The page; `null` while it has no address. */
  readonly page: string | null;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
}

/** The feed as Atom (RFC 4287). All that comes from data is escaped; the same feed gives the same bytes. */
export function renderFeed({ id, title, language, author, updated, page, entries }: Feed): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${text(id)}</id>
<title>${text(title)}</title>
<updated>${entries[0]?.updated ?? updated}</updated>
<author><name>${text(author)}</name></author>
${FEED_GENERATOR}
${link(page)}${entries.map(entryXml).join('')}</feed>
`;
}

function entryXml({ id, title, summary, updated, link: address }: FeedEntry): string {
  return `<entry>
<id>${text(id)}</id>
<title>${text(title)}</title>
<updated>${updated}</updated>
${link(address)}<summary>${text(summary)}</summary>
</entry>
`;
}

function link(address: string | null): string {
  return address === null ? '' : `<link rel="alternate" type="text/html" href="${text(address)}"/>\n`;
}

/** XML 1.0 has no place for control characters, escaped or not. */
function text(value: string): string {
  return escapeHtml(value.replaceAll(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, ''));
}
