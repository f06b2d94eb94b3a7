import type { ChangeCounts } from '../../model/data/publication.ts';
import { describeChanges } from '../intake/dataset-result.ts';
import type { App } from '../open-app.ts';

/** What is said of files that are held, taken in and undone. */
export interface FileWords {
  readonly changes: (changes: ChangeCounts) => string;
  readonly unreadable: (path: string) => string;
  readonly unreadableHint: string;
  readonly sameFile: (date: string, name: string) => string;
  readonly held: (name: string) => string;
  readonly heldHint: (name: string) => string;
  readonly notWaiting: (reference: string) => string;
  readonly notTaken: (reference: string) => string;
  readonly severalNamed: (reference: string, numbers: string) => string;
  readonly numberHint: string;
  readonly listHint: string;
  readonly dropped: (name: string) => string;
  readonly undone: (name: string, gone: number, other: number) => string;
  readonly noSuchFigure: (indicator: string, year: string) => string;
}

const NB: FileWords = {
  changes: ({ inserted, revised, withdrawn, unchanged }) =>
    inserted + revised + withdrawn === 0
      ? `Uendret: alle ${unchanged} tall er som de var.`
      : `${inserted} nye tall, ${revised} endrede, ${withdrawn} som er gått ut, ${unchanged} uendrede.`,
  unreadable: (path) => `Filen ${path} kan ikke leses.`,
  unreadableHint: 'Se etter at stien er rett, og at denne brukeren har lov til å lese filen.',
  sameFile: (date, name) => `Uendret: akkurat denne filen ble lest inn ${date} som ${name}.`,
  held: (name) => `Filen «${name}» er holdt tilbake, og ingenting av den er lest inn:`,
  heldHint: (name) =>
    `Se hva den ville gi, med «import show ${name}». Ta den inn likevel med «import accept ${name}», eller legg den bort med «import drop ${name}».`,
  notWaiting: (reference) => `Ingen fil «${reference}» er holdt tilbake.`,
  notTaken: (reference) => `Ingen fil «${reference}» er lest inn og gjelder.`,
  severalNamed: (reference, numbers) => `Flere filer med navnet «${reference}» gjelder: nummer ${numbers}.`,
  numberHint: 'Skriv nummeret i stedet for navnet.',
  listHint: 'Se filene med «import list».',
  dropped: (name) => `Filen «${name}» er lagt bort. Ingen tall er endret.`,
  undone: (name, gone, other) =>
    `Filen «${name}» er tatt tilbake: ${gone} tall er borte, og ${other} har fått tilbake verdien de hadde uten den. Hva som gjaldt før, står i historikken.`,
  noSuchFigure: (indicator, year) => `Undersøkelsen har ikke noe tall for «${indicator}» i ${year}.`,
};

const EN: FileWords = {
  changes: describeChanges,
  unreadable: (path) => `The file ${path} cannot be read.`,
  unreadableHint: 'Check the path, and that this user may read the file.',
  sameFile: (date, name) => `Unchanged: this very file was taken in on ${date} as ${name}.`,
  held: (name) => `The file «${name}» is held back, and nothing of it was taken in:`,
  heldHint: (name) =>
    `See what it would give with «import show ${name}». Take it in all the same with «import accept ${name}», or put it away with «import drop ${name}».`,
  notWaiting: (reference) => `No file «${reference}» is held back.`,
  notTaken: (reference) => `No file «${reference}» has been taken in and is in force.`,
  severalNamed: (reference, numbers) => `Several files named «${reference}» are in force: numbers ${numbers}.`,
  numberHint: 'Write the number instead of the name.',
  listHint: 'See the files with «import list».',
  dropped: (name) => `The file «${name}» has been put away. No figure has changed.`,
  undone: (name, gone, other) =>
    `The file «${name}» has been taken back: ${gone} figures are gone, and ${other} have the value again that they had without it. What was in force before stands in the history.`,
  noSuchFigure: (indicator, year) => `The survey has no figure for «${indicator}» in ${year}.`,
};

/** The words in the language of the plan. */
export function fileWords({ settings }: App): FileWords {
  return settings.plan.language === 'nb' ? NB : EN;
}
