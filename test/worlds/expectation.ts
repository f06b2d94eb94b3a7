import type { WorldState } from './changes.ts';
import { yearOf } from './oracle/cells.ts';
import type { Facts, Holding, Publication } from './oracle/facts.ts';
import { type Cause, causesOf, type Remembered } from './oracle/cause.ts';
import { judge, type LastKnown, type Said } from './oracle/judge.ts';
import { DATASET_FACTS, placesOf, toOracleSettings } from './settings.ts';
import { type SurveyFile, surveyPublication } from './survey.ts';
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
  ingest(state: WorldState, heldBack: ReadonlySet<string>): void;
  /** Takes a file of the survey in, with all that were handed in before it. */
  takeFiles(files: readonly SurveyFile[], at: string): void;
  /** What must be said now, and remembers that it was said. */
  assess(state: WorldState): readonly Expected[];
  /** What would be said now of the figures at hand; remembers nothing. */
  assessAll(state: WorldState): ReadonlyMap<string, Said>;
}

interface Memory extends Remembered {
  readonly causes: readonly Cause[];
  readonly since: string;
  /** What was said when the rule last spoke. */
  readonly spoken: LastKnown | null;
}

/** An oracle that knows nothing yet. */
export function openOracle(): Oracle {
  const holdings = new Map<string, Holding>();
  const memory = new Map<string, Memory>();
  const factsAt = (state: WorldState): Facts => ({
    settings: toOracleSettings(state.settings),
    holdings,
    now: state.now,
  });
  return {
    ingest: (state, heldBack) => {
      for (const dataset of DATASETS) {
        const table = state.tables.find(({ subject, isClosed }) => subject === dataset.subject && !isClosed);
        if (table === undefined || heldBack.has(dataset.id)) continue;
        takeDataset(holdings, dataset, table, state);
        // What is held back is not corrected either.
        const held = holdings.get(dataset.id);
        if (held !== undefined) holdings.set(dataset.id, { ...held, corrections: state.settings.corrections });
      }
    },
    takeFiles: (files, at) => addPublication(holdings, 'survey', surveyPublication(files, at)),
    assess: (state) =>
      state.settings.indicators.map((indicator): Expected => {
        const { id, peers, requiredPeers, ...rule } = indicator;
        const said = judge(indicator, factsAt(state));
        const told = {
          said,
          rule: JSON.stringify(rule),
          peers: JSON.stringify([peers === undefined ? null : state.settings.regions, requiredPeers]),
        };
        const before = memory.get(id) ?? null;
        const newestYear = Math.max(before?.newestYear ?? 0, said.period === null ? 0 : yearOf(said.period));
        const now = { ...told, newestYear };
        const found = causesOf(before, now);
        const isMoved = before === null || before.said.status !== said.status;
        // The meaning gives causes to changes of status: where the status stands, its own cause may stand too.
        const causes = isMoved ? found : [...new Set([...before.causes, ...found])];
        const since = isMoved ? state.now : before.since;
        const { period, value, status } = said;
        const spoken = said.reason === null ? { period, value, status } : (before?.spoken ?? null);
        memory.set(id, { ...now, causes, since, spoken });
        return {
          id,
          said: { ...said, saidLast: before?.spoken ?? null },
          causes,
          since,
          toldFrom: isMoved && !isSilent(before, now) ? (before?.said.status ?? null) : undefined,
        };
      }),
    assessAll: (state) =>
      new Map(state.settings.indicators.map((indicator) => [indicator.id, judge(indicator, factsAt(state))])),
  };
}

/** That nothing has ever been measured is no news at the installation. */
function isSilent(before: Remembered | null, { said }: Remembered): boolean {
  return before === null && said.status === 'not-measured';
}

function takeDataset(
  holdings: Map<string, Holding>,
  dataset: DatasetShape,
  table: MadeTable,
  { settings }: WorldState,
): void {
  const before = holdings.get(dataset.id)?.publications.at(-1);
  const shown = publicationOf(dataset, table, { own: settings.own, all: placesOf(settings) });
  const publication = before === undefined ? shown : goingOn(before, shown);
  if (before === undefined || !isSame(before, publication)) addPublication(holdings, dataset.id, publication);
}

function addPublication(holdings: Map<string, Holding>, id: string, publication: Publication): void {
  const facts = DATASET_FACTS[id];
  if (facts === undefined) throw new Error(`No facts are known of ${id}.`);
  const { publications } = holdings.get(id) ?? { publications: [] };
  holdings.set(id, { id, ...facts, publications: [...publications, publication] });
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
