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
      'not-used': 'ikke i bruk',
    },
  },
  notes: {
    none: 'Ingen tabell som er i bruk, har merknader.',
    heading: ['Tabell', 'Slag', 'Gjelder', 'Kildens ord', 'Siden', 'Lest'],
    kinds: { label: 'nytt navn på en kode', mandatory: 'merknad som må leses', note: 'merknad' },
    marked: (count) => (count === 1 ? 'Én merknad er merket som lest:' : `${count} merknader er merket som lest:`),
    readBy: (who, day) => `${who}, ${day}`,
  },
  backup: {
    made: (file, size) => `Sikkerhetskopien av databasen er i ${file} (${size}).`,
    heading: ['', 'Hva', 'Funn'],
    rowsHeading: ['Tabell', 'Rader'],
    statusHeading: ['Indikator', 'Vurdert', 'Lagret', 'På nytt'],
    topics: {
      integrity: 'filen',
      references: 'henvisninger',
      program: 'program',
      version: 'versjon',
      rows: 'rader',
      statuses: 'vurderinger',
    },
    whole: 'SQLite finner at hele filen er i orden.',
    referencesHold: 'Hver rad har det den viser til.',
    program: (isOwn) => (isOwn ? 'Databasen hører til dette programmet.' : 'Databasen hører til et annet program.'),
    version: (version, known) =>
      version < known
        ? `Versjon ${version}; den bringes opp til ${known} når den tar databasens plass.`
        : `Versjon ${version}, og dette programmet kjenner versjoner til og med ${known}${version > known ? ': sett inn et nyere først' : ''}.`,
    rows: (rows, tables) => `${rows} rader i ${tables} tabeller.`,
    differ: (indicators) => `Vurdert på nytt er ${indicators} ikke som lagret.`,
    asStored: (indicators) =>
      `${indicators === 1 ? 'Én indikator, vurdert på nytt, er' : `${indicators} indikatorer, vurdert på nytt, er`} som lagret.`,
    asStoredBut: (indicators, others) =>
      `${indicators} indikatorer, vurdert på nytt, er som lagret, unntatt ${others}: en tidligere versjon vurderte dem annerledes. Neste kjøring sier det.`,
    verdict: (file, ok) => `${file} kan ${ok ? '' : 'ikke '}ta databasens plass.`,
    restored: (file, database) => `${file} er nå databasen ${database}.`,
    startService:
      'Start tjenesten: «systemctl start naeringspuls», eller start beholderen. Side og kopi følger med ved første kjøring.',
    same: 'det samme',
    otherFigure: 'et annet tall',
    noRule: 'ingen regel',
    earlierVersion: '(tidligere versjon)',
    noted: (sentence) => `I loggen: «${sentence}»`,
  },
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
  newDatabase: (file, nearest) =>
    `Det var ingen database i ${file}, så en ny er laget.${nearest === null ? '' : ` Det finnes en i ${nearest}; var det den du mente, sett DATABASE_FILE til den og slett den nye.`}`,
};
