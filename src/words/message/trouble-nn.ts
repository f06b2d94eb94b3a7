import type { TroubleTexts } from './trouble-texts.ts';

/** Plain nynorsk. */
export const troubleNn: TroubleTexts = {
  table: (number) => `SSB-tabell ${number}`,
  file: (title) => `Fila «${title}»`,
  clock: 'Klokka på maskina',
  places: 'Kommunar og regionar i innstillingane',
  tables: 'Det SSB seier om tabellane',
  service: 'Næringspuls',
  refused: (what, reason) =>
    `Det siste svaret for ${what} er ikkje teke inn, og tala frå før står. Slik forklarer programmet det: ${reason}`,
  noAnswerSince: (what, date) => `Det er ikkje kome svar for ${what} sidan ${date}.`,
  neverAnswered: (what, date) => `Det er aldri kome svar for ${what}, som det vart spurt etter første gongen ${date}.`,
  late: (what, date, days) =>
    `${what} er forseinka: siste publisering var ${date}, og nye tal er venta minst kvar ${days}. dag.`,
  clockAhead: (newest, now) =>
    `Den nyaste køyringa i databasen er frå ${newest}, og klokka på denne maskina viser ${now} UTC. ` +
    'Klokka har gått for fort, eller går for seint. Svar frå kjelda blir avviste fram til det tidspunktet.',
  actions: {
    dataset: 'Næringspuls spør igjen av seg sjølv; `naeringspuls ingest` seier kva som kan gjerast.',
    late: 'Du treng ikkje gjere noko med mindre kjelda seier at det ikkje kjem fleire tal.',
    clock: 'Still klokka, og køyr `naeringspuls repair clock`.',
    none: 'Du treng ikkje gjere noko. Næringspuls spør igjen av seg sjølv.',
  },
};
