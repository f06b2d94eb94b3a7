/** What operations are told of one thing, each a text that stands by itself. */
export interface ToldTrouble {
  /** What has happened and where, for the subject of a message: a clause without its full stop. */
  readonly happened: string;
  /** What has happened, in sentences. */
  readonly sentence: string;
  /** What is to be done, or that nothing is. */
  readonly action: string;
}

/** Why figures were not taken in, and what is to be done. */
export interface ToldFailure {
  /** Empty where there is no more to say. */
  readonly reason: string;
  /** `null` where there is nothing to do. */
  readonly action: string | null;
}

/** How things are called in the language of the reader, without ids of the program's own. */
export interface TroubleNames {
  /** A dataset by its table, and by its title where the table is looked for; or the file. */
  readonly dataset: (id: string) => string;
  /** A kind of file, by its title. */
  readonly file: (kind: string) => string;
  /** Does the municipality hand it in? */
  readonly isFile: (dataset: string) => boolean;
}
