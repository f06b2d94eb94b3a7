import { describe, expect, it } from 'vitest';
import { createLogChannel } from '../../../src/alert/channels/log.ts';
import type { Message } from '../../../src/alert/message.ts';
import { createLogger } from '../../../src/platform/logger.ts';
import { composeMessage, composeTest } from '../../../src/alert/compose-message.ts';
import { buildFacts, buildHead, buildMessage, buildTrouble, KEY } from '../support/facts.ts';

async function linesOf(message: Message): Promise<readonly Record<string, unknown>[]> {
  const lines: string[] = [];
  const output = { write: (text: string) => lines.push(text) };
  await createLogChannel(createLogger({ level: 'info', pretty: false, output }))(message);
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

async function logged(message = buildMessage()): Promise<Record<string, unknown>> {
  const lines = await linesOf(message);
  expect(lines).toHaveLength(1);
  return lines[0] ?? {};
}

describe('a status change in the log', () => {
  it('has exactly the documented fields', async () => {
    expect(await logged()).toEqual({
      level: 'warn',
      time: expect.any(String) as string,
      event: 'status-change',
      kind: 'change',
      indicator: 'job-growth',
      from: 'on-track',
      to: 'off-track',
      period: '2025',
      cause: 'new-period',
      sentence: 'Veksten var 1,2 prosent. Kilde: Statistisk sentralbyrå, tabell 07984.',
      runId: 12,
      idempotencyKey: KEY,
      msg: expect.stringMatching(
        /^Vekst i antall arbeidsplasser · Oppfylt → Ikke oppfylt \(dårlig nyhet\) · Veksten/,
      ) as string,
    });
  });

  it('is a warning when it is bad news', async () => {
    expect((await logged(buildMessage({ from: 'on-track', to: 'stable' })))['level']).toBe('warn');
  });

  it('is information when it is the all-clear', async () => {
    expect((await logged(buildMessage({ from: 'stable', to: 'on-track' })))['level']).toBe('info');
  });
});

describe('a message about several indicators', () => {
  it('has one line for each, with the key of each', async () => {
    const facts = [buildFacts(), buildFacts({ indicator: 'new-enterprises', idempotencyKey: 'another' })];
    const lines = await linesOf(composeMessage('the-message', facts, buildHead()));
    expect(lines.map(({ indicator, idempotencyKey }) => [indicator, idempotencyKey])).toEqual([
      ['job-growth', KEY],
      ['new-enterprises', 'another'],
    ]);
  });
});

describe('trouble in the log', () => {
  it.each([
    ['trouble', 'warn'],
    ['trouble-over', 'info'],
  ] as const)('is the event %s at %s', async (kind, level) => {
    const line = await logged(composeMessage(KEY, [buildTrouble({ kind })], buildHead()));
    expect(line).toMatchObject({
      event: kind,
      level,
      subject: 'dataset:employed-total',
      sentence: 'SSB kjenner ikke lenger tabell 07984. Tallene fra før står.',
    });
  });
});

describe('a test in the log', () => {
  it('is not taken for a change of status', async () => {
    const line = await logged(composeTest('test-1', buildHead(), '2026-02-26T07:01:00.000Z', 'staff'));
    expect(line).toMatchObject({ event: 'test-message', idempotencyKey: 'test-1' });
  });
});
