import type { TroubleTexts } from './trouble-texts.ts';

/** Plain English. */
export const troubleEn: TroubleTexts = {
  table: (number) => `SSB table ${number}`,
  file: (title) => `The file “${title}”`,
  clock: 'The clock of the machine',
  places: 'Municipalities and regions of the settings',
  tables: 'What the source says about its tables',
  service: 'Næringspuls',
  refused: (_, reason) => reason,
  noAnswerSince: (what, date) => `There has been no answer for ${what} since ${date}.`,
  neverAnswered: (what, date) => `There has never been an answer for ${what}, first asked for on ${date}.`,
  late: (what, date, days) =>
    `${what} is late: it was last published on ${date}, and new figures are expected at least every ${days} days.`,
  clockAhead: (newest, now) =>
    `The newest run in the database is of ${newest}, and the clock of this machine says ${now} UTC: it was ahead, or is ` +
    'behind. What the source answers is refused until that time.',
  actions: {
    dataset: 'Run `naeringspuls ingest` to see why. Næringspuls asks again by itself.',
    late: 'There is nothing you need to do unless the source says that no more figures will come.',
    clock: 'When the clock is right, run `naeringspuls repair clock`.',
    none: 'There is nothing you need to do. Næringspuls asks again by itself.',
  },
};
