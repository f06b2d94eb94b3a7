import * as z from 'zod';
import { group, idWord, periodCode, text } from './schema-words.ts';
import { optionalText } from './worded-keys.ts';

/** `annotations.yaml`, which need not be there: what the municipality wants known beside the figures. */
export const annotationsFile = group({
  annotations: z.array(
    group({
      indicator: idWord.exactOptional().describe('Id of the indicator it is about; every indicator when left out'),
      period: periodCode.describe('The period it is about, in quotes'),
      ...optionalText('text', 'What happened, in a few words'),
      text: text.describe('What happened, in a few words, in bokmål'),
    }),
  ),
});

export type AnnotationsFile = z.infer<typeof annotationsFile>;
