import type { Happening, MessageTexts } from '../words/message/texts.ts';
import type { StatusFacts, TroubleFacts } from './message.ts';

/** The subject of an e-mail to staff: what has happened and to what; of several, what they have in common. */
export function subjectOf(facts: readonly StatusFacts[], municipality: string, texts: MessageTexts): string {
  const [first] = facts;
  if (first === undefined) return texts.overviewSubject(municipality);
  const happened = happeningOf(first);
  if (facts.length === 1) return texts.subjectOfOne(texts.happened[happened], first.words.shortTitle, municipality);
  const isSame = facts.every((one) => happeningOf(one) === happened);
  if (isSame) return texts.subjectOfSame(texts.happened[happened], facts.length, municipality);
  const { cause } = first.words;
  const isOneCause = facts.every((one) => one.words.cause === cause && one.kind !== 'reminder' && one.from !== null);
  return texts.subject(facts.length, municipality, isOneCause ? cause : null);
}

/** The subject of an e-mail to operations: what has happened, and how much more. */
export function troubleSubjectOf(facts: readonly TroubleFacts[], municipality: string, texts: MessageTexts): string {
  const [first] = facts;
  const happened = first?.kind === 'trouble-over' ? texts.troubleIsOver(first.title) : (first?.happened ?? null);
  if (happened === null) return texts.troubleSubject(municipality);
  return facts.length === 1
    ? texts.troubleSubjectOfOne(happened, municipality)
    : texts.troubleSubjectOfSeveral(happened, facts.length - 1, municipality);
}

/** Are these first assessments of several indicators and nothing else? */
export function isOverview(facts: readonly Pick<StatusFacts, 'kind' | 'from'>[]): boolean {
  return facts.length > 1 && facts.every(({ kind, from }) => kind === 'change' && from === null);
}

/** What has happened to an indicator, for the beginning of a subject. */
export function happeningOf({ kind, from, to, said }: Pick<StatusFacts, 'kind' | 'from' | 'to' | 'said'>): Happening {
  if (kind === 'reminder' || kind === 'correction' || kind === 'settled' || kind === 'unsettled') return kind;
  if (to === 'ambition-not-set' && (from === null || from === 'not-measured')) return 'first-measurement';
  if (from === null) return 'first-assessment';
  const isShort = to === 'off-track' || to === 'stable';
  return from === 'on-track' && isShort ? 'no-longer-met' : said;
}
