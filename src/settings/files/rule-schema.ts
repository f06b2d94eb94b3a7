import * as z from 'zod';
import type { Against } from '../../model/plan/rule.ts';
import { againstPlace, noWorseThanMean, rank, target, threshold } from './level-rule-schema.ts';
import { absolute, direction, percentOfPrevious, tolerance } from './margin-schema.ts';
import { group, year } from './schema-words.ts';

const AGAINST = ['pooled', 'mean', 'median', 'each'] as const satisfies readonly Against[];
const against = z.enum(AGAINST).describe("What the own growth must beat: the peers' sum, mean, median or each of them");
const lead = absolute.describe('Percentage points that count as no lead');

const atLeast = z
  .union([absolute, percentOfPrevious], {
    error: 'A demanded change is written { absolute: 100 } or { percentOfPrevious: 1.5 }, with one of the two keys.',
  })
  .describe('The change that is demanded, greater than the tolerance; any beyond that when left out');
const annualChange = group({
  id: z.literal('annual-change'),
  direction,
  tolerance,
  atLeast: atLeast.exactOptional(),
});
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

const simple = [
  annualChange,
  stableOrImproved,
  growthLead,
  relativePosition,
  threshold,
  target,
  rank,
  againstPlace,
  noWorseThanMean,
] as const;
const part = z.discriminatedUnion('id', simple);
const allOf = group({
  id: z.literal('all-of'),
  parts: z.array(part).min(2, { error: 'A compound rule has at least two parts.' }),
});

/** When the ambition is met. Nothing that changes a verdict has a default. */
export const rule = z.discriminatedUnion('id', [...simple, allOf, group({ id: z.literal('not-set') })]);

export type RuleEntry = z.infer<typeof rule>;
