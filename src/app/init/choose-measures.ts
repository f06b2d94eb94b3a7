import { PipelineError } from '../../model/errors.ts';
import { byNearness, nearestWord } from '../../platform/nearest-word.ts';
import type { Template } from '../../settings/write/template.ts';

/**
 * The measures asked for by id, in the order of the templates; without any, all that need no survey of the municipality's
 * own. Throws `usage` for an id there is none of, with all there are.
 */
export function chooseMeasures(asked: string | undefined, templates: readonly Template[]): readonly Template[] {
  if (asked === undefined) return templates.filter(({ isFromSurvey }) => !isFromSurvey);
  const words = asked.split(',').flatMap((word) => word.trim() || []);
  const known = templates.map(({ id }) => id);
  if (words.length === 0) {
    throw new PipelineError('usage', 'No measure is named with --with.', { hint: `There are: ${known.join(', ')}.` });
  }
  const unknown = words.find((word) => !known.includes(word));
  if (unknown === undefined) return templates.filter(({ id }) => words.includes(id));
  const nearest = nearestWord(unknown, known);
  const guess = nearest === null ? '' : `Did you mean ${nearest}? `;
  throw new PipelineError('usage', `There is no measure called '${unknown}' for --with.`, {
    hint: `${guess}There are: ${byNearness(unknown, known).join(', ')}.`,
  });
}
