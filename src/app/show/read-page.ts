import type { PageIndicator, PageInput } from '../../report/page-input.ts';
import { expectedFigures } from '../../model/plan/expected-figures.ts';
import { IMPORT_KINDS } from '../files/import-kinds.ts';
import type { IndicatorDefinition } from '../../model/plan/indicator.ts';
import type { IndicatorSeries } from '../../model/plan/indicator-series.ts';
import { annotationsOf } from '../../model/plan/annotation.ts';
import { titleIn } from '../../model/language.ts';
import { sayAssessment, sentenceBesideSource, unitOf } from '../../words/finding/say-finding.ts';
import type { Language } from '../../model/language.ts';
import { readHistory } from '../../store/assess/assessments.ts';
import { readCatalogue } from '../../store/intake/catalogue.ts';
import { findPublicationRequest } from '../../store/intake/publication-request.ts';
import type { AssessmentResult } from '../assess/assess.ts';
import type { App } from '../open-app.ts';
import { wordingOf } from './page-wording.ts';
import { readVersion } from '../version.ts';
import type { PeriodFinding } from './page-figures.ts';
import { readShownFigures } from './shown-figures.ts';
import { type HistoryOf, lastChange, lastCheckedAt, readChanges } from './page-history.ts';
import { readStanding, readStoredStanding, type StandingAssessment } from './read-status.ts';

/** Everything the page shows, as it stands now, in the plan's language and without files beside it. */
export function readPage(app: App): PageInput {
  return readPages(app).inLanguage(app.settings.plan.language);
}

/** The page before it is put in words, which are then made in any language. */
export interface Pages {
  /** `files` is what the files beside the page begin with; `null` or left out for none. */
  readonly inLanguage: (language: Language, files?: string | null) => PageInput;
  /** What is found of every period, by the id of the indicator. */
  readonly findings: ReadonlyMap<string, readonly PeriodFinding[]>;
  /** What is said now of every indicator. */
  readonly standingIn: (language: Language) => readonly StandingAssessment[];
  readonly historyOf: HistoryOf;
}

/**
 * As `readPage`, for several languages: what is found is looked up once. `found` is what every indicator has just been
 * found to be, where that is known.
 */
export function readPages(app: App, found: readonly AssessmentResult[] = []): Pages {
  const { findings, figures } = readShownFigures(app, found);
  const historyOf = once((id: string) => readHistory(app.store, id));
  const stored = readStoredStanding(app);
  const standingIn = once((language: Language) => readStanding(toldIn(app, language), stored));
  const withoutFiles = once((language: Language): PageInput => {
    const told = toldIn(app, language);
    const indicators = standingIn(language).map((standing) => {
      const shown = figures.get(standing.definition.id);
      if (shown === undefined) throw new Error(`indicator ${standing.definition.id} has no rules`);
      return { ...describe(told, standing, historyOf), ...shown, ...comingOf(app, standing.definition, shown.series) };
    });
    return pageOf(told, indicators, historyOf);
  });
  const inLanguage = (language: Language, files: string | null = null) => ({ ...withoutFiles(language), files });
  return { inLanguage, findings, standingIn, historyOf };
}

function toldIn(app: App, language: Language): App {
  return { ...app, settings: { ...app.settings, plan: { ...app.settings.plan, language } } };
}

function once<Key, Value>(read: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? read(key);
    known.set(key, value);
    return value;
  };
}

function pageOf(app: App, indicators: readonly PageIndicator[], historyOf: HistoryOf): PageInput {
  const { plan, report } = app.settings;
  return {
    language: plan.language,
    municipality: plan.municipality.name,
    plan: {
      title: plan.title,
      horizonYear: plan.horizonYear,
      document: report.planDocument ?? null,
      since: plan.since ?? null,
    },
    contact: report.contact ?? null,
    madeAt: app.clock.now().toISOString(),
    version: readVersion(),
    checkedAt: lastCheckedAt(app),
    changes: readChanges(app, historyOf),
    indicators,
    wording: wordingOf(plan.language),
    files: null,
  };
}

type Described = Pick<
  PageIndicator,
  | 'definition'
  | 'title'
  | 'assessment'
  | 'sentence'
  | 'unit'
  | 'cause'
  | 'changed'
  | 'remarks'
  | 'annotations'
  | 'group'
  | 'licence'
>;

function describe(
  { store, settings }: App,
  { definition, assessment, remarks }: StandingAssessment,
  historyOf: HistoryOf,
): Described {
  const { language } = settings.plan;
  const { publication } = assessment.evidence;
  return {
    definition,
    title: titleIn(language, definition),
    assessment,
    // The section has the source in a place of its own.
    sentence: sentenceBesideSource(sayAssessment(assessment, language)),
    unit: unitOf(assessment, language),
    ...lastChange(historyOf(definition.id), language),
    remarks,
    annotations: annotationsOf(settings.annotations, definition.id, language),
    group: groupOf(settings, assessment, language),
    licence: publication === null ? null : (findPublicationRequest(store, publication.publicationId)?.licence ?? null),
  };
}

function groupOf(
  { geography }: App['settings'],
  { evidence }: StandingAssessment['assessment'],
  language: Language,
): PageIndicator['group'] {
  const used = evidence.peerGroup;
  if (used === null) return null;
  const known = geography.peerGroups.find(({ id }) => id === used.id);
  return { title: known === undefined ? used.title : titleIn(language, known), confirmed: used.confirmed };
}

/** When its source last answered and is to have new figures, or who hands them in. */
function comingOf(
  { store, settings, clock }: App,
  definition: IndicatorDefinition,
  series: IndicatorSeries,
): Pick<PageIndicator, 'checkedAt' | 'expected' | 'handedIn'> {
  const dataset = series.input?.dataset ?? definition.inputs[0]?.dataset;
  const kind = IMPORT_KINDS.find((one) => one === dataset);
  if (kind !== undefined) {
    const { survey, municipalEmissions } = settings.plan;
    const { title } = kind === 'survey' ? survey : municipalEmissions;
    return { checkedAt: null, expected: null, handedIn: { title, command: `naeringspuls import ${kind} FIL` } };
  }
  const entry = readCatalogue(store).find(({ datasetId }) => datasetId === dataset);
  return { checkedAt: entry?.checkedAt ?? null, expected: expectedFigures(series, clock.now()), handedIn: null };
}

/** As `readPages`, read when it is first asked for and once: for several that show the same moment. */
export function readPagesOnce(app: App, found: readonly AssessmentResult[] = []): () => Pages {
  let pages: Pages | null = null;
  return () => (pages ??= readPages(app, found));
}
