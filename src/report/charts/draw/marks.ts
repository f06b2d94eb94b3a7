import { html, type Markup } from '../../markup.ts';
import { COLOURS, px } from './look.ts';

/** Whether a demand was met: by shape and by fill, so that neither colour nor grey is needed to tell. */
export type JudgedMark = 'met' | 'not-met' | 'silent' | 'plain';

/** A mark at a place: a filled circle, a hollow diamond, a cross, or a dot where nothing is judged. */
export function judgedMark(mark: JudgedMark, x: number, y: number): Markup {
  const at = `${px(x)},${px(y)}`;
  switch (mark) {
    case 'met':
      return html`<circle
        class="point met"
        cx="${px(x)}"
        cy="${px(y)}"
        r="4.4"
        fill="${COLOURS.own}"
        stroke="${COLOURS.own}"
        stroke-width="1.5"
      /> `;
    case 'not-met':
      return html`<path
        class="point not-met"
        d="M${at}m0,-5.6l5.6,5.6l-5.6,5.6l-5.6,-5.6z"
        fill="${COLOURS.surface}"
        stroke="${COLOURS.own}"
        stroke-width="1.8"
      /> `;
    case 'silent':
      return html`<path
        class="point silent"
        d="M${at}m-3.6,-3.6l7.2,7.2m0,-7.2l-7.2,7.2"
        fill="none"
        stroke="${COLOURS.own}"
        stroke-width="1.8"
      /> `;
    case 'plain':
      return html`<circle
        class="point plain"
        cx="${px(x)}"
        cy="${px(y)}"
        r="3.1"
        fill="${COLOURS.own}"
        stroke="${COLOURS.own}"
        stroke-width="2"
      /> `;
  }
}

/** An open ring around a figure that is provisional. */
export function provisionalRing(x: number, y: number): Markup {
  return html`<circle
    class="provisional"
    cx="${px(x)}"
    cy="${px(y)}"
    r="9"
    fill="none"
    stroke="${COLOURS.own}"
    stroke-width="1.3"
    stroke-dasharray="2.5 2.5"
  /> `;
}

/** A bar with feet between two bounds. */
export function boundsBar(x: number, low: number, high: number): Markup {
  const [top, bottom] = [Math.min(low, high), Math.max(low, high)];
  return html`<path
    class="bounded"
    d="M${px(x - 5)},${px(top)}h10m-5,0V${px(bottom)}m-5,0h10"
    fill="none"
    stroke="${COLOURS.own}"
    stroke-width="2.5"
  /> `;
}

/** A column from nil to a value: filled where the demand was met, hollow where not, dotted where that cannot be said. */
export function column(mark: JudgedMark, place: { x: number; y: number; width: number; height: number }): Markup {
  const { x, y, width, height } = place;
  const isFilled = mark === 'met' || mark === 'plain';
  return html`<rect
    class="column ${mark}"
    x="${px(x)}"
    y="${px(y)}"
    width="${px(width)}"
    height="${px(height)}"
    fill="${isFilled ? COLOURS.own : COLOURS.surface}"
    stroke="${COLOURS.own}"
    stroke-width="1.5"
    ${mark === 'silent' ? html`stroke-dasharray="2 2"` : null}
  /> `;
}

/** A number in a frame, for a note of the municipality. */
export function noteFrame(x: number, y: number, width: number): Markup {
  return html`<rect
    x="${px(x - width / 2)}"
    y="${px(y - 8)}"
    width="${px(width)}"
    height="16"
    rx="8"
    fill="${COLOURS.surface}"
    stroke="${COLOURS.ink}"
  /> `;
}

/** How the lines of rules are dashed, and the areas edged. */
export const DASHES = { limit: '9 4', outer: '2 4', base: '9 3 2 3', path: '1 5', peers: '6 4', break: '3 3' } as const;
