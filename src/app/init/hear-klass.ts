import { PipelineError } from '../../model/errors.ts';
import type { Geography } from '../../model/data/place.ts';
import type { PlaceFinding } from '../../model/data/place-witness.ts';
import { judgeKlass } from '../../places/judge-klass.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Environment } from '../../settings/environment.ts';
import { askKlass } from '../source/ask-klass.ts';

/** Longer is not waited for an answer that only confirms. */
const PATIENCE_MS = 5_000;

/** What Klass says of the bundled codes. */
export interface KlassHeard {
  /** `not-asked` where that was wished, `silent` where no answer came in time. */
  readonly answer: 'agrees' | 'differs' | 'silent' | 'not-asked';
  /** The day it was asked about, `YYYY-MM-DD`; `null` without an answer. */
  readonly date: string | null;
  /** Where it says otherwise, with the lines of regions.yaml that it asks for. */
  readonly differences: readonly Pick<PlaceFinding, 'place' | 'sentence' | 'write'>[];
}

export const NOT_ASKED: KlassHeard = { answer: 'not-asked', date: null, differences: [] };

/** Holds the codes of a municipality and its peers against Klass. Never throws for want of an answer: a few seconds are waited. */
export async function hearKlass(
  tools: { readonly environment: Environment; readonly clock: Clock },
  geography: Geography,
): Promise<KlassHeard> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    const witness = await askKlass(tools, geography, signal);
    const differences = judgeKlass(geography, witness).filter(({ weight }) => weight !== 'note');
    return { answer: differences.length === 0 ? 'agrees' : 'differs', date: witness.date, differences };
  } catch (failure) {
    if (failure instanceof PipelineError || signal.aborted) return { answer: 'silent', date: null, differences: [] };
    throw failure;
  }
}
