import { spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import { describe, expect, test } from 'vitest';
import { withRun } from '../../src/app/with-run.ts';
import { acquireLease } from '../../src/store/runs/lease.ts';
import { listRuns, startRun } from '../../src/store/runs/runs.ts';
import { failureOf } from '../support/failure.ts';
import { openWorld, type World } from '../support/world.ts';

const START = '2026-03-02T10:00:00.000Z';
const CLOSING = { outcome: 'unchanged', requests: 0, message: 'Nothing to do.' } as const;
const { pid: DEAD } = spawnSync(process.execPath, ['--version']);

/** A run left open by a process that has the lease. */
async function leftOpen(world: World, host: string, pid: number): Promise<void> {
  await world.with(({ store }) => {
    acquireLease(store, { owner: `${host} a-run-before`, pid, now: START, staleAfterMs: 180_000 });
    startRun(store, { trigger: 'command', jobs: [], startedAt: START });
  });
}

const runOnce = (world: World) => world.with((app) => withRun(app, 'command', [], () => Promise.resolve(CLOSING)));
const outcomes = (world: World) =>
  world.with(({ store }) => listRuns(store, { limit: 10 }).map(({ outcome }) => outcome));

describe('a run', () => {
  test('takes the place of one whose process is dead on this machine at once, and closes what it left', async () => {
    const world = await openWorld();
    await leftOpen(world, hostname(), DEAD);
    await runOnce(world);
    expect(await outcomes(world)).toEqual(['unchanged', 'interrupted']);
  });

  test('waits for a living process, and says since when and which', async () => {
    const world = await openWorld();
    await leftOpen(world, hostname(), process.ppid);
    const failure = await failureOf(runOnce(world));
    expect(failure).toMatchObject({
      code: 'store-busy',
      message: `Another run has been going on since ${START} (process ${process.ppid}).`,
      hint: 'Wait for it to finish. If that process is dead, its place is free 3 minutes after its last sign of life.',
    });
    expect(await outcomes(world)).toEqual(['running']);
  });

  test('takes the place of an earlier process with the same number, as in a container started again', async () => {
    const world = await openWorld();
    await leftOpen(world, hostname(), process.pid);
    await runOnce(world);
    expect(await outcomes(world)).toEqual(['unchanged', 'interrupted']);
  });

  test('waits for another run of its own process', async () => {
    const world = await openWorld();
    const inside = () => failureOf(runOnce(world));
    const failure = await world.with(async (app) => {
      let refused: unknown;
      await withRun(app, 'command', [], async () => {
        refused = await inside();
        return CLOSING;
      });
      return refused;
    });
    expect(failure).toMatchObject({ code: 'store-busy' });
  });

  test('does not judge the processes of another machine', async () => {
    const world = await openWorld();
    await leftOpen(world, 'another-machine', DEAD);
    expect(await failureOf(runOnce(world))).toMatchObject({ code: 'store-busy' });
  });

  test('takes the place of one that has been silent for more than three minutes, wherever it ran', async () => {
    const world = await openWorld();
    await leftOpen(world, 'another-machine', DEAD);
    world.at('2026-03-02T10:03:00.001Z');
    await runOnce(world);
    expect(await outcomes(world)).toEqual(['unchanged', 'interrupted']);
  });

  test('that throws is on record as failed with its sentence, and the next one may run', async () => {
    const world = await openWorld();
    const work = () => Promise.reject(new Error('out of paper'));
    await failureOf(world.with((app) => withRun(app, 'command', [], work)));
    await runOnce(world);
    const [, failed] = await world.with(({ store }) => listRuns(store, { limit: 10 }));
    expect(failed).toMatchObject({
      outcome: 'failed',
      message: 'A fault in this program: out of paper. Please report it with the log.',
    });
  });

  test('that has been taken over stops, and leaves the other alone', async () => {
    const world = await openWorld();
    const work = (app: Parameters<typeof withRun>[0]) =>
      withRun(app, 'command', [], ({ beat }) => {
        const later = '2026-03-02T10:10:00.000Z';
        acquireLease(app.store, { owner: 'another', pid: 1, now: later, staleAfterMs: 180_000 });
        beat();
        return Promise.resolve(CLOSING);
      });
    expect(await failureOf(world.with(work))).toMatchObject({
      code: 'store-busy',
      message: 'Another process has taken this run over.',
    });
    expect(await failureOf(runOnce(world))).toMatchObject({ code: 'store-busy' });
  });
});
