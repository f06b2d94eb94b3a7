import { describe, expect, it } from 'vitest';
import { judgeKind } from '../../src/alert/judge-kind.ts';
import type { NotifiedAlert } from '../../src/model/plan/alert.ts';

const LIMITS = { timeZone: 'Europe/Oslo', unsettled: { changes: 4, withinDays: 30 }, channels: ['email'] };

function told(
  createdAt: string,
  fromStatus: string | null,
  toStatus: string,
  kind: NotifiedAlert['kind'] = 'change',
): NotifiedAlert {
  return { kind, fromStatus, toStatus, createdAt, reached: ['email'] };
}

function judge(at: string, from: string | null, to: string, ...before: readonly NotifiedAlert[]) {
  return judgeKind({ at, from, to }, before, LIMITS);
}

const FIRST = told('2026-02-01T08:00:00.000Z', null, 'on-track');
const FALL = told('2026-02-26T08:00:00.000Z', 'on-track', 'off-track');

describe('a change', () => {
  it('is told as it is when nothing has been told before', () => {
    expect(judge('2026-02-26T08:00:00.000Z', null, 'on-track')).toEqual({ kind: 'change' });
  });

  it('back to where it was earlier the same day is a correction, which overtakes what has not been told', () => {
    expect(judge('2026-02-26T12:00:00.000Z', 'off-track', 'on-track', FIRST, FALL)).toEqual({
      kind: 'correction',
      replacesSince: FALL.createdAt,
    });
  });

  it('back by way of a third status the same day is one too', () => {
    const onward = told('2026-02-26T10:00:00.000Z', 'off-track', 'stable');
    expect(judge('2026-02-26T12:00:00.000Z', 'stable', 'on-track', FIRST, FALL, onward).kind).toBe('correction');
  });

  it.each([[[]], [['log']]])(
    'back before anybody was told that it had left (reached: %j) is no correction',
    (reached) => {
      expect(judge('2026-02-26T12:00:00.000Z', 'off-track', 'on-track', FIRST, { ...FALL, reached })).toEqual({
        kind: 'change',
        replacesSince: FALL.createdAt,
      });
    },
  );

  it('back the next day is news', () => {
    expect(judge('2026-02-27T08:00:00.000Z', 'off-track', 'on-track', FIRST, FALL)).toEqual({ kind: 'change' });
  });

  it('to something else the same day is news', () => {
    expect(judge('2026-02-26T12:00:00.000Z', 'off-track', 'stable', FIRST, FALL)).toEqual({ kind: 'change' });
  });

  it.each([
    ['2026-02-26T22:59:00.000Z', 'correction'],
    ['2026-02-26T23:01:00.000Z', 'change'],
  ])('at %s is a %s, for days are those of the time zone', (at, kind) => {
    expect(judge(at, 'off-track', 'on-track', FIRST, FALL).kind).toBe(kind);
  });
});

describe('a status that changes again and again', () => {
  const THREE = [
    FIRST,
    told('2026-03-01T08:00:00.000Z', 'on-track', 'off-track'),
    told('2026-03-05T08:00:00.000Z', 'off-track', 'on-track'),
    told('2026-03-09T08:00:00.000Z', 'on-track', 'off-track'),
  ];
  const UNSETTLED = told('2026-03-12T08:00:00.000Z', 'off-track', 'on-track', 'unsettled');

  it('is told at the limit as one that does not settle', () => {
    expect(judge('2026-03-12T08:00:00.000Z', 'off-track', 'on-track', ...THREE)).toMatchObject({ kind: 'unsettled' });
  });

  it('is told as it is when the changes lie further apart', () => {
    expect(judge('2026-04-05T08:00:00.000Z', 'off-track', 'on-track', ...THREE)).toEqual({ kind: 'change' });
  });

  it('is muted from then on', () => {
    expect(judge('2026-03-20T08:00:00.000Z', 'on-track', 'off-track', ...THREE, UNSETTLED)).toEqual({ kind: 'muted' });
    expect(judge('2027-03-20T08:00:00.000Z', 'on-track', 'off-track', ...THREE, UNSETTLED)).toEqual({ kind: 'muted' });
  });

  it('is told as it is once it has settled, and what went before is forgotten', () => {
    const settled = told('2026-04-12T08:00:00.000Z', 'on-track', 'on-track', 'settled');
    expect(judge('2026-04-13T08:00:00.000Z', 'on-track', 'off-track', ...THREE, UNSETTLED, settled)).toEqual({
      kind: 'change',
    });
  });
});
