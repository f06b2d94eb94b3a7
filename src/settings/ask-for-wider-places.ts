import type { DatasetAlternative, DatasetDefinition, JobDefinition } from '../model/data/job.ts';
import { COUNTRY, levelOf, membersOf, type PeerGroup } from '../model/data/place.ts';
import { type IndicatorDefinition, usedDatasets } from '../model/plan/indicator.ts';
import { placesAgainst } from '../model/plan/rule-reach.ts';

type Asking = Pick<IndicatorDefinition, 'inputs' | 'rule' | 'peers'>;

/**
 * The jobs with the country (`0`) and the counties that an indicator is compared with among the places of every dataset
 * that it uses. Other datasets are asked for what they were; an alternative without places has none to add them to.
 */
export function askForWiderPlaces(
  jobs: readonly JobDefinition[],
  indicators: readonly Asking[],
  groups: readonly PeerGroup[],
): readonly JobDefinition[] {
  const wider = new Map<string, readonly string[]>();
  for (const indicator of indicators) {
    const codes = widerPlaces(indicator, groups);
    for (const id of codes.length === 0 ? [] : usedDatasets(indicator)) {
      wider.set(id, [...new Set([...(wider.get(id) ?? []), ...codes])].sort());
    }
  }
  if (wider.size === 0) return jobs;
  return jobs.map((job) => ({
    ...job,
    datasets: job.datasets.map((dataset) => withPlaces(dataset, wider.get(dataset.id) ?? [])),
  }));
}

/** What an indicator is compared with that is no municipality: by its rule, or as members of its group. */
function widerPlaces({ rule, peers }: Asking, groups: readonly PeerGroup[]): readonly string[] {
  const members = membersOf(groups.filter(({ id }) => id === peers));
  return [...placesAgainst(rule), ...members].filter((code) => levelOf(code) !== 'municipality');
}

function withPlaces(dataset: DatasetDefinition, codes: readonly string[]): DatasetDefinition {
  if (codes.length === 0) return dataset;
  const { alternatives, earlier } = dataset;
  const asking = (alternative: DatasetAlternative) => askingFor(codes, alternative);
  return {
    ...dataset,
    alternatives: alternatives.map(asking),
    ...(earlier !== undefined && {
      earlier: earlier.map((one) => ({ ...one, alternatives: one.alternatives.map(asking) })),
    }),
  };
}

function askingFor(codes: readonly string[], alternative: DatasetAlternative): DatasetAlternative {
  const { regions } = alternative;
  if (regions === undefined) return alternative;
  const counties = [...new Set([...(regions.counties ?? []), ...codes.filter((code) => code !== COUNTRY)])];
  return {
    ...alternative,
    regions: {
      ...regions,
      ...(codes.includes(COUNTRY) ? { country: true } : {}),
      ...(counties.length === 0 ? {} : { counties }),
    },
  };
}
