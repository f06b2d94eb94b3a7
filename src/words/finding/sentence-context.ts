import { formIn, type Language } from '../../model/language.ts';
import type { Assessment, Evidence, Flag, RuleVerdict } from '../../model/plan/assessment.ts';
import type { FindingFacts } from '../../model/plan/finding.ts';
import { levelOf } from '../../model/data/place.ts';
import { parseTimePeriod } from '../../model/time-period.ts';
import type { MeasuredFacts, VerdictFacts } from '../comparison/comparison.ts';
import { numberText } from '../number-text.ts';
import type { Texts } from './texts.ts';
import { toldInMillions } from './told-in-millions.ts';
import { textsOf } from './texts-of.ts';
import { differenceUnit, kindOf, publishedDecimals, valueText } from './value-words.ts';

/** What was found: flags, evidence, and the facts that sentences need beside them. */
export interface Finding {
  readonly flags: readonly Flag[];
  readonly evidence: Evidence;
  readonly facts: FindingFacts;
}

/** The finding of an assessment; `null` where an earlier version stored it without. */
export function findingOf({ flags, evidence }: Pick<Assessment, 'flags' | 'evidence'>): Finding | null {
  return evidence.finding === null ? null : { flags, evidence, facts: evidence.finding };
}

/** What every part of a sentence is written from. */
export interface SentenceContext {
  readonly texts: Texts;
  readonly language: Language;
  readonly evidence: Evidence;
  readonly facts: FindingFacts;
  readonly unit: string;
  /** The unit as it is said of the latest figure: «prosent med høyere utdanning». */
  readonly unitOfFigure: string;
  /** The fewest that numbers are told with. */
  readonly decimals: number;
  /** Is it said of one requirement of several? */
  readonly isPart: boolean;
  /** The latest value with its period, as text; `null` when there is none. */
  readonly known: MeasuredFacts | null;
  /** The bounds of an index, as text; `null` where it is known, or they are not. */
  readonly range: string | null;
}

/** Sets up what sentences about a finding are written from, in a language. */
export function contextOf(found: Finding, language: Language): SentenceContext {
  const texts = textsOf(language);
  const { evidence, facts } = toldInMillions(found, language);
  const decimals = publishedDecimals({ evidence, facts });
  const published = facts.unit === null ? '' : formIn(language, facts.unit);
  const unit = facts.measure === 'gap' ? differenceUnit(texts, published) : published;
  const kind = kindOf({ facts, unit });
  const unitOfFigure = (kind === 'figure' ? facts.unitInWords?.[language] : undefined) ?? unit;
  const known = facts.known && {
    kind,
    value: valueText(
      { texts, facts, sole: soleText({ texts, evidence, facts }) },
      facts.known.value,
      decimals,
      unitOfFigure,
    ),
    period: periodText(texts, facts.known.period),
  };
  const { bounds } = evidence;
  const range =
    bounds &&
    texts.between(numberText(bounds[0], decimals, texts), texts.amount(numberText(bounds[1], decimals, texts), unit));
  return { texts, language, evidence, facts, unit, unitOfFigure, decimals, isPart: false, known, range };
}

/** A number with its unit. */
export function amountText({ texts }: SentenceContext, value: number, decimals: number, unit: string): string {
  return texts.amount(numberText(value, decimals, texts), unit);
}

/** Unit of a difference: percentages differ by percentage points. */
export function changeUnit({ texts, unit }: SentenceContext): string {
  return differenceUnit(texts, unit);
}

/** The code of a period in words; as it is where it cannot be read, and empty for none. */
export function periodText(texts: Texts, code: string | null): string {
  const period = code === null ? null : parseTimePeriod(code);
  return period === null ? (code ?? '') : texts.period(period);
}

/** The place the figures are about: never the municipality's name for figures of its county or of the country. */
export function placeText({ texts, evidence, facts }: SentenceContext): string {
  return texts.place(evidence.publication?.coverage ?? 'municipality', facts.municipality);
}

/** A single place that the own one is set beside, by its code; on counties every other is one, and needs no word for it. */
export function otherPlace({ texts, evidence, facts }: SentenceContext, id: string, name: string): string {
  const level = levelOf(id);
  if (level === 'country') return texts.place('national', facts.municipality);
  return level === 'county' && evidence.publication?.coverage === 'municipality' ? texts.counties([name], true) : name;
}

/** The peer group, with the word for a proposal until it is confirmed; on counties these by name, as no region is compared. */
export function groupText({ texts, language, evidence, facts: { group } }: SentenceContext): string {
  if (group === null) return '';
  if (evidence.publication?.coverage === 'county') return texts.counties(group.regions, group.confirmed);
  return texts.group(formIn(language, group.title), group.confirmed);
}

/** The only place of a peer group, by its name; `null` for a group of several, and for none. */
export function soleText({
  texts,
  evidence,
  facts: { group },
}: Pick<SentenceContext, 'texts' | 'evidence' | 'facts'>): string | null {
  const [name, ...others] = group?.regions ?? [];
  if (name === undefined || others.length > 0) return null;
  return evidence.publication?.coverage === 'county' ? texts.counties([name], true) : name;
}

/** Whom the own place is set beside: the only place of its group, or the group. */
export function comparedText(context: SentenceContext): string {
  const sole = soleText(context);
  if (sole === null) return groupText(context);
  return context.facts.group?.confirmed === true ? sole : context.texts.proposed(sole);
}

/** The peer group by its name alone; on counties these by name. */
export function nameOfGroup({ texts, language, evidence, facts: { group } }: SentenceContext): string {
  if (group === null) return '';
  if (evidence.publication?.coverage === 'county') return texts.counties(group.regions, true);
  const title = formIn(language, group.title);
  return group.confirmed ? texts.group(title, true) : texts.groupName(title);
}

/** What the sentences about a verdict close with: of the ambition, or of one requirement. */
export function verdictFacts({ isPart }: SentenceContext, { status }: RuleVerdict): VerdictFacts {
  return { status, isPart };
}
