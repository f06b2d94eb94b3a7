/** What a table or view holds, and whose content it is. */
export interface TableDescription {
  readonly no: string;
  readonly en: string;
  readonly sourceTable: string;
  readonly licence: string;
  /** What one row is, and the columns that tell it from the others; of what analysts read. */
  readonly grain?: Grain;
}

export interface Grain {
  readonly no: string;
  readonly en: string;
  readonly key: readonly string[];
}

/** Content of the source: `out_source` says for each dataset which table it is and under which licence. */
export function figures(no: string, en: string): TableDescription {
  return { no, en, sourceTable: 'out_source', licence: 'out_source.licence' };
}

/** What the program records or says itself. */
export function own(no: string, en: string): TableDescription {
  return { no, en, sourceTable: 'naeringspuls', licence: "the municipality's own; figures as in out_source.licence" };
}

/** Every table that the program keeps, and the dictionary. */
export const KEPT_TABLES: Readonly<Record<string, TableDescription>> = {
  dataset: figures(
    'Datasett: en navngitt spørring mot en tabell, eller en importert fil',
    'A named query on a table, or an imported file',
  ),
  publication: figures(
    'Publisering: én godtatt henting av et datasett, med svaret slik det kom',
    'One accepted retrieval of a dataset, with the reply as received',
  ),
  dimension: figures(
    'Dimensjonene i et datasett, som region og kjønn',
    'The dimensions of a dataset, such as region and sex',
  ),
  category: figures(
    'Kategoriene i en dimensjon, med dagens navn',
    'The categories of a dimension, with the labels of today',
  ),
  category_revision: figures(
    'Hva en kategori het, og måleenheten, til en publisering kalte den noe annet',
    'What a category was called, and its unit, until a publication called it otherwise',
  ),
  series: figures(
    'Tidsserie: én kombinasjon av kategorier, tid holdt utenfor',
    'One combination of categories, time left out',
  ),
  series_category: figures('Kategoriene hver tidsserie består av', 'The categories each series is made of'),
  time_period: figures(
    'Tidsperioder: år, halvår, kvartal, måned, uke eller spenn av år',
    'Years, half-years, quarters, months, weeks or spans of years',
  ),
  observation: figures('Tallene som gjelder nå', 'The figures in force now'),
  observation_revision: figures(
    'Tall som er erstattet. Et tall gjaldt fra publiseringen som satte det, til publiseringen som erstattet det',
    'Figures that have been replaced. A figure was in force from the publication that had set it until the one that replaced it',
  ),
  correction: own(
    'Kommunens egne rettelser av tall, slik de var oppgitt da tallet ble hentet',
    "The municipality's own corrections of figures, as declared when the figure was taken in",
  ),
  indicator: own('Indikatorene i planen', 'The indicators of the plan'),
  rule_version: own(
    'Versjoner av hvordan en indikator måles og vurderes',
    'Versions of how an indicator is measured and judged',
  ),
  indicator_value: own(
    'Seriene bak den siste vurderingen: egne tall og tallene det sammenliknes med',
    'The series behind the newest assessment: own figures and those compared with',
  ),
  assessment: own(
    'Vurderinger: alt som er sagt om en indikator. Rader legges til og endres aldri',
    'Everything that has been said about an indicator. Rows are added and never changed',
  ),
  alert: own('Varsler: det noen skal få vite om', 'What people are notified of'),
  delivery: own(
    'Levering av et varsel i én kanal. Varsler med samme kanal og nøkkel sendes i én melding',
    'Delivery of an alert on one channel. Alerts with the same channel and key are sent as one message',
  ),
  acknowledgement: own(
    'Kvitteringer: noen vet om statusen og vil ikke minnes om den en stund',
    'Somebody knows of a status and wants no reminder for a while',
  ),
  job_run: own('Kjøringer', 'Runs'),
  dataset_run: own('Hva som skjedde med ett datasett i én kjøring', 'What became of one dataset in one run'),
  job_slot: own(
    'Hvilket tidspunkt i timeplanen hver jobb sist fikk gjort; én rad per jobb',
    'The newest slot of the schedule of each job that is done; one row per job',
  ),
  source_news: own(
    'Det siste svaret fra kilden på hva som er endret; høyst én rad',
    "The source's newest answer to what has changed; one row at most",
  ),
  lease: own('Hvem som kjører nå; høyst én rad', 'Who runs now; one row at most'),
  acceptance: own(
    'Det noen har godtatt selv om det var holdt tilbake: en publisering, eller nullene for ett sted i én periode',
    'What a person accepted although it was held back: a publication, or the zeros of one place in one period',
  ),
  installation: own(
    'Hvilken kommune databasen er for, og hvor langt alt er vurdert; høyst én rad',
    'Whose database this is, and how far everything has been assessed; one row at most',
  ),
  imported_file: own(
    'Filer som er levert inn og tatt inn, også de som siden er tatt tilbake',
    'Imported files, including those undone since',
  ),
  held_file: own(
    'Filer som er levert inn og holdt tilbake, med det som var påfallende, til noen tar dem inn eller legger dem bort',
    'Held files, with what was odd about them, until a person accepts or drops them',
  ),
  table_description: figures(
    'Hva tabellen bak et datasett har sagt om seg selv, én rad for hver endring',
    'What the table of a dataset has said about itself, a row for each change',
  ),
  note_acknowledgement: own(
    'Merknader fra kilden som noen har lest; en merknad som skrives om, er ulest',
    'Notes of the source that have been read; a rewritten one is unread',
  ),
  source_answer: own(
    'Kildens siste svar om tabeller og kodelister, for den timen de gjelder',
    "The source's newest answers about tables and code lists, for the hour in which they hold",
  ),
  meta_table: own('Ordliste for tabeller og visninger', 'Dictionary of tables and views'),
  meta_column: own('Ordliste for kolonner', 'Dictionary of columns'),
  meta_release: own(
    'Hva som skrev filen, og når den sist ble gjort klar for analytikere; høyst én rad',
    'What wrote the file, and when it was last made ready for analysts; one row at most',
  ),
};
