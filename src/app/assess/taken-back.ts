import type { Cause } from '../../model/plan/assessment.ts';
import { newestTakingBack } from '../../store/read/imported-files.ts';
import type { AssessmentResult } from './assess.ts';
import type { App } from '../open-app.ts';

/** Causes that are the municipality's own doing when it has taken figures back. */
const OWN_DOING: readonly (Cause | null)[] = ['withdrawn', 'new-period', 'restored', 'revision', 'peer-revision'];

/**
 * What a person has taken back since an indicator was last assessed is a correction of the municipality's, never laid on
 * the source: an import undone, a figure withdrawn, a file that replaced those before it.
 */
export function asOwnDoing({ store }: App, result: AssessmentResult): AssessmentResult {
  const { previous, cause, rules } = result;
  if (previous === null || !OWN_DOING.includes(cause)) return result;
  const known = previous.evidence.publication?.publicationId ?? Infinity;
  const takenBack = newestTakingBack(
    store,
    rules.definition.inputs.map(({ dataset }) => dataset),
  );
  return takenBack > known ? { ...result, cause: 'correction' } : result;
}
