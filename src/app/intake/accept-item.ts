import type { ZerosOfPlace } from '../../model/plan/acceptance.ts';

/** One thing that a person lets in. */
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
