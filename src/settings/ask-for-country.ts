import type { DatasetAlternative, DatasetDefinition, JobDefinition } from '../model/data/job.ts';
import { COUNTRY } from '../model/data/place.ts';
import { type IndicatorDefinition, usedDatasets } from '../model/plan/indicator.ts';
import { placesAgainst } from '../model/plan/rule-reach.ts';

type Asking = Pick<IndicatorDefinition, 'inputs' | 'rule'>;

/**
 * The jobs with the country (`0`) among the places of every dataset that an indicator sets against the country's level.
 * Other datasets are asked for what they were; an alternative without places has none to add it to.
 */
export function askForCountry(jobs: readonly JobDefinition[], indicators: readonly Asking[]): readonly JobDefinition[] {
  const against = indicators.filter(({ rule }) => placesAgainst(rule).includes(COUNTRY));
  const ids = new Set(against.flatMap((indicator) => usedDatasets(indicator)));
  if (ids.size === 0) return jobs;
  return jobs.map((job) => ({
    ...job,
    datasets: job.datasets.map((dataset) => (ids.has(dataset.id) ? withCountry(dataset) : dataset)),
  }));
}

function withCountry(dataset: DatasetDefinition): DatasetDefinition {
  const { alternatives, earlier } = dataset;
  return {
    ...dataset,
    alternatives: alternatives.map(asking),
    ...(earlier !== undefined && {
      earlier: earlier.map((one) => ({ ...one, alternatives: one.alternatives.map(asking) })),
    }),
  };
}

function asking(alternative: DatasetAlternative): DatasetAlternative {
  const { regions } = alternative;
  return regions === undefined ? alternative : { ...alternative, regions: { ...regions, country: true } };
}
