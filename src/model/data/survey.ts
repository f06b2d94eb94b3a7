/** How the municipality's own survey stands in the database: one series an indicator and contents. */
export const SURVEY = {
  dataset: 'survey',
  /** Its categories are ids of indicators. */
  dimension: 'indicator',
  index: 'value',
  respondents: 'respondents',
} as const;

/** Lowest and highest value an index of a survey can have. */
export type SurveyRange = readonly [low: number, high: number];

/** The range where the settings name none. */
export const DEFAULT_RANGE: SurveyRange = [0, 100];
