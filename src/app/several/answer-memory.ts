import type { Clock } from '../../platform/clock.ts';
import type { SourceNews } from '../../store/read/source-news.ts';
import type { AnswerShelf, Kept } from '../source/kept-answers.ts';

/** An answer this fresh is not what a refusal rests on. */
const FRESH_FOR_MS = 300_000;

/** Keeps the answers of a source in the memory of this process, for everyone whom it serves. */
export function answerMemory(clock: Clock): AnswerShelf {
  const answers = new Map<string, Kept>();
  const dropBefore = (instant: number) => {
    for (const [address, { answeredAt }] of answers) if (Date.parse(answeredAt) < instant) answers.delete(address);
  };
  return {
    find: (address) => answers.get(address) ?? null,
    record({ address, ...answer }, keptSince) {
      dropBefore(Date.parse(keptSince));
      answers.set(address, answer);
    },
    forget: () => dropBefore(clock.now().getTime() - FRESH_FOR_MS),
  };
}

/** Where the newest answer lies to what has changed at the source. */
export interface NewsShelf {
  find(): SourceNews | null;
  record(news: SourceNews): void;
}

/** Keeps the news of the source in the memory of this process. */
export function newsMemory(): NewsShelf {
  let newest: SourceNews | null = null;
  return {
    find: () => newest,
    record: (news) => {
      newest = news;
    },
  };
}
