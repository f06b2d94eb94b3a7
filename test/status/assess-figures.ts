import { computeIndicator } from '../../src/compute/compute-indicator.ts';
import type { Acceptance, Series } from '../../src/model/dataset.ts';
import type { IndicatorDefinition } from '../../src/model/indicator.ts';
import type { PeerGroup, Place } from '../../src/model/place.ts';
import type { DeclaredBreak } from '../../src/model/settings.ts';
import type { Assessment } from '../../src/model/assessment.ts';
import { assessIndicator } from '../../src/status/assess-indicator.ts';
import type { Language } from '../../src/status/language.ts';
import { buildDataset, buildDefinition, buildGeography, OWN, regionSeries } from '../support/builders.ts';

export interface Figures {
  readonly definition?: IndicatorDefinition;
  readonly series: readonly Series[];
  readonly dataset?: Parameters<typeof buildDataset>[1];
  readonly group?: PeerGroup;
  readonly places?: readonly Place[];
  readonly breaks?: readonly DeclaredBreak[];
  readonly stale?: boolean;
  readonly fingerprint?: string;
  readonly ruleFingerprint?: string;
  readonly peersFingerprint?: string;
  readonly acceptances?: readonly Acceptance[];
  readonly language?: Language;
}

/** From stored figures to what is said about them. */
export function assessFigures(figures: Figures): Assessment {
  const { definition = buildDefinition(), series, dataset, group, places } = figures;
  const datasets = new Map([['figures', buildDataset(series, dataset)]]);
  return assessIndicator({
    definition,
    series: computeIndicator(definition, datasets, buildGeography(group, places)),
    breaks: figures.breaks ?? [],
    stale: figures.stale ?? false,
    fingerprint: figures.fingerprint ?? 'f1',
    ruleFingerprint: figures.ruleFingerprint ?? figures.fingerprint ?? 'f1',
    peersFingerprint: figures.peersFingerprint ?? null,
    acceptances: figures.acceptances ?? [],
    before: null,
    municipality: { name: 'Elvebyen' },
    language: figures.language ?? 'nb',
  });
}

/** An assessment of own figures by year, under the given definition. */
export function assessOwn(cells: Parameters<typeof regionSeries>[0][string], rest: Omit<Figures, 'series'> = {}) {
  return assessFigures({ ...rest, series: regionSeries({ [OWN]: cells }) });
}
