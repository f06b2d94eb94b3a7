import { titleIn } from '../../model/language.ts';
import type { Cause, Flag, SaidStatus, Status } from '../../model/plan/assessment.ts';
import { saidOf } from '../../model/plan/said-status.ts';
import { causeText } from '../../words/cause/cause-text.ts';
import { statusText } from '../../words/finding/status-text.ts';
import { readHistory } from '../../store/assess/assessments.ts';
import type { App } from '../open-app.ts';
import { findDefinition } from './read-status.ts';

export interface HistoryEntry {
  readonly assessedAt: string;
  readonly status: Status;
  /** How it is said. */
  readonly said: SaidStatus;
  readonly statusText: string;
  readonly period: string | null;
  readonly value: number | null;
  readonly unit: string | null;
  readonly flags: readonly Flag[];
  readonly cause: Cause;
  readonly causeText: string;
  readonly since: string;
  readonly sentence: string;
}

export interface IndicatorHistory {
  readonly indicator: { readonly id: string; readonly title: string };
  /** Oldest first. */
  readonly history: readonly HistoryEntry[];
}

/** Everything recorded about one indicator. Throws `usage` for an id that is not in the plan. */
export function readIndicatorHistory(app: App, indicatorId: string): IndicatorHistory {
  const definition = findDefinition(app, indicatorId);
  const { id } = definition;
  const { language } = app.settings.plan;
  return {
    indicator: { id, title: titleIn(language, definition) },
    history: readHistory(app.store, id).map((said, index, all) => ({
      assessedAt: said.assessedAt,
      status: said.status,
      said: saidOf(said),
      statusText: statusText(saidOf(said), language),
      period: said.period,
      value: said.value,
      unit: said.unit,
      flags: said.flags,
      cause: said.cause,
      causeText: causeText(said, all[index - 1] ?? null, language),
      since: said.since,
      sentence: said.sentence,
    })),
  };
}
