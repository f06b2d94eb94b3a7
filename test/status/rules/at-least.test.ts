import { describe, expect, it } from 'vitest';
import type { Rule, Tolerance } from '../../../src/model/plan/rule.ts';
import { buildDefinition } from '../../support/builders.ts';
import { assessOwn } from '../assess-figures.ts';

const judge = (
  atLeast: Tolerance,
  before: number,
  now: number,
  rule: Partial<Extract<Rule, { id: 'annual-change' }>> = {},
) =>
  assessOwn(
    { '2024': before, '2025': now },
    {
      definition: buildDefinition({
        rule: { id: 'annual-change', direction: 'increase', tolerance: { absolute: 0 }, atLeast, ...rule },
      }),
    },
  );

const percent = (percentOfPrevious: number) => ({ percentOfPrevious });

describe('a change that is demanded', () => {
  it.each([
    [percent(1), 10_000, 10_100, 'on-track'],
    [percent(1.5), 10_000, 10_120, 'stable'],
    [percent(2), 5_000, 4_990, 'off-track'],
    [{ absolute: 100 }, 3_200, 3_320, 'on-track'],
    [percent(1), 25_000, 25_200, 'stable'],
    [percent(3), 100, 103.5, 'on-track'],
  ])('%j, %d → %d: %s', (atLeast, before, now, status) => {
    expect(judge(atLeast, before, now).status).toBe(status);
  });

  it('may be a fall', () => {
    const fall = { direction: 'decrease' } as const;
    expect(judge(percent(4), 100, 96, fall).status).toBe('on-track');
    expect(judge(percent(4), 100, 97, fall).status).toBe('stable');
    expect(judge(percent(4), 100, 101, fall).status).toBe('off-track');
  });

  it('keeps its margin on the wrong side', () => {
    const within = { tolerance: { absolute: 5 } };
    expect(judge({ absolute: 10 }, 100, 95, within).status).toBe('stable');
    expect(judge({ absolute: 10 }, 100, 94, within).status).toBe('off-track');
  });

  it('is compared exactly', () => {
    expect(judge({ absolute: 0.1 }, 64, 64.1).status).toBe('on-track');
  });

  it('cannot be a growth from nil or less', () => {
    expect(judge(percent(1), 0, 10)).toMatchObject({
      status: 'insufficient',
      evidence: { reason: { guard: 'base-not-positive' } },
    });
  });

  it('is said, and that the change is too small', () => {
    expect(judge(percent(1.5), 10_000, 10_120).sentence).toContain(
      'Tallet for 2025 er 10\u202F120,0\u00A0prosent, opp 120,0\u00A0prosentpoeng fra 10\u202F000,0 i 2024. Det er 1,2\u00A0prosent. Det skal opp med minst 1,5\u00A0prosent. Endringen er for liten, så ambisjonen er ikke oppfylt.',
    );
  });
});
