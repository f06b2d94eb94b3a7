import { createHash } from 'node:crypto';
import type { Language } from '../../model/language.ts';
import { type IndicatorDefinition, usedDatasets } from '../../model/plan/indicator.ts';
import type { Geography } from '../../model/data/place.ts';
import type { DeclaredBreak, Settings } from '../../model/plan/settings.ts';
import { SURVEY, type SurveyRange } from '../../model/data/survey.ts';
import { declaresNothing } from '../../model/data/symbol-meaning.ts';
import { canonicalJson, definitionText, peersText } from '../../status/definition-text.ts';

/** Which shape rules have as JSON; `readRules` reads the earlier ones. */
export const RULES_FORM = 2;

/**
 * Everything besides figures that a verdict rests on. It is stored whole with each rule version, so that a past day can
 * be judged by the rules of that day.
 */
export interface RulesInForce {
  readonly form: typeof RULES_FORM;
  readonly definition: IndicatorDefinition;
  readonly geography: Geography;
  readonly breaks: readonly DeclaredBreak[];
  /** Dataset → days after its newest publication until it is stale; datasets without a limit are left out. */
  readonly allowedAgeDays: Readonly<Record<string, number>>;
  readonly municipality: { readonly code: string; readonly name: string };
  readonly language: Language;
  /** Lowest and highest value of an index of the survey; only for indicators on it, and 0 to 100 when left out. */
  readonly surveyRange?: SurveyRange;
  /** SHA-256 of what can move the verdict; wording is not part of it. */
  readonly fingerprint: string;
  /** SHA-256 of who is compared with; `null` for nobody. */
  readonly peersFingerprint: string | null;
  /** SHA-256 of everything else. */
  readonly ruleFingerprint: string;
}

/** The rules of every indicator as the settings have them now, in the order of the plan. */
export function currentRules(settings: Settings): readonly RulesInForce[] {
  const ages = allowedAges(settings);
  const { range } = settings.plan.survey;
  return settings.indicators.map((definition) => {
    const used = usedDatasets(definition);
    const breaks = settings.breaks.filter((declared) => used.includes(declared.dataset));
    const geography = {
      ...settings.geography,
      peerGroups: settings.geography.peerGroups.filter((group) => group.id === definition.peers),
    };
    return {
      form: RULES_FORM,
      definition,
      geography,
      breaks,
      allowedAgeDays: Object.fromEntries([...ages].filter(([id]) => used.includes(id))),
      municipality: settings.plan.municipality,
      language: settings.plan.language,
      ...(used.includes(SURVEY.dataset) && range !== undefined ? { surveyRange: range } : {}),
      ...fingerprintsOf(definition, geography, `${symbolsRead(settings, used)}${questionsSet(settings, used)}`),
    };
  });
}

/** Dataset → days its newest publication may be old; files handed in that have no limit are left out. */
export function allowedAges({ jobs, plan }: Settings): ReadonlyMap<string, number> {
  const fetched = jobs.flatMap(({ datasets }) => datasets.map((d) => [d.id, d.allowedAgeDays] as const));
  const files = { survey: plan.survey, 'municipal-emissions': plan.municipalEmissions };
  const handedIn = Object.entries(files).flatMap(([id, { allowedAgeDays }]) =>
    allowedAgeDays === undefined ? [] : [[id, allowedAgeDays] as const],
  );
  return new Map([...fetched, ...handedIn]);
}

/** What the settings say of symbols in the tables that some datasets come from; empty where they say nothing. */
function symbolsRead({ jobs, symbols }: Settings, used: readonly string[]): string {
  const fetched = jobs.flatMap(({ datasets }) => datasets).filter(({ id }) => used.includes(id));
  if (fetched.length === 0 || declaresNothing(symbols)) return '';
  const tables = fetched.flatMap(({ table, earlier = [] }) => [table, ...earlier.map((one) => one.table)]);
  // A table that is found by search may be any.
  const isRead = (number: string) => tables.some((table) => typeof table !== 'string' || table === number);
  const ofTables = Object.entries(symbols.tables).filter(([number]) => isRead(number));
  const read = { symbols: symbols.symbols, tables: Object.fromEntries(ofTables) };
  return declaresNothing(read) ? '' : canonicalJson(read);
}

/** What `datasets.yaml` asks of some datasets in place of what the program comes with; empty where it says nothing. */
function questionsSet({ jobs }: Settings, used: readonly string[]): string {
  const set = jobs
    .flatMap(({ datasets }) => datasets)
    .filter(({ id, fromSettings = [] }) => used.includes(id) && fromSettings.some(isOfQuestion))
    .map(({ earlier = [], ...own }) => earlier[0] ?? own)
    .map(({ id, contents, alternatives }) => ({ id, contents, alternatives }));
  return set.length === 0 ? '' : canonicalJson(set);
}

/** A table under another number says the same, in its own years; other codes are another question. */
function isOfQuestion(field: string): boolean {
  return ['contents', 'select', 'alternatives'].includes(field);
}

function fingerprintsOf(
  definition: IndicatorDefinition,
  geography: Geography,
  asked: string,
): Pick<RulesInForce, 'fingerprint' | 'peersFingerprint' | 'ruleFingerprint'> {
  const peers = peersText(definition, geography);
  // The line feed has been part of it since the first version, when breaks declared in the settings followed.
  const fingerprint = digestOf(`${definitionText(definition, geography)}\n${asked}`);
  return {
    fingerprint,
    peersFingerprint: peers === null ? null : digestOf(peers),
    ruleFingerprint: digestOf(`${definitionText(definition, { ...geography, peerGroups: [] })}${asked}`),
  };
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
