import type { Trouble } from '../../model/trouble.ts';
import { deliverDue } from '../messages/deliver-due.ts';
import { channelsFor, openChannels } from '../messages/open-channels.ts';
import { readOpenTroubles } from '../messages/open-troubles.ts';
import { isInTrouble, recordTrouble } from '../messages/raise-notices.ts';
import type { TroubleSubject } from '../messages/trouble-subject.ts';
import type { App } from '../open-app.ts';
import type { Served } from './municipality.ts';

/** What an outbox is to hold; `wasTold` where its channels have it already. */
export interface RecordedNews {
  readonly subject: TroubleSubject;
  readonly trouble: Trouble;
  readonly wasTold?: boolean;
}

/** Does anybody but the log hear of this trouble from a municipality? */
export function hearsTrouble(app: App, subject: TroubleSubject): boolean {
  return hearing(app, subject).length > 0;
}

/** Of those whose operations hear of this trouble, as many as tell every receiver once, in their order. */
export function othersToTell(served: readonly Served[], subject: TroubleSubject): readonly Served[] {
  const known = new Set<string>();
  return served.filter(({ app }) => {
    const added = receiversOf(app, subject).filter((receiver) => !known.has(receiver));
    for (const receiver of added) known.add(receiver);
    return added.length > 0;
  });
}

/**
 * Records trouble in the outbox of a municipality, once, and delivers it at once; what a channel does not take is tried
 * again by its schedule. False where the outbox cannot be written.
 */
export async function recordAndDeliver(
  { app, state }: Served,
  { subject, trouble, wasTold = false }: RecordedNews,
  stop: AbortSignal,
): Promise<boolean> {
  return inOutbox({ app, state }, () => recordTrouble(app, subject, trouble, { wasTold }), stop);
}

/** Records and delivers that trouble is over, where the operations of this municipality have been told of it. */
export async function endTrouble(
  { app, state }: Pick<Served, 'app' | 'state'>,
  subject: TroubleSubject,
  stop: AbortSignal,
) {
  const record = () => {
    if (isInTrouble(app, subject)) recordTrouble(app, subject, null);
  };
  return inOutbox({ app, state }, record, stop);
}

/** Ends trouble that a municipality has been told of folders that the process does not serve any more. */
export async function endForgotten(
  { app, state }: Served,
  folders: ReadonlySet<string>,
  stop: AbortSignal,
): Promise<void> {
  for (const [subject, trouble] of readOpenTroubles(app.store)) {
    const isOfFolder = trouble?.kind === 'settings-refused' || trouble?.kind === 'work-failed';
    if (!isOfFolder || folders.has(trouble.folder)) continue;
    await inOutbox({ app, state }, () => recordTrouble(app, subject as TroubleSubject, null), stop);
  }
}

async function inOutbox(
  { app, state }: Pick<Served, 'app' | 'state'>,
  record: () => void,
  stop: AbortSignal,
): Promise<boolean> {
  try {
    record();
    const { nextAttemptAt } = await deliverDue(app, stop);
    if (nextAttemptAt !== null) state.nextWakeAt = app.clock.now();
    return true;
  } catch (error) {
    stop.throwIfAborted();
    app.logger.error({ event: 'trouble-unrecorded', err: error }, 'Operations could not be told of this.');
    return false;
  }
}

function hearing(app: App, subject: TroubleSubject): readonly string[] {
  return channelsFor(openChannels(app), { kind: 'trouble', subject }).filter((name) => name !== 'log');
}

function receiversOf(app: App, subject: TroubleSubject): readonly string[] {
  const names = hearing(app, subject);
  return app.settings.alerts.channels
    .filter(({ name }) => names.includes(name))
    .flatMap((channel) =>
      channel.by === 'email' ? channel.to : [`${app.environment.webhookUrl ?? ''} ${channel.payload}`],
    );
}
