import { monthText } from '../../words/date-text.ts';
import { type Context, dateOf } from '../context.ts';
import type { PageIndicator } from '../page-input.ts';

/** When figures of the next period are expected, in few words; a dash where nobody can tell. */
export function nextFigures({ texts, input }: Context, { expected, handedIn }: PageIndicator): string {
  const { told } = texts;
  if (handedIn !== null) return told.nextHandedIn;
  if (expected === null) return '–';
  const month = monthText(expected.at, input.language);
  return expected.isLate ? told.nextLate(month) : told.next(month);
}

/** The same with when the source last answered. */
export function comingText(context: Context, indicator: PageIndicator): string {
  const { told } = context.texts;
  const { checkedAt } = indicator;
  const checked = checkedAt === null ? [] : [told.checked(dateOf(context, checkedAt))];
  const next = nextFigures(context, indicator);
  return [...(next === '–' ? [] : [next]), ...checked].join(' ');
}
