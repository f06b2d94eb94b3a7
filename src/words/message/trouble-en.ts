import type { TroubleTexts } from './trouble-texts.ts';

/** Plain English. */
export const troubleEn: TroubleTexts = {
  table: (number) => `SSB table ${number}`,
  file: (title) => `The file “${title}”`,
  clock: 'The clock of the machine',
  places: 'Municipalities and regions of the settings',
  tables: 'What the source says about its tables',
  service: 'Næringspuls',
};
