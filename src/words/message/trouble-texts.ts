/** What operations call what is in trouble, in one language. */
export interface TroubleTexts {
  table(number: string): string;
  file(title: string): string;
  /** The settings in a folder, by its name. */
  settings(folder: string): string;
  /** What is done for the municipality of a folder. */
  work(folder: string): string;
  readonly clock: string;
  readonly places: string;
  readonly tables: string;
  readonly service: string;
}
