import { CHARTS } from './style/charts.ts';
import { COLOURS } from './style/colours.ts';
import { PARTS } from './style/parts.ts';
import { OVERVIEW } from './style/overview.ts';
import { PRINT, pageFoot } from './style/print.ts';
import type { Context } from './context.ts';
import { TEXT } from './style/text.ts';

/** The style sheet of the page, with what stands at the foot of each printed sheet. */
export function styleOf(context: Context): string {
  return `${COLOURS}${TEXT}${PARTS}${OVERVIEW}${CHARTS}${PRINT}${pageFoot(context)}`;
}
