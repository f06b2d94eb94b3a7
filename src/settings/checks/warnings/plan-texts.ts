import type { IndicatorFile } from '../../files/indicator-file.ts';
import type { PlanFile } from '../../files/plan-file.ts';
import type { Path } from '../../problem.ts';
import type { PlacedText } from './stray-names.ts';

/** The texts of an indicator. `references` and the worked example hold no text of the plan. */
export function textsOfIndicator({ inputs, ...indicator }: IndicatorFile): readonly PlacedText[] {
  return [...textsOf(indicator, []), ...inputs.flatMap((input, place) => textsOf(input, ['inputs', place]))];
}

/** The texts of plan.yaml, and what it calls the files that the municipality hands in. */
export function textsOfPlan({ survey = {}, municipalEmissions = {}, ...plan }: PlanFile): readonly PlacedText[] {
  return [...textsOf(plan, []), ...textsOf(survey, ['survey']), ...textsOf(municipalEmissions, ['municipalEmissions'])];
}

function textsOf(group: object, path: Path): readonly PlacedText[] {
  return Object.entries(group).flatMap(([key, text]: [string, unknown]) =>
    typeof text === 'string' ? [{ path: [...path, key], text }] : [],
  );
}
