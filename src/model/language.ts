/** The languages in which readers are written to. */
export const LANGUAGES = ['nb', 'nn', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const PLAN_LANGUAGES: Readonly<Record<Language, Language>> = { nb: 'nb', nn: 'nn', en: 'nb' };

/** Which of the forms that settings and sources give is read in each language. */
const FORMS: Readonly<Record<Language, keyof Forms<unknown, unknown>>> = {
  nb: 'norwegian',
  nn: 'nynorsk',
  en: 'english',
};

/** The language of a plan's own words, by the language its page is in: the same where that is Norwegian, else bokmål. */
export function planLanguageOf(language: Language): Language {
  return PLAN_LANGUAGES[language];
}

/** What is given in Norwegian and in English, and in nynorsk where that is not the plan's own language. */
export interface Forms<Norwegian, English> {
  readonly norwegian: Norwegian;
  readonly nynorsk?: Norwegian | undefined;
  readonly english: English;
}

/** Of something that is given in more than one form, the one that is read in a language. */
export function formIn<Norwegian, English>(
  language: Language,
  { norwegian, nynorsk, english }: Forms<Norwegian, English>,
): Norwegian | English {
  return { norwegian, nynorsk: nynorsk ?? norwegian, english }[FORMS[language]];
}

/** A title in the plan's own words and in English, and perhaps in nynorsk where the plan is in bokmål. */
export interface Titled {
  readonly title: string;
  readonly titleNn?: string | undefined;
  readonly titleEn: string;
}

/** The title of an indicator or a comparison group, in a language. */
export function titleIn(language: Language, { title, titleNn, titleEn }: Titled): string {
  return formIn(language, { norwegian: title, nynorsk: titleNn, english: titleEn });
}
