import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { App } from '../../open-app.ts';
import type { ServiceState } from '../health-facts.ts';
import { countersOf, gaugesOf } from './describe-service.ts';
import type { Family } from './metric-family.ts';

/** One of those whom a process serves. */
export interface Scraped {
  readonly app: App;
  readonly state: ServiceState;
  /** Tell it from the others; none where there is one. */
  readonly labels: Readonly<Record<string, string>>;
}

export interface Metrics {
  readonly contentType: string;
  /** The text that Prometheus reads. Without a database it has the process alone, and says that it is not ready. */
  readonly render: (served: readonly Scraped[], more?: readonly Family[]) => Promise<string>;
  readonly close: () => void;
}

const DURATION_BUCKETS = [1, 5, 15, 30, 60, 120, 300, 600, 1800, 3600];

/**
 * The metrics for Prometheus. All but the process's own are read from the database each time, so that they are
 * right after a restart. Labels are words of this program, of the settings and of the plan, and so few.
 */
export function createMetrics(): Metrics {
  const ofProcess = new Registry();
  collectDefaultMetrics({ register: ofProcess });
  return {
    contentType: ofProcess.contentType,
    render: async (served, more = []) => {
      const ofService = new Registry();
      const gauges = served.map(({ app, state, labels }) => labelled(gaugesOf(app, state), labels));
      const counters = served.map(({ state, labels }) => labelled(countersOf(state), labels));
      for (const family of joined([...gauges, more])) addGauge(ofService, family);
      for (const family of joined(counters)) addCounter(ofService, family);
      addDurations(ofService, served);
      return `${await ofService.metrics()}\n${await ofProcess.metrics()}`;
    },
    close: () => ofProcess.clear(),
  };
}

function labelled(families: readonly Family[], labels: Scraped['labels']): readonly Family[] {
  return families.map((family) => ({
    ...family,
    labels: [...family.labels, ...Object.keys(labels)],
    samples: family.samples.map(([own, value]) => [{ ...own, ...labels }, value] as const),
  }));
}

/** Each family once, with the samples of all. */
function joined(all: readonly (readonly Family[])[]): readonly Family[] {
  const byName = new Map<string, Family>();
  for (const family of all.flat()) {
    const known = byName.get(family.name);
    byName.set(
      family.name,
      known === undefined ? family : { ...known, samples: [...known.samples, ...family.samples] },
    );
  }
  return [...byName.values()];
}

function addDurations(register: Registry, served: readonly Scraped[]): void {
  const known = served.flatMap(({ state: { figures }, labels }) => (figures === null ? [] : [{ figures, labels }]));
  if (known.length === 0) return;
  const durations = new Histogram({
    name: 'naeringspuls_run_duration_seconds',
    help: 'How long runs took that have ended.',
    labelNames: [...new Set(known.flatMap(({ labels }) => Object.keys(labels)))],
    buckets: DURATION_BUCKETS,
    registers: [register],
  });
  for (const { figures, labels } of known) {
    for (const duration of figures.durations) durations.observe(labels, duration);
  }
}

function addGauge(register: Registry, { name, help, labels, samples }: Family): void {
  if (samples.length === 0) return;
  const options = { name: `naeringspuls_${name}`, help, labelNames: [...labels], registers: [register] };
  const gauge = new Gauge(options);
  for (const [sampleLabels, value] of samples) gauge.set(sampleLabels, value);
}

function addCounter(register: Registry, { name, help, labels, samples }: Family): void {
  if (samples.length === 0) return;
  const options = { name: `naeringspuls_${name}`, help, labelNames: [...labels], registers: [register] };
  const counter = new Counter(options);
  for (const [sampleLabels, value] of samples) counter.inc(sampleLabels, value);
}
