/** Categories left out by name, or all that are not counted. */
export type LeftOut = readonly string[] | 'all-others';

/**
 * A category about which settings and figures do not agree. `not-decided`: it has figures, and is neither counted nor left
 * out. `not-there`: the settings count it, and it has no figure. `not-left-out`: the settings leave it out of a sum over
 * all the others, and it has no figure to leave out.
 */
export interface UnsettledCategory {
  readonly kind: 'not-decided' | 'not-there' | 'not-left-out';
  readonly dimension: string;
  readonly code: string;
  /** Code of the first of the periods for which it holds. */
  readonly period: string;
}
