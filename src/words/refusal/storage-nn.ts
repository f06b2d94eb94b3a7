import type { StorageTexts } from './refusal-texts.ts';

const UNCHANGED = 'Ingenting er endra.';

/** Of the file of the database and its backups, in plain nynorsk. */
export const storageNn: StorageTexts = {
  'no-database': ({ file, nearest }) => ({
    message: `Det finst ingen database i ${file} enno.`,
    hint:
      nearest === null
        ? 'Køyr «naeringspuls ingest» først: han lagar databasen. Ligg han ein annan stad, set DATABASE_FILE.'
        : `Det finst ein i ${nearest}: set DATABASE_FILE til han om det var han du meinte.`,
  }),
  'no-database-file': ({ file, what, nearest }) => ({
    message: {
      folder: `${file} er ei mappe og ingen database.`,
      empty: `Fila ${file} er tom: det er ingen database i ho.`,
      other: `Fila ${file} er ikkje ein SQLite-database.`,
      foreign: `Databasen ${file} høyrer til eit anna program.`,
    }[what],
    hint: `Set DATABASE_FILE til databasen til dette programmet${nearest === null ? '' : `, som ${nearest}`}, eller til ei fil som ikkje finst enno. ${UNCHANGED}`,
  }),
  'closed-database': ({ file, closed, by, owner, user }) => ({
    message: `Databasen ${file} kan ikkje opnast eller skrivast: ${closed} høyrer til ${by} og er stengd for ${user}.`,
    hint: `${owner === user ? 'Gi' : `Køyr som ${owner}, gi`} ${user} tilgang til mappa og fila, eller set DATABASE_FILE.`,
  }),
  'closed-beside': ({ file, closed, by, owner, user }) => ({
    message: `Databasen ${file} kan ikkje brukast: ${closed.join(' og ')} høyrer til ${by} og er stengd for ${user}.`,
    hint: `Ein annan brukar har lese eller skrive databasen. Når ingen gjer det lenger, køyr som root: \`chown ${owner}: ${closed.join(' ')}\`.`,
  }),
  'foreign-reader': ({ file, owner, user }) => ({
    message: `Databasen ${file} høyrer til ${owner}, og ingen prosess der har han open: les ${user} han no, blir han stengd for ${owner}.`,
    hint: `Køyr som ${owner}, eller medan tenesta går. Analytikarar les kopien attmed, som er for alle.`,
  }),
  'older-database': ({ file, version, needed }) => ({
    message: `Databasen ${file} har versjon ${version}, og denne kommandoen treng ${needed}.`,
    hint: 'Køyr «naeringspuls ingest» éin gong: han fører databasen opp til versjonen i dag.',
  }),
  'no-backup': ({ file }) => ({
    message: `Det finst ingen tryggingskopi i ${file}.`,
    hint: 'Skriv fila til ein tryggingskopi; backup.yaml seier i kva mappe tenesta legg dei.',
  }),
  'no-backup-named': () => ({
    message: 'Éin tryggingskopi skal nemnast.',
    hint: '«naeringspuls restore <fil>» legg han tilbake, og «naeringspuls restore --verify <fil>» ser berre på han.',
  }),
  'backup-is-database': ({ file }) => ({
    message: `${file} er databasen sjølv, og ingen tryggingskopi av han.`,
    hint: 'Skriv fila til ein tryggingskopi; backup.yaml seier i kva mappe tenesta legg dei.',
  }),
  'backup-unsound': ({ file }) => ({
    message: `${file} kan ikkje ta plassen til databasen. ${UNCHANGED}`,
    hint: `Prøv ein eldre tryggingskopi: «naeringspuls restore <fil>».`,
  }),
  'database-open': ({ file, processes }) => ({
    message: `Databasen ${file} er i bruk${processes.length === 0 ? '' : ` (prosess ${processes.join(', ')})`}. ${UNCHANGED}`,
    hint: 'Stopp tenesta («systemctl stop naeringspuls»), eller vent på køyringa, og prøv igjen.',
  }),
  'other-owner': ({ file, owner, user }) => ({
    message: `Databasen ${file} høyrer til ${owner}; den som vart lagd tilbake, ville høyre til ${user}. ${UNCHANGED}`,
    hint: `Køyr som ${owner} eller som root.`,
  }),
  'restore-failed': ({ file, reason }) => ({
    message: `Tryggingskopien kunne ikkje leggjast i ${file} («${reason}»). Databasen er som han var.`,
    hint: 'Gi brukaren skrivetilgang til mappa, og gi plass på disken til to databasar.',
  }),
  'live-database': ({ file }) => ({
    message: `${file} er databasen som er i bruk, eller ei av filene hans.`,
    hint: 'Gi tryggingskopien eit anna namn, på ein annan disk om det finst ein.',
  }),
  'other-municipality': ({ file, of, settings, own }) => ({
    message: `${file} høyrer til ${of}, og innstillingane i ${settings} er for ${own}. ${UNCHANGED}`,
    hint: `Ein database har éin kommune. Gje ${own} ein eigen database med DATABASE_FILE, eller set CONFIG_DIR til innstillingane for ${of}.`,
  }),
};
