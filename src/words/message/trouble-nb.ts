import type { TroubleTexts } from './trouble-texts.ts';

/** Plain bokmål. */
export const troubleNb: TroubleTexts = {
  table: (number) => `SSB-tabell ${number}`,
  file: (title) => `Filen «${title}»`,
  settings: (folder) => `Innstillingene i mappen ${folder}`,
  work: (folder) => `Arbeidet for mappen ${folder}`,
  clock: 'Klokken på maskinen',
  places: 'Kommuner og regioner i innstillingene',
  tables: 'Det SSB sier om tabellene',
  service: 'Næringspuls',
};
