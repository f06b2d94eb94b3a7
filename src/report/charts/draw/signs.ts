import { html, type Markup } from '../../markup.ts';
import type { Sign } from '../chart.ts';
import { COLOURS, FONT_SIZE } from './look.ts';
import { boundsBar, column, DASHES, type JudgedMark, judgedMark, noteFrame, provisionalRing } from './marks.ts';
import { text } from './text.ts';

const WIDTH = 28;
const HEIGHT = 20;
const [MIDDLE, CENTRE] = [WIDTH / 2, HEIGHT / 2];

/** The sign of a key entry, drawn with the same marks as the chart. It says nothing that its text does not. */
export function signMarkup(sign: Sign): Markup {
  return html`<svg class="sign ${sign}" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true" focusable="false">
    ${drawn(sign)}
  </svg>`;
}

function drawn(sign: Sign): Markup | null {
  switch (sign) {
    case 'own':
      return stroke(COLOURS.own, 2.5, null);
    case 'peers':
      return stroke(COLOURS.peers, 2, DASHES.peers);
    case 'met':
    case 'not-met':
    case 'silent':
      return judgedMark(sign, MIDDLE, CENTRE);
    case 'column-met':
      return columnSign('met');
    case 'column-not-met':
      return columnSign('not-met');
    case 'column-silent':
      return columnSign('silent');
    case 'provisional':
      return provisionalRing(MIDDLE, CENTRE);
    case 'bounded':
      return boundsBar(MIDDLE, 3, HEIGHT - 3);
    case 'corrected':
    case 'revised':
      return null;
    case 'annotation':
      return html`${noteFrame(MIDDLE, CENTRE, 16)}
      ${text({ x: MIDDLE, y: CENTRE, anchor: 'middle', size: FONT_SIZE - 2, fill: COLOURS.ink, bold: true }, '1')}`;
    case 'bar':
      return area(COLOURS.own, null, null);
    case 'bar-other':
      return area(COLOURS.surface, COLOURS.peers, null);
    case 'tick':
      return html`<line
        x1="${MIDDLE}"
        x2="${MIDDLE}"
        y1="2"
        y2="${HEIGHT - 2}"
        stroke="${COLOURS.ink}"
        stroke-width="2"
      />`;
    case 'cut':
      return stroke(COLOURS.ink, 1.5, DASHES.limit);
    case 'margin':
      return area(COLOURS.margin, COLOURS.edge, null);
    case 'ordinary':
      return area(COLOURS.shade, COLOURS.edge, '1 3');
    case 'spread':
      return area(COLOURS.shade, COLOURS.edge, null);
    case 'limit':
    case 'outer':
    case 'base':
      return stroke(COLOURS.ink, 1.5, DASHES[sign]);
    case 'path':
      return stroke(COLOURS.ink, 2.4, DASHES.path, 'round');
  }
}

function stroke(colour: string, width: number, dash: string | null, cap = 'butt'): Markup {
  return html`<line
    x1="1"
    x2="${WIDTH - 1}"
    y1="${CENTRE}"
    y2="${CENTRE}"
    stroke="${colour}"
    stroke-width="${width}"
    stroke-linecap="${cap}"
    ${dash === null ? null : html`stroke-dasharray="${dash}"`}
  />`;
}

function area(fill: string, edge: string | null, dash: string | null): Markup {
  return html`<rect
    x="2"
    y="4"
    width="${WIDTH - 4}"
    height="${HEIGHT - 8}"
    fill="${fill}"
    ${edge === null ? null : html`stroke="${edge}"`}
    ${dash === null ? null : html`stroke-dasharray="${dash}"`}
  />`;
}

function columnSign(mark: JudgedMark): Markup {
  return html`${column(mark, { x: MIDDLE - 6, y: 6, width: 12, height: HEIGHT - 7 })}${judgedMark(mark, MIDDLE, 6)}`;
}
