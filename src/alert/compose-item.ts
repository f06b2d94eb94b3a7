import { capitalised } from '../words/capital.ts';
import type { MessageTexts } from '../words/message/texts.ts';
import { messageTextsOf } from '../words/message/language.ts';
import type { Letterhead } from './letterhead.ts';
import { judgeNews, judgeTone } from './judge-news.ts';
import type { ListedIndicator, MessageItem, StatusFacts, TroubleFacts } from './message.ts';

/** What a message says of one indicator: what happened, what is meant and measured, why, and what comes next. */
export function statusItem(facts: StatusFacts, head: Letterhead, texts: MessageTexts): MessageItem {
  const { title, indicator, words, kind, from } = facts;
  const news = judgeNews(facts);
  const { labels } = texts;
  const isToldCause = kind !== 'reminder' && from !== null;
  const details = [
    { label: labels.ambition, text: words.ambition },
    { label: labels.meaning, text: words.meaning },
    { label: labels.period, text: words.period },
    { label: labels.cause, text: isToldCause ? words.cause : null },
    { label: labels.margin, text: words.byMargin ? texts.marginDecided : null },
    { label: labels.flags, text: flagsText(facts, texts) },
    { label: labels.source, text: sourceText(facts, head, texts) },
    { label: labels.next, text: words.nextFigures === null ? null : texts.nextFigures(words.nextFigures) },
  ];
  return {
    ...{ title, headline: headlineOf(facts, head, texts), tone: judgeTone(facts) },
    news: news === 'none' ? null : texts.news[news],
    sentence: words.sentence,
    details: details.flatMap(({ label, text }) => (text === null ? [] : [{ label, text }])),
    link: linkTo(indicator, head, texts),
  };
}

/** One line of an overview. */
export function lineItem({ indicator, title, status, words }: ListedIndicator, head: Letterhead): MessageItem {
  const texts = messageTextsOf(head.language);
  return {
    ...{ title, headline: texts.standing(words.status, status) },
    tone: judgeTone({ kind: 'change', from: null, to: status, flags: [] }),
    ...{ news: null, sentence: null, details: [], link: linkTo(indicator, head, texts) },
  };
}

/** What operations are told of one thing, with what to do about it. */
export function troubleItem(facts: TroubleFacts, texts: MessageTexts): MessageItem {
  const { kind, title, sentence, statistics, indicators } = facts;
  const { labels } = texts;
  const isOver = kind === 'trouble-over';
  const concerns = [
    { label: labels.statistic, text: statistics.join(' · ') },
    { label: labels.indicators, text: indicators.join(' · ') },
  ].filter(({ text }) => text !== '');
  const headline = { trouble: texts.trouble, 'trouble-over': texts.troubleOver, notice: texts.notice }[kind];
  return {
    ...{ title, headline, tone: kind === 'trouble' ? 'not-met' : 'neutral', news: null },
    sentence: isOver ? texts.wasAbout(sentence) : sentence,
    details: [...concerns, ...(isOver ? [{ label: labels.action, text: texts.nothingToDo }] : [])],
    link: null,
  };
}

function headlineOf(facts: StatusFacts, head: Letterhead, texts: MessageTexts): string {
  const { kind, from, to, words, since, cause } = facts;
  if (kind === 'reminder') return texts.reminder(words.to, dateText(since, head, texts));
  if (kind === 'settled') return texts.settled(words.to);
  const isFirst = from === null || from === 'not-measured';
  if (isFirst && to === 'ambition-not-set') return texts.firstMeasurement;
  if (words.from === null) return texts.firstAssessment(texts.standing(words.to, to));
  // Another source, and maybe another place, is no correction of what was said.
  if (kind === 'correction' && cause !== 'source-switched') return texts.correction(words.from, words.to);
  if (kind === 'unsettled') return texts.unsettled(words.from, words.to, head.unsettled);
  return `${words.from} → ${texts.arrivedAt(words.to, to)}`;
}

/** What to mind; that a change is no larger than usual is said in a sentence in place of its flag. */
function flagsText({ flags, words, from }: StatusFacts, texts: MessageTexts): string | null {
  const isUsual = from !== null && flags.includes('within-variation');
  const said = words.flags.filter((_, index) => !isUsual || flags[index] !== 'within-variation');
  if (!isUsual) return said.length === 0 ? null : said.join(', ');
  return said.length === 0 ? texts.ordinary : `${capitalised(said.join(', '))}. ${texts.ordinary}`;
}

function linkTo(indicator: string, { address }: Letterhead, texts: MessageTexts): MessageItem['link'] {
  return address === null ? null : { text: texts.indicatorLink, address: `${address}#${indicator}` };
}

function sourceText({ source, words }: StatusFacts, head: Letterhead, texts: MessageTexts): string | null {
  if (source === null || words.source === null) return null;
  const date = dateText(source.publishedAt, head, texts);
  return `${words.source}, ${source.table === null ? texts.handedIn(date) : texts.published(date)}`;
}

/** To make one takes a hundred times as long as to use it. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();

function dateText(instant: string, { timeZone }: Letterhead, { locale }: MessageTexts): string {
  const key = `${locale} ${timeZone}`;
  const format = FORMATS.get(key) ?? new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone });
  FORMATS.set(key, format);
  return format.format(new Date(instant));
}
