import type { Language } from '../../model/language.ts';
import type { Flag, Status } from '../../model/plan/assessment.ts';
import { textsOf } from './texts-of.ts';

/** The word staff see for a status. */
export function statusText(status: Status, language: Language): string {
  return textsOf(language).statuses[status];
}

/** The words staff see for a flag. */
export function flagText(flag: Flag, language: Language): string {
  return textsOf(language).flags[flag];
}
