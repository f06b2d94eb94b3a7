import * as z from 'zod';
import { group, periodCode, text } from './schema-words.ts';

const reason = text.describe('Why, in a sentence that can be shown');
const reference = text.describe('Where that can be read: a case number or an address');

/** `corrections.yaml`: what is known about the figures that the source does not say. */
export const correctionsFile = group({
  breaks: z
    .array(
      group({
        dataset: text,
        period: periodCode.describe('First period after the break, in quotes'),
        reason,
        reference,
      }),
    )
    .exactOptional()
    .describe('In place of the breaks that the program knows of the source, which hold when this is left out'),
  corrections: z
    .array(
      group({
        dataset: text,
        series: z.record(text, text).describe('Dimension code and category code of the one series, time left out'),
        period: periodCode,
        published: z.number().describe('The figure as published; another figure there ends the correction, loudly'),
        corrected: z.number(),
        reason,
        reference,
      }),
    )
    .exactOptional(),
});

export type CorrectionsFile = z.infer<typeof correctionsFile>;
