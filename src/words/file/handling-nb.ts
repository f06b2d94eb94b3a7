import type { HandlingTexts } from './handling.ts';

/** Plain bokmål. */
export const handlingNb: HandlingTexts = {
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
