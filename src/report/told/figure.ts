import { valueInWords } from '../change-text.ts';
import { amountOf, type Context, levelUnit, measureOf, toldDecimals } from '../context.ts';
import type { PageIndicator } from '../page-input.ts';

/**
 * The latest figure with its unit in words. A distance to others stands beside the level it is the distance of, for a
 * negative rate means nothing to anybody. `null` where there is no figure.
 */
export function figureInWords(context: Context, indicator: PageIndicator): string | null {
  const { definition, assessment, series } = indicator;
  const { value } = assessment;
  const own = series.points.at(-1)?.own;
  if (definition.measure !== 'gap' || value === null || own === undefined || !('value' in own)) {
    return valueInWords(context, indicator);
  }
  const { unit } = measureOf(context, indicator);
  const decimals = toldDecimals(context, indicator);
  const level = amountOf(context, own.value, decimalsIn(own.value, decimals), levelUnit(context, unit));
  const distance = amountOf(context, Math.abs(value), decimals, unit);
  return context.texts.told.gap(level, distance, Math.sign(value));
}

/** As many decimals as the number has, and no more than those it is shown with. */
function decimalsIn(value: number, most: number): number {
  return Math.min(most, (String(value).split('.')[1] ?? '').length);
}
