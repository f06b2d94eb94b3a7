import type { Channel } from '../../alert/channels/channel.ts';
import { createEmailChannel } from '../../alert/channels/email.ts';
import { createLogChannel } from '../../alert/channels/log.ts';
import { createWebhookChannel } from '../../alert/channels/webhook.ts';
import { quietUntil } from '../../alert/quiet-hours.ts';
import { audienceOf, type AlertKind } from '../../model/plan/alert.ts';
import type { ChannelPlan, Settings } from '../../model/plan/settings.ts';
import { createHttp } from '../../platform/http.ts';
import type { Logger } from '../../platform/logger.ts';
import type { Environment } from '../../settings/environment.ts';

const USER_AGENT = 'naeringspuls (messages)';
/** Shorter than a delivery is kept for, so that no other process sends what is still on its way. */
const TIMEOUT_MS = 15_000;

/** What channels are opened by. */
export interface ChannelTools {
  readonly environment: Pick<Environment, 'webhookUrl' | 'smtpUrl'>;
  readonly settings: Pick<Settings, 'alerts'>;
  readonly logger: Logger;
}

export interface OpenChannel {
  readonly send: Channel;
  /** Does it receive this? `subject` is the id of an indicator, or what is in trouble. */
  readonly wants: (alert: { readonly kind: AlertKind; readonly subject: string }) => boolean;
  /** When its quiet hours are over; `null` outside of them. */
  readonly quietUntil: (at: Date) => Date | null;
}

/**
 * The channels of this installation by name: the log always, and those of the settings whose secret is in the
 * environment. An alert goes to the channels there are when it is recorded, so a channel set up later does not
 * receive the past. Trouble goes to staff while no channel of operations is in use, unless the settings say otherwise:
 * somebody must hear of it.
 */
export function openChannels(app: ChannelTools): ReadonlyMap<string, OpenChannel> {
  const { channels, timeZone, withoutOperations } = app.settings.alerts;
  const log = { send: createLogChannel(app.logger), wants: () => true, quietUntil: () => null };
  const open = channels.flatMap((plan) => {
    const send = openChannel(app, plan);
    return send === null ? [] : [{ plan, send }];
  });
  const hasOperations = open.some(({ plan }) => plan.audience === 'operations');
  const staffHearsTrouble = !hasOperations && withoutOperations !== 'log';
  const others = open.map(({ plan, send }): [string, OpenChannel] => [
    plan.name,
    {
      send,
      wants: (alert) => wants(plan, alert, staffHearsTrouble),
      quietUntil: (at) => (plan.quietHours === undefined ? null : quietUntil(plan.quietHours, timeZone, at)),
    },
  ]);
  return new Map([['log', log], ...others]);
}

/** Which channels receive this, by name. */
export function channelsFor(
  channels: ReadonlyMap<string, OpenChannel>,
  alert: { readonly kind: AlertKind; readonly subject: string },
): readonly string[] {
  return [...channels].filter(([, channel]) => channel.wants(alert)).map(([name]) => name);
}

function wants(
  { audience, indicators }: ChannelPlan,
  { kind, subject }: { kind: AlertKind; subject: string },
  staffHearsTrouble: boolean,
): boolean {
  if (kind === 'muted') return false;
  if (audienceOf(kind) === 'operations') return audience === 'operations' || staffHearsTrouble;
  return audience === 'staff' && (indicators === undefined || indicators.includes(subject));
}

/** `null` when something it needs is missing. */
function openChannel({ environment, logger }: ChannelTools, plan: ChannelPlan): Channel | null {
  const { webhookUrl, smtpUrl } = environment;
  if (plan.by === 'email') {
    return smtpUrl === null || plan.to.length === 0 ? null : createEmailChannel(smtpUrl, plan, logger);
  }
  if (webhookUrl === null) return null;
  const http = createHttp({ userAgent: USER_AGENT, timeoutMs: TIMEOUT_MS, maxRedirects: 0 });
  return createWebhookChannel(webhookUrl, plan.payload, http);
}
