import type { Descriptions } from './description.ts';

/** Every table and view. */
export const TABLES: Descriptions = {
  dataset: [
    'Datasett: en navngitt spørring mot en tabell, eller en importert fil',
    'A named query on a table, or an imported file',
  ],
  publication: [
    'Publisering: én godtatt henting av et datasett, med svaret slik det kom',
    'One accepted retrieval of a dataset, with the reply as it came',
  ],
  dimension: ['Dimensjonene i et datasett, som region og kjønn', 'The dimensions of a dataset, such as region and sex'],
  category: ['Kategoriene i en dimensjon, med dagens navn', 'The categories of a dimension, with the labels of today'],
  series: [
    'Tidsserie: én kombinasjon av kategorier, tid holdt utenfor',
    'One combination of categories, time left out',
  ],
  series_category: ['Kategoriene hver tidsserie består av', 'The categories each series is made of'],
  time_period: [
    'Tidsperioder: år, halvår, kvartal, måned, uke eller spenn av år',
    'Years, half-years, quarters, months, weeks or spans of years',
  ],
  observation: ['Tallene som gjelder nå', 'The figures in force now'],
  observation_revision: [
    'Tall som er erstattet. Et tall gjaldt fra publiseringen som satte det, til publiseringen som erstattet det',
    'Figures that have been replaced. A figure was in force from the publication that had set it until the one that replaced it',
  ],
  indicator: ['Indikatorene i planen', 'The indicators of the plan'],
  rule_version: [
    'Versjoner av hvordan en indikator måles og vurderes',
    'Versions of how an indicator is measured and judged',
  ],
  indicator_value: [
    'Seriene bak den siste vurderingen: egne tall og tallene det sammenliknes med',
    'The series behind the newest assessment: own figures and those compared with',
  ],
  assessment: [
    'Vurderinger: alt som er sagt om en indikator. Rader legges til og endres aldri',
    'Everything that has been said about an indicator. Rows are added and never changed',
  ],
  alert: ['Varsler: det noen skal få vite om', 'What somebody is to be told'],
  delivery: ['Levering av et varsel i én kanal', 'Delivery of an alert on one channel'],
  job_run: ['Kjøringer', 'Runs'],
  dataset_run: ['Hva som skjedde med ett datasett i én kjøring', 'What became of one dataset in one run'],
  lease: ['Hvem som kjører nå; høyst én rad', 'Who runs now; one row at most'],
  imported_file: ['Filer som er levert inn', 'Files that have been handed in'],
  meta_table: ['Ordliste for tabeller og visninger', 'Dictionary of tables and views'],
  meta_column: ['Ordliste for kolonner', 'Dictionary of columns'],
  out_status_now: ['Siste vurdering av hver indikator', 'The newest assessment of each indicator'],
  out_status_history: ['Alle vurderinger av alle indikatorer', 'Every assessment of every indicator'],
  out_indicator_series: [
    'Indikatorenes tallserier, egne og andres, klare til bruk',
    "The indicators' series, own and peers', ready for use",
  ],
  out_observation: [
    'Tallene som gjelder nå, med navn på alle kategorier',
    'The figures in force now, with the labels of all categories',
  ],
  out_revision: ['Tall som er erstattet, før og etter', 'Figures that have been replaced, before and after'],
  out_run: ['Kjøringer, én rad per datasett', 'Runs, one row per dataset'],
  out_freshness: ['Hvor ferske tallene i hvert datasett er', 'How fresh the figures of each dataset are'],
  out_source: ['Hvor tallene kommer fra, og lisensen de har', 'Where the figures come from, and their licence'],
};
