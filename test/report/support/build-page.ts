import { createHash } from 'node:crypto';
import { asPast, assessPeriods, readMix } from '../../../src/app/show/page-figures.ts';
import { wordingOf } from '../../../src/app/show/read-page.ts';
import { type RulesInForce, RULES_FORM } from '../../../src/app/assess/rules-in-force.ts';
import { computeIndicator } from '../../../src/compute/compute-indicator.ts';
import type { StoredDataset } from '../../../src/model/data/dataset.ts';
import type { IndicatorDefinition } from '../../../src/model/plan/indicator.ts';
import type { PeerGroup } from '../../../src/model/data/place.ts';
import type { DeclaredBreak } from '../../../src/model/plan/settings.ts';
import { renderPage } from '../../../src/report/page.ts';
import type { PageIndicator, PageInput } from '../../../src/report/page-input.ts';
import { assessIndicator } from '../../../src/status/assess-indicator.ts';
import { factsOfSeries } from '../../../src/status/shown/series-facts.ts';
import { sayAssessment, sentenceBesideSource, wordsOf } from '../../../src/words/finding/say-finding.ts';
import { buildDataset, buildDefinition, buildGeography, type Cell, OWN, regionSeries } from '../../support/builders.ts';

interface Figures {
  readonly definition?: Partial<IndicatorDefinition>;
  /** Own figures by year; none when left out. */
  readonly own?: Record<string, Cell>;
  /** Figures of peers by municipality and year. */
  readonly peers?: Record<string, Record<string, Cell>>;
  readonly group?: PeerGroup;
  readonly dataset?: StoredDataset;
  readonly language?: 'nb' | 'en';
  /** Declared breaks of the dataset. */
  readonly breaks?: readonly DeclaredBreak[];
}

/** An indicator as the page is handed it, worked out from figures by the real rules. */
export function buildIndicator(figures: Figures = {}, fields: Partial<PageIndicator> = {}): PageIndicator {
  const { own, peers = {}, group, language = 'nb', breaks = [] } = figures;
  const definition = buildDefinition(figures.definition);
  const geography = buildGeography(group);
  const dataset = figures.dataset ?? (own === undefined ? null : buildDataset(regionSeries({ [OWN]: own, ...peers })));
  const datasets = new Map(dataset === null ? [] : [['figures', dataset] as const]);
  const series = computeIndicator(definition, datasets, geography);
  const rules: RulesInForce = {
    form: RULES_FORM,
    ...{ definition, geography, breaks, allowedAgeDays: {}, language },
    ...{ fingerprint: 'f1', ruleFingerprint: 'f1', peersFingerprint: null },
    municipality: { code: OWN, name: 'Elvebyen' },
  };
  const question = { ...rules, series, stale: false, acceptances: [], before: null };
  const assessment = assessIndicator(question);
  const { unit, remarks } = wordsOf(assessment, language);
  return {
    definition,
    title: language === 'nb' ? definition.title : definition.titleEn,
    assessment,
    sentence: sentenceBesideSource(sayAssessment(assessment, language)),
    ...{ unit, remarks },
    annotations: [],
    cause: null,
    changed: null,
    checkedAt: null,
    expected: null,
    handedIn: null,
    series,
    facts: factsOfSeries(definition, series, breaks),
    group: group === undefined ? null : { title: group.title, confirmed: group.confirmed },
    mix: readMix({ rules, series, question }, () => dataset),
    past: asPast(assessPeriods({ question })),
    revisions: null,
    licence: 'CC BY 4.0',
    ...fields,
  };
}

export function buildInput(indicators: readonly PageIndicator[], language: 'nb' | 'en' = 'nb'): PageInput {
  return {
    language,
    municipality: 'Elvebyen',
    plan: { title: 'Planen', horizonYear: 2030, document: null, since: null },
    contact: null,
    madeAt: '2026-02-26T08:00:00.000Z',
    version: '2.3.4',
    checkedAt: '2026-02-26T07:09:00.000Z',
    changes: [],
    indicators,
    wording: wordingOf(language),
    files: null,
  };
}

export const hashText = (text: string) => createHash('sha256').update(text).digest('base64');

/** The page with these indicators; `files` is what the files beside it begin with. */
export function render(
  indicators: readonly PageIndicator[],
  language: 'nb' | 'en' = 'nb',
  files: string | null = null,
): string {
  return renderPage({ ...buildInput(indicators, language), files }, 'a-state', hashText);
}

/** What a reader reads: the page without its markup, with single spaces. */
export function textOf(page: string): string {
  return page
    .replace(/<style>[^]*?<\/style>/, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}
