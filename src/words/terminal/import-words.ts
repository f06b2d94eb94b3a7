/** Words around what a file would do, or did, by the language of the plan. */
export interface ImportWords {
  readonly nothingChanged: string;
  readonly nothingTakenBack: string;
  readonly nothingAsked: string;
  readonly asked: string;
  readonly changes: (inserted: number, revised: number, gone: number, unchanged: number) => string;
  readonly years: string;
  readonly added: string;
  readonly gone: string;
  readonly newCategories: string;
  readonly goneCategories: string;
  readonly renamed: string;
  readonly indicators: string;
  readonly none: string;
  readonly treatments: string;
  readonly treated: Readonly<Record<'counted' | 'left-out' | 'not-decided', string>>;
  readonly without: (names: string) => string;
  readonly notThere: string;
  readonly sumHeading: readonly [category: string, year: string, before: string, after: string];
  readonly fileHeading: readonly string[];
  readonly states: Readonly<Record<'held' | 'in-force' | 'undone', string>>;
  readonly actions: Readonly<Record<'add' | 'replace' | 'withdraw', string>>;
  readonly noFiles: string;
  readonly locale: 'nb-NO' | 'en-GB';
}

/** By the language of the plan. */
export const IMPORT_WORDS: Readonly<Record<'nb' | 'en', ImportWords>> = {
  nb: {
    nothingChanged: 'Ingenting er endret. Lest inn ville filen gi:',
    nothingTakenBack: 'Ingenting er endret. Å ta dette tilbake ville gi:',
    nothingAsked: 'Filen ville bli tatt inn uten spørsmål.',
    asked: 'Filen ville bli holdt tilbake, fordi:',
    changes: (inserted, revised, gone, unchanged) =>
      `${inserted} nye tall, ${revised} endrede, ${gone} som går ut, ${unchanged} uendrede.`,
    years: 'År',
    added: 'nye',
    gone: 'borte',
    newCategories: 'Nye kategorier',
    goneCategories: 'Kategorier som er borte',
    renamed: 'Trolig nye navn',
    indicators: 'Indikatorer',
    none: 'ingen',
    treatments: 'Slik behandles kategoriene',
    treated: { counted: 'regnes med', 'left-out': 'utelates', 'not-decided': 'IKKE AVGJORT' },
    without: (names) => `, uten ${names}`,
    notThere: '; filen har den ikke',
    sumHeading: ['Kategori', 'År', 'Nå', 'Ville bli'],
    fileHeading: ['Nr.', 'Fil', 'Slag', 'Hva', 'Når (UTC)', 'Hvem', 'SHA-256', 'Nye', 'Endrede', 'Ut', 'Tilstand'],
    states: { held: 'holdt tilbake', 'in-force': 'gjelder', undone: 'tatt tilbake' },
    actions: { add: 'lagt til', replace: 'erstattet alt', withdraw: 'tall tatt ut' },
    noFiles: 'Ingen filer er levert inn.',
    locale: 'nb-NO',
  },
  en: {
    nothingChanged: 'Nothing has been changed. Taken in, the file would give:',
    nothingTakenBack: 'Nothing has been changed. Taking this back would give:',
    nothingAsked: 'The file would be taken in without a question.',
    asked: 'The file would be held back, because:',
    changes: (inserted, revised, gone, unchanged) =>
      `${inserted} new figures, ${revised} revised, ${gone} that go, ${unchanged} unchanged.`,
    years: 'Years',
    added: 'new',
    gone: 'gone',
    newCategories: 'New categories',
    goneCategories: 'Categories that are gone',
    renamed: 'Probably new names',
    indicators: 'Indicators',
    none: 'none',
    treatments: 'How the categories are treated',
    treated: { counted: 'counted', 'left-out': 'left out', 'not-decided': 'NOT DECIDED' },
    without: (names) => `, without ${names}`,
    notThere: '; not in the file',
    sumHeading: ['Category', 'Year', 'Now', 'Would be'],
    fileHeading: ['No.', 'File', 'Kind', 'What', 'When (UTC)', 'Who', 'SHA-256', 'New', 'Revised', 'Out', 'State'],
    states: { held: 'held', 'in-force': 'in force', undone: 'taken back' },
    actions: { add: 'added', replace: 'replaced all', withdraw: 'figure withdrawn' },
    noFiles: 'No files have been handed in.',
    locale: 'en-GB',
  },
};
