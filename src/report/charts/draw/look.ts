import { shortened } from '../../../words/shorten.ts';

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
  margin: 'var(--margin)',
  edge: 'var(--edge)',
  surface: 'var(--surface)',
} as const;

/** About how wide a text is in this size: nothing here can measure one, and a little too much does no harm. */
export function textWidth(text: string): number {
  return Math.ceil(text.length * LETTER);
}

/** A text cut to fit a width. The whole of it stands in the table of the picture. */
export function fitted(text: string, width: number): string {
  return shortened(text, Math.floor(width / LETTER));
}

/** A length as SVG writes it: hundredths are finer than any screen. */
export function px(length: number): number {
  return Math.round(length * 100) / 100;
}
