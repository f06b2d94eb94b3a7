import type { Language } from '../../model/language.ts';
import type { Refusal } from '../../model/refusal.ts';
import type { Clock } from '../terminal/moment.ts';
import { momentText } from '../terminal/moment.ts';
import type { RefusalTexts, SaidRefusal } from './refusal-texts.ts';
import { refusalsNb } from './refusals-nb.ts';
import { refusalsNn } from './refusals-nn.ts';

/** An error as it was thrown: in the program's own English, and what it is about where that is told in words. */
export interface Refused extends SaidRefusal {
  readonly refusal: Refusal | null;
}

/** In English only what has a time in it: the rest is said as it was thrown. */
const refusalsEn: Pick<RefusalTexts, 'run-going-on'> = {
  'run-going-on': ({ since, pid, freeAfterMinutes }, clock) => ({
    message: `Another run has been going on since ${momentText(since, clock)} (process ${pid}).`,
    hint: `Wait for it to finish. If that process is dead, its place is free ${freeAfterMinutes} minutes after its last sign of life.`,
  }),
};

const TEXTS: Readonly<Record<Language, Partial<RefusalTexts>>> = { nb: refusalsNb, nn: refusalsNn, en: refusalsEn };

/**
 * A refusal in the language and by the clock of the plan: message and hint, never one of them in another language. What
 * is not told in words, such as an error in a settings file, stays whole in the program's own English.
 */
export function refusalText({ message, hint, refusal }: Refused, clock: Clock): SaidRefusal {
  if (refusal === null) return { message, hint };
  const say = TEXTS[clock.language][refusal.about] as ((about: Refusal, clock: Clock) => SaidRefusal) | undefined;
  return say?.(refusal, clock) ?? { message, hint };
}
