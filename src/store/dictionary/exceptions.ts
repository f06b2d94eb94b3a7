import { ALERT_KINDS } from '../../model/plan/alert.ts';
import { FLAGS } from '../../model/plan/assessment.ts';
import { DATASET_OUTCOMES, HELD_OUTCOMES } from '../schema/intake.ts';
import {
  type ColumnDescription,
  type ColumnDescriptions,
  instant,
  integer,
  json,
  number,
  oneOf,
} from './description.ts';
import { rowNumber, text } from './description.ts';

const PERIOD_NUMBER = integer(
  'Periodens nummer: år × 1000 + tillegg for kvartal, måned, uke eller halvår; se time_period',
  'Number of the period: year × 1000 + an addition for quarter, month, week or half-year; see time_period',
  'period number',
  '2024101',
  'a value of time_period.period',
);
const OWN_OR_PEER = oneOf(
  'own for egen kommune, peer for dem det sammenliknes med',
  'own for the own municipality, peer for those compared with',
  ['own', 'peer'],
);
const SHADE = oneOf('Nyanse av statusen der regelen har en', 'Shade of the status where the rule has one', [
  'stable',
  'improved',
]);
const SET_BY = rowNumber(
  'Publiseringen som hadde satt tallet',
  'The publication that had set the figure',
  'publication.id',
);
const INDICATOR_VALUE = number(
  'Indikatorens tall i perioden; tomt når det ikke finnes',
  "The indicator's number in the period; empty when there is none",
  'as in column unit',
  '1.4',
);
const INDICATOR_TITLE = text(
  'Indikatorens tittel',
  'Title of the indicator (Norwegian)',
  'Vekst i antall arbeidsplasser',
);
const INDICATOR_TITLE_EN = text(
  'Indikatorens tittel på engelsk',
  'Title of the indicator in English',
  'Growth in jobs',
);
const ACCEPTED_PLACE = text(
  'Stedet nullene ble godtatt for: dagens kode, eller tabellens egen; tomt for en hel publisering',
  "The place whose zeros were accepted: its code of today, or the table's own; empty for a whole publication",
  '3301',
);
const ACCEPTED_PERIOD = text(
  'Perioden nullene ble godtatt for; tomt for en hel publisering',
  'The period whose zeros were accepted; empty for a whole publication',
  '2025',
  'YYYY, YYYYKq, YYYYMmm, YYYYUww, YYYYHh or YYYY-YYYY',
);
const ACCEPTED_PUBLICATION = rowNumber(
  'Publiseringen det ble godtatt i',
  'The publication in which it was accepted',
  'publication.id',
);
const PLACE_NAME = text('Navn på stedet', 'Name of the place', 'Kommunen');

function forEach(tables: readonly string[], column: string, description: ColumnDescription): ColumnDescriptions {
  return Object.fromEntries(tables.map((table) => [`${table}.${column}`, description]));
}

const STATUS_VIEWS = ['out_status_now', 'out_status_history'];
const INDICATOR_TABLES = ['indicator', ...STATUS_VIEWS, 'out_indicator_series'];

/** Columns that mean something else, or something narrower, in one table: `table.column`. */
export const EXCEPTIONS: ColumnDescriptions = {
  ...forEach(
    ['observation', 'observation_revision', 'correction', 'indicator_value', 'time_period'],
    'period',
    PERIOD_NUMBER,
  ),
  ...forEach(['indicator_value', 'out_indicator_series'], 'role', OWN_OR_PEER),
  ...forEach(['indicator_value', 'out_indicator_series'], 'name', PLACE_NAME),
  ...forEach(['assessment', ...STATUS_VIEWS], 'label', SHADE),
  ...forEach(['assessment', 'indicator_value', ...STATUS_VIEWS, 'out_indicator_series'], 'value', INDICATOR_VALUE),
  ...forEach(INDICATOR_TABLES, 'title', INDICATOR_TITLE),
  ...forEach(INDICATOR_TABLES, 'title_en', INDICATOR_TITLE_EN),
  ...forEach(['observation_revision', 'out_revision', 'out_observation_asof'], 'publication_id', SET_BY),
  'time_period.code': text(
    'Perioden slik kilden skriver den',
    'The period as the source writes it',
    '2024K1',
    'YYYY, YYYYKq, YYYYMmm, YYYYUww, YYYYHh or YYYY-YYYY',
  ),
  'dataset.code': text('Datasettets kode', 'Code of the dataset', 'employed-by-industry'),
  'dimension.code': text('Dimensjonens kode hos kilden', 'Code of the dimension at the source', 'Region'),
  'dimension.role': oneOf('Dimensjonens rolle', 'Role of the dimension', ['geo', 'metric', 'time', 'classification']),
  'indicator.id': text('Indikator', 'Indicator', 'job-growth', 'lower-case words joined by hyphens'),
  'assessment.flags': json('Merker ved siden av statusen', 'Flags beside the status', `["${FLAGS[0]}"]`),
  'dataset_run.outcome': oneOf('Utfallet for datasettet', 'Outcome for the dataset', DATASET_OUTCOMES),
  'held_file.outcome': oneOf(
    'Hva noen avgjorde; tomt mens filen venter',
    'What a person decided; empty while the file waits',
    HELD_OUTCOMES,
  ),
  'held_file.name': text('Filens navn', 'Name of the file', 'naeringslivsundersokelse.csv'),
  'imported_file.name': text('Filens navn', 'Name of the file', 'naeringslivsundersokelse.csv'),
  'alert.kind': oneOf(
    'Hva slags varsel: endret status, rettelse, veksler stadig, dempet, har falt til ro, påminnelse, trøbbel i maskineriet, trøbbelet er over',
    'What kind of alert; muted ones go to the log alone',
    ALERT_KINDS,
  ),
  ...forEach(['acceptance', 'out_acceptance'], 'place', ACCEPTED_PLACE),
  ...forEach(['acceptance', 'out_acceptance'], 'period', ACCEPTED_PERIOD),
  ...forEach(['acceptance', 'out_acceptance'], 'publication_id', ACCEPTED_PUBLICATION),
  'correction.publication_id': rowNumber(
    'Publiseringen rettelsen ble gjort i',
    'The publication in which the correction was made',
    'publication.id',
  ),
  'correction.reason': text('Hvorfor tallet er rettet', 'Why the figure is corrected', 'Ført på feil kommune.'),
  'correction.reference': text('Hvor rettelsen er dokumentert', 'Where it is documented', 'Sak 2024/1234'),
  'installation.id': integer('Alltid 1', 'Always 1', 'row number', '1', '1'),
  'installation.recorded_at': instant('Når kommunen ble notert', 'When the municipality was recorded'),
  'lease.id': integer('Alltid 1', 'Always 1', 'row number', '1', '1'),
  'meta_release.id': integer('Alltid 1', 'Always 1', 'row number', '1', '1'),
  'meta_column.unit': text('Måleenhet; tomt for tekst', 'Unit; empty for texts', 'per cent'),
  'meta_column.licence': text(
    'Lisensen innholdet har; out_source.licence når hver rad har sin',
    'The licence of the content; out_source.licence when each row has its own',
    'CC BY 4.0',
  ),
  'meta_table.licence': text(
    'Lisensen innholdet har; out_source.licence når hver rad har sin',
    'The licence of the content; out_source.licence when each row has its own',
    'CC BY 4.0',
  ),
};
