/** Answers that hold for a while: configuration, metadata and code lists, never figures or what has changed. */
export interface KeptAnswers {
  /** The body kept for an address, where it still holds; `null` when the source must be asked. */
  find(address: string): Buffer | null;
  /** Called with what the source has answered, once it has been read. */
  keep(address: string, body: Buffer): void;
}
