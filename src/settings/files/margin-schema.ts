import * as z from 'zod';
import type { Direction } from '../../model/plan/rule.ts';
import { group } from './schema-words.ts';

const DIRECTIONS = ['increase', 'decrease'] as const satisfies readonly Direction[];
const NOT_BELOW_ZERO = { error: 'Write it without a sign, zero or more: the direction says which way is better.' };

export const direction = z.enum(DIRECTIONS).describe('Which way is better');
export const absolute = group(
  { absolute: z.number().nonnegative(NOT_BELOW_ZERO) },
  {},
  'It is written { absolute: 0.05 }, in the unit of what is compared.',
);
export const percentOfPrevious = group({ percentOfPrevious: z.number().nonnegative(NOT_BELOW_ZERO) });
export const tolerance = z
  .union([absolute, percentOfPrevious], {
    error: 'A tolerance is written { absolute: 0.05 } or { percentOfPrevious: 0.5 }, with one of the two keys.',
  })
  .describe('How large a change counts as no change');
