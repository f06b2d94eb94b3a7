import { PipelineError } from '../model/errors.ts';
import type { Language } from '../model/language.ts';
import { openEnvironment, openSettings } from './open-settings.ts';

/** In which language a plan is written, and by which clock its people live. */
export interface PlanClock {
  readonly language: Language;
  /** Such as `Europe/Oslo`. */
  readonly timeZone: string;
}

/** Before it is known whose plan it is: the program's own language, and the clock of its log. */
const OF_NOBODY: PlanClock = { language: 'en', timeZone: 'UTC' };

/**
 * Language and clock of the plan, for what is said without an open application: a refusal, or a backup of a database
 * whose settings may not be in order. English and UTC where the settings cannot be read.
 */
export function findPlanClock(): PlanClock {
  try {
    const { plan, alerts } = openSettings(openEnvironment());
    return { language: plan.language, timeZone: alerts.timeZone };
  } catch (error) {
    if (error instanceof PipelineError) return OF_NOBODY;
    throw error;
  }
}
