import type { Audience } from '../model/plan/alert.ts';
import { messageTextsOf } from '../words/message/language.ts';
import { lineItem, statusItem, troubleItem } from './compose-item.ts';
import type { Letterhead } from './letterhead.ts';
import type { ListedIndicator, Message, StatusFacts, TroubleFacts } from './message.ts';
import { isStatusFacts } from './message.ts';
import { isOverview, subjectOf, troubleSubjectOf } from './subject.ts';

/**
 * One message about everything that one channel is to be told at one time; all of it for staff, or all of it for
 * operations. The first assessment of a plan is one overview of a line each, with the `others` of the plan after them;
 * `others` is `null` for anything later, where indicators that are new are told like any news. The same facts give the
 * same message, however often it is sent.
 */
export function composeMessage(
  idempotencyKey: string,
  facts: readonly (StatusFacts | TroubleFacts)[],
  head: Letterhead,
  others: readonly ListedIndicator[] | null = null,
): Message {
  const { municipality, language, greeting, address, planTitle } = head;
  const texts = messageTextsOf(language);
  const statuses = facts.filter(isStatusFacts);
  const common = { isTest: false, idempotencyKey, municipality, language, greeting, facts };
  if (statuses.length === 0) {
    const troubles = facts.filter((one) => !isStatusFacts(one));
    return {
      ...{ ...common, audience: 'operations', link: null },
      items: troubles.map((one) => troubleItem(one, texts)),
      ...{ subject: troubleSubjectOf(troubles, municipality.name, texts), lead: texts.troubleLead(municipality.name) },
      closing: texts.troubleClosing,
    };
  }
  const isFirst = others !== null && isOverview(statuses);
  return {
    ...{
      ...common,
      audience: 'staff',
      subject: isFirst ? texts.overviewSubject(municipality.name) : subjectOf(statuses, municipality.name, texts),
    },
    items: isFirst
      ? [...statuses.map((one) => lineItem(indicatorRow(one), head)), ...others.map((one) => lineItem(one, head))]
      : statuses.map((one) => statusItem(one, head, texts)),
    lead: isFirst
      ? texts.overviewLead(planTitle, municipality.name)
      : texts.lead(statuses.length, planTitle, municipality.name),
    link: address === null ? null : { text: texts.page, address },
    closing: texts.closing(municipality.name),
  };
}

/** A message that says in every place that it is a test; it tells of something that does not exist, and links nowhere. */
export function composeTest(idempotencyKey: string, head: Letterhead, at: string, audience: Audience): Message {
  const texts = messageTextsOf(head.language);
  const plain = { ...head, address: null };
  const facts =
    audience === 'operations' ? exampleTrouble(idempotencyKey, head, at) : example(idempotencyKey, head, at);
  const message = composeMessage(idempotencyKey, [facts], plain);
  return { ...message, isTest: true, subject: texts.testSubject(message.subject), lead: texts.testLead[audience] };
}

function example(idempotencyKey: string, { language }: Letterhead, at: string): StatusFacts {
  const { title, from, to, cause, sentence, ambition, meaning } = messageTextsOf(language).example;
  return {
    ...{ kind: 'change', idempotencyKey, indicator: 'test', title, from: 'stable', to: 'on-track', said: 'on-track' },
    ...{ period: '2025', cause: 'new-period', sentence, flags: [], source: null, since: at, assessedAt: at, runId: 0 },
    words: {
      ...{ from, to, period: '2025', cause, sentence, flags: [], source: null, shortTitle: title },
      ...{ ambition, meaning, byMargin: false, nextFigures: null },
    },
  };
}

function exampleTrouble(idempotencyKey: string, { language }: Letterhead, at: string): TroubleFacts {
  const { title, happened, sentence } = messageTextsOf(language).troubleExample;
  const concerns = { statistics: [], indicators: [] };
  return { kind: 'trouble', idempotencyKey, subject: 'service:test', title, happened, sentence, ...concerns, at };
}

function indicatorRow({ indicator, title, to, words }: StatusFacts): ListedIndicator {
  return { indicator, title, status: to, words: { status: words.to } };
}
