import type { Cause, Status } from '../model/assessment.ts';
import { judgeNews, type News } from './judge-news.ts';

/** What is known of one status change. */
export interface AlertFacts {
  readonly idempotencyKey: string;
  readonly municipality: { readonly code: string; readonly name: string };
  readonly indicator: string;
  readonly title: string;
  /** `null` when the indicator had not been assessed before. */
  readonly from: Status | null;
  readonly to: Status;
  readonly period: string | null;
  readonly cause: Cause;
  /** Ends with a full stop. */
  readonly sentence: string;
  readonly assessedAt: string;
  /** The run that made the assessment. */
  readonly runId: number;
}

/** The words staff see for the codes among the facts. */
export interface AlertWords {
  readonly language: 'nb' | 'en';
  readonly from: string | null;
  readonly to: string;
  readonly cause: string;
}

/** What a channel sends: the facts, whether they are good news, and all of it as one text for people. */
export interface AlertMessage extends AlertFacts {
  readonly news: News;
  readonly text: string;
}

interface Parts {
  readonly title: string;
  readonly to: string;
  readonly sentence: string;
}

const TEXTS = {
  nb: {
    firstMeasurement: ({ title, to, sentence }: Parts) => `Første måling foreligger for «${title}»: ${to}. ${sentence}`,
    firstAssessment: ({ title, to, sentence }: Parts) => `«${title}» er vurdert for første gang: ${to}. ${sentence}`,
    changed: ({ title, to, sentence }: Parts, from: string, cause: string) =>
      `«${title}» er endret fra ${from} til ${to}. Årsak: ${cause}. ${sentence}`,
  },
  en: {
    firstMeasurement: ({ title, to, sentence }: Parts) =>
      `There is a first measurement of “${title}”: ${to}. ${sentence}`,
    firstAssessment: ({ title, to, sentence }: Parts) =>
      `“${title}” has been assessed for the first time: ${to}. ${sentence}`,
    changed: ({ title, to, sentence }: Parts, from: string, cause: string) =>
      `“${title}” has changed from ${from} to ${to}. Cause: ${cause}. ${sentence}`,
  },
} as const;

/** The message about one status change. The same facts and words give the same message, however often it is sent. */
export function composeMessage(facts: AlertFacts, words: AlertWords): AlertMessage {
  return { ...facts, news: judgeNews(facts.from, facts.to), text: textOf(facts, words) };
}

function textOf({ title, sentence, from, to }: AlertFacts, words: AlertWords): string {
  const texts = TEXTS[words.language];
  const parts = { title, to: words.to, sentence };
  const isFirst = from === null || from === 'not-measured';
  if (isFirst && to === 'ambition-not-set') return texts.firstMeasurement(parts);
  if (words.from === null) return texts.firstAssessment(parts);
  return texts.changed(parts, words.from, words.cause);
}
