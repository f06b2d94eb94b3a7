import type { Language } from '../../model/language.ts';
import { periodFromKey } from '../../model/time-period.ts';
import type { Wording } from '../../report/page-input.ts';
import { flagText, statusText } from '../../words/finding/status-text.ts';
import { textsOf } from '../../words/finding/texts-of.ts';
import { numberText, tellingDecimals } from '../../words/number-text.ts';

/** The words and numbers of sentences, for the page. */
export function wordingOf(language: Language): Wording {
  const texts = textsOf(language);
  return {
    number: (value, decimals) => numberText(value, decimals, texts),
    changeDecimals: tellingDecimals,
    amount: (number, unit) => texts.amount(number, unit),
    period: (period) => texts.period(periodFromKey(period)),
    status: (status) => statusText(status, language),
    flag: (flag) => flagText(flag, language),
    missing: (reason) => texts.missing[reason],
    place: (coverage, municipality) => texts.place(coverage, municipality),
    proxy: (coverage, municipality) => texts.proxy(coverage, municipality),
    counties: (names, confirmed) => texts.counties(names, confirmed),
    between: (low, high) => texts.between(low, high),
    lastKnown: (status, period, value) => texts.lastKnown(status, period, value),
    gap: (amount, sign) => texts.gap(amount, sign),
    percent: texts.percent,
    percentagePoints: texts.percentagePoints,
  };
}
