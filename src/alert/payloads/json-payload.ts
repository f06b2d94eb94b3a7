import type { Message, StatusFacts, TroubleFacts } from '../message.ts';
import { isStatusFacts } from '../message.ts';
import { judgeNews } from '../judge-news.ts';
import { messageText } from '../render/message-text.ts';

/** The document a receiver gets, field by field: it is a promise to others, and described in docs/messages.md. */
export function jsonPayload(message: Message): object {
  const { idempotencyKey, municipality, audience, isTest, facts, link } = message;
  const common = { idempotencyKey, municipality, page: link?.address ?? null, text: messageText(message) };
  if (isTest) return { event: 'test', ...common };
  if (audience === 'operations') return { event: 'trouble', ...common, troubles: facts.flatMap(troubleOf) };
  return { event: 'status-changes', ...common, changes: facts.flatMap((one) => changeOf(one, link?.address ?? null)) };
}

function changeOf(facts: StatusFacts | TroubleFacts, page: string | null): readonly object[] {
  if (!isStatusFacts(facts)) return [];
  const { kind, indicator, title, from, to, period, cause, sentence, flags, source, since, assessedAt, runId } = facts;
  const { words } = facts;
  return [
    {
      ...{ kind, indicator, title, from, fromText: words.from, to, toText: words.to, news: judgeNews(facts) },
      ...{ period, cause, causeText: words.cause, sentence, flags, source, since, assessedAt, runId },
      ...{ ambition: words.ambition, meaning: words.meaning, byMargin: words.byMargin, nextFigures: words.nextFigures },
      link: page === null ? null : `${page}#${indicator}`,
    },
  ];
}

function troubleOf(facts: StatusFacts | TroubleFacts): readonly object[] {
  if (isStatusFacts(facts)) return [];
  const { kind, subject, title, sentence, at } = facts;
  return [{ state: kind === 'trouble' ? 'begun' : 'over', subject, title, sentence, at }];
}
