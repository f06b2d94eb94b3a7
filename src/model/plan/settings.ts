import type { Language } from '../language.ts';
import type { Audience, UnsettledLimit } from './alert.ts';
import type { Annotation } from './annotation.ts';
import type { IndicatorDefinition } from './indicator.ts';
import type { DatasetDefinition, JobDefinition } from '../data/job.ts';
import type { Geography } from '../data/place.ts';
import type { SurveyRange } from '../data/survey.ts';
import type { DeclaredSymbols } from '../data/symbol-meaning.ts';

/** A known break: figures before `period` are not comparable with those from it on. */
export interface DeclaredBreak {
  readonly dataset: string;
  /** Period code of the first period after the break. */
  readonly period: string;
  readonly reason: string;
  readonly reference: string;
}

/** A figure the source is known to have wrong. It stops applying, loudly, once the source publishes another number. */
export interface Correction {
  readonly dataset: string;
  /** Dimension code → category code, time left out. */
  readonly series: Readonly<Record<string, string>>;
  readonly period: string;
  readonly published: number;
  readonly corrected: number;
  readonly reason: string;
  readonly reference: string;
}

/** A file the municipality submits: its name in texts, and who is responsible for it. */
export interface ImportedSource {
  readonly title: string;
  readonly licence: string;
  /** Days after the newest file until what rests on it is flagged `stale`; never, when left out. */
  readonly allowedAgeDays?: number;
}

/** The survey: a value outside the range is not an index. */
export interface SurveySource extends ImportedSource {
  /** Lowest and highest value; 0 and 100 when left out. */
  readonly range?: SurveyRange;
}

export interface Plan {
  /** Today's code and name of the municipality. */
  readonly municipality: { readonly code: string; readonly name: string };
  readonly title: string;
  readonly horizonYear: number;
  /** The year the plan began. */
  readonly since?: number;
  readonly language: Language;
  /** Every table is read whole at least so often, whatever the source says of news; 0 for never. */
  readonly readAllEveryDays: number;
  readonly survey: SurveySource;
  readonly municipalEmissions: ImportedSource;
}

/** The automatic backups, one a day. */
export interface BackupPlan {
  /** Read from the folder of the database. */
  readonly folder: string;
  /** How many are kept; none are made when 0. */
  readonly keepDaily: number;
  /** A second folder, which must be there, for a copy of each. */
  readonly also?: string | undefined;
}

/** Hours in which nothing is sent; `from` may be later than `to`, across midnight. Times as `17:00`. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
  readonly weekends: boolean;
}

/** A way to notify people. */
export type ChannelPlan = {
  readonly name: string;
  readonly audience: Audience;
  /** Only these indicators are notified; all when left out. */
  readonly indicators?: readonly string[];
  readonly quietHours?: QuietHours;
} & (
  | { readonly by: 'webhook'; readonly payload: 'json' | 'teams' | 'slack' }
  /** Not used while `to` is empty. */
  | { readonly by: 'email'; readonly from: string; readonly to: readonly string[] }
);

/** Who is notified of what, how and when. */
export interface AlertPlan {
  readonly language: Language;
  readonly greeting: string;
  readonly timeZone: string;
  /** Beside the log. */
  readonly channels: readonly ChannelPlan[];
  /** Who hears of trouble while no channel of operations is in use; `staff` when left out. */
  readonly withoutOperations: 'staff' | 'log';
  /** 0 for no reminders. */
  readonly reminders: { readonly everyDays: number };
  /** This many changes within so many days are notified as one notice. */
  readonly unsettled: UnsettledLimit;
}

/** Whom a reader can ask: by e-mail, by telephone, or both. */
export interface Contact {
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
}

/** The page for staff. */
export interface ReportPlan {
  /**
   * Where staff open it, without a fragment; an indicator is found at `#<id>` there. `null` while it has no address.
   */
  readonly address: string | null;
  /** Whom page and messages name for questions; `null` or left out for nobody. */
  readonly contact?: Contact | null;
  /** Where the plan itself can be read; `null` or left out while that is not known. */
  readonly planDocument?: string | null;
}

/** A dataset that is known and not fetched: no indicator takes figures from it, and it is not to be kept. */
export interface UnusedDataset {
  readonly job: string;
  readonly definition: DatasetDefinition;
}

/** Everything `config/` and `jobs/` say, checked and frozen. */
export interface Settings {
  readonly plan: Plan;
  readonly geography: Geography;
  /** In the order of the plan. */
  readonly indicators: readonly IndicatorDefinition[];
  readonly breaks: readonly DeclaredBreak[];
  readonly corrections: readonly Correction[];
  readonly annotations: readonly Annotation[];
  readonly symbols: DeclaredSymbols;
  /** What is fetched, and when: jobs with a dataset that is fetched, and those datasets of them. */
  readonly jobs: readonly JobDefinition[];
  readonly unused: readonly UnusedDataset[];
  readonly backup: BackupPlan;
  readonly alerts: AlertPlan;
  readonly report: ReportPlan;
}
