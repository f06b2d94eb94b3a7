import { type AlertMessage, composeMessage } from '../alert/compose-message.ts';
import type { Plan } from '../model/settings.ts';
import { causeText } from '../status/cause-text.ts';
import { statusText } from '../status/status-text.ts';
import type { DueDelivery } from '../store/due-deliveries.ts';

/** What is to be told of a status change, in the language of the plan. */
export function alertMessage(due: DueDelivery, { municipality, language }: Plan): AlertMessage {
  const { alert, assessment, indicator, runId } = due;
  const { fromStatus: from, toStatus: to, idempotencyKey } = alert;
  const { period, cause, sentence, assessedAt } = assessment;
  const facts = {
    ...{ idempotencyKey, municipality, indicator: alert.indicatorId, from, to, period, cause, sentence },
    ...{ assessedAt, runId, title: language === 'nb' ? indicator.title : indicator.titleEn },
  };
  return composeMessage(facts, {
    language,
    from: from === null ? null : statusText(from, language),
    to: statusText(to, language),
    cause: causeText(assessment, due.before, language),
  });
}
