import type { TroubleTexts } from './trouble-texts.ts';

/** Plain nynorsk. */
export const troubleNn: TroubleTexts = {
  table: (number) => `SSB-tabell ${number}`,
  file: (title) => `Fila «${title}»`,
  settings: (folder) => `Innstillingane i mappa ${folder}`,
  work: (folder) => `Arbeidet for mappa ${folder}`,
  clock: 'Klokka på maskina',
  places: 'Kommunar og regionar i innstillingane',
  tables: 'Det SSB seier om tabellane',
  service: 'Næringspuls',
};
