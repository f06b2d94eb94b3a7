import type { Config } from 'vega';

/** Narrower pictures than this are drawn for a phone. */
export const NARROW = 500;
export const FONT_SIZE = 13;
/** Width of a letter, in the widest of the fonts that are usual. */
const LETTER = FONT_SIZE * 0.6;

/** Colours of the page, light or dark: the style sheet says which. */
export const COLOURS = {
  own: 'var(--own)',
  peers: 'var(--peers)',
  peersText: 'var(--muted)',
  ink: 'var(--ink)',
  text: 'var(--muted)',
  axis: 'var(--axis)',
  grid: 'var(--line)',
  shade: 'var(--shade)',
  surface: 'var(--surface)',
} as const;

/** Nothing of Vega's own look is kept, and no description for each mark: the picture has one for the whole. */
export const CONFIG: Config & { readonly aria: false } = {
  aria: false,
  text: { font: 'inherit', fontSize: FONT_SIZE },
  axis: {
    ...{ aria: false, labelFont: 'inherit', labelFontSize: FONT_SIZE - 1, labelColor: COLOURS.text },
    ...{ gridColor: COLOURS.grid, tickColor: COLOURS.axis, domainColor: COLOURS.axis, labelOverlap: false },
  },
};

/** How texts are placed at a point. */
export const MIDDLE = { value: 'middle' } as const;
export const LEFT = { value: 'left' } as const;
export const RIGHT = { value: 'right' } as const;

/** About how wide a text is in this size: nothing here can measure one, and a little too much does no harm. */
export function textWidth(text: string): number {
  return Math.ceil(text.length * LETTER);
}

/** A text cut to fit a width. The whole of it stands in the table of the picture. */
export function shortened(text: string, width: number): string {
  const fitting = Math.floor(width / LETTER);
  return text.length <= fitting ? text : `${text.slice(0, fitting - 1).trimEnd()}…`;
}
