import type { DoctorWords } from '../../words/terminal/doctor.ts';
import { channelsFor, openChannels } from '../messages/open-channels.ts';
import type { App } from '../open-app.ts';

/** A check of `doctor`. */
export interface ChannelsCheck {
  readonly name: 'channels';
  readonly ok: boolean;
  readonly finding: string;
  readonly advice: string | null;
}

/** Is every configured address used by a channel? Messages to another are never sent. */
export function channelsAreUsed(app: App, doctor: DoctorWords): ChannelsCheck {
  const name = 'channels' as const;
  const { environment, settings } = app;
  const { channels } = settings.alerts;
  const open = openChannels(app);
  const isUnused = (by: 'webhook' | 'email') => !channels.some((plan) => plan.by === by && open.has(plan.name));
  const unused = [
    ...(environment.webhookUrl !== null && isUnused('webhook') ? ['WEBHOOK_URL'] : []),
    ...(environment.smtpUrl !== null && isUnused('email') ? ['SMTP_URL'] : []),
  ];
  if (unused.length === 0) {
    const used = doctor.channels([...open.keys()].join(', '));
    return { name, ok: true, finding: isHeard(app, open) ? used : `${used} ${doctor.nobodyHears}`, advice: null };
  }
  return { name, ok: false, finding: doctor.unusedVariables(unused), advice: doctor.giveRecipients };
}

/** Does anybody hear of trouble beside the log: on a channel, or because a watcher outside hears nothing? */
function isHeard({ environment }: App, open: ReturnType<typeof openChannels>): boolean {
  const heard = channelsFor(open, { kind: 'trouble', subject: '' }).some((channel) => channel !== 'log');
  return heard || environment.heartbeatUrl !== null;
}
