import * as z from 'zod';
import type { Against, Direction } from '../model/indicator.ts';
import { group, year } from './schema-words.ts';

const DIRECTIONS = ['increase', 'decrease'] as const satisfies readonly Direction[];
const AGAINST = ['pooled', 'mean', 'median', 'each'] as const satisfies readonly Against[];
const NOT_BELOW_ZERO = { error: 'A tolerance is zero or more.' };

const direction = z.enum(DIRECTIONS).describe('Which way is better');
const against = z.enum(AGAINST).describe("What the own growth must beat: the peers' sum, mean, median or each of them");
const absolute = group({ absolute: z.number().nonnegative(NOT_BELOW_ZERO) });
const percentOfPrevious = group({ percentOfPrevious: z.number().nonnegative(NOT_BELOW_ZERO) });
const tolerance = z
  .union([absolute, percentOfPrevious], {
    error: 'A tolerance is written { absolute: 0.05 } or { percentOfPrevious: 0.5 }, with one of the two keys.',
  })
  .describe('How large a change counts as no change');
const lead = absolute.describe('Percentage points that count as no lead');

const annualChange = group({ id: z.literal('annual-change'), direction, tolerance });
const base = group({ year, tolerance }).describe(
  'A year the value must not fall behind, by more than a tolerance of its own',
);
const stableOrImproved = group({
  id: z.literal('stable-or-improved'),
  direction,
  tolerance,
  base: base.exactOptional(),
});
const growthLead = group({
  id: z.literal('growth-lead'),
  against,
  tolerance: lead,
  direction: direction.exactOptional().describe('Which way is better; increase when left out'),
});
const relativePosition = group({ id: z.literal('relative-position'), direction, tolerance });

const part = z.discriminatedUnion('id', [annualChange, stableOrImproved, growthLead, relativePosition]);
const allOf = group({
  id: z.literal('all-of'),
  parts: z.array(part).min(2, { error: 'A compound rule has at least two parts.' }),
});

/** When the ambition is met. Nothing that changes a verdict has a default. */
export const rule = z.discriminatedUnion('id', [
  annualChange,
  stableOrImproved,
  growthLead,
  relativePosition,
  allOf,
  group({ id: z.literal('not-set') }),
]);

export type RuleEntry = z.infer<typeof rule>;
