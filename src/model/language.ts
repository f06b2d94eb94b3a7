/** The languages in which readers are written to, the first of them in the plan's own words. */
export const LANGUAGES = ['nb', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Those that settings have been written in from the first version on: a title and a unit must be there in each. */
export const FIRST_LANGUAGES = ['nb', 'en'] as const satisfies readonly Language[];

/** The language the plan itself is written in. */
export const PLAN_LANGUAGE: Language = LANGUAGES[0];

/** Which of the two forms that settings and sources give is read in each language. */
const FORMS: Readonly<Record<Language, 'norwegian' | 'english'>> = { nb: 'norwegian', en: 'english' };

/** Of something that is given in Norwegian and in English, the one that is read in a language. */
export function formIn<Norwegian, English>(
  language: Language,
  forms: { readonly norwegian: Norwegian; readonly english: English },
): Norwegian | English {
  return forms[FORMS[language]];
}

/** The title of an indicator or a comparison group, in a language. */
export function titleIn(language: Language, titled: { readonly title: string; readonly titleEn: string }): string {
  return formIn(language, { norwegian: titled.title, english: titled.titleEn });
}
