import type { AcknowledgementLine } from '../app/messages/acknowledge.ts';
import type { AlertLine, AlertList, DeliveryLine } from '../app/messages/alerts-command.ts';
import { quoted } from '../words/list.ts';
import { mailSentences, readMailText } from '../words/mail/mail-text.ts';
import { shortDay, shortMoment } from '../words/terminal/moment.ts';
import { renderLines } from './print.ts';
import { type Reader, toned } from './reader.ts';
import { renderTable } from './table.ts';

/** What a person calls the subject of an alert: the title of an indicator, or what is in trouble. */
type TitleOf = (alert: Pick<AlertLine, 'subject' | 'indicator'>) => string;

/** What was given up, what is acknowledged, and a line for each delivery. */
export function renderAlerts({ alerts, acknowledgements }: AlertList, titleOf: TitleOf, reader: Reader): string {
  const words = reader.texts.alerts;
  const above = `${renderDeadLetters(alerts, titleOf, reader)}${renderAcknowledgements(acknowledgements, reader)}`;
  if (alerts.length === 0) return `${above}${words.none}\n`;
  const heading = [words.id, words.made, words.subject, words.kind, words.state];
  const rows = alerts.flatMap((alert) => alert.deliveries.map((delivery) => toRow(alert, delivery, titleOf, reader)));
  const isLost = (text: string) => text.includes(givenUp(reader));
  const paint = (text: string) => toned(text, isLost(text) ? 'bad' : null, reader);
  return `${above}${renderTable(heading, rows, reader.columns, paint)}\n`;
}

function givenUp({ texts }: Reader): string {
  return texts.alerts.states['given-up'].toUpperCase();
}

/** Only a person can send these again. */
function renderDeadLetters(alerts: readonly AlertLine[], titleOf: TitleOf, reader: Reader): string {
  const { resend } = reader.texts.alerts;
  const lines = alerts.flatMap((alert) =>
    alert.deliveries
      .filter(({ state }) => state === 'given-up')
      .flatMap(({ channel, lastError }) => [
        `  ${alert.id} ${titleOf(alert)}, ${channel}: ${saidError(lastError, reader)}`,
        `    ${resend}: naeringspuls alerts resend ${alert.id}`,
      ]),
  );
  if (lines.length === 0) return '';
  return `${toned(`${givenUp(reader)}:`, 'bad', reader)}\n${renderLines(lines, reader.columns)}\n\n`;
}

function renderAcknowledgements(acknowledgements: readonly AcknowledgementLine[], reader: Reader): string {
  if (acknowledgements.length === 0) return '';
  const lines = acknowledgements.map((one) => `  ${describeAcknowledgement(one, reader)}`);
  return `${reader.texts.alerts.acknowledged}:\n${renderLines(lines, reader.columns)}\n\n`;
}

/** Who put what aside, until when and why. */
export function describeAcknowledgement(acknowledgement: AcknowledgementLine, reader: Reader): string {
  const { indicatorId, untilDate, reason, acknowledgedBy, acknowledgedAt } = acknowledgement;
  const day = shortDay(acknowledgedAt, reader);
  const by = reader.texts.alerts.acknowledgedBy({ who: acknowledgedBy, day, until: untilDate });
  return `${indicatorId}: ${reason} (${by})`;
}

function toRow(alert: AlertLine, delivery: DeliveryLine, titleOf: TitleOf, reader: Reader): readonly string[] {
  const { kinds } = reader.texts.alerts;
  const id = alert.indicator === null ? [] : [alert.indicator];
  return [
    ...[String(alert.id), shortMoment(alert.createdAt, reader)],
    [titleOf(alert), ...id].join('\n'),
    [kinds[alert.kind], ...changeOf(alert)].join('\n'),
    deliveryText(delivery, reader),
  ];
}

function deliveryText(delivery: DeliveryLine, reader: Reader): string {
  const { channel, state, attempts, nextAttemptAt, lastError, channelInUse } = delivery;
  const words = reader.texts.alerts;
  const waits = state === 'pending' && !channelInUse ? words.channelMissing : words.states[state];
  const said = state === 'given-up' ? givenUp(reader) : waits;
  const tried = attempts > 1 || (attempts > 0 && state !== 'delivered') ? [words.attempts(attempts)] : [];
  const next = nextAttemptAt === null ? [] : [words.next(shortMoment(nextAttemptAt, reader))];
  return [
    `${channel}: ${[said, ...tried, ...next].join(', ')}`,
    ...(lastError === null ? [] : [saidError(lastError, reader)]),
  ].join('\n');
}

/** What became of a mail is told in words; of any other receiver what the log says of it. */
function saidError(error: string | null, { language }: Reader): string {
  if (error === null) return '–';
  const fault = readMailText(error);
  return fault === null ? quoted([error]) : mailSentences(fault, language);
}

function changeOf({ fromText, toText }: AlertLine): readonly string[] {
  if (toText === null) return [];
  return [fromText === null || fromText === toText ? toText : `${fromText} → ${toText}`];
}
