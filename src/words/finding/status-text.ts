import type { Language } from '../../model/language.ts';
import type { Flag, SaidStatus } from '../../model/plan/assessment.ts';
import { textsOf } from './texts-of.ts';

/** The words staff see for a status, as it is said. */
export function statusText(status: SaidStatus, language: Language): string {
  return textsOf(language).statuses[status];
}

/** The words staff see for a flag. */
export function flagText(flag: Flag, language: Language): string {
  return textsOf(language).flags[flag];
}
