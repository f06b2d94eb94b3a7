import { html, type Markup, type Part } from './markup.ts';

/** A table whose first column names its rows. */
export interface Table {
  readonly caption: string;
  readonly heading: readonly string[];
  readonly rows: readonly (readonly Part[])[];
}

/** A table in a frame of its own that scrolls sideways, by keyboard too, where the screen is narrow. */
export function tableMarkup({ caption, heading, rows }: Table): Markup {
  const [first, ...others] = heading;
  return html`<div class="scroll" role="group" tabindex="0" aria-label="${caption}">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${first}</th>
          ${others.map((name) => html`<th scope="col" class="figure">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(rowMarkup)}
      </tbody>
    </table>
  </div> `;
}

function rowMarkup([first, ...others]: readonly Part[]): Markup {
  return html`<tr>
    <th scope="row">${first}</th>
    ${others.map((cell) => html`<td class="figure">${cell}</td>`)}
  </tr> `;
}
