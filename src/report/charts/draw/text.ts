import { html, type Markup } from '../../markup.ts';
import { COLOURS, FONT_SIZE, px } from './look.ts';

interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly fill?: string;
  readonly size?: number;
  readonly bold?: boolean;
}

/** A text at the height of its middle; nothing for none. */
export function text(
  { x, y, anchor = 'start', fill = COLOURS.text, size = FONT_SIZE, bold = false }: TextPlace,
  words: string,
): Markup | null {
  if (words === '') return null;
  return html`<text
    x="${px(x)}"
    y="${px(y)}"
    dy="0.35em"
    text-anchor="${anchor}"
    fill="${fill}"
    font-size="${size}"
    font-weight="${bold ? 700 : 400}"
    >${words}</text
  > `;
}
