/** The languages in which readers are written to, the first of them in the plan's own words. */
export const LANGUAGES = ['nb', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
