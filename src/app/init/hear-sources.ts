import { jobs } from '../../../jobs/index.ts';
import { PipelineError } from '../../model/errors.ts';
import type { RegionWitness } from '../../model/data/place-witness.ts';
import { BUNDLED_FROM, bundledPlace } from '../../places/bundled/bundled-places.ts';
import type { KlassWitness } from '../../places/klass-witness.ts';
import { NO_MUNICIPALITY } from '../../places/weigh-places.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Environment } from '../../settings/environment.ts';
import { createKlassClient } from '../../source/ask/klass-client.ts';
import { createSsbClient } from '../../source/ask/ssb-client.ts';
import { findVariable } from '../../source/describe/table-metadata.ts';
import { askKlass } from '../source/ask-klass.ts';
import { pacing } from '../source/pacing.ts';

/** Longer is not waited for an answer that the bundled table can do without. */
const PATIENCE_MS = 5_000;
/** What sums municipalities to today's borders, under each of its spellings. */
const SUMMING = /^agg_KommSummer/;

/** What the sources said of places; `null` is one that gave no answer in time. */
export interface Heard {
  readonly isAsked: boolean;
  readonly klass: KlassHeard | null;
  readonly codeList: CodeListHeard | null;
}

export interface KlassHeard extends KlassWitness {
  /** Names by code; empty where no municipality lies in a county that the program does not know. */
  readonly counties: KlassWitness['today'];
}

/** The list by which the statistics bank sums municipalities, and the table that it was read with. */
export interface CodeListHeard {
  readonly id: string;
  readonly table: string;
  readonly witness: RegionWitness;
}

export const NOBODY_ASKED: Heard = { isAsked: false, klass: null, codeList: null };

interface Tools {
  readonly environment: Environment;
  readonly clock: Clock;
}

/** Asks Klass and the statistics bank about places, both at once. Never throws for want of an answer: a few seconds are waited. */
export async function hearSources(tools: Tools): Promise<Heard> {
  const [klass, codeList] = await Promise.all([
    inTime((signal) => hearKlass(tools, signal)),
    inTime((signal) => hearCodeList(tools, signal)),
  ]);
  return { isAsked: true, klass, codeList };
}

async function inTime<T>(ask: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    return await ask(signal);
  } catch (failure) {
    if (failure instanceof PipelineError || signal.aborted) return null;
    throw failure;
  }
}

async function hearKlass({ environment, clock }: Tools, signal: AbortSignal): Promise<KlassHeard> {
  const witness = await askKlass({ environment, clock }, BUNDLED_FROM, signal);
  const hasNewCounty = witness.today.some(
    ({ code }) => code !== NO_MUNICIPALITY && bundledPlace(code.slice(0, 2)) === undefined,
  );
  const klass = createKlassClient({ baseUrl: environment.klassApiUrl, ...pacing(clock, signal) });
  return { ...witness, counties: hasNewCounty ? await klass.countiesAt(witness.date) : [] };
}

async function hearCodeList({ environment, clock }: Tools, signal: AbortSignal): Promise<CodeListHeard> {
  const { table, variable, id } = summingList();
  const client = createSsbClient({ baseUrl: environment.ssbApiUrl, ...pacing(clock, signal) });
  const codeList = await client.codeList(id);
  const regions = findVariable(await client.metadata(table, 'no'), variable)?.categories ?? [];
  return {
    id,
    table,
    witness: { codeList, labels: Object.fromEntries(regions.map(({ code, label }) => [code, label])) },
  };
}

/** The first table of the program's own that is asked by such a list. */
function summingList(): { readonly table: string; readonly variable: string; readonly id: string } {
  const [first] = jobs
    .flatMap(({ datasets }) => datasets)
    .flatMap(({ table, alternatives }) =>
      alternatives.flatMap(({ regions }) => {
        const id = regions?.codeList?.id ?? '';
        return typeof table === 'string' && regions !== undefined && SUMMING.test(id)
          ? [{ table, variable: regions.variable, id }]
          : [];
      }),
    );
  if (first === undefined) throw new Error('no dataset in jobs/ is asked by a list that sums municipalities');
  return first;
}
