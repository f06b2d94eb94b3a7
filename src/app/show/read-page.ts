import type { PageIndicator, PageInput, Wording } from '../../report/page-input.ts';
import { expectedFigures } from '../../model/plan/expected-figures.ts';
import { IMPORT_KINDS } from '../files/import-kinds.ts';
import { factsOfSeries } from '../../status/shown/series-facts.ts';
import { annotationsOf } from '../../model/plan/annotation.ts';
import { titleIn } from '../../model/language.ts';
import { sayAssessment, sentenceBesideSource, unitOf } from '../../words/finding/say-finding.ts';
import { textsOf } from '../../words/finding/texts-of.ts';
import { numberText, tellingDecimals } from '../../words/number-text.ts';
import { flagText, statusText } from '../../words/finding/status-text.ts';
import type { Language } from '../../model/language.ts';
import { periodFromKey } from '../../model/time-period.ts';
import { readHistory } from '../../store/assess/assessments.ts';
import { readCatalogue } from '../../store/intake/catalogue.ts';
import { findPublicationRequest } from '../../store/intake/publication-request.ts';
import type { FindDataset } from '../assess/assess.ts';
import type { App } from '../open-app.ts';
import { readVersion } from '../version.ts';
import { asPast, assessPeriods, type PeriodFinding, readMix, readRevisions } from './page-figures.ts';
import { lastChange, lastCheckedAt, readChanges } from './page-history.ts';
import { readStanding, type StandingAssessment } from './read-status.ts';
import { currentDatasets, assessAll } from '../assess/assess-all.ts';

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
}

/** As `readPage`, for several languages: what is found is looked up once. */
export function readPages(app: App): Pages {
  const findDataset = currentDatasets(app);
  const results = assessAll(app, findDataset);
  const findings = new Map(results.map((result) => [result.rules.definition.id, assessPeriods(result)]));
  const figures = new Map(
    results.map((result) => {
      const { id } = result.rules.definition;
      return [id, figuresOf(app, result, { findDataset, past: asPast(findings.get(id) ?? []) })];
    }),
  );
  const inLanguage = (language: Language, files: string | null = null): PageInput => {
    const told: App = { ...app, settings: { ...app.settings, plan: { ...app.settings.plan, language } } };
    const indicators = readStanding(told).map((standing) => {
      const found = figures.get(standing.definition.id);
      if (found === undefined) throw new Error(`indicator ${standing.definition.id} has no rules`);
      return { ...describe(told, standing), ...found };
    });
    return pageOf(told, indicators, files);
  };
  return { inLanguage, findings };
}

function pageOf(app: App, indicators: readonly PageIndicator[], files: string | null): PageInput {
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
    changes: readChanges(app),
    indicators,
    wording: wordingOf(plan.language),
    files,
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

function describe({ store, settings }: App, { definition, assessment, remarks }: StandingAssessment): Described {
  const { language } = settings.plan;
  const { publication } = assessment.evidence;
  return {
    definition,
    title: titleIn(language, definition),
    assessment,
    // The section has the source in a place of its own.
    sentence: sentenceBesideSource(sayAssessment(assessment, language)),
    unit: unitOf(assessment, language),
    ...lastChange(readHistory(store, definition.id), language),
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

function figuresOf(
  app: App,
  result: ReturnType<typeof assessAll>[number],
  { findDataset, past }: { readonly findDataset: FindDataset; readonly past: PageIndicator['past'] },
) {
  return {
    series: result.series,
    ...comingOf(app, result),
    facts: factsOfSeries(result.rules.definition, result.series, result.rules.breaks),
    past,
    mix: readMix(result, findDataset),
    revisions: readRevisions(app.store, result, findDataset),
  };
}

/** When its source last answered and is to have new figures, or who hands them in. */
function comingOf(
  { store, settings, clock }: App,
  { series, rules }: ReturnType<typeof assessAll>[number],
): Pick<PageIndicator, 'checkedAt' | 'expected' | 'handedIn'> {
  const dataset = series.input?.dataset ?? rules.definition.inputs[0]?.dataset;
  const kind = IMPORT_KINDS.find((one) => one === dataset);
  if (kind !== undefined) {
    const { survey, municipalEmissions } = settings.plan;
    const { title } = kind === 'survey' ? survey : municipalEmissions;
    return { checkedAt: null, expected: null, handedIn: { title, command: `naeringspuls import ${kind} FIL` } };
  }
  const entry = readCatalogue(store).find(({ datasetId }) => datasetId === dataset);
  return { checkedAt: entry?.checkedAt ?? null, expected: expectedFigures(series, clock.now()), handedIn: null };
}

/** The words and numbers of sentences, for the page. */
export function wordingOf(language: Language): Wording {
  const texts = textsOf(language);
  return {
    number: (value, decimals) => numberText(value, decimals, texts),
    changeDecimals: tellingDecimals,
    amount: (number, unit) => texts.amount(number, unit),
    period: (period) => texts.period(periodFromKey(period)),
    status: (status) => statusText(status, language),
    flag: (flag) => flagText(flag, language),
    missing: (reason) => texts.missing[reason],
    place: (coverage, municipality) => texts.place(coverage, municipality),
    proxy: (coverage, municipality) => texts.proxy(coverage, municipality),
    counties: (names, confirmed) => texts.counties(names, confirmed),
    between: (low, high) => texts.between(low, high),
    lastKnown: (status, period, value) => texts.lastKnown(status, period, value),
    gap: (amount, sign) => texts.gap(amount, sign),
    percent: texts.percent,
    percentagePoints: texts.percentagePoints,
  };
}

/** As `readPages`, read when it is first asked for and once: for several that show the same moment. */
export function readPagesOnce(app: App): () => Pages {
  let pages: Pages | null = null;
  return () => (pages ??= readPages(app));
}
