import { answerList } from './answer-list.ts';
import type { PublicationReference } from '../model/data/dataset.ts';
import { type Context, dateOf } from './context.ts';
import { html, type Markup, type Part } from './markup.ts';
import { adopted } from './notes.ts';
import type { PageIndicator } from './page-input.ts';

/** Where the figures come from, of which date and on what terms, and where the definition can be read. */
export function source(context: Context, indicator: PageIndicator): Markup {
  const { source: texts } = context.texts;
  const { definition, assessment, licence } = indicator;
  const { publication } = assessment.evidence;
  const rows: readonly (readonly [string, Part])[] =
    publication === null
      ? []
      : [
          [texts.source, publication.source],
          [texts.table, tableText(publication)],
          [texts.updated, publication.updatedAt === null ? null : dateOf(context, publication.updatedAt)],
          [texts.retrieved, dateOf(context, publication.retrievedAt)],
          [texts.licence, licence === null ? null : terms(context, licence)],
        ];
  const all = [
    ...rows,
    [texts.measurement, adopted(context, definition.measurement)] as const,
    [texts.references, references(context, definition.references)] as const,
  ];
  return html`<section class="source">
    <h3>${texts.title}</h3>
    ${answerList(all)}
  </section> `;
}

function references(context: Context, all: readonly string[]): Markup {
  return html`<ul>
    ${all.map((one) => html`<li>${isAddress(one) ? linked(one) : adopted(context, one)}</li> `)}
  </ul>`;
}

/** The number of the table and its title, which may begin with that number itself. */
function tableText({ table, title }: PublicationReference): string | null {
  if (table === null) return null;
  return title.startsWith(table) ? title : `${table}: ${title}`;
}

function linked(text: string): Markup {
  return isAddress(text) ? html`<a href="${text}">${plainAddress(text)}</a>` : html`${text}`;
}

/** The terms of a source, by its name and not by their address; where they can be read in English alone, that is said. */
function terms({ texts: { source: texts } }: Context, licence: string): Markup {
  if (!isAddress(licence)) return html`${licence}`;
  const { hostname, pathname } = new URL(licence);
  const isInEnglish = pathname.startsWith('/en/');
  const name = texts.terms(hostname.replace(/^www\./, ''), isInEnglish);
  return isInEnglish ? html`<a href="${licence}" hreflang="en">${name}</a>` : html`<a href="${licence}">${name}</a>`;
}

/** As a person writes it down. */
function plainAddress(address: string): string {
  return address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
}

/** Only addresses of the web become links: any other scheme could be a script. */
function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text);
}
