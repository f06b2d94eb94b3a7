import { type Command, InvalidArgumentError } from 'commander';
import { type AlertLine, type DeliveryLine, readAlerts, resend } from '../../app/alerts.ts';
import { withApp } from '../../app/with-app.ts';
import type { CommandContext } from '../command-context.ts';
import { HEADINGS } from '../headings.ts';
import { printJson, renderTable } from '../print.ts';
import { reportDelivery } from '../report-delivery.ts';

type Words = (typeof HEADINGS)[keyof typeof HEADINGS]['alerts'];

export function addAlertsCommand(program: Command, context: CommandContext): void {
  const group = program.command('alerts').description('What people are told of, and what became of it.');
  addList(group, context);
  addResend(group, context);
}

function addList(group: Command, { output }: CommandContext): void {
  group
    .command('list', { isDefault: true })
    .description('The newest alerts and every one not delivered; what was given up comes first, with its reason.')
    .option('--json', 'one JSON document (alerts)')
    .action(async ({ json }: { readonly json?: true }) => {
      await withApp('read', (app) => {
        const alerts = readAlerts(app);
        if (json) printJson(output, { alerts });
        else output.out(renderAlerts(alerts, HEADINGS[app.settings.plan.language].alerts, output.columns));
      });
    });
}

function addResend(group: Command, { output, finish }: CommandContext): void {
  group
    .command('resend')
    .description('Sends at once what an alert has not delivered, with the key it has always had.')
    .argument('<id>', 'number of the alert, as `alerts list` shows it', toNumber)
    .option('--json', 'one JSON document (delivered, failures, nextAttemptAt, problem)')
    .action(async (id: number, { json }: { readonly json?: true }) => {
      await withApp('write', async (app) => {
        const report = await resend(app, id);
        if (json) printJson(output, report);
        else output.out(`${HEADINGS[app.settings.plan.language].alerts.delivered}: ${report.delivered}\n`);
        finish(reportDelivery(output, report));
      });
    });
}

function toNumber(text: string): number {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Write the number of an alert, such as 3.');
}

function renderAlerts(alerts: readonly AlertLine[], words: Words, columns: number | undefined): string {
  if (alerts.length === 0) return `${words.none}\n`;
  const heading = [words.id, words.made, words.indicator, words.change, words.channel, words.state];
  const rows = alerts.flatMap((alert) => alert.deliveries.map((delivery) => toRow(alert, delivery, words)));
  const table = renderTable([...heading, words.attempts, words.next, words.error], rows, columns);
  return `${renderDeadLetters(alerts, words)}${table}\n`;
}

/** Nothing but a person will send these again. */
function renderDeadLetters(alerts: readonly AlertLine[], words: Words): string {
  const lines = alerts.flatMap(({ id, indicator, deliveries }) =>
    deliveries
      .filter(({ state }) => state === 'given-up')
      .map(({ channel, lastError }) => {
        const what = `  ${id} ${indicator}, ${channel}: ${lastError ?? ''}`;
        return `${what}\n    ${words.resend}: naeringspuls alerts resend ${id}\n`;
      }),
  );
  return lines.length === 0 ? '' : `${words.states['given-up'].toUpperCase()}:\n${lines.join('')}\n`;
}

function toRow(alert: AlertLine, delivery: DeliveryLine, words: Words): readonly string[] {
  const { channel, state, attempts, nextAttemptAt, lastError, channelInUse } = delivery;
  const said = words.states[state];
  const change = alert.fromText === null ? alert.toText : `${alert.fromText} → ${alert.toText}`;
  return [
    ...[String(alert.id), minute(alert.createdAt), alert.indicator, change, channel],
    state === 'given-up' ? said.toUpperCase() : state === 'pending' && !channelInUse ? words.channelMissing : said,
    ...[String(attempts), nextAttemptAt === null ? '–' : minute(nextAttemptAt), lastError ?? '–'],
  ];
}

function minute(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}
