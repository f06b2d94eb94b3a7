import {
  type AlertKind,
  type Audience,
  audienceOf,
  type IndicatorAlert,
  type OperationsAlert,
  type Tone,
} from '../model/plan/alert.ts';
import type { Language } from '../model/language.ts';
import type { Cause, Flag, SaidStatus, Status } from '../model/plan/assessment.ts';

/** What is known of one thing told about an indicator; `words` are what staff see for the codes. */
export interface StatusFacts {
  readonly kind: IndicatorAlert;
  /** Of this one thing; the message has a key of its own. */
  readonly idempotencyKey: string;
  readonly indicator: string;
  readonly title: string;
  /** `null` when the indicator had not been assessed before. */
  readonly from: Status | null;
  readonly to: Status;
  /** How the new status is said. */
  readonly said: SaidStatus;
  readonly period: string | null;
  readonly cause: Cause;
  /** All that is said, with its source. Ends with a full stop. */
  readonly sentence: string;
  readonly flags: readonly Flag[];
  /** `null` when nothing is measured. Instants are ISO 8601. */
  readonly source: { readonly name: string; readonly table: string | null; readonly publishedAt: string } | null;
  /** When the status took the value it has. */
  readonly since: string;
  readonly assessedAt: string;
  /** The run that made the assessment. */
  readonly runId: number;
  readonly words: {
    readonly from: string | null;
    readonly to: string;
    readonly period: string | null;
    readonly cause: string;
    /** What is said where the source stands on a line of its own. */
    readonly sentence: string;
    readonly flags: readonly string[];
    readonly source: string | null;
    /** The title where there is little room. */
    readonly shortTitle: string;
    /** The adopted wording; `null` for an indicator that has left the plan. */
    readonly ambition: string | null;
    /** What the number is, in one sentence; `null` where the settings do not say. */
    readonly meaning: string | null;
    /** Did the margin decide the verdict? */
    readonly byMargin: boolean;
    /** The month in which the figures of the next period are expected; `null` where nobody can tell. */
    readonly nextFigures: string | null;
  };
}

/** An indicator of the plan that a first overview lists beside what it tells. */
export interface ListedIndicator {
  readonly indicator: string;
  readonly title: string;
  readonly status: Status;
  readonly words: { readonly status: string };
}

/** What is known of trouble in the machinery, or of something that has happened in it. */
export interface TroubleFacts {
  readonly kind: OperationsAlert;
  readonly idempotencyKey: string;
  /** What it is about: `dataset:` and its id, `file:` and its kind, `service:` and a part of it, `settings:` or `work:` and a folder, `symbol:`, its table and itself, or `zero:` and its cell. */
  readonly subject: string;
  /** What it is about, as a person calls it. */
  readonly title: string;
  /** What has happened and where, for a subject; `null` where only the sentence was kept. */
  readonly happened: string | null;
  /** What is wrong, and what to do about it or that nothing is to be done. */
  readonly sentence: string;
  /** Titles of the statistics and of the indicators that it concerns. */
  readonly statistics: readonly string[];
  readonly indicators: readonly string[];
  readonly at: string;
}

/** One of the things a message tells, as a person reads it. */
export interface MessageItem {
  readonly title: string;
  /** Before → after, or what else has happened. */
  readonly headline: string;
  readonly tone: Tone;
  /** Good or bad news, in words; `null` for what is neither. */
  readonly news: string | null;
  /** `null` for one line of an overview. */
  readonly sentence: string | null;
  readonly details: readonly { readonly label: string; readonly text: string }[];
  /** Where more is to be read; `null` while the page has no address. */
  readonly link: { readonly text: string; readonly address: string } | null;
}

/** One message for one channel. Composed of the same facts it is the same, however often it is sent. */
export interface Message {
  readonly audience: Audience;
  /** A test says so in everything a person sees. */
  readonly isTest: boolean;
  readonly idempotencyKey: string;
  readonly municipality: { readonly code: string; readonly name: string };
  readonly language: Language;
  /** Of an e-mail: what has happened, and to what. */
  readonly subject: string;
  readonly greeting: string;
  readonly lead: string;
  /** Those of the facts first, in their order. */
  readonly items: readonly MessageItem[];
  /** The page; `null` while it has no address. */
  readonly link: { readonly text: string; readonly address: string } | null;
  readonly closing: string;
  readonly facts: readonly (StatusFacts | TroubleFacts)[];
}

/** Is it told of an indicator? */
export function isStatusFacts(facts: { readonly kind: AlertKind }): facts is StatusFacts {
  return audienceOf(facts.kind) === 'staff';
}
