import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHealthServer } from '../../../src/app/service/http-server.ts';
import type { App } from '../../../src/app/open-app.ts';
import { STATUSES } from '../../../src/model/plan/assessment.ts';
import { openWorld, prepareDatabase, type World } from '../../support/world.ts';

let prepared: Awaited<ReturnType<typeof prepareDatabase>>;

beforeAll(async () => {
  prepared = await prepareDatabase();
});

afterAll(() => prepared.remove());

interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

interface Exposition {
  readonly types: ReadonlyMap<string, string>;
  readonly helps: ReadonlySet<string>;
  readonly samples: readonly Sample[];
}

/** Prometheus' text format, version 0.0.4, where `Nan` is a number as Go reads them; throws at a line that is none of its kinds. */
function parseExposition(text: string): Exposition {
  const types = new Map<string, string>();
  const helps = new Set<string>();
  const samples: Sample[] = [];
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const help = /^# HELP ([a-z_:][a-z0-9_:]*) .+$/.exec(line);
    const type = /^# TYPE ([a-z_:][a-z0-9_:]*) (counter|gauge|histogram|summary)$/.exec(line);
    const sample = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (nan|[-+]?inf|-?\d\S*)$/i.exec(line);
    if (help?.[1] !== undefined) helps.add(help[1]);
    else if (type?.[1] !== undefined) types.set(type[1], type[2] ?? '');
    else if (sample?.[1] !== undefined)
      samples.push({ name: sample[1], labels: readLabels(sample[2] ?? ''), value: Number(sample[3]) });
    else throw new Error(`this is no line of Prometheus: ${line}`);
  }
  return { types, helps, samples };
}

function readLabels(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** What one scrape of a new server on the application says. */
async function scrape(app: App, nextFire?: () => Date | null) {
  const options = { app, host: '127.0.0.1', port: 0, startedAt: app.clock.now(), ...(nextFire ? { nextFire } : {}) };
  const server = await startHealthServer(options);
  try {
    const response = await fetch(`http://127.0.0.1:${server.port}/metrics`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    const exposition = parseExposition(await response.text());
    const find = (name: string, labels: Record<string, string> = {}) =>
      exposition.samples.filter(
        (one) =>
          one.name === `naeringspuls_${name}` &&
          Object.entries(labels).every(([key, value]) => one.labels[key] === value),
      );
    const value = (name: string, labels?: Record<string, string>) => find(name, labels)[0]?.value;
    return { ...exposition, find, value };
  } finally {
    await server.close();
  }
}

async function scrapeWorld(before?: (world: World) => void) {
  const world = await openWorld({ database: prepared.file });
  before?.(world);
  return { world, ...(await world.with((app) => scrape(app))) };
}

describe('the metrics', () => {
  it('are Prometheus text with help and type for every family', async () => {
    const { types, helps, samples } = await scrapeWorld();
    const family = (name: string) => (types.has(name) ? name : name.replace(/_(bucket|sum|count)$/, ''));
    expect(samples.length).toBeGreaterThan(100);
    expect(samples.filter(({ name }) => !types.has(family(name)) || !helps.has(family(name)))).toEqual([]);
  });

  it('have no sample twice', async () => {
    const { samples } = await scrapeWorld();
    const keys = samples.map(({ name, labels }) => `${name} ${JSON.stringify(labels)}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('count runs by every outcome they can have', async () => {
    const { find } = await scrapeWorld();
    const counted: Record<string, number> = Object.fromEntries(
      find('runs_total').map(({ labels, value }) => [labels['outcome'] ?? '', value]),
    );
    expect(counted).toEqual({ succeeded: 1, unchanged: 0, partial: 0, failed: 0, interrupted: 0, postponed: 0 });
  });

  it('count what another process did since the last time', async () => {
    const { world, value } = await scrapeWorld();
    const before = value('requests_total') ?? 0;
    await world.ingest();
    const after = await world.with((app) => scrape(app));
    expect(after.value('runs_total', { outcome: 'unchanged' })).toBe(1);
    expect(after.value('requests_total')).toBeGreaterThan(before);
  });

  it('are right after a restart: all but the ages of the process come from the database', async () => {
    const world = await openWorld({ database: prepared.file });
    const own = ({ samples }: Exposition) =>
      samples.filter(({ name }) => /^naeringspuls_(?!database_bytes)/.test(name));
    const first = own(await world.with((app) => scrape(app)));
    expect(own(await world.with((app) => scrape(app)))).toEqual(first);
    expect(first.length).toBeGreaterThan(80);
  });

  it('spread the duration of runs over buckets that add up', async () => {
    const { find, value } = await scrapeWorld();
    const buckets = find('run_duration_seconds_bucket').map((one) => one.value);
    expect(buckets).toEqual([...buckets].sort((a, b) => a - b));
    expect([buckets.at(-1), value('run_duration_seconds_count')]).toEqual([1, 1]);
  });

  it('tell when each job last succeeded', async () => {
    const { world, find } = await scrapeWorld();
    await world.with((app) => {
      const jobs = find('job_last_success_timestamp_seconds').map(({ labels }) => labels['job']);
      expect(jobs.sort()).toEqual(app.settings.jobs.map(({ id }) => id).sort());
    });
  });

  it('count the figures of each dataset by what became of them', async () => {
    const { find, value } = await scrapeWorld();
    expect(value('rows_total', { dataset: 'employed-total', change: 'inserted' })).toBeGreaterThan(0);
    const changes = new Set(find('rows_total').map(({ labels }) => labels['change']));
    expect([...changes].sort()).toEqual(['inserted', 'rejected', 'revised', 'withdrawn']);
  });

  it('tell how old each source is, and how old it may be', async () => {
    const { value, world } = await scrapeWorld((world) => {
      world.at('2027-01-01T00:00:00Z');
    });
    const age = value('source_age_seconds', { dataset: 'employed-total' });
    world.at('2027-01-02T00:00:00Z');
    const later = await world.with((app) => scrape(app));
    expect(later.value('source_age_seconds', { dataset: 'employed-total' })).toBe((age ?? NaN) + 86_400);
    expect(value('source_allowed_age_seconds', { dataset: 'employed-total' })).toBeGreaterThan(0);
  });

  it('give each indicator one status of all there are', async () => {
    const { find, world } = await scrapeWorld();
    await world.with((app) => {
      for (const { id: indicator } of app.settings.indicators) {
        const states = find('indicator_status', { indicator });
        expect(states.map(({ labels }) => labels['status'])).toEqual([...STATUSES]);
        expect(states.filter(({ value }) => value === 1)).toHaveLength(1);
      }
    });
  });

  it('tell the depth of the outbox and how long the first in it has waited', async () => {
    const world = await openWorld({ database: prepared.file });
    const told = await world.with((app) => {
      app.store.sqlite.exec(`UPDATE delivery SET state = 'pending', delivered_at = NULL`);
      const madeAt = app.store.sqlite.prepare('SELECT min(created_at) FROM alert').pluck().get() as string;
      world.at(new Date(Date.parse(madeAt) + 90_000).toISOString());
      return scrape(app);
    });
    expect(told.value('outbox_deliveries', { state: 'pending' })).toBeGreaterThan(0);
    expect(told.value('outbox_oldest_age_seconds')).toBe(90);
  });

  it('tell the size of the database and of its log', async () => {
    const { value } = await scrapeWorld();
    expect(value('database_bytes', { file: 'database' })).toBeGreaterThan(100_000);
    expect(value('database_bytes', { file: 'wal' })).toBeGreaterThanOrEqual(0);
  });

  it('tell when the next run is planned', async () => {
    const world = await openWorld({ database: prepared.file });
    const planned = await world.with((app) => scrape(app, () => new Date('2030-01-01T00:00:00Z')));
    expect(planned.value('next_run_timestamp_seconds')).toBe(Date.parse('2030-01-01T00:00:00Z') / 1000);
    expect((await world.with((app) => scrape(app))).find('next_run_timestamp_seconds')).toEqual([]);
  });

  it('tell of the process itself', async () => {
    const { samples } = await scrapeWorld();
    const names = new Set(samples.map(({ name }) => name));
    for (const name of ['process_cpu_seconds_total', 'process_resident_memory_bytes', 'nodejs_eventloop_lag_seconds']) {
      expect(names).toContain(name);
    }
  });

  it('have as labels only words of the program, the settings and the plan', async () => {
    const { samples, world } = await scrapeWorld();
    await world.with(({ settings }) => {
      const datasets = settings.jobs.flatMap((job) => job.datasets.map(({ id }) => id));
      const known = new Set([
        ...datasets,
        ...settings.jobs.map(({ id }) => id),
        ...settings.indicators.map(({ id }) => id),
      ]);
      const own = samples.filter(({ name }) => name.startsWith('naeringspuls_'));
      const free = own.flatMap(({ labels }) => [labels['dataset'], labels['job'], labels['indicator']]);
      expect(free.filter((label) => label !== undefined && !known.has(label))).toEqual([]);
      expect(own.length).toBeLessThan(250);
    });
  });

  it('say that the service is not ready when the database cannot be used, and still tell of the process', async () => {
    const world = await openWorld({ database: prepared.file });
    await world.with(async (app) => {
      const server = await startHealthServer({ app, host: '127.0.0.1', port: 0, startedAt: app.clock.now() });
      app.store.sqlite.pragma('user_version = 99');
      const text = await (await fetch(`http://127.0.0.1:${server.port}/metrics`)).text();
      await server.close();
      expect(text).toContain('naeringspuls_ready 0');
      expect(text).toMatch(/^naeringspuls_build_info\{version="\d+\.\d+\.\d+"\} 1$/m);
      expect(text).toContain('naeringspuls_check_ok{check="database"} 0');
      expect(text).not.toContain('naeringspuls_runs_total');
      expect(text).toContain('process_cpu_seconds_total');
    });
  });
});
