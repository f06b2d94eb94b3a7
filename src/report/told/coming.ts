import { monthText } from '../../words/date-text.ts';
import { type Context, dateOf } from '../context.ts';
import type { PageIndicator } from '../page-input.ts';

/** The same where there is little room, under a heading that says what it is. */
export function nextInShort({ texts, input }: Context, { expected, handedIn }: PageIndicator): string {
  if (handedIn !== null) return texts.told.nextHandedInShort;
  if (expected === null) return '–';
  const month = monthText(expected.at, input.language);
  return expected.isLate ? texts.told.nextLateShort(month) : month;
}

/** When figures of the next period are expected; a dash where nobody can tell. */
function nextFigures({ texts, input }: Context, { expected, handedIn }: PageIndicator): string {
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
