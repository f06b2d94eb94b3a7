import { describe, expect, test } from 'vitest';
import type { Edit } from '../../support/edited-config.ts';
import { problemsAfter } from '../problems-after.ts';

const RATE = 'indicators/employment-rate.yaml';
const RULE = `rule:
  id: relative-position
  direction: increase
  tolerance: { absolute: 0.05 } # percentage points`;
const growthLead = (against: string): readonly Edit[] => [
  [RATE, 'measure: gap', 'measure: growth'],
  [RATE, RULE, `rule: { id: growth-lead, against: ${against}, tolerance: { absolute: 0.05 } }`],
];
const NEVER = "'employment-rate' holds percentages, which are never summed over places";

describe('a percentage', () => {
  test("is not compared with the peers' sum", () => {
    expect(problemsAfter(...growthLead('pooled'))).toEqual([
      `${RATE}:LINE:COLUMN ${NEVER}; 'pooled' sums the peers: write mean, median or each.`,
    ]);
  });

  test.each(['mean', 'median', 'each'])('is compared by %s of the peers', (against) => {
    expect(problemsAfter(...growthLead(against))).toEqual([]);
  });

  test('is not compared with a region of several members', () => {
    const region: Edit = ['peers.yaml', "name: Bergen, members: ['4601']", "name: Bergen, members: ['4601', '3105']"];
    expect(problemsAfter(region)).toEqual([
      `${RATE}:LINE:COLUMN ${NEVER}, and of the group 'asss' the members of 'bergen' would be. Compare with a group in peers.yaml whose regions have one member each.`,
    ]);
  });

  test('may stand beside the own municipality in a region, which is left out', () => {
    const region: Edit = ['peers.yaml', "name: Bergen, members: ['4601']", "name: Bergen, members: ['4601', '3301']"];
    const alone: Edit = ['peers.yaml', "      - { id: drammen, name: Drammen, members: ['3301'] }\n", ''];
    expect(problemsAfter(region, alone)).toEqual([]);
  });
});

test('counts are summed', () => {
  expect(problemsAfter()).toEqual([]);
});
