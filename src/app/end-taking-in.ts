import type { ChangeSummary } from '../model/publication.ts';
import { isEmpty } from './dataset-result.ts';

/** Ends the taking in of a file: the store undoes everything when its judge throws. */
class TakingInEnded extends Error {
  readonly changes: ChangeSummary;

  constructor(changes: ChangeSummary) {
    super('taking in ended');
    this.changes = changes;
  }
}

/** A judge of `takeIn` that lets nothing in: what would change is what `unlessEnded` gives. */
export function endTakingIn(changes: ChangeSummary): void {
  throw new TakingInEnded(changes);
}

/** A judge of `takeIn` that lets nothing in where nothing would change. */
export function endWhenEmpty(changes: ChangeSummary): void {
  if (isEmpty(changes)) endTakingIn(changes);
}

/** What `work` took in, or would have when one of the judges above ended it. Any other error is thrown on. */
export function unlessEnded(work: () => ChangeSummary): ChangeSummary {
  try {
    return work();
  } catch (error) {
    if (error instanceof TakingInEnded) return error.changes;
    throw error;
  }
}
