import type { DoctorWords } from '../../words/terminal/doctor.ts';
import { openChannels } from '../messages/open-channels.ts';
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
    return { name, ok: true, finding: doctor.channels([...open.keys()].join(', ')), advice: null };
  }
  return { name, ok: false, finding: doctor.unusedVariables(unused), advice: doctor.giveRecipients };
}
