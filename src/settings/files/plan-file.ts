import * as z from 'zod';
import { LANGUAGES } from '../../model/language.ts';
import { group, municipalityCode, text, year } from './schema-words.ts';

const EVERY_DAYS = 'Write a whole number of days, from 0 (never) to 31, or leave the line out for 7.';

const importedSource = group({
  title: text.exactOptional().describe('What the file is called in texts'),
  licence: text.exactOptional().describe('On what terms the figures may be used'),
  allowedAgeDays: z
    .number()
    .int({ error: 'Write a whole number of days.' })
    .positive({ error: 'Write a number of days above 0, or leave the line out.' })
    .exactOptional()
    .describe(
      'Days after the newest file until the figures count as stale; never, when left out of a group that is written',
    ),
});

const surveySource = importedSource.extend({
  range: z
    .tuple([z.number(), z.number()], { error: 'A range is written [0, 100]: the lowest and the highest value.' })
    .refine(([low, high]) => low < high, { error: 'The lowest value of the range stands first.' })
    .exactOptional()
    .describe(
      'Lowest and highest value that an index can have; a file with another waits for a person. [0, 100] when left out',
    ),
});

/** `plan.yaml`: whose plan it is. */
export const planFile = group({
  municipality: group({
    code: municipalityCode.describe("Today's municipality code, in quotes"),
    name: text,
  }),
  title: text.describe('What the plan is called'),
  horizonYear: year.describe('The year the ambitions are set for'),
  since: year
    .exactOptional()
    .describe('The year the plan began, from which it is counted how often an ambition was met'),
  language: z
    .enum(LANGUAGES)
    .exactOptional()
    .describe(
      "nb when left out. Language of texts to staff; the plan's own words are in it too where it is nb or nn, and in nb where it is en",
    ),
  readAllEveryDays: z
    .int({ error: EVERY_DAYS })
    .min(0, { error: EVERY_DAYS })
    .max(31, { error: EVERY_DAYS })
    .exactOptional()
    .describe(
      'Every table is read and compared at least so often, in days, whatever the source says has changed; 7 when left out, 0 for never',
    ),
  survey: surveySource.exactOptional().describe('The business survey that the municipality imports'),
  municipalEmissions: importedSource.exactOptional().describe('The emission accounts that the municipality imports'),
});

export type PlanFile = z.infer<typeof planFile>;
