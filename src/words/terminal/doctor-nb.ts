import { listed } from '../list.ts';
import type { DoctorWords } from './doctor.ts';

/** Plain bokmål. */
export const doctorNb: DoctorWords = {
  topics: {
    settings: 'innstillinger',
    database: 'database',
    'last run': 'siste kjøring',
    'region codes': 'kommunekoder',
    categories: 'kategorier',
    notes: 'merknader',
    clock: 'klokke',
    channels: 'kanaler',
    storage: 'lagring',
    backup: 'sikkerhetskopi',
  },
  heading: ['', 'Hva', 'Funn'],
  settingsFit: (folder) => `Alle filene i ${folder} kan leses og passer sammen.`,
  otherSettings: (folder) => `Tjenesten kjører på dem i ${folder}.`,
  asTheService: 'Kjør kommandoer som tjenesten, med «sudo naeringspuls», eller sett CONFIG_DIR til mappen dens.',
  lines: (count, files) =>
    `${count === 1 ? 'Én linje er' : `${count} linjer er`} ikke skrevet, og side og meldinger utelater det de ville ha sagt (${files}); «naeringspuls config check» skriver dem ut.`,
  doubts: (count, files) =>
    `${count === 1 ? 'Én linje i innstillingene er tvilsom' : `${count} linjer i innstillingene er tvilsomme`} (${files}); «naeringspuls config check» sier hvorfor.`,
  sound: (file) => `${file} er hel.`,
  damaged: (problems) => noted(problems),
  putBack: 'Legg den nyeste sikkerhetskopien tilbake, og ta vare på den skadde filen.',
  noRun: 'Det har ikke vært noen kjøring ennå.',
  runIngest: 'Kjør «naeringspuls ingest».',
  lastRun: ({ outcome, moment, message }) => `${moment}: ${outcome}.${message === '' ? '' : ` ${noted(message)}`}`,
  readWhatItSays: 'Kjør «naeringspuls ingest» og les hva den sier.',
  codesEnded: (codes) => `Disse kodene gjelder ikke lenger: ${codes}.`,
  newCodes: 'Gi kommunene de nye kodene i config/regions.yaml og peers.yaml.',
  compareFirst: 'Sammenlikn med tabellen og med https://www.ssb.no/klass før du skriver det.',
  noLabels: 'Ingen navn fra kilden er lagret ennå som regions.yaml kan holdes opp mot.',
  labelsAgree: (datasets) =>
    `regions.yaml stemmer med navnene som er lagret med ${datasets === 1 ? 'ett datasett' : `${datasets} datasett`}.`,
  klass: (day) =>
    `${day === null ? 'Klass er ikke spurt om disse innstillingene' : `Klass var enig ${day}`}; «doctor --live» spør Klass og kodelistene til kilden nå.`,
  noCategories: 'Ingen fil med kategorier å ta stilling til er lest inn.',
  categories: ({ counted, leftOut, countedGone, leftOutGone }) =>
    `I den siste filen regnes med: ${counted}; utelates: ${leftOut}. Nevnt i innstillingene, men ikke i filen: regnes med ${countedGone}; utelates ${leftOutGone}.`,
  none: 'ingen',
  undecided: (names) => `Verken regnet med eller utelatt: ${names}.`,
  decide: 'Skriv hver av dem under leddene eller under leftOut i filen til indikatoren.',
  notesRead: 'Ingen merknad fra kilden som bør leses, er ulest.',
  notesUnread: (said) => `Uleste merknader: ${said}`,
  markRead: (commands) => `Merk dem som lest: ${commands}.`,
  clockRight: 'Ingenting i databasen har et tidspunkt som ikke er kommet ennå.',
  setClock: 'Still klokken, og kjør «naeringspuls repair clock».',
  channels: (names) => `Meldinger går til ${names}.`,
  nobodyHears: 'Ingen får vite om noe svikter: gi en kanal i config/alerts.yaml mottakere, eller sett HEARTBEAT_URL.',
  unusedVariables: (names) => `${listed(names, 'nb')} er satt, og ingen kanal sender noe dit.`,
  giveRecipients: 'Gi kanalen mottakere i config/alerts.yaml, eller ta variabelen bort.',
  localDisk: 'Databasen ligger på en disk i denne maskinen.',
  networkDisk: (filesystem) =>
    `Databasen ligger på ${filesystem}, som andre maskiner kan dele: låsene til SQLite holder ikke der.`,
  moveToDisk: 'Flytt databasen til en disk i denne maskinen, og sett DATABASE_FILE.',
  noBackupsWanted: 'Innstillingene ber ikke om sikkerhetskopier.',
  noBackup: (folder) => `Det er ingen sikkerhetskopi i ${folder}.`,
  newestBackup: (day, folder) => `Den nyeste sikkerhetskopien i ${folder} er fra ${day}.`,
  neverTried: 'Ingen av dem er prøvd ennå; tjenesten prøver den nyeste hver måned.',
  lastTried: (day, ok) => `Den nyeste ble prøvd ${day}${ok ? '' : ', og kunne ikke tas i bruk'}.`,
  onOneDisk: 'Alle ligger på samme disk som databasen; backup.yaml kan nevne en mappe på en annen under «also».',
  seeToBackups: 'Loggen sier hva som gikk galt; det prøves igjen etter neste kjøring.',
  storedTitle: 'Slik er datasettene hentet',
  notStored: 'ikke hentet ennå',
  notUsed: 'ikke i bruk: ingen indikator bruker det',
  storedLine: ({ alternative, day, asked }) => `${alternative}; oppdatert hos kilden ${day}; spurt etter i ${asked}`,
  noted,
  live: {
    requests: (source, count) => `${source}: ${count === 1 ? 'én forespørsel' : `${count} forespørsler`}`,
    heading: ['Datasett', 'Tabell', 'Tilstand', 'Siste periode', 'Svarer', 'Innhold: enhet'],
    notFound: 'ikke funnet',
    states: { closed: 'avsluttet', live: 'i bruk' },
    yes: 'ja',
    no: 'nei',
    toDo: 'Noe må ses på. Programmets egne ord, som i loggen:',
    toSwitch: (datasets) =>
      `For å bytte ${datasets} til tabellene som fortsetter, skriv i datasets.yaml i innstillingene:`,
    breaks: (dataset, isAny) =>
      isAny
        ? `Dette bryter byttet av ${dataset} (programmets egne ord):`
        : `Byttet av ${dataset} bryter ingenting av det som spørres etter.`,
    restingOn: (indicators) =>
      indicators === '' ? 'Ingen indikator bygger på det.' : `Dette bygger på det: ${indicators}.`,
    placesUnknown: 'Om stedene stemmer med config/regions.yaml, er ikke kjent: kilden svarte ikke.',
    placesAgree: 'Det som ble spurt om steder, stemmer med config/regions.yaml.',
    places: 'Steder, og hva som skal skrives i config/regions.yaml (programmets egne ord):',
    bundledAgrees: (day) => `Programmets egen liste over steder, av ${day}, stemmer med kodelistene hos kilden.`,
    bundledDiffers: (day) =>
      `Programmets egen liste over steder, av ${day}, skiller seg fra kodelistene hos kilden; se om det finnes en nyere versjon, eller skriv stedet i config/regions.yaml (programmets egne ord):`,
    changesUnknown: 'Om kommuner skal endres, er ikke kjent: Klass svarte ikke.',
    noChanges: 'Klass kjenner ingen endring i en kommune som er i bruk.',
    changes: 'Endringer i kommuner som er i bruk; gi dem de nye kodene i config/regions.yaml:',
  },
};

function noted(sentence: string): string {
  return `I loggen: «${sentence}»`;
}
