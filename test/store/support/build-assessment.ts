import { EVIDENCE_FORM, type Assessment } from '../../../src/model/plan/assessment.ts';
import type { IndicatorDefinition } from '../../../src/model/plan/indicator.ts';
import { createRuleRecorder } from '../../../src/store/assess/rule-versions.ts';
import type { NewAssessment } from '../../../src/store/assess/record-assessment.ts';
import type { Store } from '../../../src/store/store.ts';

export function buildIndicator(changes: Partial<IndicatorDefinition> = {}): IndicatorDefinition {
  return {
    id: 'job-growth',
    position: 7,
    title: 'Vekst i antall arbeidsplasser',
    titleEn: 'Growth in jobs',
    goal: 'Hovedmål',
    subgoal: 'Delmål',
    ambition: 'Større vekst enn andre',
    measurement: 'Offentlig statistikk',
    inputs: [],
    measure: 'growth',
    step: { unit: 'year', count: 1 },
    rule: { id: 'not-set' },
    references: [],
    ...changes,
  };
}

export function buildAssessment(changes: Partial<Assessment> = {}): Assessment {
  return {
    indicatorId: 'job-growth',
    status: 'off-track',
    label: null,
    period: '2023',
    value: 1.2,
    coverage: 'municipality',
    flags: ['provisional', 'revised'],
    evidence: {
      form: EVIDENCE_FORM,
      rule: {
        id: 'not-set',
        params: { id: 'not-set' },
        fingerprint: 'f1',
        peersFingerprint: null,
        ruleFingerprint: 'r1',
      },
      latestPeriod: '2023',
      previousPeriod: '2022',
      newestPeriod: '2023',
      breaks: [],
      numbers: { current: 1.2 },
      verdict: null,
      reason: null,
      missing: [],
      lastKnown: null,
      bounds: null,
      peers: [],
      peerGroup: null,
      observations: [],
      publication: null,
      fromSecondTable: false,
      finding: null,
    },
    ...changes,
  };
}

/** Records the indicator with a rule, and gives the number of its version. */
export function withRule(store: Store, id = 'job-growth', position = 7): number {
  const indicator = buildIndicator({ id, position });
  const recordedAt = '2024-01-01T00:00:00.000Z';
  return createRuleRecorder(store)({ indicator, definition: indicator, fingerprint: 'f1', recordedAt });
}

export function buildRecord(runId: number, ruleVersionId: number, changes: Partial<NewAssessment> = {}): NewAssessment {
  return {
    assessment: buildAssessment(),
    words: { sentence: 'Veksten var 1,2 prosent.', unit: 'prosent', remarks: [] },
    ruleVersionId,
    cause: 'first-assessment',
    assessedAt: '2024-01-02T08:00:00.000Z',
    runId,
    ...changes,
  };
}
