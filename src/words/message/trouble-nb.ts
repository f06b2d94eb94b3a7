import type { TroubleTexts } from './trouble-texts.ts';

/** Plain bokmål. */
export const troubleNb: TroubleTexts = {
  table: (number) => `SSB-tabell ${number}`,
  file: (title) => `Filen «${title}»`,
  clock: 'Klokken på maskinen',
  places: 'Kommuner og regioner i innstillingene',
  tables: 'Det SSB sier om tabellene',
  service: 'Næringspuls',
  refused: (what, reason) =>
    `Det siste svaret for ${what} er ikke tatt inn, og tallene fra før står. Slik forklarer programmet det: ${reason}`,
  noAnswerSince: (what, date) => `Det er ikke kommet svar for ${what} siden ${date}.`,
  neverAnswered: (what, date) => `Det er aldri kommet svar for ${what}, som ble spurt etter første gang ${date}.`,
  late: (what, date, days) =>
    `${what} er forsinket: siste publisering var ${date}, og det ventes nye tall minst hver ${days}. dag.`,
  clockAhead: (newest, now) =>
    `Den nyeste kjøringen i databasen er fra ${newest}, og klokken på denne maskinen sier ${now} UTC. ` +
    'Klokken har gått for fort, eller går for sent. Svar fra kilden avvises til det tidspunktet.',
  actions: {
    dataset: 'Næringspuls spør igjen av seg selv; `naeringspuls ingest` sier hva som kan gjøres.',
    late: 'Du trenger ikke gjøre noe med mindre kilden sier at tallene ikke kommer mer.',
    clock: 'Still klokken, og kjør `naeringspuls repair clock`.',
    none: 'Du trenger ikke gjøre noe. Næringspuls spør igjen av seg selv.',
  },
};
