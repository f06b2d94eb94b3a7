import type { HandlingTexts } from './handling.ts';

/** Plain nynorsk. */
export const handlingNn: HandlingTexts = {
  changes: ({ inserted, revised, withdrawn, unchanged }) =>
    inserted + revised + withdrawn === 0
      ? `Uendra: alle ${unchanged} tala er som dei var.`
      : `${inserted} nye tal, ${revised} endra, ${withdrawn} som er gått ut, ${unchanged} uendra.`,
  unreadable: (path) => `Fila ${path} kan ikkje lesast.`,
  unreadableHint: 'Sjå etter at stigen er rett, og at denne brukaren har lov til å lese fila.',
  sameFile: (date, name) => `Uendra: akkurat denne fila vart lesen inn ${date} som ${name}.`,
  held: (name) => `Fila «${name}» er halden tilbake, og ingenting av innhaldet er lese inn:`,
  heldHint: (name) =>
    `Sjå kva ho ville gi, med «import show ${name}». Ta ho inn likevel med «import accept ${name}», eller legg ho bort med «import drop ${name}».`,
  notWaiting: (reference) => `Inga fil «${reference}» er halden tilbake.`,
  notTaken: (reference) => `Inga fil «${reference}» er lesen inn og gjeld.`,
  severalNamed: (reference, numbers) => `Fleire filer med namnet «${reference}» gjeld: nummer ${numbers}.`,
  numberHint: 'Skriv nummeret i staden for namnet.',
  listHint: 'Sjå filene med «import list».',
  dropped: (name) => `Fila «${name}» er lagd bort. Ingen tal er endra.`,
  undone: (name, gone, other) =>
    `Fila «${name}» er teken tilbake: ${gone} tal er borte, og ${other} har fått tilbake verdien dei hadde utan fila. Kva som gjaldt før, står i historikken.`,
  noSuchFigure: (indicator, year) => `Undersøkinga har ikkje noko tal for «${indicator}» i ${year}.`,
};
