import { PipelineError } from '../../model/errors.ts';
import { findAssessmentAsOf } from '../../store/assess/assessments.ts';
import { findRuleVersion } from '../../store/assess/rule-versions.ts';
import { type AssessmentResult, assessByRules } from './assess.ts';
import { type DeliveryReport, notifyAfter } from '../messages/deliver-due.ts';
import type { App } from '../open-app.ts';
import { municipalityOf, type StandingAssessment, type StatusDocument, toStatusLine } from '../show/read-status.ts';
import { datasetsAsOf, assessAll } from './assess-all.ts';
import { reassess } from './reassess.ts';
import { readRules } from './read-rules.ts';
import { createSourceRemarks } from '../source/source-remarks.ts';
import { withRun } from '../with-run.ts';
import { wordsOf } from '../../words/finding/say-finding.ts';

export interface CheckReport {
  readonly results: readonly AssessmentResult[];
  readonly delivery: DeliveryReport;
}

/** Assesses every indicator by the settings and figures of now, records what has changed, and tells what is due. */
export async function check(app: App): Promise<CheckReport> {
  const run = withRun(app, 'command', [], ({ runId }) => {
    const results = reassess(app, runId);
    const changed = results.filter(({ cause }) => cause !== null);
    const outcome = changed.length === 0 ? 'unchanged' : 'succeeded';
    const message = `${results.length} indicators assessed, ${changed.length} changed.`;
    return Promise.resolve({ outcome, requests: 0, message, results, assessments: results });
  });
  return notifyAfter(app, run);
}

/** What would be said if the settings took effect now, for the indicators where it differs; writes nothing. */
export function previewChanges(app: App): readonly AssessmentResult[] {
  return assessAll(app).filter(({ cause }) => cause !== null);
}

export interface PastAssessment {
  /** In the shape of `status --json`. */
  readonly document: StatusDocument;
  readonly standings: readonly StandingAssessment[];
}

/**
 * What would have been said on a day, with the figures and rules known by then. `day` is a date (the whole of that day
 * counts, UTC) or an instant. Indicators that had no rule yet are left out. Throws `usage` for anything else, and when
 * nothing had been assessed by then, `store-migration` for a rule this version cannot read.
 */
export function assessAsOf(app: App, day: string): PastAssessment {
  const at = toInstant(day);
  const findDataset = datasetsAsOf(app.store, at);
  const ofSource = createSourceRemarks(app, at);
  const standings = app.settings.indicators.flatMap(({ id }) => {
    const version = findRuleVersion(app.store, id, { asOf: at });
    if (version === null) return [];
    const rules = readRules(version);
    const said = findAssessmentAsOf(app.store, id, at);
    const { next, cause } = assessByRules(rules, findDataset, said, at);
    return [
      {
        definition: rules.definition,
        assessment: next,
        cause: cause ?? said?.cause ?? null,
        since: said?.since ?? null,
        // Found by the rules of that day, and said in the language of this one.
        remarks: [
          ...wordsOf(next, app.settings.plan.language).remarks,
          ...ofSource({ definition: rules.definition, assessment: next }),
        ],
      },
    ];
  });
  if (standings.length === 0) throw nothingKnown(day);
  const indicators = standings.map((standing) => toStatusLine(app, standing));
  return { document: { municipality: municipalityOf(app), assessedAt: at, indicators }, standings };
}

function nothingKnown(day: string): PipelineError {
  return new PipelineError('usage', `Nothing had been assessed by ${day}.`, {
    hint: 'Choose a later day; `naeringspuls history <indicator>` shows when each was first assessed.',
    refusal: { about: 'nothing-assessed', day },
  });
}

function toInstant(day: string): string {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(day);
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/.test(day);
  const parsed = isDate || isInstant ? new Date(isDate ? `${day}T23:59:59.999Z` : day) : new Date(NaN);
  if (!Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day.slice(0, 10))) return parsed.toISOString();
  throw new PipelineError('usage', `'${day}' is not a date.`, {
    hint: 'Write a date such as 2026-02-26, or an instant such as 2026-02-26T10:00:00Z.',
    refusal: { about: 'no-date', text: day },
  });
}
