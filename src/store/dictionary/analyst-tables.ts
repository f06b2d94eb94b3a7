import { figures, type Grain, own, type TableDescription } from './tables.ts';

function by(no: string, en: string, ...key: readonly string[]): Grain {
  return { no, en, key };
}

/** Every table and view that analysts read but the wide ones, which are described as they are made. */
export const ANALYST_TABLE_DESCRIPTIONS: Readonly<Record<string, TableDescription>> = {
  out_status_now: {
    ...own('Siste vurdering av hver indikator', 'The newest assessment of each indicator'),
    grain: by('Én rad per indikator', 'One row per indicator', 'indicator_id'),
  },
  out_status_history: {
    ...own('Alle vurderinger av alle indikatorer', 'Every assessment of every indicator'),
    grain: by('Én rad per vurdering', 'One row per assessment', 'assessment_id'),
  },
  out_verdict: {
    ...own(
      'Hva dagens regler sier om hver periode, slik siden viser det',
      "What today's rules say of every period, as the page shows it",
    ),
    grain: by('Én rad per indikator og periode', 'One row per indicator and period', 'indicator_id', 'period'),
  },
  out_report: {
    ...own(
      'Tabellen til årsrapporten: avrundet, med ord, forbehold og kildelinje',
      "The annual report's table: rounded, in words, with reservation and source line",
    ),
    grain: by('Én rad per indikator', 'One row per indicator', 'indicator_id'),
  },
  out_indicator_series: {
    ...own(
      'Indikatorenes tallserier, egne og andres, klare til bruk',
      "The indicators' series, own and peers', ready for use",
    ),
    grain: by(
      'Én rad per indikator, sted og periode',
      'One row per indicator, place and period',
      ...['indicator_id', 'role', 'place', 'period'],
    ),
  },
  out_rule: {
    ...own(
      'Reglene hver indikator vurderes etter, alle versjoner',
      'The rules each indicator is judged by, every version',
    ),
    grain: by('Én rad per versjon av en regel', 'One row per version of a rule', 'rule_version_id'),
  },
  out_term: {
    ...own('Ordene for kodene i de andre tabellene', 'The words for the codes in the other tables'),
    grain: by('Én rad per kode', 'One row per code', 'kind', 'code'),
  },
  out_place: {
    ...own(
      'Steder og kodene de har hatt; samme sted har flere rader når koden er endret',
      'Places and the codes they have had; a place has several rows where its code has changed',
    ),
    grain: by('Én rad per sted og kode', 'One row per place and code', 'level', 'place_code', 'position'),
  },
  out_peer_group: {
    ...own('Hvem kommunen sammenliknes med', 'Whom the municipality is compared with'),
    grain: by(
      'Én rad per kommune i en region i en gruppe',
      'One row per municipality of a region of a group',
      ...['peer_group', 'region', 'municipality_code'],
    ),
  },
  out_period: {
    ...own('Periodene det finnes tall for', 'The periods there are figures for'),
    grain: by('Én rad per periode', 'One row per period', 'period'),
  },
  out_publication: {
    ...figures(
      'Hver henting som er tatt inn: når, av hva, og hva den endret',
      'Every retrieval that was taken in: when, of what, and what it changed',
    ),
    grain: by('Én rad per publisering', 'One row per publication', 'publication_id'),
  },
  out_source: {
    ...figures('Hvor tallene kommer fra, og lisensen de har', 'Where the figures come from, and their licence'),
    grain: by('Én rad per datasett', 'One row per dataset', 'dataset'),
  },
  out_freshness: {
    ...own('Hvor ferske tallene i hvert datasett er', 'How fresh the figures of each dataset are'),
    grain: by('Én rad per datasett', 'One row per dataset', 'dataset'),
  },
  out_run: {
    ...own('Kjøringer, én rad per datasett', 'Runs, one row per dataset'),
    grain: by(
      'Én rad per kjøring og datasett; én uten datasett for en kjøring som ikke kom til noe',
      'One row per run and dataset; one without a dataset for a run that came to none',
      'run_key',
    ),
  },
  out_acceptance: {
    ...own(
      'Det noen har godtatt selv om det var holdt tilbake',
      'What a person has accepted although it was held back',
    ),
    grain: by('Én rad per godkjenning', 'One row per acceptance', 'acceptance_id'),
  },
  out_series: {
    ...figures(
      'Tidsseriene, med dagens navn på alle kategorier; én rad per kombinasjon av kategorier utenom tid',
      "The series, with today's labels of all categories; one row per combination of categories other than time",
    ),
    grain: by('Én rad per tidsserie', 'One row per series', 'series_id'),
  },
  out_series_version: {
    ...figures(
      'Hva hver tidsserie het, og måleenheten, fra hvilken publisering til hvilken',
      'What each series was called, and its unit, from which publication until which',
    ),
    grain: by(
      'Én rad per tidsserie og sett av navn',
      'One row per series and set of labels',
      ...['series_id', 'from_publication_id'],
    ),
  },
  out_figure: {
    ...figures(
      'Alle tall som gjelder eller har gjeldt, bare tallene; out_vintage har dem med navn, enhet og tidspunkt',
      'Every figure in force now or before, bare; out_vintage has them with labels, unit and instants',
    ),
    grain: by(
      'Én rad per tidsserie, periode og publiseringen som satte tallet',
      'One row per series, period and publication that set the figure',
      ...['series_id', 'period', 'publication_id'],
    ),
  },
  out_correction: {
    ...own(
      'Kommunens egne rettelser av tall, slik de var oppgitt da tallet ble hentet',
      "The municipality's own corrections of figures, as declared when the figure was taken in",
    ),
    grain: by(
      'Én rad per tidsserie, periode og publiseringen rettelsen ble gjort i',
      'One row per series, period and publication in which the correction was made',
      ...['series_id', 'period', 'publication_id'],
    ),
  },
  out_observation: {
    ...figures(
      'Tallene som gjelder nå, med navn på alle kategorier',
      'The figures in force now, with the labels of all categories',
    ),
    grain: by('Én rad per tidsserie og periode', 'One row per series and period', 'series_id', 'period'),
  },
  out_observation_asof: {
    ...figures(
      'Tallene slik de var kjent: hvert datasett slik det så ut etter hver publisering. Velg et tidspunkt med dataset = …, as_of_from <= tidspunktet, og as_of_until > tidspunktet eller tom',
      'The figures as they were known: each dataset as it stood after each publication. Choose an instant with dataset = …, as_of_from <= the instant, and as_of_until > the instant or empty',
    ),
    grain: by(
      'Én rad per tidsserie, periode og publisering av datasettet',
      'One row per series, period and publication of the dataset',
      ...['series_id', 'period', 'newest_publication_id'],
    ),
  },
  out_vintage: {
    ...figures(
      'Alle tall som gjelder eller har gjeldt: fra når til når, med den tidens navn og måleenhet',
      'Every figure in force now or before: from when until when, with the labels and the unit of that time',
    ),
    grain: by(
      'Én rad per tidsserie, periode og publiseringen som satte tallet',
      'One row per series, period and publication that set the figure',
      ...['series_id', 'period', 'publication_id'],
    ),
  },
  out_revision: {
    ...figures('Tall som er erstattet, før og etter', 'Figures that have been replaced, before and after'),
    grain: by(
      'Én rad per tall som er erstattet',
      'One row per figure that has been replaced',
      ...['series_id', 'period', 'publication_id'],
    ),
  },
};
