import { userInfo } from 'node:os';
import { PipelineError } from '../../model/errors.ts';
import type { ZerosOfPlace } from '../../model/plan/acceptance.ts';
import { bareCode, createPlaceFinder } from '../../normalise/series-of-places.ts';
import { readRegionsAndPeriods } from '../../store/read/false-zeros.ts';
import { findNewestPublication } from '../../store/read/newest-publication.ts';
import type { Accepting, ZerosToAccept } from './acceptance-gate.ts';
import { findFalseZeros } from './false-zeros.ts';
import type { App } from '../open-app.ts';

/** One thing that a person accepts. */
export interface AcceptItem {
  readonly datasetId: string;
  /** `null` for a whole reply in quarantine. */
  readonly zeros: ZerosOfPlace | null;
}

/** Reads `DATASET` or `DATASET:PLACE/PERIOD`; what has neither form is the id of a dataset that does not exist. */
export function readAcceptItem(text: string): AcceptItem {
  const [, datasetId, place, period] = /^([^:/]+):([^/]+)\/(.+)$/.exec(text) ?? [];
  if (datasetId === undefined || place === undefined || period === undefined) return { datasetId: text, zeros: null };
  return { datasetId, zeros: { place, period } };
}

/**
 * What a person accepts, by dataset, given as `DATASET` or `DATASET:PLACE/PERIOD`. Throws `usage` for zeros that are
 * not there to be accepted, saying what is. The caller checks that a dataset exists.
 */
export function readAccepting(app: App, accept: readonly string[]): ReadonlyMap<string, Accepting> {
  const who = { by: userInfo().username, at: app.clock.now().toISOString() };
  const items = accept.map(readAcceptItem);
  return new Map(
    items.map(({ datasetId }) => {
      const own = items.filter((item) => item.datasetId === datasetId);
      const zeros = own.flatMap((item) => (item.zeros === null ? [] : [findZeros(app, datasetId, item.zeros)]));
      return [datasetId, { whole: own.some((item) => item.zeros === null), zeros, ...who }];
    }),
  );
}

function findZeros(app: App, datasetId: string, asked: ZerosOfPlace): ZerosToAccept {
  const place = createPlaceFinder(app.settings.geography)(asked.place);
  const waiting = findFalseZeros(app).filter((zeros) => zeros.datasetId === datasetId);
  const found = waiting.find((zeros) => zeros.place === place && zeros.period === asked.period);
  if (found !== undefined) return found;
  throw nothingToAccept(app, { datasetId, asked, place }, waiting);
}

interface ZerosRequest {
  readonly datasetId: string;
  readonly asked: ZerosOfPlace;
  /** Today's code. */
  readonly place: string;
}

function nothingToAccept(app: App, { datasetId, asked, place }: ZerosRequest, waiting: readonly ZerosOfPlace[]) {
  const known = readRegionsAndPeriods(app.store, datasetId);
  if (known === null) return refusal(`Nothing has been ingested of ${datasetId} yet.`, 'Run `ingest` first.');
  const prefix = findNewestPublication(app.store, datasetId)?.regions?.prefix ?? '';
  const placeOf = createPlaceFinder(app.settings.geography);
  const places =
    known.regionCodes.length === 0 ? ['0'] : known.regionCodes.map((code) => placeOf(bareCode(code, prefix)));
  if (!places.includes(place)) {
    const hint = `Its places are ${[...new Set(places)].join(', ')}: the codes of today, or those of the table.`;
    return refusal(`There is no place ${asked.place} in ${datasetId}.`, hint);
  }
  if (!known.periods.includes(asked.period)) {
    return refusal(
      `There is no period ${asked.period} in ${datasetId}.`,
      `Its periods are ${known.periods.join(', ')}.`,
    );
  }
  const items = waiting.map((zeros) => `${datasetId}:${zeros.place}/${zeros.period}`);
  const hint = `What waits to be accepted of ${datasetId}: ${items.length === 0 ? 'nothing' : items.join(', ')}.`;
  return refusal(`${datasetId} has no 0 for ${asked.place} in ${asked.period} that is taken as missing.`, hint);
}

function refusal(message: string, hint: string): PipelineError {
  return new PipelineError('usage', message, { hint });
}
