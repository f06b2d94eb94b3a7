import type { Description, Descriptions } from './description.ts';

const PERIOD_KEY: Description = [
  'Periodens nummer: år × 1000 + tillegg for kvartal, måned, uke eller halvår; se time_period',
  'Number of the period: year × 1000 + an addition for quarter, month, week or half-year; see time_period',
];
const RUN_OUTCOME: Description = [
  'Utfall: running, succeeded, unchanged, partial, failed, interrupted eller postponed',
  'Outcome: running, succeeded, unchanged, partial, failed, interrupted or postponed',
];
const DATASET_OUTCOME: Description = [
  'Utfall: changed, unchanged, quarantined, failed eller postponed',
  'Outcome: changed, unchanged, quarantined, failed or postponed',
];
const OWN_OR_PEER: Description = [
  'own for egen kommune, peer for dem det sammenliknes med',
  'own for the own municipality, peer for those compared with',
];
const SUB_LABEL: Description = [
  'Nyanse av statusen der regelen har en: stable eller improved',
  'Shade of the status where the rule has one: stable or improved',
];

/** Columns that mean something else, or something narrower, in one table: `table.column`. */
export const EXCEPTIONS: Descriptions = {
  'observation.period': PERIOD_KEY,
  'observation_revision.period': PERIOD_KEY,
  'indicator_value.period': PERIOD_KEY,
  'time_period.period': PERIOD_KEY,
  'time_period.code': [
    'Perioden slik kilden skriver den, for eksempel 2024K1',
    'The period as the source writes it, such as 2024K1',
  ],
  'dimension.role': ['Rolle: geo, metric, time eller classification', 'Role: geo, metric, time or classification'],
  'indicator_value.role': OWN_OR_PEER,
  'out_indicator_series.role': OWN_OR_PEER,
  'assessment.label': SUB_LABEL,
  'out_status_now.label': SUB_LABEL,
  'out_status_history.label': SUB_LABEL,
  'job_run.outcome': RUN_OUTCOME,
  'out_run.outcome': RUN_OUTCOME,
  'dataset_run.outcome': DATASET_OUTCOME,
  'out_run.dataset_outcome': DATASET_OUTCOME,
  'observation_revision.publication_id': [
    'Publiseringen som hadde satt tallet som ble erstattet',
    'The publication that had set the replaced figure',
  ],
  'out_revision.publication_id': [
    'Publiseringen som hadde satt tallet som ble erstattet',
    'The publication that had set the replaced figure',
  ],
  'assessment.value': ['Indikatorens tall i perioden', "The indicator's number in the period"],
};
