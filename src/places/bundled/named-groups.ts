/** Groups of municipalities that are known by a name: today's codes, and from where. */
export const NAMED_GROUPS = {
  /** Storbysamarbeidet ASSS (Aggregerte styringsdata for samarbeidende storkommuner), twelve members since 2022. */
  asss: ['0301', '1103', '1108', '3107', '3201', '3203', '3205', '3301', '4204', '4601', '5001', '5501'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
