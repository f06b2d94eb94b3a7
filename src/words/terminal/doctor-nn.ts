import { listed } from '../list.ts';
import type { DoctorWords } from './doctor.ts';

/** Plain nynorsk. */
export const doctorNn: DoctorWords = {
  topics: {
    settings: 'innstillingar',
    database: 'database',
    'last run': 'siste køyring',
    'region codes': 'kommunekodar',
    categories: 'kategoriar',
    notes: 'merknader',
    clock: 'klokke',
    channels: 'kanalar',
    storage: 'lagring',
    backup: 'tryggingskopi',
  },
  heading: ['', 'Kva', 'Funn'],
  settingsFit: (folder) => `Alle filene i ${folder} kan lesast og passar saman.`,
  otherSettings: (folder) => `Tenesta køyrer på dei i ${folder}.`,
  asTheService: 'Køyr kommandoar som tenesta, med «sudo naeringspuls», eller set CONFIG_DIR til mappa hennar.',
  lines: (count, files) =>
    `${count === 1 ? 'Éi linje er ikkje skriven' : `${count} linjer er ikkje skrivne`}, og side og meldingar utelet det dei ville ha sagt (${files}); «naeringspuls config check» skriv dei ut.`,
  doubts: (count, files) =>
    `${count === 1 ? 'Éi linje i innstillingane er tvilsam' : `${count} linjer i innstillingane er tvilsame`} (${files}); «naeringspuls config check» seier kvifor.`,
  sound: (file) => `${file} er heil.`,
  damaged: (problems) => noted(problems),
  putBack: 'Legg den nyaste tryggingskopien tilbake, og ta vare på den skadde fila.',
  noRun: 'Det har ikkje vore noka køyring enno.',
  runIngest: 'Køyr «naeringspuls ingest».',
  lastRun: ({ outcome, moment, message }) => `${moment}: ${outcome}.${message === '' ? '' : ` ${noted(message)}`}`,
  readWhatItSays: 'Køyr «naeringspuls ingest» og les kva ho seier.',
  codesEnded: (codes) => `Desse kodane gjeld ikkje lenger: ${codes}.`,
  newCodes: 'Gi kommunane dei nye kodane i config/regions.yaml og peers.yaml.',
  compareFirst: 'Samanlikn med tabellen og med https://www.ssb.no/klass før du skriv det.',
  noLabels: 'Ingen namn frå kjelda er lagra enno som regions.yaml kan haldast opp mot.',
  labelsAgree: (datasets) =>
    `regions.yaml stemmer med namna som er lagra med ${datasets === 1 ? 'eitt datasett' : `${datasets} datasett`}.`,
  klass: (day) =>
    `${day === null ? 'Klass er ikkje spurd om desse innstillingane' : `Klass var samd ${day}`}; «doctor --live» spør Klass og kodelistene til kjelda no.`,
  noCategories: 'Inga fil med kategoriar å ta stilling til er lesen inn.',
  categories: ({ counted, leftOut, countedGone, leftOutGone }) =>
    `I den siste fila blir desse rekna med: ${counted}; haldne utanfor: ${leftOut}. Nemnde i innstillingane, men ikkje i fila: rekna med ${countedGone}; haldne utanfor ${leftOutGone}.`,
  none: 'ingen',
  undecided: (names) => `Korkje rekna med eller halden utanfor: ${names}.`,
  decide: 'Skriv kvar av dei under ledda eller under leftOut i fila til indikatoren.',
  notesRead: 'Ingen merknad frå kjelda som skal lesast, er ulesen.',
  notesUnread: (said) => `Ulesne merknader: ${said}`,
  markRead: (commands) => `Merk dei som lesne: ${commands}.`,
  clockRight: 'Ingenting i databasen har eit tidspunkt som ikkje er kome enno.',
  setClock: 'Still klokka, og køyr «naeringspuls repair clock».',
  channels: (names) => `Meldingar går til ${names}.`,
  nobodyHears:
    'Ingen får vite om noko sviktar: gje ein kanal i config/alerts.yaml mottakarar, eller set HEARTBEAT_URL.',
  unusedVariables: (names) => `${listed(names, 'nn')} er sett, og ingen kanal sender noko dit.`,
  giveRecipients: 'Gi kanalen mottakarar i config/alerts.yaml, eller ta variabelen bort.',
  localDisk: 'Databasen ligg på ein disk i denne maskina.',
  networkDisk: (filesystem) =>
    `Databasen ligg på ${filesystem}, som andre maskiner kan dele: låsane til SQLite held ikkje der.`,
  moveToDisk: 'Flytt databasen til ein disk i denne maskina, og set DATABASE_FILE.',
  noBackupsWanted: 'Innstillingane ber ikkje om tryggingskopiar.',
  noBackup: (folder) => `Det er ingen tryggingskopi i ${folder}.`,
  newestBackup: (day, folder) => `Den nyaste tryggingskopien i ${folder} er frå ${day}.`,
  neverTried: 'Ingen av dei er prøvd enno; tenesta prøver den nyaste kvar månad.',
  lastTried: (day, ok) => `Den nyaste vart prøvd ${day}${ok ? '' : ', og kunne ikkje takast i bruk'}.`,
  onOneDisk: 'Alle ligg på same disk som databasen; backup.yaml kan nemne ei mappe på ein annan under «also».',
  seeToBackups: 'Loggen seier kva som gjekk gale; det blir prøvd igjen etter neste køyring.',
  storedTitle: 'Slik er datasetta henta',
  notStored: 'ikkje henta enno',
  notUsed: 'ikkje i bruk: ingen indikator bruker det',
  storedLine: ({ alternative, day, asked }) => `${alternative}; oppdatert hos kjelda ${day}; spurd etter i ${asked}`,
  noted,
  live: {
    requests: (source, count) => `${source}: ${count === 1 ? 'éin førespurnad' : `${count} førespurnader`}`,
    heading: ['Datasett', 'Tabell', 'Tilstand', 'Siste periode', 'Svarar', 'Innhald: eining'],
    notFound: 'ikkje funnen',
    states: { closed: 'avslutta', live: 'i bruk' },
    yes: 'ja',
    no: 'nei',
    toDo: 'Noko må sjåast på. Programmet sine eigne ord, som i loggen:',
    toSwitch: (datasets) =>
      `For å byte ${datasets} til tabellane som held fram, skriv i datasets.yaml i innstillingane:`,
    breaks: (dataset, isAny) =>
      isAny
        ? `Dette bryt bytet av ${dataset} (programmet sine eigne ord):`
        : `Bytet av ${dataset} bryt ingenting av det som blir spurt etter.`,
    restingOn: (indicators) =>
      indicators === '' ? 'Ingen indikator byggjer på det.' : `Dette byggjer på det: ${indicators}.`,
    placesUnknown: 'Om stadene stemmer med config/regions.yaml, er ikkje kjent: kjelda svara ikkje.',
    placesAgree: 'Det som vart spurt om stader, stemmer med config/regions.yaml.',
    places: 'Stader, og kva som skal skrivast i config/regions.yaml (programmet sine eigne ord):',
    bundledAgrees: (day) => `Programmet si eiga liste over stader, av ${day}, stemmer med kodelistene hos kjelda.`,
    bundledDiffers: (day) =>
      `Programmet si eiga liste over stader, av ${day}, skil seg frå kodelistene hos kjelda; sjå om det finst ein nyare versjon, eller skriv staden i config/regions.yaml (programmet sine eigne ord):`,
    changesUnknown: 'Om kommunar skal endrast, er ikkje kjent: Klass svara ikkje.',
    noChanges: 'Klass kjenner inga endring i ein kommune som er i bruk.',
    changes: 'Endringar i kommunar som er i bruk; gi dei dei nye kodane i config/regions.yaml:',
  },
};

function noted(sentence: string): string {
  return `I loggen: «${sentence}»`;
}
