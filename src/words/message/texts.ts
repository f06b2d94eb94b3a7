import type { News, UnsettledLimit } from '../../model/plan/alert.ts';

/** Every text of a message in one language, but for those of the assessment itself. */
export interface MessageTexts {
  readonly locale: string;
  readonly news: Readonly<Record<Exclude<News, 'neutral'>, string>>;
  readonly labels: Readonly<Record<'period' | 'cause' | 'flags' | 'source', string>>;
  readonly page: string;
  lead(indicators: number, plan: string, municipality: string): string;
  troubleLead(municipality: string): string;
  /** Of an e-mail about several indicators. */
  subject(indicators: number, municipality: string): string;
  troubleSubject(municipality: string): string;
  /** Of an e-mail about one. */
  subjectOfOne(title: string, municipality: string): string;
  closing(municipality: string): string;
  troubleClosing: string;
  firstMeasurement: string;
  /** `isUnmet`: the word for the status does not say itself that the ambition is not met. */
  firstAssessment(to: string, isUnmet: boolean): string;
  /** A status that is the reason why nothing can be judged, after an arrow. */
  unjudged(to: string): string;
  correction(from: string, to: string): string;
  unsettled(from: string, to: string, limit: UnsettledLimit): string;
  settled(to: string): string;
  reminder(to: string, since: string): string;
  trouble: string;
  troubleOver: string;
  /** Of what has happened and calls for no mending. */
  notice: string;
  /** What was wrong and is so no longer. */
  wasAbout(sentence: string): string;
  published(date: string): string;
  /** Of a file. */
  handedIn(date: string): string;
  testSubject(subject: string): string;
  testLead: string;
  /** The made-up indicator of a test. */
  readonly example: {
    readonly title: string;
    readonly from: string;
    readonly to: string;
    readonly cause: string;
    readonly sentence: string;
  };
}
