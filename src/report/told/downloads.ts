import { downloadTextsOf } from '../../words/page/download.ts';
import type { Context } from '../context.ts';
import { csvName } from '../csv.ts';
import { html, type Markup } from '../markup.ts';
import type { PageIndicator } from '../page-input.ts';
import { statusName } from '../status-name.ts';

/** The figures of an indicator as a file; `null` for a page that has no files beside it, and before any figures. */
export function figuresFile({ input }: Context, { definition, title, series }: PageIndicator): Markup | null {
  if (input.files === null || series.points.length === 0) return null;
  const text = downloadTextsOf(input.language).link(title);
  return html`<p class="download"><a href="${csvName(input.files, definition.id)}" download>${text}</a></p>`;
}

/** Where the changes can be followed, and all that is said is to be had as data; `null` without files beside the page. */
export function wholeFiles({ input }: Context): Markup | null {
  if (input.files === null) return null;
  const { feed, document } = downloadTextsOf(input.language);
  return html`<p class="download">
    <a href="${input.files}.xml">${feed}</a>
    <a href="${statusName(input.files)}" download>${document}</a>
  </p>`;
}
