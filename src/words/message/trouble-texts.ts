/** What operations call what is in trouble, in one language. */
export interface TroubleTexts {
  table(number: string): string;
  file(title: string): string;
  readonly clock: string;
  readonly places: string;
  readonly tables: string;
  readonly service: string;
}
