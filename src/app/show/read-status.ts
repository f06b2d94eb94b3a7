import type { Cause, Flag, GuardReason, LastKnown, Status, StoredAssessment } from '../../model/plan/assessment.ts';
import { saidOf } from '../../model/plan/said-status.ts';
import { titleIn } from '../../model/language.ts';
import type { IndicatorDefinition } from '../../model/plan/indicator.ts';
import type { MissingPart } from '../../model/plan/indicator-series.ts';
import type { Coverage } from '../../model/data/job.ts';
import { sentenceOf, type SpeakableAssessment, unitOf, wordsOf } from '../../words/finding/say-finding.ts';
import { statusText } from '../../words/finding/status-text.ts';
import { findLatestAssessments } from '../../store/assess/assessments.ts';
import { listRuns } from '../../store/runs/runs.ts';
import type { App } from '../open-app.ts';
import { unknownName } from '../unknown-name.ts';
import { assessAll } from '../assess/assess-all.ts';
import { createSourceRemarks, readSourceFacts, type SourceFacts } from '../source/source-remarks.ts';

/** One indicator in `status --json`; the fields are part of the command contract. */
export interface StatusLine {
  readonly id: string;
  readonly title: string;
  readonly status: Status;
  readonly statusText: string;
  readonly period: string | null;
  readonly value: number | null;
  readonly unit: string | null;
  readonly coverage: Coverage | null;
  readonly flags: readonly Flag[];
  readonly cause: Cause | null;
  readonly since: string | null;
  readonly sentence: string;
  /** What else must be said, in sentences. */
  readonly remarks: readonly string[];
  /** Why the rule could not speak about the period; `null` when it did. */
  readonly reason: GuardReason | null;
  readonly missing: readonly MissingPart[];
  /** The newest earlier period the rule can speak about; `null` when it spoke about the latest, or never could. */
  readonly lastKnown: LastKnown | null;
  /** Lowest and highest value of an index with withheld groups; `value` is null then. */
  readonly bounds: readonly [low: number, high: number] | null;
}

export interface StatusDocument {
  readonly municipality: { readonly code: string; readonly name: string };
  readonly assessedAt: string | null;
  readonly indicators: readonly StatusLine[];
}

/** An indicator with what was last said about it. */
export interface StandingAssessment {
  readonly definition: IndicatorDefinition;
  readonly assessment: SpeakableAssessment;
  readonly cause: Cause | null;
  readonly since: string | null;
  /** What else must be said, in sentences: of the assessment, and of its tables as they stand now. */
  readonly remarks: readonly string[];
}

/** What is stored of what is said now, whichever language it is told in. */
export interface StoredStanding {
  /** By the id of the indicator. */
  readonly latest: ReadonlyMap<string, StoredAssessment>;
  readonly facts: SourceFacts;
}

/** What `readStanding` tells of: read once for several languages. */
export function readStoredStanding(app: App): StoredStanding {
  const latest = new Map(findLatestAssessments(app.store).map((said) => [said.indicatorId, said]));
  return { latest, facts: readSourceFacts(app) };
}

/** What is said of every indicator, in the order of the plan; one never assessed is assessed on the spot, unrecorded. */
export function readStanding(app: App, stored = readStoredStanding(app)): readonly StandingAssessment[] {
  const { latest, facts } = stored;
  const fresh = app.settings.indicators.every(({ id }) => latest.has(id)) ? [] : assessAll(app);
  const ofSource = createSourceRemarks(app, undefined, facts);
  const withRemarks = (said: Omit<StandingAssessment, 'remarks'>): StandingAssessment => {
    const { remarks } = wordsOf(said.assessment, app.settings.plan.language);
    return { ...said, remarks: [...remarks, ...ofSource(said)] };
  };
  return app.settings.indicators.map((definition) => {
    const said = latest.get(definition.id);
    if (said !== undefined) {
      return withRemarks({ definition, assessment: said, cause: said.cause, since: said.since });
    }
    const result = fresh.find(({ rules }) => rules.definition.id === definition.id);
    if (result === undefined) throw new Error(`indicator ${definition.id} has not been assessed`);
    return withRemarks({ definition, assessment: result.next, cause: result.cause, since: null });
  });
}

/** `status --json`; `standing` is in the language of the plan. */
export function readStatus(app: App, standing = readStanding(app)): StatusDocument {
  return {
    municipality: municipalityOf(app),
    assessedAt: lastAssessedAt(app),
    indicators: standing.map((one) => toStatusLine(app, one)),
  };
}

/** A line of `status --json`, with texts in the language of the plan. */
export function toStatusLine(
  app: App,
  { definition, assessment, cause, since, remarks }: StandingAssessment,
): StatusLine {
  const { status, period, value, coverage, flags, evidence } = assessment;
  const { language } = app.settings.plan;
  return {
    id: definition.id,
    title: titleIn(language, definition),
    status,
    statusText: statusText(saidOf(assessment), language),
    period,
    value,
    unit: unitOf(assessment, language),
    coverage,
    flags,
    remarks,
    cause,
    since,
    sentence: sentenceOf(assessment, language),
    reason: evidence.reason?.guard ?? null,
    missing: evidence.missing,
    lastKnown: evidence.lastKnown,
    bounds: evidence.bounds,
  };
}

/** Whose plan it is, by today's code. */
export function municipalityOf({ settings }: App): StatusDocument['municipality'] {
  const { code, name } = settings.plan.municipality;
  return { code, name };
}

/** When every indicator was last assessed, whether or not anything had changed. */
function lastAssessedAt({ store }: App): string | null {
  return listRuns(store, { limit: 10 }).find(({ finishedAt }) => finishedAt !== null)?.finishedAt ?? null;
}

/** Throws `usage` for an id that is not in the plan. */
export function findDefinition({ settings }: App, indicatorId: string): IndicatorDefinition {
  const definition = settings.indicators.find(({ id }) => id === indicatorId);
  if (definition !== undefined) return definition;
  const known = settings.indicators.map(({ id }) => id);
  throw unknownName('indicator', indicatorId, known);
}
