import type { Language } from '../language.ts';
import { findText, type FoundText, type Worded } from './worded.ts';

/** Something the municipality wants known beside the figures of a period: the hospital moved in 2025. */
export interface Annotation extends Worded<'text'> {
  /** Id of the indicator it is about; every indicator when left out. */
  readonly indicator?: string;
  /** Period code, such as `2025` or `2025K1`. */
  readonly period: string;
  readonly text: string;
}

/** An annotation as readers of one language are shown it. */
export interface ShownAnnotation extends FoundText {
  readonly period: string;
}

/** What is to be shown at one indicator, in the order it is written. */
export function annotationsOf(
  annotations: readonly Annotation[],
  indicatorId: string,
  language: Language,
): readonly ShownAnnotation[] {
  return annotations
    .filter(({ indicator = indicatorId }) => indicator === indicatorId)
    .flatMap((one) => {
      const found = findText(one, 'text', language);
      return found === null ? [] : [{ period: one.period, ...found }];
    });
}
