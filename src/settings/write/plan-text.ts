import type { Language } from '../../model/language.ts';
import type { CodeValidity } from '../../model/data/place.ts';
import { commentLines } from './comment-lines.ts';
import { codesInWords } from './place-words.ts';
import { scalar } from './scalar.ts';

/** What `plan.yaml` of a new folder says. */
export interface PlanChoices {
  readonly code: string;
  readonly name: string;
  readonly county: string;
  readonly codes: readonly CodeValidity[];
  /** Sentences on years that are left out. */
  readonly leftOut: readonly string[];
  /** Where name, county and codes come from, as one sentence. */
  readonly source: string;
  readonly language: Language;
  readonly horizonYear: number;
}

/** `plan.yaml` of a new folder: what is known of the municipality, and what people are to write. */
export function planText({ language, ...plan }: PlanChoices): string {
  const notes = [`Codes: ${codesInWords(plan.codes)}.`, ...plan.leftOut, plan.source];
  return [
    '# yaml-language-server: $schema=schema/plan.schema.json',
    '#',
    '# Whose plan this is. Written by `naeringspuls init`; what is marked «to be decided» is for people to write.',
    '',
    ...notes.flatMap((note) => commentLines(note)),
    'municipality:',
    `  code: '${plan.code}'`,
    `  name: ${scalar(plan.name)} # in ${plan.county}`,
    '',
    'title: Næringsplan # to be decided: what the plan is called',
    `horizonYear: ${plan.horizonYear} # to be decided: the year the ambitions are set for`,
    '# since: 2024 # to be decided: the year the plan began; it is then said how often an ambition was met',
    `language: ${language} # of texts to staff: nb, nn or en; nb and nn are the language of the plan itself too`,
    '',
  ].join('\n');
}
