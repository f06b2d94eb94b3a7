import { CHARTS } from './style/charts.ts';
import { COLOURS } from './style/colours.ts';
import { PARTS } from './style/parts.ts';
import { PRINT } from './style/print.ts';
import { TEXT } from './style/text.ts';

/** The style sheet of the page. */
export const STYLE = `${COLOURS}${TEXT}${PARTS}${CHARTS}${PRINT}`;
