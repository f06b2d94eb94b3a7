import type { PeerFigure } from '../model/indicator.ts';
import { parseTimePeriod } from '../model/time-period.ts';
import type { SentenceContext } from './sentence-context.ts';
import { groupText, periodText, placeText } from './sentence-context.ts';
import type { GuardStop } from './verdict.ts';

/** Why no rule could speak, in a sentence. */
export function guardSentence(context: SentenceContext, { guard, missing, detail = '' }: GuardStop): string {
  const { texts, situation, known } = context;
  const missingIn = guard === 'own-figure-missing' ? parseTimePeriod(detail) : null;
  return texts.guards[guard]({
    place: placeText(context),
    period: periodText(texts, situation.current?.period),
    missingIn: missingIn === null ? null : texts.period(missingIn),
    missing: missing === undefined ? null : texts.missing[missing],
    known,
    missingPeers: missingPeers(context),
    group: groupText(context),
    breakReason: detail.replace(/\.$/, ''),
  });
}

/** Names of the peers without a figure in either period, each once. */
function missingPeers({ situation: { current, previous } }: SentenceContext): readonly string[] {
  const peers: readonly PeerFigure[] = [...(previous?.peers ?? []), ...(current?.peers ?? [])];
  return [...new Set(peers.filter(({ level }) => 'missing' in level).map(({ name }) => name))];
}
