import { type Context, dateOf } from '../context.ts';
import { html, type Markup } from '../markup.ts';
import { wholeFiles } from '../told/downloads.ts';

/** What has been said otherwise than before, newest first, each with its date, cause and a link. */
export function latestChanges(context: Context): Markup {
  const { texts, input } = context;
  const { changes } = texts.first;
  return html`<section class="changes" aria-labelledby="changes-title">
    <h2 id="changes-title">${changes.title}</h2>
    ${
      input.changes.length === 0
        ? html`<p>${changes.none}</p>`
        : html`<ul>
            ${input.changes.map(({ indicatorId, title, at, before, after, cause }) => {
              const [was, is] = [input.wording.status(before), input.wording.status(after)];
              const said = before === after ? changes.still(is) : changes.from(was, is);
              return html`<li>
                <time datetime="${at}">${dateOf(context, at)}</time>: <a href="#${indicatorId}">${title}</a>, ${said}.
                <span class="quiet">${texts.cause}: ${cause}.</span>
              </li> `;
            })}
          </ul>`
    }
    ${wholeFiles(context)}
  </section> `;
}
