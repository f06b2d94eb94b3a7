import { type ColumnDescriptions, count, date, number, oneOf, text } from './description.ts';

/** The kinds of codes that out_term has words for. */
export const TERM_KINDS = ['status', 'flag', 'cause', 'missing', 'obs_status', 'symbol'] as const;

/** What the columns of the analysts' own tables mean where others have a column of the same name. */
export const ANALYST_EXCEPTIONS: ColumnDescriptions = {
  'out_place.level': oneOf('Kommune eller fylke', 'Municipality or county', ['municipality', 'county']),
  'out_place.place': text('Navn på stedet i dag', 'Name of the place today', 'Drammen'),
  'out_place.code': text('Koden', 'The code', '0602'),
  'out_place.name': text('Navnet koden hadde', 'The name the code had', 'Drammen'),
  'out_peer_group.region': text('Regionen i gruppen', 'The region of the group', 'kongsberg'),
  'out_peer_group.title': text('Tittel på gruppen', 'Title of the group (Norwegian)', 'Konkurrerende regioner'),
  'out_peer_group.title_en': text('Tittel på gruppen på engelsk', 'Title of the group in English', 'Competing regions'),
  'out_peer_group.municipality_code': text(
    'Kommunen i regionen',
    'The municipality of the region',
    '3303',
    'a value of out_place.place_code',
  ),
  'out_term.kind': oneOf('Hva slags kode', 'What kind of code', TERM_KINDS),
  'out_term.code': text('Koden', 'The code', 'on-track'),
  'out_verdict.title': text(
    'Indikatorens tittel',
    'Title of the indicator (Norwegian)',
    'Vekst i antall arbeidsplasser',
  ),
  'out_verdict.title_en': text('Indikatorens tittel på engelsk', 'Title of the indicator in English', 'Growth in jobs'),
  'out_verdict.decimals': count('Antall desimaler siden viser', 'Number of decimals the page shows', '1'),
  'out_verdict.value': number(
    'Indikatorens tall i perioden; tomt når det ikke finnes',
    "The indicator's number in the period; empty when there is none",
    'as in column unit',
    '1.4',
  ),
  'out_report.value': number(
    'Tallet, avrundet slik siden viser det; tomt når det ikke finnes',
    'The number, rounded as the page shows it; empty when there is none',
    'as in column unit',
    '1.4',
  ),
  'out_indicator_series.value': number(
    'Indikatorens tall i perioden; for dem det sammenliknes med bare når indikatoren er et nivå eller en vekst',
    "The indicator's number in the period; of those compared with only where the indicator is a level or a growth",
    'as in column unit',
    '1.4',
  ),
  'out_indicator_series.level': number(
    'Nivået målingen bygger på; tomt når målingen ikke har noe, som for mangfold',
    'The level the measure rests on; empty where it has none, as of diversity',
    'as in column level_unit',
    '50600',
  ),
  'out_figure.value': number(
    'Tall; tomt når det ikke finnes',
    'Number; empty when there is none',
    'the unit of the series, in out_series_version',
    '50600',
  ),
  'out_publication.contents': text(
    'Statistikkvariablene, slik de het da',
    'The contents variables, as they were called then (Norwegian)',
    'Sysselsatte etter arbeidssted',
  ),
  'out_publication.unit': text('Måleenhetene, slik de var da', 'The units, as they were then', 'personer'),
  'installation.municipality_code': text(
    'Kommunens kode i dag',
    "The municipality's code of today",
    '3301',
    'four digits',
  ),
  'out_freshness.period_start': date('Første dag i den siste perioden', 'First day of the newest period'),
};
