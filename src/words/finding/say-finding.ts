import { formIn } from '../../model/language.ts';
import type { Language } from '../../model/language.ts';
import type { Assessment, WordsOfTheDay } from '../../model/plan/assessment.ts';
import { remarkText } from '../remark/remark-text.ts';
import { guardSentence } from './guard-sentence.ts';
import { ruleSentence } from './rule-sentence.ts';
import { contextOf, type Finding, findingOf, periodText, type SentenceContext, soleText } from './sentence-context.ts';
import { valueText } from './value-words.ts';

/** What is said of an assessment, by what each sentence is about; `null` where there is nothing to say of it. */
export interface Said {
  /** The verdict with its numbers, or why there is none. */
  readonly finding: string;
  /** What was last known, where the latest period cannot be judged. */
  readonly lastKnown: string | null;
  readonly secondTable: string | null;
  /** For which place it was measured, where that is not the municipality. */
  readonly proxy: string | null;
  readonly source: string | null;
  /** The source of what a ratio is divided by. */
  readonly dividedBy: string | null;
}

/** An assessment, with what was said of it the day it was made where it is stored. */
export type SpeakableAssessment = Assessment & Partial<WordsOfTheDay>;

/** As much of it as sentences are made of. */
type Speakable = Pick<SpeakableAssessment, 'flags' | 'evidence' | keyof WordsOfTheDay>;

/**
 * What is said of an assessment in a language. One that an earlier version stored without its finding keeps the words of
 * the day it was made, whatever the language: nothing else can be said of it.
 */
export function sayAssessment(assessment: Speakable, language: Language): Said {
  const finding = findingOf(assessment);
  if (finding !== null) return sayFinding(finding, language);
  const said = assessment.sentence ?? '';
  return { finding: said, lastKnown: null, secondTable: null, proxy: null, source: null, dividedBy: null };
}

/** All that is said, as one text. */
export function wholeSentence({ finding, lastKnown, secondTable, proxy, source, dividedBy }: Said): string {
  return joined([finding, lastKnown, secondTable, proxy, source, dividedBy]);
}

/** All that is said of an assessment in a language, as one text. */
export function sentenceOf(assessment: Speakable, language: Language): string {
  return wholeSentence(sayAssessment(assessment, language));
}

/** What is said where the source is shown beside it. */
export function sentenceBesideSource({ finding, lastKnown, secondTable, proxy, dividedBy }: Said): string {
  return joined([finding, lastKnown, secondTable, proxy, dividedBy]);
}

/** Sentence, unit and remarks of an assessment in a language, as they are stored with it and shown on its own. */
export function wordsOf(assessment: Speakable, language: Language): WordsOfTheDay {
  const finding = findingOf(assessment);
  const sentence = sentenceOf(assessment, language);
  if (finding === null) return { sentence, unit: assessment.unit ?? null, remarks: assessment.remarks ?? [] };
  const { facts } = finding;
  const remarks = facts.remarks.map((remark) => remarkText(remark, facts, language));
  return { sentence, unit: unitOf(assessment, language), remarks };
}

/** The unit of the value in a language; `null` when there is no source. */
export function unitOf(assessment: Speakable, language: Language): string | null {
  const finding = findingOf(assessment);
  if (finding === null) return assessment.unit ?? null;
  return finding.facts.unit && formIn(language, finding.facts.unit);
}

function sayFinding({ flags, evidence, facts }: Finding, language: Language): Said {
  const context = contextOf({ flags, evidence, facts }, language);
  const { texts } = context;
  const { publication, verdict, reason } = context.evidence;
  return {
    finding:
      verdict === null ? guardSentence(context, reason ?? { guard: 'no-value' }) : ruleSentence(context, verdict),
    lastKnown: verdict === null ? lastKnown(context) : null,
    secondTable:
      publication !== null && evidence.fromSecondTable
        ? texts.secondTable(publication.table ?? publication.title)
        : null,
    proxy:
      publication !== null && flags.includes('proxy') ? texts.proxy(publication.coverage, facts.municipality) : null,
    source: publication && texts.source(publication.source, publication.table, flags.includes('corrected')),
    dividedBy: publication && facts.dividedBy && texts.dividedBy(facts.dividedBy.source, facts.dividedBy.table),
  };
}

/** What was last judged, else what was last measured, where that is another period than the latest. */
function lastKnown(context: SentenceContext): string | null {
  const { texts, evidence, decimals, unit, known } = context;
  const { lastKnown: judged } = evidence;
  if (judged === null) {
    const isOlder = known !== null && context.facts.known?.period !== evidence.latestPeriod;
    return isOlder && !saysKnown(evidence) ? texts.lastMeasured(known.value, known.period) : null;
  }
  const value =
    judged.value === null ? null : valueText({ ...context, sole: soleText(context) }, judged.value, decimals, unit);
  return texts.lastKnown(texts.statuses[judged.said ?? judged.status], periodText(texts, judged.period), value);
}

/** Guards that tell the only value there is themselves. */
function saysKnown({ reason }: SentenceContext['evidence']): boolean {
  return reason?.guard === 'only-one-period';
}

function joined(sentences: readonly (string | null)[]): string {
  return sentences.filter((sentence) => sentence !== null).join(' ');
}
