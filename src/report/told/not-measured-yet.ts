import type { Context } from '../context.ts';
import type { PageIndicator } from '../page-input.ts';

/** Who must do what before anything can be measured; `null` where something has been. */
export function notMeasuredYet({ texts }: Context, { assessment, handedIn }: PageIndicator): string | null {
  if (assessment.status !== 'not-measured') return null;
  const { told } = texts;
  return handedIn === null ? told.notFetched : told.notHandedIn(handedIn.title, handedIn.command);
}
