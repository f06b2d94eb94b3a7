import { composeTest } from '../../alert/compose-message.ts';
import { tryDelivery } from '../../alert/try-delivery.ts';
import { PipelineError } from '../../model/errors.ts';
import { mailText } from '../../words/mail/mail-text.ts';
import { letterhead } from './alert-message.ts';
import type { AppTools } from '../open-app.ts';
import { unknownName } from '../unknown-name.ts';
import { openChannels } from './open-channels.ts';

/**
 * Sends a message through a channel, at once and whatever the hour, that says in every place that it is a test. Nothing is
 * recorded. Throws `usage` for a channel that is not in the settings or lacks something, and `delivery-failed` when the
 * message may not have been taken.
 */
export async function testChannel(app: AppTools, name: string): Promise<void> {
  const channel = openChannels(app).get(name);
  if (channel === undefined) throw notOpen(app, name);
  const at = app.clock.now().toISOString();
  const audience = app.settings.alerts.channels.find((one) => one.name === name)?.audience ?? 'staff';
  const message = composeTest(`test-${at.replaceAll(/\D/g, '')}`, letterhead(app.settings), at, audience);
  const result = await tryDelivery({ message, attempts: 0 }, channel.send, { now: () => app.clock.now() });
  if (result.delivered) return;
  const { fault } = result;
  if (fault !== null) {
    const { message: reason, hint } = mailText(fault, 'en');
    throw new PipelineError('delivery-failed', `The test was not delivered by ${name}: ${reason}`, {
      hint,
      refusal: { about: 'test-undelivered', name, fault },
    });
  }
  throw new PipelineError('delivery-failed', `The test was not delivered by ${name}: ${result.error}`, {
    hint: 'Check the channel in config/alerts.yaml, its address in the environment, and the receiver; then test again.',
  });
}

function notOpen({ settings, environment }: AppTools, name: string): PipelineError {
  const { channels } = settings.alerts;
  const plan = channels.find((one) => one.name === name);
  if (plan === undefined) {
    return unknownName('channel', name, ['log', ...channels.map((one) => one.name)]);
  }
  const variable = plan.by === 'email' ? 'SMTP_URL' : 'WEBHOOK_URL';
  const isSet = (plan.by === 'email' ? environment.smtpUrl : environment.webhookUrl) !== null;
  return isSet
    ? new PipelineError('usage', `The channel '${name}' has no recipients.`, {
        hint: 'Write them under `to` in config/alerts.yaml, such as [naering@example.org].',
        refusal: { about: 'channel-closed', name, variable: null },
      })
    : new PipelineError('usage', `The channel '${name}' is not in use: ${variable} is not set.`, {
        hint: `Set ${variable} where the program is started; it is a secret.`,
        refusal: { about: 'channel-closed', name, variable },
      });
}
