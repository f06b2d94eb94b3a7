import type { Language } from '../model/language.ts';
import type { Status } from '../model/plan/assessment.ts';
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
export function markedStatus(status: Status, language: Language): string {
  return `${MARKS[status]}\u00A0${statusText(status, language)}`;
}
