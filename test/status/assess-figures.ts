import { computeIndicator } from '../../src/compute/compute-indicator.ts';
import type { RecordedAcceptance } from '../../src/model/plan/acceptance.ts';
import type { Series, StoredDataset } from '../../src/model/data/dataset.ts';
import type { IndicatorDefinition } from '../../src/model/plan/indicator.ts';
import type { PeerGroup, Place } from '../../src/model/data/place.ts';
import type { DeclaredBreak } from '../../src/model/plan/settings.ts';
import type { Assessment, Evidence, WordsOfTheDay } from '../../src/model/plan/assessment.ts';
import { assessIndicator } from '../../src/status/assess-indicator.ts';
import type { Language } from '../../src/model/language.ts';
import { wordsOf } from '../../src/words/finding/say-finding.ts';
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
  readonly acceptances?: readonly RecordedAcceptance[];
  /** What was said before. */
  readonly before?: Pick<Evidence, 'newestPeriod' | 'lastKnown'>;
  /** The second table of a diversity index, called `second`. */
  readonly second?: { readonly series: readonly Series[]; readonly dataset?: Parameters<typeof buildDataset>[1] };
  readonly language?: Language;
}

/** What was found, with what is said of it. */
export type SaidAssessment = Assessment & WordsOfTheDay;

/** From stored figures to what is found and said about them. */
export function assessFigures({ language = 'nb', ...figures }: Figures): SaidAssessment {
  const assessment = judgeFigures(figures);
  return { ...assessment, ...wordsOf(assessment, language) };
}

function judgeFigures(figures: Omit<Figures, 'language'>): Assessment {
  const { definition = buildDefinition(), series, dataset, group, places } = figures;
  const datasets = new Map([['figures', buildDataset(series, dataset)]]);
  if (figures.second !== undefined) datasets.set('second', secondTable(figures.second));
  return assessIndicator({
    definition,
    series: computeIndicator(definition, datasets, buildGeography(group, places)),
    breaks: figures.breaks ?? [],
    stale: figures.stale ?? false,
    fingerprint: figures.fingerprint ?? 'f1',
    ruleFingerprint: figures.ruleFingerprint ?? figures.fingerprint ?? 'f1',
    peersFingerprint: figures.peersFingerprint ?? null,
    acceptances: figures.acceptances ?? [],
    before: figures.before ?? null,
    municipality: { name: 'Elvebyen' },
  });
}

function secondTable({ series, dataset }: NonNullable<Figures['second']>): StoredDataset {
  const publication = { datasetId: 'second', table: '13470', ...dataset?.publication };
  return buildDataset(series, { ...dataset, publication });
}

/** An assessment of own figures by year, under the given definition. */
export function assessOwn(cells: Parameters<typeof regionSeries>[0][string], rest: Omit<Figures, 'series'> = {}) {
  return assessFigures({ ...rest, series: regionSeries({ [OWN]: cells }) });
}
