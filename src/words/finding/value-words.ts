import type { ValueKind } from '../comparison/comparison.ts';
import { decimalsOf, numberText } from '../number-text.ts';
import type { Evidence } from '../../model/plan/assessment.ts';
import type { FindingFacts } from '../../model/plan/finding.ts';
import type { Texts } from './texts.ts';

const INDEX = /^ind(eks|ex)/i;

/** What the value of a finding is called in a sentence. */
export function kindOf({ facts, unit }: { readonly facts: FindingFacts; readonly unit: string }): ValueKind {
  const { measure } = facts;
  if (measure === 'diversity' || measure === 'growth' || measure === 'gap') return measure;
  return INDEX.test(unit) ? 'index' : 'figure';
}

/** A value with its unit, as it stands alone: a gap says its side, and has no sign. */
export function valueText(
  context: { readonly texts: Texts; readonly facts: FindingFacts; readonly sole?: string | null },
  value: number,
  decimals: number,
  unit: string,
): string {
  const { texts, facts, sole } = context;
  if (facts.measure !== 'gap') return texts.amount(numberText(value, decimals, texts), unit);
  return texts.gap(
    texts.amount(numberText(Math.abs(value), decimals, texts), differenceUnit(texts, unit)),
    Math.sign(value),
    sole,
  );
}

/**
 * The fewest decimals a value is told with: those that the source publishes, but never none where the settings ask for
 * some. What is computed has those of the settings.
 */
export function publishedDecimals({
  evidence,
  facts,
}: {
  readonly evidence: Pick<Evidence, 'observations'>;
  readonly facts: Pick<FindingFacts, 'measure' | 'decimals'>;
}): number {
  const { measure, decimals } = facts;
  if (measure !== 'level' && measure !== 'gap') return decimals;
  const published = evidence.observations.map(({ value }) => (value === null ? 0 : decimalsOf(value)));
  return Math.min(decimals, Math.max(1, ...published));
}

/** Unit of a difference: percentages differ by percentage points. */
export function differenceUnit(
  { percent, percentagePoints }: Pick<Texts, 'percent' | 'percentagePoints'>,
  unit: string,
): string {
  const isPercentage = unit === percent || unit.startsWith(`${percent} `) || unit.startsWith('%');
  return isPercentage ? percentagePoints : unit;
}
