import { isOfTerm } from '../../compute/select-term.ts';
import type { StoredDataset } from '../../model/data/dataset.ts';
import type { IndicatorInput, SeriesTerm } from '../../model/plan/indicator.ts';
import type { Geography } from '../../model/data/place.ts';
import { findLatestAssessments } from '../../store/assess/assessments.ts';
import { createDatasetReader } from '../../store/read/read-dataset.ts';
import type { Store } from '../../store/store.ts';
import { type AssessmentResult, assessByRules, type FindDataset } from './assess.ts';
import type { App } from '../open-app.ts';
import { currentRules } from './rules-in-force.ts';
import { asOwnDoing } from './taken-back.ts';

/** What every indicator would be said to be now, by the settings as they are; writes nothing. */
export function assessAll(app: App, findDataset = currentDatasets(app)): readonly AssessmentResult[] {
  const latest = new Map(findLatestAssessments(app.store).map((said) => [said.indicatorId, said]));
  const at = app.clock.now().toISOString();
  return currentRules(app.settings).map((rules) =>
    asOwnDoing(app, assessByRules(rules, findDataset, latest.get(rules.definition.id) ?? null, at)),
  );
}

/**
 * Reads each dataset once, however many indicators rest on it, and of its figures those of the own place and those that
 * one of the indicators uses.
 */
export function currentDatasets({ store, settings }: App): FindDataset {
  const inputs = settings.indicators.flatMap((indicator) => indicator.inputs);
  const ownCodes = codesOfOwnPlace(settings.geography);
  const read = createDatasetReader(store);
  return once((datasetId) => {
    const terms = inputs.flatMap((input) => termsIn(input, datasetId));
    return read(datasetId, (series, regions) => {
      const region = regions === null ? null : (series[regions.dimension] ?? '');
      const isOwn = region === null || ownCodes.has(region.slice(regions?.prefix.length ?? 0)) || ownCodes.has(region);
      return isOwn || terms.some((term) => isOfTerm(term, series));
    });
  });
}

/** Reads each dataset once, whole, as it stood at an instant. */
export function datasetsAsOf(store: Store, asOf: string): FindDataset {
  const read = createDatasetReader(store, asOf);
  return once((datasetId) => read(datasetId));
}

/** What an input reads of a dataset, what a ratio is divided by included. */
function termsIn(input: IndicatorInput, datasetId: string): readonly SeriesTerm[] {
  const { dataset, secondTable, per } = input;
  return [
    ...(dataset === datasetId || secondTable === datasetId ? termsOf(input) : []),
    ...(per?.dataset === datasetId ? per.terms : []),
  ];
}

/** The terms of an input, of both its tables, and those of the whole that a diversity index is bounded by. */
function termsOf({ afterSwitch, ...input }: IndicatorInput): readonly SeriesTerm[] {
  return [input, ...(afterSwitch === undefined ? [] : [afterSwitch])].flatMap(({ terms, over, whole }) => {
    if (over === undefined || whole === undefined) return terms;
    const codes = [whole.total, ...(whole.unspecified === undefined ? [] : [whole.unspecified])];
    return [...terms, ...terms.map((term) => ({ ...term, [over]: codes }))];
  });
}

/** Every code of the own municipality and its county. */
function codesOfOwnPlace({ own, municipalities, counties }: Geography): ReadonlySet<string> {
  const municipality = municipalities.find(({ code }) => code === own);
  const county = counties.find(({ code }) => code === municipality?.county);
  const places = [municipality, county].filter((place) => place !== undefined);
  return new Set(places.flatMap(({ code, codes }) => [code, ...codes.map((one) => one.code)]));
}

function once(read: FindDataset): FindDataset {
  const known = new Map<string, StoredDataset | null>();
  return (datasetId) => {
    const found = known.get(datasetId) ?? read(datasetId);
    known.set(datasetId, found);
    return found;
  };
}
