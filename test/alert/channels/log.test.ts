import { describe, expect, it } from 'vitest';
import { createLogChannel } from '../../../src/alert/channels/log.ts';
import { createLogger } from '../../../src/platform/logger.ts';
import { buildMessage } from '../support/facts.ts';

async function logged(message = buildMessage()): Promise<Record<string, unknown>> {
  const lines: string[] = [];
  const output = { write: (text: string) => lines.push(text) };
  await createLogChannel(createLogger({ level: 'info', pretty: false, output }))(message);
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? '') as Record<string, unknown>;
}

describe('a status change in the log', () => {
  it('has exactly the documented fields', async () => {
    const message = buildMessage();
    expect(await logged(message)).toEqual({
      level: 'warn',
      time: expect.any(String) as string,
      event: 'status-change',
      indicator: 'job-growth',
      from: 'on-track',
      to: 'off-track',
      period: '2025',
      cause: 'new-period',
      sentence: 'Veksten var 1,2 prosent.',
      runId: 12,
      idempotencyKey: message.idempotencyKey,
      msg: message.text,
    });
  });

  it('is a warning when it is bad news', async () => {
    expect((await logged(buildMessage({ from: 'on-track', to: 'stable' })))['level']).toBe('warn');
  });

  it('is information when it is the all-clear', async () => {
    expect((await logged(buildMessage({ from: 'stable', to: 'on-track' })))['level']).toBe('info');
  });
});
