import type { UpkeepWords } from './upkeep.ts';

/** Plain bokmål. */
export const upkeepNb: UpkeepWords = {
  schedule: {
    zone: (timeZone) => `Klokkeslettene gjelder i ${timeZone}.`,
    jobHeading: ['Jobb og plan', 'Neste kjøringer', 'Sist vellykket', 'Siste kjøring'],
    datasetsTitle: 'Tallene',
    datasetHeading: ['Datasett', 'Tilstand', 'Publisert', 'Kilden svarte', 'For gamle fra'],
    neverRun: 'aldri kjørt',
    outcomes: {
      running: 'pågår',
      succeeded: 'vellykket',
      unchanged: 'ikke noe nytt',
      partial: 'delvis',
      failed: 'mislykket',
      interrupted: 'avbrutt',
      postponed: 'utsatt',
    },
    states: {
      fresh: 'ferske',
      'publication-late': 'nye tall er forsinket',
      'fetch-failed': 'kilden har ikke svart',
      'never-read': 'aldri hentet',
    },
  },
  notes: {
    none: 'Ingen tabell som er i bruk, har merknader.',
    heading: ['Tabell', 'Slag', 'Gjelder', 'Kildens ord', 'Siden', 'Lest'],
    kinds: { label: 'nytt navn på en kode', mandatory: 'merknad som må leses', note: 'merknad' },
    marked: (count) => (count === 1 ? 'Én merknad er merket som lest:' : `${count} merknader er merket som lest:`),
    readBy: (who, day) => `${who}, ${day}`,
  },
  backup: { made: (file, size) => `Sikkerhetskopien av databasen er i ${file} (${size}).` },
  exported: (rows, folder) => `${rows} rader er skrevet til ${folder}.`,
  exportHeading: ['Utsnitt', 'Filer', 'Rader', 'Størrelse'],
  reported: (indicators, file) =>
    `Siden med ${indicators === 1 ? 'én indikator' : `${indicators} indikatorer`} er i ${file}.`,
  repaired: (moment, rows) => {
    const moved = rows === 1 ? 'Én rad hadde et tidspunkt som ikke er kommet ennå, og er flyttet' : null;
    const all = moved ?? `${rows} rader hadde et tidspunkt som ikke er kommet ennå, og er flyttet`;
    return `Klokken er ${moment}. ${rows === 0 ? 'Ingenting i databasen hadde et tidspunkt som ikke er kommet ennå' : all}.`;
  },
  keptBefore: (file) => `Databasen slik den var før, er i ${file}.`,
};
