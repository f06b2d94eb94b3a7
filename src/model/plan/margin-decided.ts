import type { RuleVerdict } from './assessment.ts';

/** Would the verdict, or one of its parts, be another if its margin were nil? */
export function marginDecided({ rule, status, numbers, parts = [] }: RuleVerdict): boolean {
  if (parts.length > 0) return parts.some(marginDecided);
  const { tolerance = 0 } = numbers;
  const moved = numbers['lead'] ?? numbers['change'] ?? 0;
  if (moved === 0 || Math.abs(moved) > tolerance) return false;
  const isWorse = 'direction' in rule && rule.direction === 'decrease' ? moved > 0 : moved < 0;
  return status === 'stable' || (status === 'on-track' && isWorse);
}
