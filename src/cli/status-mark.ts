import type { Language } from '../model/language.ts';
import type { SaidStatus, Status } from '../model/plan/assessment.ts';
import { statusOfSaid } from '../model/plan/said-status.ts';
import { statusText } from '../words/finding/status-text.ts';

/** A symbol of its own for each status, told apart without colour. */
const MARKS: Readonly<Record<Status, string>> = {
  'on-track': '✓',
  'partly-met': '◐',
  stable: '=',
  'off-track': '✗',
  'ambition-not-set': '○',
  'not-measured': '·',
  insufficient: '?',
  break: '//',
};

/** A status as a symbol and a word: `✓ Oppfylt`. */
export function markedStatus(said: SaidStatus, language: Language): string {
  return `${MARKS[statusOfSaid(said)]}\u00A0${statusText(said, language)}`;
}
