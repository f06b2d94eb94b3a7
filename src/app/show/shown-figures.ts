import type { Settings } from '../../model/plan/settings.ts';
import type { PageIndicator } from '../../report/page-input.ts';
import { factsOfSeries } from '../../status/shown/series-facts.ts';
import type { Store } from '../../store/store.ts';
import type { AssessmentResult } from '../assess/assess.ts';
import { assessAll, currentDatasets } from '../assess/assess-all.ts';
import type { App } from '../open-app.ts';
import { asPast, assessPeriods, type PeriodFinding, readMix, readRevisions } from './page-figures.ts';
import { shownState } from './shown-state.ts';

/** What the page shows of every indicator by its id, whichever language it is told in. */
export interface ShownFigures {
  readonly findings: ReadonlyMap<string, readonly PeriodFinding[]>;
  readonly figures: ReadonlyMap<string, Pick<PageIndicator, 'series' | 'facts' | 'past' | 'mix' | 'revisions'>>;
}

interface Known {
  readonly settings: Settings;
  readonly state: string;
  readonly shown: ShownFigures;
}

/** Of a process that keeps its database open: most of its runs find nothing. */
const known = new WeakMap<Store, Known>();

/** What the figures stored show by the settings of today; `found` is what has just been found, empty where nothing has. */
export function readShownFigures(app: App, found: readonly AssessmentResult[]): ShownFigures {
  const { settings, store } = app;
  const state = shownState(app);
  const before = known.get(store);
  if (before?.settings === settings && before.state === state) return before.shown;
  const findDataset = currentDatasets(app);
  const results = found.length > 0 ? found : assessAll(app, findDataset);
  const findings = new Map(results.map((result) => [result.rules.definition.id, assessPeriods(result)]));
  const figures = new Map(
    results.map((result) => {
      const { definition, breaks } = result.rules;
      const figuresOfOne = {
        series: result.series,
        facts: factsOfSeries(definition, result.series, breaks),
        past: asPast(findings.get(definition.id) ?? []),
        mix: readMix(result, findDataset),
        revisions: readRevisions(store, result, findDataset),
      };
      return [definition.id, figuresOfOne] as const;
    }),
  );
  const shown = { findings, figures };
  known.set(store, { settings, state, shown });
  return shown;
}
