import type { StorageTexts } from './refusal-texts.ts';

const UNCHANGED = 'Ingenting er endret.';

/** Of the file of the database and its backups, in plain bokmål. */
export const storageNb: StorageTexts = {
  'no-database': ({ file, nearest }) => ({
    message: `Det finnes ingen database i ${file} ennå.`,
    hint:
      nearest === null
        ? 'Kjør «naeringspuls ingest» først: den lager databasen. Ligger den et annet sted, sett DATABASE_FILE.'
        : `Det finnes en i ${nearest}: sett DATABASE_FILE til den hvis det var den du mente.`,
  }),
  'no-database-file': ({ file, what, nearest }) => ({
    message: {
      folder: `${file} er en mappe og ingen database.`,
      empty: `Filen ${file} er tom: det er ingen database i den.`,
      other: `Filen ${file} er ikke en SQLite-database.`,
      foreign: `Databasen ${file} hører til et annet program.`,
    }[what],
    hint: `Sett DATABASE_FILE til databasen til dette programmet${nearest === null ? '' : `, som ${nearest}`}, eller til en fil som ikke finnes ennå. ${UNCHANGED}`,
  }),
  'closed-database': ({ file, closed, by, owner, user }) => ({
    message: `Databasen ${file} kan ikke åpnes eller skrives: ${closed} tilhører ${by} og er lukket for ${user}.`,
    hint: `${owner === user ? 'Gi' : `Kjør som ${owner}, gi`} ${user} tilgang til mappen og filen, eller sett DATABASE_FILE.`,
  }),
  'closed-beside': ({ file, closed, by, owner, user }) => ({
    message: `Databasen ${file} kan ikke brukes: ${closed.join(' og ')} tilhører ${by} og er lukket for ${user}.`,
    hint: `En annen bruker har lest eller skrevet databasen. Når ingen gjør det lenger, kjør som root: \`chown ${owner}: ${closed.join(' ')}\`.`,
  }),
  'foreign-reader': ({ file, owner, user }) => ({
    message: `Databasen ${file} tilhører ${owner}, og ingen prosess der har den åpen: leses den av ${user} nå, blir den lukket for ${owner}.`,
    hint: `Kjør som ${owner}, eller mens tjenesten kjører. Analytikere leser kopien ved siden av, som er for alle.`,
  }),
  'older-database': ({ file, version, needed }) => ({
    message: `Databasen ${file} har versjon ${version}, og denne kommandoen trenger ${needed}.`,
    hint: 'Kjør «naeringspuls ingest» én gang: den bringer databasen opp til dagens versjon.',
  }),
  'no-backup': ({ file }) => ({
    message: `Det finnes ingen sikkerhetskopi i ${file}.`,
    hint: 'Skriv filen til en sikkerhetskopi; backup.yaml sier i hvilken mappe tjenesten legger dem.',
  }),
  'no-backup-named': () => ({
    message: 'Det skal nevnes én sikkerhetskopi.',
    hint: '«naeringspuls restore <fil>» legger den tilbake, og «naeringspuls restore --verify <fil>» ser bare på den.',
  }),
  'backup-is-database': ({ file }) => ({
    message: `${file} er databasen selv, og ingen sikkerhetskopi av den.`,
    hint: 'Skriv filen til en sikkerhetskopi; backup.yaml sier i hvilken mappe tjenesten legger dem.',
  }),
  'backup-unsound': ({ file }) => ({
    message: `${file} kan ikke ta databasens plass. ${UNCHANGED}`,
    hint: `Prøv en eldre sikkerhetskopi: «naeringspuls restore <fil>».`,
  }),
  'database-open': ({ file, processes }) => ({
    message: `Databasen ${file} er i bruk${processes.length === 0 ? '' : ` (prosess ${processes.join(', ')})`}. ${UNCHANGED}`,
    hint: 'Stopp tjenesten («systemctl stop naeringspuls»), eller vent på kjøringen, og prøv igjen.',
  }),
  'other-owner': ({ file, owner, user }) => ({
    message: `Databasen ${file} tilhører ${owner}; den som ble lagt tilbake, ville tilhøre ${user}. ${UNCHANGED}`,
    hint: `Kjør som ${owner} eller som root.`,
  }),
  'restore-failed': ({ file, reason }) => ({
    message: `Sikkerhetskopien kunne ikke legges i ${file} («${reason}»). Databasen er som den var.`,
    hint: 'Gi brukeren skrivetilgang til mappen, og gi plass på disken til to databaser.',
  }),
  'live-database': ({ file }) => ({
    message: `${file} er databasen som er i bruk, eller en av filene dens.`,
    hint: 'Gi sikkerhetskopien et annet navn, på en annen disk hvis det finnes en.',
  }),
  'other-municipality': ({ file, of, settings, own }) => ({
    message: `${file} hører til ${of}, og innstillingene i ${settings} er for ${own}. ${UNCHANGED}`,
    hint: `En database har én kommune. Gi ${own} en egen database med DATABASE_FILE, eller sett CONFIG_DIR til innstillingene for ${of}.`,
  }),
};
