import { describe, expect, it } from 'vitest';
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
});
