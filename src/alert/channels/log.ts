import type { Logger } from '../../platform/logger.ts';
import { judgeNews } from '../judge-news.ts';
import { isStatusFacts, type StatusFacts, type TroubleFacts } from '../message.ts';
import { itemText } from '../render/message-text.ts';
import type { Channel } from './channel.ts';

/**
 * Writes each part of a message to the program's log: a status as the event `status-change`, at `info` where the
 * ambition is met, not set or nearer and at `warn` otherwise; trouble as `trouble` at `warn`, its end as `trouble-over` and a `notice` at `info`; a test as
 * `test-message`.
 */
export function createLogChannel(logger: Logger): Channel {
  return (message) => {
    message.facts.forEach((facts, index) => {
      const item = message.items[index];
      const text = item === undefined ? message.subject : itemText(item).replaceAll('\n', ' · ');
      if (message.isTest) logger.info({ event: 'test-message', idempotencyKey: message.idempotencyKey }, text);
      else if (isStatusFacts(facts)) logStatus(logger, facts, text);
      else logTrouble(logger, facts, text);
    });
    return Promise.resolve();
  };
}

function logStatus(logger: Logger, facts: StatusFacts, text: string): void {
  const { kind, indicator, from, to, period, cause, sentence, runId, idempotencyKey } = facts;
  const part = { kind, indicator, from, to, period, cause, sentence, runId, idempotencyKey };
  const fields = { event: 'status-change', ...part };
  if (to === 'on-track' || to === 'ambition-not-set' || judgeNews(facts) === 'good') logger.info(fields, text);
  else logger.warn(fields, text);
}

function logTrouble(logger: Logger, { kind, subject, sentence, idempotencyKey }: TroubleFacts, text: string): void {
  const fields = { event: kind, subject, sentence, idempotencyKey };
  if (kind === 'trouble') logger.warn(fields, text);
  else logger.info(fields, text);
}
