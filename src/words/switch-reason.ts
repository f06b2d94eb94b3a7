import type { Language } from '../model/language.ts';

/** What a table groups by that has been replaced: the standard of industries, or something else. */
export interface ReplacedGrouping {
  readonly isIndustry: boolean;
  readonly code: string;
  /** Code of what took its place. */
  readonly by: string;
}

const REASONS: Readonly<Record<Language, (replaced: ReplacedGrouping) => string>> = {
  nb: ({ isIndustry, code, by }) =>
    `${isIndustry ? 'Ny standard for næringsgruppering' : 'Ny inndeling'}: ${code} er erstattet av ${by}`,
  nn: ({ isIndustry, code, by }) =>
    `${isIndustry ? 'Ny standard for næringsgruppering' : 'Ny inndeling'}: ${code} er erstatta av ${by}`,
  en: ({ isIndustry, code, by }) =>
    `${isIndustry ? 'New standard of industries' : 'New classification'}: ${by} takes the place of ${code}`,
};

/** Why figures before and after a switch of tables are not comparable, without a full stop. */
export function switchReason(replaced: ReplacedGrouping, language: Language): string {
  return REASONS[language](replaced);
}
