import type { AcknowledgementLine } from '../app/messages/acknowledge.ts';
import type { AlertLine, AlertList, DeliveryLine } from '../app/messages/alerts-command.ts';
import type { AlertWords } from '../words/terminal/texts.ts';
import { renderTable } from './print.ts';

/** What was given up, what is acknowledged, and a line for each delivery. */
export function renderAlerts({ alerts, acknowledgements }: AlertList, words: AlertWords, columns?: number): string {
  const above = `${renderDeadLetters(alerts, words)}${renderAcknowledgements(acknowledgements, words)}`;
  if (alerts.length === 0) return `${above}${words.none}\n`;
  const heading = [words.id, words.made, words.subject, words.kind, words.change, words.channel, words.state];
  const rows = alerts.flatMap((alert) => alert.deliveries.map((delivery) => toRow(alert, delivery, words)));
  return `${above}${renderTable([...heading, words.attempts, words.next, words.error], rows, columns)}\n`;
}

/** Only a person can send these again. */
function renderDeadLetters(alerts: readonly AlertLine[], words: AlertWords): string {
  const lines = alerts.flatMap(({ id, subject, deliveries }) =>
    deliveries
      .filter(({ state }) => state === 'given-up')
      .map(({ channel, lastError }) => {
        const what = `  ${id} ${subject}, ${channel}: ${lastError ?? ''}`;
        return `${what}\n    ${words.resend}: naeringspuls alerts resend ${id}\n`;
      }),
  );
  return lines.length === 0 ? '' : `${words.states['given-up'].toUpperCase()}:\n${lines.join('')}\n`;
}

function renderAcknowledgements(acknowledgements: readonly AcknowledgementLine[], words: AlertWords): string {
  const lines = acknowledgements.map((one) => `  ${describeAcknowledgement(one, words)}\n`);
  return lines.length === 0 ? '' : `${words.acknowledged}:\n${lines.join('')}\n`;
}

/** Who put what aside, until when and why. */
export function describeAcknowledgement(acknowledgement: AcknowledgementLine, words: AlertWords): string {
  const { indicatorId, untilDate, reason, acknowledgedBy, acknowledgedAt } = acknowledgement;
  return `${indicatorId} ${words.until} ${untilDate}: ${reason} (${acknowledgedBy}, ${acknowledgedAt.slice(0, 10)})`;
}

function toRow(alert: AlertLine, delivery: DeliveryLine, words: AlertWords): readonly string[] {
  const { channel, state, attempts, nextAttemptAt, lastError, channelInUse } = delivery;
  const said = words.states[state];
  return [
    ...[String(alert.id), minute(alert.createdAt), alert.subject, words.kinds[alert.kind], changeOf(alert), channel],
    state === 'given-up' ? said.toUpperCase() : state === 'pending' && !channelInUse ? words.channelMissing : said,
    ...[String(attempts), nextAttemptAt === null ? '–' : minute(nextAttemptAt), lastError ?? '–'],
  ];
}

function changeOf({ fromText, toText }: AlertLine): string {
  if (toText === null) return '–';
  return fromText === null || fromText === toText ? toText : `${fromText} → ${toText}`;
}

function minute(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}
