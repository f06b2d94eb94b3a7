import type { RunOutcome } from '../model/run.ts';

/** What is known of the service at one moment; instants are ISO 8601. */
export interface HealthFacts {
  readonly now: string;
  /** `problem`: why the database cannot be used, as a sentence. */
  readonly database: { readonly problem: string | null };
  /** What could not be written when it was last tried since its disk is full. */
  readonly full: readonly ('database' | 'page' | 'copy' | 'workbook' | 'backup')[];
  /** The newest run that has ended. */
  readonly lastRun: { readonly outcome: RunOutcome; readonly finishedAt: string } | null;
  /** The run recorded as running, and the last heartbeat of its process; `null` when it no longer holds the lease. */
  readonly going: { readonly startedAt: string; readonly heartbeatAt: string | null } | null;
  /** When the next run is planned; `null` when nothing plans runs here. */
  readonly nextFireAt: string | null;
  /** When the schedule was last looked at; `null` when nothing keeps one here. */
  readonly aliveAt: string | null;
  readonly outbox: {
    readonly pending: number;
    /** When the oldest message that waits was made. */
    readonly oldestAt: string | null;
    /** When the first message in line was or is to be tried. */
    readonly nextAttemptAt: string | null;
    readonly givenUp: number;
    /** Channels that have taken nothing for a day. */
    readonly silentChannels: readonly string[];
  };
  /** Of each dataset that has figures: how old its newest publication is, and may be. */
  readonly sources: readonly {
    readonly datasetId: string;
    readonly ageSeconds: number;
    readonly allowedSeconds: number;
  }[];
  /** When the page for staff was last written; `null` while there is none. */
  readonly page: { readonly madeAt: string | null; readonly failed: boolean };
  /** The same of the copy for analysts; `failed`: it, or the workbook made from it, could not be replaced when last tried. */
  readonly copy: { readonly madeAt: string | null; readonly failed: boolean };
  /** `newestDay` as `2026-01-31`. */
  readonly backup: {
    readonly isWanted: boolean;
    readonly newestDay: string | null;
    /** In the second folder; `null` where the settings name none. */
    readonly second: { readonly newestDay: string | null } | null;
    /** When the newest backup was last tried, and how that went; `null` before the first time. */
    readonly drill: { readonly at: string; readonly ok: boolean } | null;
  };
}

/** `note`: someone should look, but the service works. `failed`: the service does not do its work. */
export type CheckState = 'ok' | 'note' | 'failed';

/** Every check, in the order in which they are told. */
export const HEALTH_CHECKS = [
  ...(['database', 'disk', 'runs', 'schedule', 'outbox', 'sources', 'page', 'copy', 'backup', 'drill'] as const),
] as const;

export interface HealthCheck {
  readonly name: (typeof HEALTH_CHECKS)[number];
  readonly state: CheckState;
  readonly finding: string;
  /** Age of what the finding rests on; `null` when there is nothing yet. */
  readonly ageSeconds: number | null;
}

export interface HealthVerdict {
  readonly ready: boolean;
  readonly checks: readonly HealthCheck[];
}
