import type { Language } from '../../model/language.ts';

/** Words around what the settings say in their own. */
export const TOLD_TEXTS = {
  nb: {
    annotations: 'Hendelser det er verdt å kjenne til',
    ask: 'Spørsmål om tallene? Kontakt',
    readPlan: 'Les planen',
  },
  en: {
    annotations: 'Events worth knowing about',
    ask: 'Questions about the figures? Ask',
    readPlan: 'Read the plan',
  },
} as const satisfies Readonly<Record<Language, object>>;
