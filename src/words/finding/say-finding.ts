import type { Flag } from '../../model/plan/assessment.ts';
import { parseTimePeriod, periodKey } from '../../model/time-period.ts';
import { guardSentence } from './guard-sentence.ts';
import { numberText } from '../number-text.ts';
import { ruleSentence } from './rule-sentence.ts';
import type { Spoken } from '../../status/second-table.ts';
import type { SentenceContext } from './sentence-context.ts';
import { periodText } from './sentence-context.ts';

/**
 * What is said to staff: the finding with its numbers, what was last known where the latest period cannot be judged, for
 * which place it was measured when that is not the municipality, and the source.
 */
export function writeSentence(context: SentenceContext, spoken: Spoken, flags: readonly Flag[]): string {
  const { texts, municipality } = context;
  const { outcome, situation, fromSecondTable } = spoken;
  const { publication } = situation.series;
  const finding =
    'stop' in outcome
      ? [guardSentence(context, outcome.stop), ...lastKnown(context)]
      : [ruleSentence(context, outcome.verdict)];
  if (publication === null) return finding.join(' ');
  const second = fromSecondTable ? [texts.secondTable(publication.table ?? publication.title)] : [];
  const proxy = flags.includes('proxy') ? [texts.proxy(publication.coverage, municipality)] : [];
  const source = texts.source(publication.source, publication.table, flags.includes('corrected'));
  const { perPublication: per } = situation.series;
  const divided = per === undefined ? [] : [texts.dividedBy(per.source, per.table)];
  return [...finding, ...second, ...proxy, source, ...divided].join(' ');
}

function lastKnown({ texts, lastKnown: known, decimals, unit }: SentenceContext): readonly string[] {
  if (known === null) return [];
  const period = parseTimePeriod(known.period);
  const value = known.value === null ? null : texts.amount(numberText(known.value, decimals, texts), unit);
  const words = period === null ? known.period : periodText(texts, periodKey(period));
  return [texts.lastKnown(texts.statuses[known.status], words, value)];
}
