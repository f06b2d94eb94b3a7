import type { Clock } from '../../platform/clock.ts';
import type { KlassWitness } from '../../places/klass-witness.ts';
import type { Logger } from '../../platform/logger.ts';
import { createRateLimiter, type RateLimiter } from '../../source/ask/rate-limit.ts';
import { askJointly, type JointAsking } from '../../source/share/ask-together.ts';
import type { AskedDataset } from '../../source/share/union-of-places.ts';
import type { AnswerShelf } from '../source/kept-answers.ts';
import { pacing, reportWaits } from '../source/pacing.ts';
import { answerMemory, type NewsShelf, newsMemory } from './answer-memory.ts';
import { type InTurn, takeTurns } from './turns.ts';

/** As long as a minute's quota, waited for twice. */
const LONGEST_TURN_MS = 120_000;

/** What municipalities of one process have in common at a source. */
export interface SharedSource extends JointAsking {
  /** Runs are made one after the other. */
  readonly inTurn: InTurn;
  readonly limiter: RateLimiter;
  readonly shelf: AnswerShelf;
  readonly news: NewsShelf;
  /** What Klass has said today, by the question. */
  readonly klass: Map<string, KlassWitness>;
  /** Of everyone who is served now. */
  readonly datasets: () => readonly AskedDataset[];
}

/** Whom a source is shared by, and until when. */
export interface Sharing {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly stop: AbortSignal;
  readonly datasets: () => readonly AskedDataset[];
}

/** One quota, one memory and one question at a source for everyone whom this process serves. */
export function shareSource({ clock, logger, stop, datasets }: Sharing): SharedSource {
  const waiting = reportWaits({ waiting: () => undefined }, logger);
  return {
    ...askJointly(() => clock.now().getTime()),
    inTurn: takeTurns(LONGEST_TURN_MS),
    limiter: createRateLimiter(pacing(clock, stop, waiting)),
    shelf: answerMemory(clock),
    news: newsMemory(),
    klass: new Map(),
    datasets,
  };
}
