/** The kinds of file that can be submitted; each is the dataset of that name. */
export const IMPORT_KINDS = ['survey', 'municipal-emissions'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];
