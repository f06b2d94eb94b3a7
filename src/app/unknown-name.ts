import { PipelineError } from '../model/errors.ts';
import type { NamedThing } from '../model/refusal.ts';
import { nearestWord } from '../platform/nearest-word.ts';

/** The refusal of a name that nothing has, with the one that may have been meant, and all there are. */
export function unknownName(thing: NamedThing, name: string, known: readonly string[]): PipelineError {
  const nearest = nearestWord(name, known);
  const meant = nearest === null ? '' : `Did you mean '${nearest}'? `;
  return new PipelineError('usage', `There is no ${thing} '${name}'.`, {
    hint: `${meant}Choose among ${known.join(', ')}.`,
    refusal: { about: 'unknown-name', thing, name, known, nearest },
  });
}
