import type { PeerFigure, UsedObservation } from '../../model/plan/indicator-series.ts';
import { meaningOf } from '../../model/plan/indicator.ts';
import type { Rule } from '../../model/plan/rule.ts';
import { findPublicationRequest, type PublicationRequest } from '../../store/intake/publication-request.ts';
import type { App } from '../open-app.ts';
import { findDefinition, readStanding, type StandingAssessment, type StatusLine, toStatusLine } from './read-status.ts';

/** `explain --json`: a status line and everything needed to redo it by hand. */
export interface Explanation extends StatusLine {
  readonly rule: { readonly id: string; readonly params: Rule; readonly fingerprint: string };
  readonly numbers: Readonly<Record<string, number>>;
  readonly peers: readonly PeerFigure[];
  readonly observations: readonly Pick<
    UsedObservation,
    'table' | 'series' | 'period' | 'value' | 'symbol' | 'publication' | 'correction'
  >[];
  /** What the number is, in the language of the plan; `null` where the settings do not say. */
  readonly meaning: string | null;
}

/** One indicator with its evidence. Throws `usage` for an id that is not in the plan. */
export function explain(app: App, indicatorId: string): Explanation {
  const standing = findStanding(app, indicatorId);
  const { rule, numbers, peers, observations, publication } = standing.assessment.evidence;
  return {
    ...toStatusLine(app, standing),
    rule: { id: rule.id, params: rule.params, fingerprint: rule.fingerprint },
    numbers,
    peers,
    observations: observations.map(({ table, series, period, value, symbol, publication, correction }) => ({
      table,
      series,
      period,
      value,
      symbol,
      publication,
      correction,
    })),
    meaning: meaningOf(standing.definition, publication?.datasetId ?? null, app.settings.plan.language)?.text ?? null,
  };
}

/** The standing assessment of one indicator and the retrieval its newest figures came with. */
export function findEvidence(
  app: App,
  indicatorId: string,
): { readonly standing: StandingAssessment; readonly request: PublicationRequest | null } {
  const standing = findStanding(app, indicatorId);
  const used = standing.assessment.evidence.publication;
  return { standing, request: used === null ? null : findPublicationRequest(app.store, used.publicationId) };
}

function findStanding(app: App, indicatorId: string): StandingAssessment {
  const { id } = findDefinition(app, indicatorId);
  const standing = readStanding(app).find(({ definition }) => definition.id === id);
  if (standing === undefined) throw new Error(`indicator ${id} has no assessment`);
  return standing;
}
