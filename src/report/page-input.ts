import type { Language } from '../model/language.ts';
import type { Assessment, Flag, SaidStatus, Status } from '../model/plan/assessment.ts';
import type { Figure, MissingReason } from '../model/data/figure.ts';
import type { ShownAnnotation } from '../model/plan/annotation.ts';
import type { Contact } from '../model/plan/settings.ts';
import type { IndicatorDefinition } from '../model/plan/indicator.ts';
import type { IndicatorSeries } from '../model/plan/indicator-series.ts';
import type { SeriesFacts } from '../model/plan/series-facts.ts';
import type { Coverage } from '../model/data/job.ts';
import type { ExpectedFigures } from '../model/plan/expected-figures.ts';

/** Everything the page is made of; the same input gives the same bytes. Instants are ISO 8601. */
export interface PageInput {
  readonly language: Language;
  readonly municipality: string;
  /** `document`: where the plan itself can be read. */
  readonly plan: {
    readonly title: string;
    readonly horizonYear: number;
    readonly document: string | null;
    /** The year the plan began; `null` where the settings do not say. */
    readonly since: number | null;
  };
  /** Whom a reader can ask. */
  readonly contact: Contact | null;
  readonly madeAt: string;
  /** Of the program that writes the page. */
  readonly version: string;
  /** When one of the sources last answered, whether or not it had anything new; `null` when none ever has. */
  readonly checkedAt: string | null;
  /** What has been said otherwise than before, newest first; never a first assessment. */
  readonly changes: readonly PageChange[];
  /** In the order of the plan. */
  readonly indicators: readonly PageIndicator[];
  readonly wording: Wording;
  /** Name of the page without its ending, which the files beside it begin with; `null` for a page without any. */
  readonly files: string | null;
}

/** One indicator: what is said of it, and the figures behind. */
export interface PageIndicator {
  readonly definition: IndicatorDefinition;
  readonly title: string;
  /** What is said now, as in `status --json`. */
  readonly assessment: Assessment;
  /** What is said of it, without the source, which is shown by itself. */
  readonly sentence: string;
  /** Unit of its value; `null` when there is no source. */
  readonly unit: string | null;
  /** Why that differs from what was said before, in words; `null` when it has not been recorded. */
  readonly cause: string | null;
  /** When the status last became another, and what it was before; `null` while it has been the same all the time. */
  readonly changed: { readonly at: string; readonly before: SaidStatus } | null;
  /** When its source last answered; `null` for a file that is handed in. */
  readonly checkedAt: string | null;
  /** When figures of the next period are to be expected; `null` where nobody can tell. */
  readonly expected: ExpectedFigures | null;
  /** The file that the municipality hands in, and the command that takes it in; `null` for what is fetched. */
  readonly handedIn: { readonly title: string; readonly command: string } | null;
  /** What else must be said, in sentences. */
  readonly remarks: readonly string[];
  /** What the municipality wants known beside the figures of a period. */
  readonly annotations: readonly ShownAnnotation[];
  readonly series: IndicatorSeries;
  /** What the series is drawn with besides its figures. */
  readonly facts: SeriesFacts;
  /** Whom it is compared with. */
  readonly group: { readonly title: string; readonly confirmed: boolean } | null;
  /** Only for an index over groups: the own figure of each group in the two periods compared. */
  readonly mix: Mix | null;
  /** What today's rules say of every period there are figures for, oldest first. */
  readonly past: readonly PastAssessment[];
  readonly revisions: Revisions | null;
  readonly licence: string | null;
}

export interface PastAssessment {
  /** Period key. */
  readonly period: number;
  readonly status: Status;
  readonly said: SaidStatus;
  /** One for each part of a compound rule, one for any other; none where the rule could not speak. */
  readonly parts: readonly Status[];
}

export interface Mix {
  /** Period keys. */
  readonly period: number;
  readonly previousPeriod: number | null;
  readonly groups: readonly { readonly label: string; readonly now: Figure; readonly before: Figure }[];
}

/** What the last correction by the source changed. */
export interface Revisions {
  /** When the source published it. */
  readonly publishedAt: string;
  /** Own values that are no longer what they were. */
  readonly values: readonly RevisedValue[];
  /** Own published figures that the values are calculated from; none where the value is the published figure itself. */
  readonly levels: readonly RevisedValue[];
  /** Names of the peers with figures that are no longer what they were. */
  readonly peers: readonly string[];
}

/** A figure of a period that is another than it was. */
export interface RevisedValue {
  readonly period: number;
  readonly before: number | null;
  readonly after: number | null;
}

/** An assessment that differs from the one before it in status or in place. */
export interface PageChange {
  readonly indicatorId: string;
  readonly title: string;
  readonly at: string;
  readonly before: SaidStatus;
  readonly after: SaidStatus;
  /** In words, without a full stop. */
  readonly cause: string;
}

/** How things are put in the language of the page, the same as everywhere else. */
export interface Wording {
  number(value: number, decimals: number): string;
  /** Decimals a change is shown with, so that a reader sees what the rule saw. */
  changeDecimals(change: number, tolerance: number, decimals: number): number;
  amount(number: string, unit: string): string;
  period(periodKey: number): string;
  status(status: SaidStatus): string;
  flag(flag: Flag): string;
  missing(reason: MissingReason): string;
  place(coverage: Coverage, municipality: string): string;
  proxy(coverage: Coverage, municipality: string): string;
  counties(names: readonly string[], confirmed: boolean): string;
  /** An index of which only the bounds are known. */
  between(low: string, high: string): string;
  lastKnown(status: string, period: string, value: string | null): string;
  /** A gap with its side; `amount` is written without a sign. */
  gap(amount: string, sign: number): string;
  readonly percent: string;
  readonly percentagePoints: string;
}
