/** What operations are told in one language. Dates are written out; tables and files are named as people call them. */
export interface TroubleTexts {
  table(number: string): string;
  file(title: string): string;
  readonly clock: string;
  readonly places: string;
  readonly tables: string;
  readonly service: string;
  /** A reply that was not taken in; `reason` as the program says it. */
  refused(what: string, reason: string): string;
  noAnswerSince(what: string, date: string): string;
  neverAnswered(what: string, date: string): string;
  late(what: string, date: string, days: number): string;
  clockAhead(newest: string, now: string): string;
  readonly actions: Readonly<Record<'dataset' | 'late' | 'clock' | 'none', string>>;
}
