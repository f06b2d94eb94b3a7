import { PipelineError } from '../../model/errors.ts';
import type { LeftOut } from '../../model/data/category.ts';
import {
  type AfterSwitch,
  type Denominator,
  type IndicatorDefinition,
  type IndicatorInput,
  MEASURES,
  type SeriesTerm,
  type Step,
  type TermSelection,
} from '../../model/plan/indicator.ts';
import type { CodeValidity, Geography, PeerGroup, PeerRegion, Place } from '../../model/data/place.ts';
import { LANGUAGES } from '../../model/language.ts';
import { SUFFIXES, type Worded, type WordedKey, wordedKeys } from '../../model/plan/worded.ts';
import { isRule } from '../../model/plan/rule-shape.ts';
import type { DeclaredBreak } from '../../model/plan/settings.ts';
import type { SurveyRange } from '../../model/data/survey.ts';
import {
  type Guard,
  hasShape,
  isEither,
  isExactly,
  isListOf,
  isNumber,
  isObject,
  isOneOf,
  isRecordOf,
  isText,
  isTruth,
  orNothing,
  orNull,
  type Shape,
} from '../../model/shape.ts';
import type { RuleVersion } from '../../store/assess/rule-versions.ts';
import { RULES_FORM, type RulesInForce } from './rules-in-force.ts';

/** Stored rules had no form at first. */
const FIRST_FORM = 1;

/**
 * The rules of a stored version, of this form or an earlier one, in the words of this program. Throws `store-migration` for
 * what it cannot read, naming the indicator and when its rule was recorded.
 */
export function readRules(version: RuleVersion): RulesInForce {
  const rules = findRules(version);
  if (rules !== null) return rules;
  const { definition, indicatorId, recordedAt } = version;
  const form = formOf(definition);
  const isNewer = isNumber(form) && form > RULES_FORM;
  const message = `The rule of ${indicatorId} that was recorded at ${recordedAt} is written in a way that this version of the program does not read.`;
  throw new PipelineError('store-migration', message, {
    hint: isNewer
      ? 'It was written by a newer version of the program: install that version, or restore a backup from before it.'
      : 'What is said now does not rest on it; what was said on that day can be read with `naeringspuls history`.',
    context: { indicator: indicatorId, form: JSON.stringify(form) },
  });
}

/** As `readRules`, or `null` for what it cannot read. */
export function findRules({ definition }: RuleVersion): RulesInForce | null {
  const isFirst = formOf(definition) === FIRST_FORM && isObject(definition);
  // The first form did not keep the fingerprints of its parts.
  const lacking = { form: RULES_FORM, peersFingerprint: null, ruleFingerprint: '' };
  const rules: unknown = isFirst ? { ...definition, ...lacking } : definition;
  return isRules(rules) ? rules : null;
}

function formOf(definition: unknown): unknown {
  return isObject(definition) ? (definition['form'] ?? FIRST_FORM) : null;
}

/** Texts that may be there in each language, and in rules of earlier versions never are. */
function textsOf<Key extends string>(...keys: readonly Key[]): Shape<Worded<Key>> {
  const names = keys.flatMap((key): readonly WordedKey<Key>[] => wordedKeys(key, SUFFIXES));
  return Object.fromEntries(names.map((name) => [name, orNothing(isText)])) as Shape<Worded<Key>>;
}

const isSelection: Guard<TermSelection> = isEither(isListOf(isText), hasShape({ not: isListOf(isText) }));
const isTerm: Guard<SeriesTerm> = isRecordOf(isSelection);

const isLeftOut: Guard<LeftOut> = isEither(isListOf(isText), isExactly('all-others'));

const isWhole = hasShape<NonNullable<IndicatorInput['whole']>>({ total: isText, unspecified: orNothing(isText) });

const isAfterSwitch = hasShape<AfterSwitch>({
  ...{ terms: isListOf(isTerm), over: orNothing(isText), whole: orNothing(isWhole) },
  leftOut: orNothing(isRecordOf(isLeftOut)),
});

const isInput = hasShape<IndicatorInput>({
  ...{ dataset: isText, terms: isListOf(isTerm), over: orNothing(isText), proxy: isTruth },
  leftOut: orNothing(isRecordOf(isLeftOut)),
  whole: orNothing(isWhole),
  afterSwitch: orNothing(isAfterSwitch),
  per: orNothing(hasShape<Denominator>({ dataset: isText, terms: isListOf(isTerm), times: isNumber })),
  ...textsOf('unit', 'unitInWords', 'meaning'),
  ...{ secondTable: orNothing(isText), unit: isText, unitEn: isText, decimals: isNumber },
});

const isStep: Guard<Step> = isEither(
  hasShape({ unit: isOneOf(['year', 'half-year', 'quarter', 'month', 'week']), count: isNumber }),
  hasShape({ unit: isExactly('previous-period') }),
);

const isDefinition = hasShape<IndicatorDefinition>({
  ...textsOf('title', 'shortTitle', 'meaning', 'notMeasured'),
  ...{ id: isText, position: isNumber, title: isText, titleEn: isText, goal: isText, subgoal: isText },
  ...{ ambition: isText, measurement: isText, inputs: isListOf(isInput), step: isStep, rule: isRule },
  measure: isOneOf(MEASURES),
  ...{ peers: orNothing(isText), requiredPeers: orNothing(isNumber) },
  references: isListOf(isText),
});

const isCode = hasShape<CodeValidity>({
  ...{ code: isText, fromYear: orNothing(isNumber), toYear: orNothing(isNumber), name: orNothing(isText) },
});

const isPlace = hasShape<Place>({
  ...{ code: isText, name: isText, level: isOneOf(['municipality', 'county']), county: orNothing(isText) },
  codes: isListOf(isCode),
});

const isRegion = hasShape<PeerRegion>({ id: isText, name: isText, members: isListOf(isText) });

const isGroup = hasShape<PeerGroup>({
  ...{ id: isText, title: isText, titleNn: orNothing(isText), titleEn: isText, confirmed: isTruth },
  regions: isListOf(isRegion),
});

const isGeography = hasShape<Geography>({
  ...{ own: isText, municipalities: isListOf(isPlace), counties: isListOf(isPlace), peerGroups: isListOf(isGroup) },
});

const isRange: Guard<SurveyRange> = (value): value is SurveyRange => isListOf(isNumber)(value) && value.length === 2;

const isRules = hasShape<RulesInForce>({
  form: isExactly(RULES_FORM),
  definition: isDefinition,
  geography: isGeography,
  breaks: isListOf(hasShape<DeclaredBreak>({ dataset: isText, period: isText, reason: isText, reference: isText })),
  allowedAgeDays: isRecordOf(isNumber),
  municipality: hasShape({ code: isText, name: isText }),
  language: isOneOf(LANGUAGES),
  surveyRange: orNothing(isRange),
  ...{ fingerprint: isText, peersFingerprint: orNull(isText), ruleFingerprint: isText },
});
