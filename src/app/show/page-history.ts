import type { StoredAssessment } from '../../model/plan/assessment.ts';
import { saidOf } from '../../model/plan/said-status.ts';
import { type Language, titleIn } from '../../model/language.ts';
import type { PageChange, PageIndicator } from '../../report/page-input.ts';
import { causeText } from '../../words/cause/cause-text.ts';
import { readCatalogue } from '../../store/intake/catalogue.ts';
import type { App } from '../open-app.ts';

/** More than that is history, which the command `history` shows. */
const MOST_CHANGES = 8;

/** Everything ever said about an indicator, by its id, oldest first. */
export type HistoryOf = (indicatorId: string) => readonly StoredAssessment[];

/** What has been said otherwise than before of any indicator, in status or in place, newest first. */
export function readChanges({ settings }: Pick<App, 'settings'>, historyOf: HistoryOf): readonly PageChange[] {
  const { language } = settings.plan;
  const all = settings.indicators.flatMap((definition) =>
    pairsOf(historyOf(definition.id))
      .filter(([before, after]) => before.status !== after.status || before.coverage !== after.coverage)
      .map(([before, after]) => ({
        indicatorId: definition.id,
        title: titleIn(language, definition),
        ...{ at: after.assessedAt, before: saidOf(before), after: saidOf(after) },
        cause: causeText(after, before, language),
      })),
  );
  return all.toSorted((a, b) => b.at.localeCompare(a.at)).slice(0, MOST_CHANGES);
}

/** When the status of an indicator last became another, and why what is said now differs from what was said before. */
export function lastChange(
  history: readonly StoredAssessment[],
  language: Language,
): Pick<PageIndicator, 'changed' | 'cause'> {
  const pairs = pairsOf(history);
  const last = pairs.findLast(([before, after]) => before.status !== after.status);
  const newest = pairs.at(-1);
  return {
    changed: last === undefined ? null : { at: last[1].assessedAt, before: saidOf(last[0]) },
    cause: newest === undefined ? null : causeText(newest[1], newest[0], language),
  };
}

/** When any source last answered, ISO 8601; `null` when none ever has. */
export function lastCheckedAt({ store }: App): string | null {
  const checks = readCatalogue(store).flatMap(({ checkedAt }) => checkedAt ?? []);
  return checks.toSorted().at(-1) ?? null;
}

function pairsOf(history: readonly StoredAssessment[]) {
  return history.flatMap((after, index): readonly (readonly [StoredAssessment, StoredAssessment])[] => {
    const before = history[index - 1];
    return before === undefined ? [] : [[before, after]];
  });
}
