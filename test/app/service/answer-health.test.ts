import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { answerHealth } from '../../../src/app/service/answer-health.ts';
import { newDaemonState } from '../../../src/app/service/daemon-state.ts';
import type { App } from '../../../src/app/open-app.ts';
import { openWorld } from '../../support/world.ts';

/** What the service logs of its doors, and what `/health/ready` says, with the port it is given. */
async function withDoors(healthPort: number | null, work: (app: App, ports: readonly number[]) => Promise<void>) {
  const world = await openWorld();
  await world.with(async (opened) => {
    const ports: number[] = [];
    const logger: App['logger'] = { ...opened.logger, info: (fields) => void ports.push(Number(fields['port'])) };
    const app = { ...opened, logger, environment: { ...opened.environment, healthPort } };
    const end = await answerHealth({ app, state: newDaemonState(app.clock.now()) });
    try {
      await work(app, ports);
    } finally {
      await end();
    }
  });
}

describe('the service', () => {
  it('answers nobody unless it is given a port', async () => {
    await withDoors(null, (_app, ports) => {
      expect(ports).toEqual([]);
      return Promise.resolve();
    });
  });

  it('answers with the next run of its schedule when it is given one', async () => {
    await withDoors(0, async (app, ports) => {
      const response = await fetch(`http://127.0.0.1:${ports[0] ?? 0}/health/ready`);
      const { checks } = (await response.json()) as { checks: { name: string; finding: string }[] };
      const planned = /The next run is planned for (.+)\.$/.exec(
        checks.find(({ name }) => name === 'schedule')?.finding ?? '',
      );
      expect(response.status).toBe(200);
      expect(Date.parse(planned?.[1] ?? '')).toBeGreaterThan(app.clock.now().getTime());
    });
  });

  it('works without where another program has the port, says so, and answers once that is free', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    const world = await openWorld();
    await world.with(async (opened) => {
      const events: unknown[] = [];
      const note = ({ event }: Readonly<Record<string, unknown>>) => void events.push(event);
      const minutes = newMinutes();
      const app = {
        ...opened,
        ...{ logger: { ...opened.logger, info: note, warn: note }, clock: { ...opened.clock, sleep: minutes.sleep } },
        environment: { ...opened.environment, healthPort: port },
      };
      const end = await answerHealth({ app, state: newDaemonState(app.clock.now()) });
      await minutes.passed();
      expect(events).toEqual(['health-unanswered', 'health-unanswered']);
      other.close();
      await once(other, 'close');
      minutes.pass();
      while (events.length < 3) await new Promise((resolve) => setImmediate(resolve));
      expect(events.at(-1)).toBe('health-answered');
      expect((await fetch(`http://127.0.0.1:${port}/health/live`)).status).toBe(200);
      await end();
    });
  });

  it('ends while it waits for its port', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    onTestFinished(() => void other.close());
    const world = await openWorld();
    await world.with(async (opened) => {
      const { port: healthPort } = other.address() as AddressInfo;
      const { sleep } = newMinutes();
      const app = { ...opened, clock: { ...opened.clock, sleep }, environment: { ...opened.environment, healthPort } };
      const end = await answerHealth({ app, state: newDaemonState(app.clock.now()) });
      await expect(end()).resolves.toBeUndefined();
    });
  });
});

/** Sleeps that end when told. */
function newMinutes() {
  let waiting: (() => void)[] = [];
  const pass = () => {
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  };
  const asleep = async () => {
    while (waiting.length === 0) await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    pass,
    /** One minute passes, and somebody sleeps again. */
    passed: async () => {
      await asleep();
      pass();
      await asleep();
    },
    sleep: (_ms: number, signal?: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        waiting.push(resolve);
        signal?.addEventListener('abort', () => reject(signal.reason as Error));
      }),
  };
}
