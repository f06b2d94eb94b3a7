import type { Logger } from '../../platform/logger.ts';
import type { Channel } from './channel.ts';

/** Writes a message to the program's log as the event `status-change`: bad news at `warn`, good news at `info`. */
export function createLogChannel(logger: Logger): Channel {
  return (message) => {
    const { indicator, from, to, period, cause, sentence, runId, idempotencyKey, news, text } = message;
    const fields = { event: 'status-change', indicator, from, to, period, cause, sentence, runId, idempotencyKey };
    if (news === 'bad') logger.warn(fields, text);
    else logger.info(fields, text);
    return Promise.resolve();
  };
}
