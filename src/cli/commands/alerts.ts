import { type Command, InvalidArgumentError } from 'commander';
import { acknowledge } from '../../app/messages/acknowledge.ts';
import { type AlertLine, readAlerts, resend } from '../../app/messages/alerts-command.ts';
import { testChannel } from '../../app/messages/test-channel.ts';
import { troubleTitle } from '../../app/messages/trouble-words.ts';
import { type App, openTools } from '../../app/open-app.ts';
import { withApp } from '../../app/with-app.ts';
import { titleIn } from '../../model/language.ts';
import { describeAcknowledgement, renderAlerts } from '../alerts-table.ts';
import type { CommandContext } from '../command-context.ts';
import { terminalTextsOf } from '../../words/terminal/language.ts';
import { printJson, renderLines } from '../print.ts';
import { readerOf } from '../reader.ts';
import { reportDelivery } from '../report-delivery.ts';

export function addAlertsCommand(program: Command, context: CommandContext): void {
  const group = program.command('alerts').description('Alerts, and what became of them.');
  addList(group, context);
  addResend(group, context);
  addTest(group, context);
  addAck(group, context);
}

function addList(group: Command, { output }: CommandContext): void {
  group
    .command('list', { isDefault: true })
    .description('The newest alerts and every one not delivered; what was given up comes first, with its reason.')
    .option('--json', 'one JSON document (alerts, acknowledgements)')
    .action(async ({ json }: { readonly json?: true }) => {
      await withApp('read', (app) => {
        const list = readAlerts(app);
        if (json) printJson(output, list);
        else output.out(renderAlerts(list, titleOfAlert(app), readerOf(app, output)));
      });
    });
}

function addResend(group: Command, { output, finish }: CommandContext): void {
  group
    .command('resend')
    .description('Sends every message with the alert that has not been delivered, with the key it has always had.')
    .argument('<id>', 'number of the alert, as `alerts list` shows it', toNumber)
    .option('--json', 'one JSON document (delivered, failures, nextAttemptAt, problem)')
    .action(async (id: number, { json }: { readonly json?: true }) => {
      await withApp('write', async (app) => {
        const report = await resend(app, id);
        if (json) printJson(output, report);
        else output.out(`${terminalTextsOf(app.settings.plan.language).alerts.delivered}: ${report.delivered}\n`);
        finish(reportDelivery(output, report, app.settings.plan.language));
      });
    });
}

function addTest(group: Command, { output }: CommandContext): void {
  group
    .command('test')
    .description('Sends a message that is marked as a test through a channel, at once; records nothing.')
    .argument('<channel>', 'log, or the name of a channel in config/alerts.yaml')
    .action(async (channel: string) => {
      // Before the first run, too, which makes the database.
      const tools = openTools();
      await testChannel(tools, channel);
      output.out(`${terminalTextsOf(tools.settings.plan.language).alerts.tested}: ${channel}\n`);
    });
}

interface AckOptions {
  readonly until: string;
  readonly reason: string;
  readonly by?: string;
  readonly json?: true;
}

function addAck(group: Command, { output }: CommandContext): void {
  group
    .command('ack')
    .description(
      'No reminder of an ambition that is not met until the end of a day, a year ahead at most. It ends by itself, and ' +
        'when the status changes; a change is always notified.',
    )
    .argument('<indicator>', 'id of an indicator, such as job-growth')
    .requiredOption('--until <date>', 'the last day without reminders, such as 2026-12-31')
    .requiredOption('--reason <text>', 'why, for those who read it later')
    .option('--by <name>', 'who says so; the user who runs the command when left out')
    .option('--json', 'one JSON document (indicatorId, untilDate, reason, acknowledgedBy, acknowledgedAt)')
    .action(async (indicator: string, { json, ...options }: AckOptions) => {
      await withApp('write', (app) => {
        const acknowledged = acknowledge(app, { indicator, ...options });
        if (json) {
          printJson(output, acknowledged);
          return;
        }
        const reader = readerOf(app, output);
        const said = `${reader.texts.alerts.acknowledged}: ${describeAcknowledgement(acknowledged, reader)}`;
        output.out(`${renderLines([said], output.columns)}\n`);
      });
    });
}

/** A person knows an indicator by its title, and trouble by what is in it. */
function titleOfAlert({ settings }: App) {
  return ({ subject, indicator }: Pick<AlertLine, 'subject' | 'indicator'>) => {
    const definition = settings.indicators.find(({ id }) => id === indicator);
    return definition === undefined ? troubleTitle(subject, settings) : titleIn(settings.plan.language, definition);
  };
}

function toNumber(text: string): number {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Write the number of an alert, such as 3.');
}
