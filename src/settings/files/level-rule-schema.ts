import * as z from 'zod';
import type { TargetPath } from '../../model/plan/rule.ts';
import { absolute, direction, tolerance } from './margin-schema.ts';
import { group, placeCode, year } from './schema-words.ts';

const PATHS = ['straight', 'at-end'] as const satisfies readonly TargetPath[];

const limit = z.number();
const margin = absolute.describe('How far behind counts as level, in the unit of the measure');

export const threshold = group({
  id: z.literal('threshold'),
  min: limit.exactOptional().describe('The value must not be below it'),
  max: limit.exactOptional().describe('The value must not be above it'),
  outer: group({
    min: limit.exactOptional().describe('Below min, but not below this, is partly met'),
    max: limit.exactOptional().describe('Above max, but not above this, is partly met'),
  })
    .exactOptional()
    .describe('Wider limits, within which the ambition is partly met'),
});

export const target = group({
  id: z.literal('target'),
  direction,
  value: z.number().exactOptional().describe('The value to be reached; or write change'),
  change: z
    .union([group({ absolute: z.number() }), group({ percentOfBase: z.number() })], {
      error: 'A change is written { absolute: -20 } or { percentOfBase: -80 }, with one of the two keys.',
    })
    .exactOptional()
    .describe('What the value is to differ from that of the base by; or write value'),
  base: year.exactOptional().describe('The year that a change is counted from, and that a straight path begins in'),
  year: year.describe('The year the target is to be reached'),
  path: z.enum(PATHS).describe("'straight': by equal steps from the base; 'at-end': nothing is asked before the year"),
  tolerance: margin,
});

export const rank = group({
  id: z.literal('rank'),
  direction,
  within: z
    .int()
    .positive({ error: 'The best rank is 1.' })
    .describe('The rank that is demanded, the own municipality counted in'),
});

export const againstPlace = group({
  id: z.literal('against'),
  place: placeCode.describe("'0' for the country, or today's code of a county or a municipality"),
  as: z.enum(['share', 'difference']).describe("The own level in per cent of the other's, or less it"),
  min: z.number().describe('The least it must be; for a decrease the most that it may be'),
  direction,
  tolerance: margin,
});

export const noWorseThanMean = group({
  id: z.literal('no-worse-than-mean'),
  direction,
  periods: z
    .int()
    .min(2, { error: 'A mean is over 2 periods or more.' })
    .describe('How many periods before the latest'),
  tolerance,
});
