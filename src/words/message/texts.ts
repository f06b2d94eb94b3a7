import type { Audience, News, UnsettledLimit } from '../../model/plan/alert.ts';
import type { SaidStatus, Status } from '../../model/plan/assessment.ts';

/** What a subject can say has happened to an indicator. */
export type Happening =
  | SaidStatus
  | 'no-longer-met'
  | 'first-assessment'
  | 'first-measurement'
  | 'reminder'
  | 'correction'
  | 'settled'
  | 'unsettled';

/** What stands before each detail of an item. */
export type Label =
  | 'ambition'
  | 'meaning'
  | 'period'
  | 'cause'
  | 'margin'
  | 'flags'
  | 'source'
  | 'next'
  | 'action'
  | 'statistic'
  | 'indicators';

/** Every text of a message in one language, but for those of the assessment itself. */
export interface MessageTexts {
  readonly locale: string;
  readonly news: Readonly<Record<Exclude<News, 'none'>, string>>;
  readonly labels: Readonly<Record<Label, string>>;
  readonly page: string;
  readonly indicatorLink: string;
  lead(indicators: number, plan: string, municipality: string): string;
  /** Of the first message about a plan. */
  overviewLead(plan: string, municipality: string): string;
  overviewSubject(municipality: string): string;
  troubleLead(municipality: string): string;
  /** Of an e-mail about several indicators; `cause` where all have the same. */
  subject(indicators: number, municipality: string, cause: string | null): string;
  /** Of one about several to which the same has happened. */
  subjectOfSame(happened: string, indicators: number, municipality: string): string;
  troubleSubject(municipality: string): string;
  /** Of an e-mail about one thing; `happened` says where, too. */
  troubleSubjectOfOne(happened: string, municipality: string): string;
  /** Of one about several, by the first of them. */
  troubleSubjectOfSeveral(happened: string, others: number, municipality: string): string;
  /** What has happened to `title` when it is in order again. */
  troubleIsOver(title: string): string;
  /** Of an e-mail about one. */
  subjectOfOne(happened: string, title: string, municipality: string): string;
  readonly happened: Readonly<Record<Happening, string>>;
  closing(municipality: string): string;
  troubleClosing: string;
  /** A status with what it means for the ambition, where its word does not say so. */
  standing(word: string, status: Status): string;
  /** A new status after an arrow: what cannot be judged is said to be so first. */
  arrivedAt(word: string, status: Status): string;
  firstMeasurement: string;
  firstAssessment(to: string): string;
  correction(from: string, to: string): string;
  unsettled(from: string, to: string, limit: UnsettledLimit): string;
  settled(to: string): string;
  reminder(to: string, since: string): string;
  /** Of a change that may be chance. */
  ordinary: string;
  /** Of a verdict that would be another without its margin. */
  marginDecided: string;
  /** `month`: when figures of the next period are expected. */
  nextFigures(month: string): string;
  trouble: string;
  troubleOver: string;
  /** Of what has happened and calls for no mending. */
  notice: string;
  /** What was wrong and is so no longer. */
  wasAbout(sentence: string): string;
  nothingToDo: string;
  published(date: string): string;
  /** Of a file. */
  handedIn(date: string): string;
  testSubject(subject: string): string;
  readonly testLead: Readonly<Record<Audience, string>>;
  /** The made-up indicator of a test. */
  readonly example: Readonly<Record<'title' | 'from' | 'to' | 'cause' | 'sentence' | 'ambition' | 'meaning', string>>;
  /** The made-up trouble of a test. */
  readonly troubleExample: Readonly<Record<'title' | 'happened' | 'sentence', string>>;
}
