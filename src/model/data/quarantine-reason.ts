/** Why a publication waits for a person. */
export const QUARANTINE_REASONS = [
  'lost-dimension',
  'lost-code',
  'lost-period',
  'changed-unit',
  'changed-decimals',
  'fewer-cells',
  'tenfold-jump',
  'figures-vanished',
  'new-period-out-of-scale',
  'parts-differ',
] as const;
export type QuarantineReason = (typeof QUARANTINE_REASONS)[number];
