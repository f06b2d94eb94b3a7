import type { Flag } from '../model/assessment.ts';
import { guardSentence } from './guard-sentence.ts';
import { ruleSentence } from './rule-sentence.ts';
import type { SentenceContext } from './sentence-context.ts';
import type { Outcome } from './verdict.ts';

/**
 * What is said to staff: the finding with its numbers, for which place it was measured when that is not the
 * municipality, and the source.
 */
export function writeSentence(context: SentenceContext, outcome: Outcome, flags: readonly Flag[]): string {
  const { texts, situation, municipality } = context;
  const { publication } = situation.series;
  const finding = 'stop' in outcome ? guardSentence(context, outcome.stop) : ruleSentence(context, outcome.verdict);
  if (publication === null) return finding;
  const proxy = flags.includes('proxy') ? [texts.proxy(publication.coverage, municipality)] : [];
  return [finding, ...proxy, texts.source(publication.source, publication.table)].join(' ');
}
