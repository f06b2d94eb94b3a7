import type { IndicatorFile } from '../../files/indicator-file.ts';
import type { PlanFile } from '../../files/plan-file.ts';
import type { ReportFile } from '../../files/report-file.ts';
import type { Path } from '../../problem.ts';
import type { PlacedText } from './stray-names.ts';

/** The texts of an indicator, and where its wording can be read. The worked example holds no text of the plan. */
export function textsOfIndicator({ inputs, references, ...indicator }: IndicatorFile): readonly PlacedText[] {
  return [
    ...textsOf(indicator, []),
    ...inputs.flatMap((input, place) => textsOf(input, ['inputs', place])),
    ...references.map((text, place) => ({ path: ['references', place], text })),
  ];
}

/** Where the page and the plan are, and whom readers can ask. */
export function textsOfReport({ contact, ...report }: ReportFile): readonly PlacedText[] {
  return [...textsOf(report, []), ...textsOf(contact ?? {}, ['contact'])];
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
