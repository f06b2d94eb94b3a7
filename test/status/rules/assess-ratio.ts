import { computeIndicator } from '../../../src/compute/compute-indicator.ts';
import type { IndicatorDefinition } from '../../../src/model/plan/indicator.ts';
import type { PeerGroup } from '../../../src/model/data/place.ts';
import type { DeclaredBreak } from '../../../src/model/plan/settings.ts';
import { assessIndicator } from '../../../src/status/assess-indicator.ts';
import { wordsOf } from '../../../src/words/finding/say-finding.ts';
import type { SaidAssessment } from '../assess-figures.ts';
import { buildDataset, buildDefinition, buildGeography, INPUT, regionSeries } from '../../support/builders.ts';

type Cells = Parameters<typeof regionSeries>[0];

interface Ratio {
  readonly definition?: Partial<IndicatorDefinition>;
  /** Cells of what is divided, and of what it is divided by, by region. */
  readonly over: Cells;
  readonly under: Cells;
  readonly group?: PeerGroup;
  readonly breaks?: readonly DeclaredBreak[];
}

/** The series of a ratio, one figure over another, per thousand unless said otherwise. */
export function computeRatio({ definition = {}, over, under, group }: Ratio) {
  const per = { dataset: 'people', terms: [{}], times: 1000 };
  const asked = buildDefinition({ measure: 'ratio', inputs: [{ ...INPUT, per }], ...definition });
  const people = { datasetId: 'people', table: '07459', title: 'People' };
  const datasets = new Map([
    ['figures', buildDataset(regionSeries(over))],
    ['people', buildDataset(regionSeries(under), { publication: people })],
  ]);
  return { definition: asked, series: computeIndicator(asked, datasets, buildGeography(group)) };
}

/** What is said about a ratio. */
export function assessRatio(ratio: Ratio): SaidAssessment {
  const assessment = assessIndicator({
    ...computeRatio(ratio),
    ...{ breaks: ratio.breaks ?? [], stale: false, acceptances: [], before: null },
    ...{ fingerprint: 'f1', ruleFingerprint: 'f1', peersFingerprint: null },
    municipality: { name: 'Elvebyen' },
  });
  return { ...assessment, ...wordsOf(assessment, 'nb') };
}
