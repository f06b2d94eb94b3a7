import {
  type Assessment,
  type LastKnown,
  type RuleVerdict,
  type SaidStatus,
  type Status,
  STATUSES,
} from './assessment.ts';
import type { Rule } from './rule.ts';

const PLAIN = STATUSES.indexOf('stable') + 1;

/** In the order of the statuses, each way of saying `stable` after the plain one. */
export const SAID_STATUSES: readonly SaidStatus[] = [
  ...STATUSES.slice(0, PLAIN),
  ...(['alike', 'too-little'] as const),
  ...STATUSES.slice(PLAIN),
];

/** Rules that set the figures against other places, or against a path. */
export const COMPARING: readonly Rule['id'][] = ['growth-lead', 'relative-position', 'target', 'against'];

/** As much of an assessment as decides how its status is said. */
type Judged = Pick<Assessment, 'status'> & { readonly evidence: Pick<Assessment['evidence'], 'verdict'> };

/** How the status of an assessment is said. */
export function saidOf({ status, evidence }: Judged): SaidStatus {
  return saidStatus(status, evidence.verdict);
}

/** How a status is said that an assessment may have; plainly where it has another, or is not known. */
export function saidAs(status: Status, assessment: Judged | null): SaidStatus {
  return assessment?.status === status ? saidOf(assessment) : status;
}

/**
 * How a status is said, by the verdict that gave it; `null` where no rule spoke. `stable` is `alike` where others or a path
 * are what the figures are set against, and `too-little` where they moved beyond the margin, but less than is demanded.
 */
export function saidStatus(status: Status, verdict: RuleVerdict | null): SaidStatus {
  return status === 'stable' && verdict !== null ? stableAs(verdict) : status;
}

/** What an assessment knew of its period, as a later one keeps it: with how it was said, where that is not the plain word. */
export function lastKnownOf(period: string, value: number | null, judged: Judged): LastKnown {
  const { status } = judged;
  const said = saidOf(judged);
  return { period, value, status, ...(said === status ? {} : { said }) };
}

/** The status that is said so. */
export function statusOfSaid(said: SaidStatus): Status {
  return said === 'alike' || said === 'too-little' ? 'stable' : said;
}

/** Of a compound rule the word its parts share, else the plain one. */
function stableAs({ rule, numbers, parts = [] }: RuleVerdict): SaidStatus {
  const [first, ...others] = new Set(parts.map(stableAs));
  if (first !== undefined) return others.length === 0 ? first : 'stable';
  if (COMPARING.includes(rule.id)) return 'alike';
  return numbers['demand'] !== undefined && isBeyondMargin(numbers) ? 'too-little' : 'stable';
}

/** Of a change known by its bounds only, both ends must be. */
function isBeyondMargin(numbers: RuleVerdict['numbers']): boolean {
  const ends = [numbers['change'], numbers['changeLow'], numbers['changeHigh']].flatMap((end) => end ?? []);
  return Math.min(...ends.map(Math.abs)) > (numbers['tolerance'] ?? 0);
}
