import type { TroubleTexts } from './trouble-texts.ts';

/** Plain English. */
export const troubleEn: TroubleTexts = {
  table: (number) => `SSB table ${number}`,
  file: (title) => `The file “${title}”`,
  settings: (folder) => `The settings in the folder ${folder}`,
  work: (folder) => `The work for the folder ${folder}`,
  clock: 'The clock of the machine',
  places: 'Municipalities and regions of the settings',
  tables: 'What the source says about its tables',
  service: 'Næringspuls',
};
