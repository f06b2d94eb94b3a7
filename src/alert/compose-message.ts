import type { Language } from '../model/language.ts';
import type { UnsettledLimit } from '../model/plan/alert.ts';
import { judgeNews } from './judge-news.ts';
import { messageTextsOf } from '../words/message/language.ts';
import type { Message, MessageItem, StatusFacts, TroubleFacts } from './message.ts';
import { isStatusFacts } from './message.ts';
import type { MessageTexts } from '../words/message/texts.ts';

/** What a message needs beside what it tells. */
export interface Letterhead {
  readonly municipality: { readonly code: string; readonly name: string };
  readonly planTitle: string;
  readonly language: Language;
  readonly greeting: string;
  readonly timeZone: string;
  /** Of the page for staff; `null` while it has none. */
  readonly address: string | null;
  readonly unsettled: UnsettledLimit;
}

/**
 * One message about everything that one channel is to be told at one time; all of it for staff, or all of it for
 * operations. The same facts give the same message, however often it is sent.
 */
export function composeMessage(
  idempotencyKey: string,
  facts: readonly (StatusFacts | TroubleFacts)[],
  head: Letterhead,
): Message {
  const { municipality, language, greeting, address, planTitle } = head;
  const texts = messageTextsOf(language);
  const statuses = facts.filter(isStatusFacts);
  const common = { isTest: false, idempotencyKey, municipality, language, greeting, facts };
  if (statuses.length === 0) {
    return {
      ...{ ...common, audience: 'operations', link: null, items: facts.map((one) => itemOf(one, head, texts)) },
      ...{ subject: texts.troubleSubject(municipality.name), lead: texts.troubleLead(municipality.name) },
      closing: texts.troubleClosing,
    };
  }
  const [only] = statuses;
  const subject =
    statuses.length === 1 && only !== undefined
      ? texts.subjectOfOne(only.title, municipality.name)
      : texts.subject(statuses.length, municipality.name);
  return {
    ...{ ...common, audience: 'staff', subject, items: statuses.map((one) => itemOf(one, head, texts)) },
    lead: texts.lead(statuses.length, planTitle, municipality.name),
    link: address === null ? null : { text: texts.page, address },
    closing: texts.closing(municipality.name),
  };
}

/** A message that says in every place that it is a test; it tells of an indicator that does not exist. */
export function composeTest(idempotencyKey: string, head: Letterhead, at: string): Message {
  const texts = messageTextsOf(head.language);
  const { title, from, to, cause, sentence } = texts.example;
  const facts: StatusFacts = {
    ...{ kind: 'change', idempotencyKey, indicator: 'test', title, from: 'stable', to: 'on-track', period: '2025' },
    ...{ cause: 'new-period', sentence, flags: [], source: null, since: at, assessedAt: at, runId: 0 },
    words: { from, to, period: '2025', cause, sentence, flags: [], source: null },
  };
  const message = composeMessage(idempotencyKey, [facts], head);
  return { ...message, isTest: true, subject: texts.testSubject(message.subject), lead: texts.testLead };
}

function itemOf(facts: StatusFacts | TroubleFacts, head: Letterhead, texts: MessageTexts): MessageItem {
  if (!isStatusFacts(facts)) {
    const { kind, subject } = facts;
    // Which kind of thing it is only matters where it is told apart from an indicator.
    const title = subject.replace(/^[a-z]+:/, '');
    const sentence = kind === 'trouble-over' ? texts.wasAbout(facts.sentence) : facts.sentence;
    const headline = { trouble: texts.trouble, 'trouble-over': texts.troubleOver, notice: texts.notice }[kind];
    return { title, headline, news: null, sentence, details: [], link: null };
  }
  const { title, indicator, words } = facts;
  const isFirst = facts.from === null;
  const details = [
    { label: texts.labels.period, text: words.period },
    { label: texts.labels.cause, text: facts.kind === 'reminder' || isFirst ? null : words.cause },
    { label: texts.labels.flags, text: words.flags.length === 0 ? null : words.flags.join(', ') },
    { label: texts.labels.source, text: sourceText(facts, head, texts) },
  ];
  return {
    ...{ title, headline: headlineOf(facts, head, texts), news: newsOf(facts, texts) },
    sentence: words.sentence,
    details: details.flatMap(({ label, text }) => (text === null ? [] : [{ label, text }])),
    link: head.address === null ? null : `${head.address}#${indicator}`,
  };
}

/** `null` for what is neither good nor bad: a first assessment, which changes nothing, and what cannot be judged. */
function newsOf({ kind, from, to }: StatusFacts, texts: MessageTexts): MessageItem['news'] {
  if (kind === 'reminder') return { is: 'bad', text: texts.news.bad };
  const news = judgeNews(from, to);
  const isFirst = from === null || (from === 'not-measured' && to === 'ambition-not-set');
  return isFirst || news === 'neutral' ? null : { is: news, text: texts.news[news] };
}

function headlineOf(
  { kind, from, to, words, since, cause }: StatusFacts,
  head: Letterhead,
  texts: MessageTexts,
): string {
  if (kind === 'reminder') return texts.reminder(words.to, dateText(since, head, texts));
  if (kind === 'settled') return texts.settled(words.to);
  const isFirst = from === null || from === 'not-measured';
  if (isFirst && to === 'ambition-not-set') return texts.firstMeasurement;
  const after = to === 'break' ? texts.unjudged(words.to) : words.to;
  if (words.from === null) return texts.firstAssessment(after, to === 'stable');
  // Another source, and maybe another place, is no correction of what was said.
  if (kind === 'correction' && cause !== 'source-switched') return texts.correction(words.from, words.to);
  if (kind === 'unsettled') return texts.unsettled(words.from, words.to, head.unsettled);
  return `${words.from} → ${after}`;
}

function sourceText({ source, words }: StatusFacts, head: Letterhead, texts: MessageTexts): string | null {
  if (source === null || words.source === null) return null;
  const date = dateText(source.publishedAt, head, texts);
  return `${words.source}, ${source.table === null ? texts.handedIn(date) : texts.published(date)}`;
}

function dateText(instant: string, { timeZone }: Letterhead, { locale }: MessageTexts): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(new Date(instant));
}
