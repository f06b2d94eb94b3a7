import type { UpkeepWords } from './upkeep.ts';

/** Plain nynorsk. */
export const upkeepNn: UpkeepWords = {
  schedule: {
    zone: (timeZone) => `Klokkesletta gjeld i ${timeZone}.`,
    jobHeading: ['Jobb og plan', 'Neste køyringar', 'Sist vellukka', 'Siste køyring'],
    datasetsTitle: 'Tala',
    datasetHeading: ['Datasett', 'Tilstand', 'Publisert', 'Kjelda svara', 'For gamle frå'],
    neverRun: 'aldri køyrd',
    outcomes: {
      running: 'går føre seg',
      succeeded: 'vellukka',
      unchanged: 'ikkje noko nytt',
      partial: 'delvis',
      failed: 'mislukka',
      interrupted: 'avbroten',
      postponed: 'utsett',
    },
    states: {
      fresh: 'ferske',
      'publication-late': 'nye tal er forseinka',
      'fetch-failed': 'kjelda har ikkje svara',
      'never-read': 'aldri henta',
      'not-used': 'ikkje i bruk',
    },
  },
  notes: {
    none: 'Ingen tabell som er i bruk, har merknader.',
    heading: ['Tabell', 'Slag', 'Gjeld', 'Orda til kjelda', 'Sidan', 'Lesen'],
    kinds: { label: 'nytt namn på ein kode', mandatory: 'merknad som må lesast', note: 'merknad' },
    marked: (count) => (count === 1 ? 'Éin merknad er merkt som lesen:' : `${count} merknader er merkte som lesne:`),
    readBy: (who, day) => `${who}, ${day}`,
  },
  backup: {
    made: (file, size) => `Tryggingskopien av databasen er i ${file} (${size}).`,
    heading: ['', 'Kva', 'Funn'],
    rowsHeading: ['Tabell', 'Rader'],
    statusHeading: ['Indikator', 'Vurdert', 'Lagra', 'På nytt'],
    topics: {
      integrity: 'fila',
      references: 'tilvisingar',
      program: 'program',
      version: 'versjon',
      rows: 'rader',
      statuses: 'vurderingar',
    },
    whole: 'SQLite finn at heile fila er i orden.',
    referencesHold: 'Kvar rad har det ho viser til.',
    program: (isOwn) => (isOwn ? 'Databasen høyrer til dette programmet.' : 'Databasen høyrer til eit anna program.'),
    version: (version, known) =>
      version < known
        ? `Versjon ${version}; han blir ført opp til ${known} når han tek plassen til databasen.`
        : `Versjon ${version}, og dette programmet kjenner versjonar til og med ${known}${version > known ? ': set inn eit nyare først' : ''}.`,
    rows: (rows, tables) => `${rows} rader i ${tables} tabellar.`,
    differ: (indicators) => `Vurdert på nytt er ${indicators} ikkje som lagra.`,
    asStored: (indicators) =>
      `${indicators === 1 ? 'Éin indikator, vurdert på nytt, er' : `${indicators} indikatorar, vurderte på nytt, er`} som lagra.`,
    asStoredBut: (indicators, others) =>
      `${indicators} indikatorar, vurderte på nytt, er som lagra, så nær som ${others}: ein tidlegare versjon vurderte dei annleis. Neste køyring seier det.`,
    verdict: (file, ok) => `${file} kan ${ok ? '' : 'ikkje '}ta plassen til databasen.`,
    restored: (file, database) => `${file} er no databasen ${database}.`,
    startService:
      'Start tenesta: «systemctl start naeringspuls», eller start behaldaren. Side og kopi følgjer med ved første køyring.',
    same: 'det same',
    otherFigure: 'eit anna tal',
    noRule: 'ingen regel',
    earlierVersion: '(tidlegare versjon)',
    noted: (sentence) => `I loggen: «${sentence}»`,
  },
  exported: (rows, folder) => `${rows} rader er skrivne til ${folder}.`,
  exportHeading: ['Utsnitt', 'Filer', 'Rader', 'Storleik'],
  reported: (indicators, file) =>
    `Sida med ${indicators === 1 ? 'éin indikator' : `${indicators} indikatorar`} er i ${file}.`,
  repaired: (moment, rows) => {
    const moved = rows === 1 ? 'Éi rad hadde eit tidspunkt som ikkje er kome enno, og er flytta' : null;
    const all = moved ?? `${rows} rader hadde eit tidspunkt som ikkje er kome enno, og er flytta`;
    return `Klokka er ${moment}. ${rows === 0 ? 'Ingenting i databasen hadde eit tidspunkt som ikkje er kome enno' : all}.`;
  },
  keptBefore: (file) => `Databasen slik han var før, er i ${file}.`,
  newDatabase: (file, nearest) =>
    `Det var ingen database i ${file}, så ein ny er laga.${nearest === null ? '' : ` Det finst ein i ${nearest}; var det han du meinte, set DATABASE_FILE til han og slett den nye.`}`,
};
