/** A row of Klass's change tables; a code is `null` where one is born or ends. */
export interface CodeChange {
  readonly oldCode: string | null;
  readonly oldName: string | null;
  readonly newCode: string | null;
  readonly newName: string | null;
  /** `yyyy-MM-dd`. */
  readonly changeOccurred: string;
}

/** What Klass says of municipalities. */
export interface KlassWitness {
  /** The day asked about, `yyyy-MM-dd`. */
  readonly date: string;
  /** First year whose changes were asked for. */
  readonly fromYear: number;
  readonly today: readonly { readonly code: string; readonly name: string }[];
  readonly changes: readonly CodeChange[];
}
