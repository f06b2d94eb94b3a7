import { CELLS_PER_REGION, countRevised, FULL_REGIONS } from './documents.ts';
import type { Sample, Samples } from './processes.ts';

/** One row of the goals: which processes it needs, and what they say about it. */
export interface Row {
  readonly what: string;
  readonly goal: string;
  /** Names of contestants. */
  readonly needs: readonly string[];
  readonly judge: (samples: Samples, scale: Scale) => Verdict;
}

export interface Scale {
  readonly regions: number;
  readonly smallRegions: number;
}

export interface Verdict {
  /** The figure that the goal is about, as measured. */
  readonly measured: string;
  readonly met: boolean;
  readonly detail: string;
}

const CELLS_OF_ONE_MUNICIPALITY = CELLS_PER_REGION;

/** Every row of the goals, by its name. */
export const ROWS: Readonly<Record<string, Row>> = {
  'first-ingest': {
    what: 'first ingest against the bound',
    goal: '≤ 1.3 ×',
    needs: ['bound', 'first'],
    judge: (samples) => ratio(samples, 'first', 'bound', (times) => times <= 1.3),
  },
  'against-model': {
    what: 'first ingest against inserting the rows of all our tables',
    goal: 'for comparison',
    needs: ['bound', 'model', 'first'],
    judge: (samples) => {
      const verdict = ratio(samples, 'first', 'model', () => true);
      const { measured } = ratio(samples, 'model', 'bound', () => true);
      return { ...verdict, detail: `${verdict.detail}; those rows are ${measured.replace(' ×', '')} × the bound` };
    },
  },
  'against-drizzle': {
    what: 'first ingest against toTable and Drizzle upserts of 500',
    goal: '≥ 11 × faster',
    needs: ['first', 'drizzle'],
    judge: (samples) => ratio(samples, 'drizzle', 'first', (times) => times >= 11),
  },
  'against-pandas': {
    what: 'first ingest against pandas to_sql',
    goal: 'for comparison',
    needs: ['first', 'pandas'],
    judge: (samples) =>
      samples['pandas'] === undefined
        ? { measured: 'pandas is not installed', met: true, detail: 'apt-get install python3-pandas' }
        : ratio(samples, 'pandas', 'first', () => true),
  },
  'same-bytes': {
    what: 'same bytes again against Node with our modules',
    goal: '≤ 1.5 ×',
    needs: ['modules', 'same'],
    judge: (samples) => ratio(samples, 'same', 'modules', (times) => times <= 1.5),
  },
  'same-content': {
    what: 'other bytes, same content, against a first ingest',
    goal: '≤ 0.5 ×, 0 rows written',
    needs: ['first', 'touched'],
    judge: (samples) => {
      const written = writtenBy(samples['touched']);
      const verdict = ratio(samples, 'touched', 'first', (times) => times <= 0.5);
      return { ...verdict, met: verdict.met && written === 0, detail: `${verdict.detail}; ${written} figures written` };
    },
  },
  'few-changed': {
    what: 'one number in a thousand changed, against a first ingest',
    goal: '≤ 0.55 ×, exactly those revisions',
    needs: ['first', 'revised'],
    judge: (samples, { regions }) => {
      const written = writtenBy(samples['revised']);
      const expected = countRevised(regions);
      const verdict = ratio(samples, 'revised', 'first', (times) => times <= 0.55);
      const detail = `${verdict.detail}; ${written} revisions where ${expected} numbers differ`;
      return { ...verdict, met: verdict.met && written === expected, detail };
    },
  },
  'memory-dense': {
    what: 'peak memory of a first ingest',
    goal: '≤ 140 MiB',
    needs: ['first'],
    judge: (samples) => memory(samples['first'], 140),
  },
  'memory-sparse': {
    what: 'peak memory, sparse form',
    goal: '≤ 300 MiB',
    needs: ['sparse'],
    judge: (samples) => memory(samples['sparse'], 300),
  },
  'file-size': {
    what: 'file after a first ingest, all tables and indexes',
    goal: '≤ 28 bytes a cell',
    needs: ['model', 'first'],
    judge: (samples, { regions }) => {
      const perCell = (name: string, figure: string) =>
        (numbersOf(samples[name], figure)[0] ?? NaN) / (regions * CELLS_PER_REGION);
      const all = perCell('first', 'bytes');
      const reply = perCell('first', 'replyBytes').toFixed(1);
      const detail = `${reply} of them the reply, which is kept; the rows alone ${perCell('model', 'bytes').toFixed(1)}`;
      return { measured: `${all.toFixed(1)} bytes`, met: all <= 28, detail };
    },
  },
  'event-loop': {
    what: 'worst delay of the event loop during a first ingest',
    goal: '≤ 15 ms',
    needs: ['idle', 'loop'],
    judge: (samples) => {
      const worst = spread(numbersOf(samples['loop'], 'worstMs'));
      const idle = spread(numbersOf(samples['idle'], 'worstMs'));
      return { measured: `${worst.text} ms`, met: worst.median <= 15, detail: `doing nothing: ${idle.text} ms` };
    },
  },
  'growth-cells': {
    what: 'time a cell, large table against small',
    goal: '≤ 1 ×',
    needs: ['first', 'small'],
    judge: (samples, { regions, smallRegions }) => {
      const perCell = (name: string, of: number) =>
        numbersOf(samples[name], 'workMs').map((ms) => (1000 * ms) / (of * CELLS_PER_REGION));
      const [large, small] = [spread(perCell('first', regions)), spread(perCell('small', smallRegions))];
      const times = large.median / small.median;
      const detail = `${large.text} µs against ${small.text} µs, start-up of Node left out`;
      return { measured: `${times.toFixed(2)} ×`, met: times <= 1, detail };
    },
  },
  'growth-tables': {
    what: 'the last of many tables against the first',
    goal: '≤ 1.1 ×',
    needs: ['tables'],
    judge: (samples) => lastAgainstFirst(samples['tables']),
  },
  'growth-large': {
    what: '15 million figures in one file: the last table against the first',
    goal: '≤ 1.1 ×',
    needs: ['large'],
    judge: (samples) => lastAgainstFirst(samples['large']),
  },
  assess: {
    what: 'assessing all indicators after an ingest',
    goal: '≤ 30 ms, whatever else is in the database',
    needs: ['assess', 'assess-large'],
    judge: (samples) => {
      const [alone, beside] = [
        numbersOf(samples['assess'], 'medianMs'),
        numbersOf(samples['assess-large'], 'medianMs'),
      ];
      const [small, large] = [spread(alone), spread(beside)];
      const grows = large.median / small.median;
      const first = spread(numbersOf(samples['assess'], 'firstMs'));
      const detail = `${large.text} ms beside a large table: ${grows.toFixed(2)} ×; the first of a process ${first.text} ms`;
      return { measured: `${small.text} ms`, met: small.median <= 30 && grows <= 1.5, detail };
    },
  },
  view: {
    what: 'one municipality with all labels through the view',
    goal: '≤ 8 ms',
    needs: ['view'],
    judge: (samples) => {
      const took = spread(numbersOf(samples['view'], 'medianMs'));
      const rows = numbersOf(samples['view'], 'rows')[0];
      const met = took.median <= 8 && rows === CELLS_OF_ONE_MUNICIPALITY;
      return { measured: `${took.text} ms`, met, detail: `${rows} rows` };
    },
  },
  status: {
    what: '`status` from a cold start against an empty Node process',
    goal: '≤ 2.0 ×',
    needs: ['empty', 'status-modules', 'status'],
    judge: (samples) => {
      const verdict = ratio(samples, 'status', 'empty', (times) => times <= 2);
      const { measured } = ratio(samples, 'status-modules', 'empty', () => true);
      return { ...verdict, detail: `${verdict.detail}; loading its modules alone ${measured}` };
    },
  },
  'init-to-status': {
    what: 'from nothing to the status of another municipality: init, config check, ingest, status',
    goal: '≤ 60 s',
    needs: ['init'],
    judge: (samples) => {
      const took = spread((samples['init'] ?? []).map(({ found }) => Number(found['seconds'])));
      const detail = JSON.stringify(samples['init']?.[0]?.found['commands'] ?? {});
      return { measured: `${took.text} s`, met: took.median <= 60, detail: `seconds of each: ${detail}` };
    },
  },
  'quiet-cycle': {
    what: 'requests of a run when nothing has been published, by datasets',
    goal: '1, whatever their number',
    needs: ['quiet'],
    judge: (samples) => {
      const requests = (samples['quiet']?.[0]?.found['requests'] ?? {}) as Readonly<Record<string, number>>;
      const measured = Object.entries(requests).map(([datasets, count]) => `${datasets}: ${count}`);
      return { measured: measured.join(', '), met: Object.values(requests).every((count) => count === 1), detail: '' };
    },
  },
  run: {
    what: 'processor time of a run of the nine datasets: the first, and a quiet one',
    goal: 'for comparison',
    needs: ['runs'],
    judge: ({ runs }) => {
      const [first, quiet] = ['firstMs', 'quietMs'].map((part) => spread(numbersOf(runs, part), 0));
      return { measured: `${first?.text} ms and ${quiet?.text} ms`, met: true, detail: '' };
    },
  },
  'after-run': {
    what: "analysts' copy and page after a run, demo database",
    goal: '≤ 500 ms',
    needs: ['after-run'],
    judge: (samples) => {
      const [copy, page, both] = ['copyMs', 'pageMs', 'totalMs'].map((part) =>
        spread(numbersOf(samples['after-run'], part), 0),
      );
      const measured = `${both?.text} ms`;
      return { measured, met: (both?.median ?? NaN) <= 500, detail: `copy ${copy?.text} ms, page ${page?.text} ms` };
    },
  },
};

/** The median of one contestant's time over another's, round by round, on the wall and on the processor. */
function ratio(samples: Samples, above: string, below: string, meets: (times: number) => boolean): Verdict {
  const of = (figure: 'wallMs' | 'cpuMs') =>
    spread((samples[above] ?? []).map((sample, round) => sample[figure] / (samples[below]?.[round]?.[figure] ?? NaN)));
  const [wall, cpu] = [of('wallMs'), of('cpuMs')];
  const ms = (name: string) =>
    `${name} ${
      spread(
        (samples[name] ?? []).map(({ wallMs }) => wallMs),
        0,
      ).text
    } ms`;
  return {
    measured: `${wall.text} ×`,
    met: meets(wall.median),
    detail: `${ms(above)}, ${ms(below)}; of the processor ${cpu.text} ×`,
  };
}

function memory(samples: readonly Sample[] = [], most: number): Verdict {
  const rss = spread(
    samples.map(({ rssMib }) => rssMib),
    0,
  );
  return { measured: `${rss.text} MiB`, met: rss.median <= most, detail: '' };
}

/** The median of the last five tables over that of the first five. */
function lastAgainstFirst(samples: readonly Sample[] = []): Verdict {
  const ofRounds = samples.map(({ found }) => {
    const took = found['tookMs'] as readonly number[];
    return spread(took.slice(-5)).median / spread(took.slice(0, 5)).median;
  });
  const times = spread(ofRounds);
  const { observations, bytes, tookMs } = (samples[0]?.found ?? {}) as Readonly<Record<string, number & number[]>>;
  const detail = `${tookMs?.length} tables, ${observations} figures, ${bytes} bytes`;
  return { measured: `${times.text} ×`, met: times.median <= 1.1, detail };
}

function writtenBy(samples: readonly Sample[] = []): number {
  const results = samples.flatMap(
    ({ found }) => found['results'] as readonly { inserted: number; revised: number; withdrawn: number }[],
  );
  return results.reduce((most, { inserted, revised, withdrawn }) => Math.max(most, inserted + revised + withdrawn), 0);
}

function numbersOf(samples: readonly Sample[] = [], name: string): readonly number[] {
  return samples.map(({ found }) => Number(found[name]));
}

/** Median, with the least and the greatest in brackets. */
function spread(figures: readonly number[], digits = 2): { readonly median: number; readonly text: string } {
  const sorted = [...figures].sort((a, b) => a - b);
  const median =
    ((sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? NaN)) / 2;
  const [least = NaN, greatest = NaN] = [sorted[0], sorted.at(-1)];
  return { median, text: `${median.toFixed(digits)} (${least.toFixed(digits)}–${greatest.toFixed(digits)})` };
}

/** Regions of the tables: close to SSB's largest reply, or small enough to see in a moment that the bench works. */
export function scaleOf(isQuick: boolean): Scale {
  return isQuick ? { regions: 6, smallRegions: 2 } : { regions: FULL_REGIONS, smallRegions: 46 };
}
