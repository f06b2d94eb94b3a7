import type { WorldState } from './changes.ts';
import type { Facts, Holding, Publication } from './oracle/facts.ts';
import { type Cause, causesOf, type Remembered } from './oracle/cause.ts';
import { judge, type Said } from './oracle/judge.ts';
import { DATASET_FACTS, placesOf, toOracleSettings } from './settings.ts';
import { DATASETS, type DatasetShape, type MadeTable, publicationOf } from './tables.ts';

/** What the oracle expects of one indicator. */
export interface Expected {
  readonly id: string;
  readonly said: Said;
  /** Any of these may be given as the cause. */
  readonly causes: readonly Cause[];
  /** When the status took its value. */
  readonly since: string;
  /** The status it is told to have come from; `undefined` when there is nothing to tell. */
  readonly toldFrom: string | null | undefined;
}

/** The oracle's own memory of a world. */
export interface Oracle {
  /** Takes in what the source shows, but for the datasets that were held back. */
  takeIn(state: WorldState, heldBack: ReadonlySet<string>): void;
  /** What must be said now, and remembers that it was said. */
  assess(state: WorldState): readonly Expected[];
  /** What would be said now of the figures at hand; remembers nothing. */
  preview(state: WorldState): ReadonlyMap<string, Said>;
}

/** An oracle that knows nothing yet. */
export function openOracle(): Oracle {
  const holdings = new Map<string, Holding>();
  const memory = new Map<string, Remembered & { readonly causes: readonly Cause[]; readonly since: string }>();
  const factsAt = (state: WorldState): Facts => ({
    settings: toOracleSettings(state.settings),
    holdings,
    now: state.now,
  });
  return {
    takeIn: (state, heldBack) => {
      for (const dataset of DATASETS) {
        const table = state.tables.find(({ subject, isClosed }) => subject === dataset.subject && !isClosed);
        if (table !== undefined && !heldBack.has(dataset.id)) takeDataset(holdings, dataset, table, state);
      }
    },
    assess: (state) =>
      state.settings.indicators.map((indicator): Expected => {
        const { id, peers, requiredPeers, ...rule } = indicator;
        const said = judge(indicator, factsAt(state));
        const now = {
          said,
          rule: JSON.stringify(rule),
          peers: JSON.stringify([peers === undefined ? null : state.settings.regions, requiredPeers]),
        };
        const before = memory.get(id) ?? null;
        const found = causesOf(before, now);
        const causes = found.length > 0 || before === null ? found : before.causes;
        const isMoved = before === null || before.said.status !== said.status;
        const since = isMoved ? state.now : before.since;
        memory.set(id, { ...now, causes, since });
        return { id, said, causes, since, toldFrom: isMoved ? (before?.said.status ?? null) : undefined };
      }),
    preview: (state) =>
      new Map(state.settings.indicators.map((indicator) => [indicator.id, judge(indicator, factsAt(state))])),
  };
}

function takeDataset(
  holdings: Map<string, Holding>,
  dataset: DatasetShape,
  table: MadeTable,
  { settings }: WorldState,
): void {
  const facts = DATASET_FACTS[dataset.id];
  if (facts === undefined) throw new Error(`No facts are known of ${dataset.id}.`);
  const { publications } = holdings.get(dataset.id) ?? { publications: [] };
  const before = publications.at(-1);
  const shown = publicationOf(dataset, table, { own: settings.own, all: placesOf(settings) });
  const publication = before === undefined ? shown : goingOn(before, shown);
  if (before !== undefined && isSame(before, publication)) return;
  holdings.set(dataset.id, { id: dataset.id, ...facts, publications: [...publications, publication] });
}

/** A new table number supersedes period by period: what it lacks stays as it was. */
function goingOn(before: Publication, now: Publication): Publication {
  if (before.table === now.table && before.carried === undefined) return now;
  const carried = before.table === now.table ? before.carried : before.series;
  const series = now.series.map((one, position) => ({
    ...one,
    cells: new Map([...(carried?.[position]?.cells ?? []), ...one.cells]),
  }));
  return { ...now, series, ...(carried === undefined ? {} : { carried }) };
}

function isSame(a: Publication, b: Publication): boolean {
  const text = (one: Publication): string =>
    JSON.stringify({ ...one, carried: null, series: one.series.map(({ cells, ...rest }) => [rest, ...cells]) });
  return text(a) === text(b);
}
