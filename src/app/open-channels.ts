import type { Channel } from '../alert/channels/channel.ts';
import { createLogChannel } from '../alert/channels/log.ts';
import { createWebhookChannel } from '../alert/channels/webhook.ts';
import { createHttp } from '../platform/http.ts';
import type { App } from './open-app.ts';

const USER_AGENT = 'naeringspuls (status changes)';
/** Shorter than a delivery is kept for, so that nobody else sends what is still on its way. */
const TIMEOUT_MS = 15_000;

/**
 * The channels of this installation by name: the log always, the webhook when `WEBHOOK_URL` is set. A change is told on
 * the channels there are when it is recorded, so a channel set up later is not told of the past.
 */
export function openChannels({ environment, logger }: App): ReadonlyMap<string, Channel> {
  const channels = new Map([['log', createLogChannel(logger)]]);
  const { webhookUrl } = environment;
  if (webhookUrl === null) return channels;
  const http = createHttp({ userAgent: USER_AGENT, timeoutMs: TIMEOUT_MS, maxRedirects: 0 });
  return channels.set('webhook', createWebhookChannel(webhookUrl, http));
}
