import { OBS_STATUSES } from '../../model/data/cube.ts';
import { FREQUENCIES } from '../schema/observation.ts';
import { type ColumnDescription, type ColumnDescriptions, instant, integer, number, oneOf } from './description.ts';
import { rowNumber, text } from './description.ts';

const IN_UNIT = 'as in column unit';
const SERIES_UNIT = 'the unit of the series';
const CORRECTION_REASON = 'En virksomhet var ført på feil kommune.';
const CORRECTION_REFERENCE = 'Sak 2024/1234';

const SDMX_NO =
  'A vanlig, B brudd, D avvikende definisjon, E anslag, F framskriving, M finnes ikke, N ikke signifikant, ' +
  'O mangler, P foreløpig, Q skjermet';
const SDMX_EN =
  'A normal, B break, D definition differs, E estimated, F forecast, M cannot exist, N not significant, ' +
  'O missing, P provisional, Q suppressed';

function symbol(no: string, en: string): ColumnDescription {
  return text(no, en, ':', "the source's symbols such as . .. : *, or 0, no-row, withdrawn, taken-back");
}

function obsStatus(no: string, en: string): ColumnDescription {
  return oneOf(`${no} etter SDMX: ${SDMX_NO}`, `${en} by SDMX: ${SDMX_EN}`, OBS_STATUSES);
}

/** Columns about series and their figures; a name means the same wherever it stands. */
export const FIGURE_COLUMNS: ColumnDescriptions = {
  unit: text('Måleenhet', 'Unit', 'personer'),
  series_id: rowNumber('Tidsserie', 'Series', 'series.id'),
  series_key: text(
    'Kategorikodene i serien, sortert etter dimensjonskode og skilt med |',
    'The category codes of the series, in the order of the dimension codes and joined by |',
    '15-74|SysselsatteArb|0|00-99|K.3301',
  ),
  digest: text(
    'Sjekksum av serien i siste publisering; tomt når serien ikke var med',
    'Digest of the series in the newest publication; empty when the series was not in it',
    'n4bQgYhMfWW',
    '11 letters of base64; 16 hexadecimal digits where an earlier version has written it',
  ),
  region: text('Navn på regionen', 'Name of the region (Norwegian)', 'Kommunen'),
  region_en: text('Navn på regionen på engelsk', 'Name of the region in English', 'The municipality'),
  region_code: text('Kode for regionen', 'Code of the region', 'K.3301'),
  contents: text('Statistikkvariabel', 'Contents variable (Norwegian)', 'Sysselsatte etter arbeidssted'),
  contents_en: text('Statistikkvariabel på engelsk', 'Contents variable in English', 'Employed by place of work'),
  contents_code: text('Kode for statistikkvariabelen', 'Code of the contents variable', 'SysselsatteArb'),
  categories: text(
    'Alle kategoriene i serien som lesbar tekst',
    'All categories of the series as readable text (Norwegian)',
    'kjønn: Begge kjønn; region: Kommunen',
  ),
  categories_en: text(
    'Alle kategoriene som lesbar tekst på engelsk',
    'All categories as readable text in English',
    'sex: Both sexes; region: The municipality',
  ),
  period: text('Periode som tekst', 'Period as text', '2024K1', 'YYYY, YYYYKq, YYYYMmm, YYYYUww, YYYYHh or YYYY-YYYY'),
  frequency: oneOf('Hvor ofte serien har tall', 'How often the series has figures', FREQUENCIES),
  year: integer('År; for et spenn av år det siste', 'Year; the last one of a span', 'year', '2024', 'four digits'),
  sub_period: integer(
    'Nummer på kvartal, måned, uke eller halvår; 0 for år; for et spenn antall år fra det første til det siste, 2 for 2022–2024',
    'Number of the quarter, month, week or half-year; 0 for a year; for a span the years from its first to its last, 2 for 2022–2024',
    'number within the year',
    '1',
    'whole numbers from 0',
  ),
  value: number('Tall; tomt når det ikke finnes', 'Number; empty when there is none', IN_UNIT, '50600'),
  symbol: symbol(
    'Symbolet kilden viser i cellen, uendret; tomt for et vanlig tall. 0 når kilden viser en null som ikke kan være et tall, som for en regionkode utenfor årene den er i bruk; no-row når kilden ikke har noen rad og det betyr 0; withdrawn når kilden ikke lenger viser cellen; taken-back når filen tallet kom med, er tatt tilbake. Ordene står i out_term',
    'The symbol the source shows in the cell, unchanged; empty for a normal figure. 0 where the source shows a zero that cannot be a figure, as for a region code outside the years it is in use; no-row where the source has no row and that means 0; withdrawn when the source no longer shows the cell; taken-back when the file the figure came in was taken back. The words are in out_term',
  ),
  obs_status: obsStatus('Status for tallet', 'Observation status'),
  value_before: number('Tallet som ble erstattet', 'The number that was replaced', IN_UNIT, '50600'),
  value_after: number('Tallet det ble erstattet med', 'The number it was replaced with', IN_UNIT, '50700'),
  difference: number(
    'Tallet etter minus tallet før; tomt når et av dem mangler',
    'The number after less the number before; empty when one of them is missing',
    IN_UNIT,
    '100',
  ),
  symbol_before: symbol('Symbolet som sto i cellen før', 'The symbol in the cell before'),
  symbol_after: symbol('Symbolet som sto i cellen etter', 'The symbol in the cell after'),
  obs_status_before: obsStatus('Status før', 'Observation status before'),
  obs_status_after: obsStatus('Status etter', 'Observation status after'),
  replaced_by_publication_id: rowNumber(
    'Publiseringen som erstattet tallet',
    'The publication that replaced the figure',
    'publication.id',
  ),
  published: number('Tallet kilden hadde publisert', 'The number the source had published', SERIES_UNIT, '50600'),
  corrected: number(
    'Tallet kommunen satte i stedet',
    'The number the municipality put in its place',
    SERIES_UNIT,
    '50650',
  ),
  correction_reason: text(
    'Hvorfor kommunen har rettet tallet; tomt for et tall slik kilden har det',
    'Why the municipality has corrected the figure; empty for a figure as published',
    CORRECTION_REASON,
  ),
  correction_reference: text(
    'Hvor rettelsen er dokumentert; tomt for et tall slik kilden har det',
    'Where the correction is documented; empty for a figure as published',
    CORRECTION_REFERENCE,
  ),
  in_force_from: instant('Når tallet begynte å gjelde hos oss', 'When the figure came into force here'),
  in_force_until: instant('Når tallet sluttet å gjelde hos oss', 'When the figure ceased to be in force here'),
  newest_publication_id: rowNumber(
    'Publiseringen som da var den siste i datasettet',
    'The publication that was then the newest of the dataset',
    'publication.id',
  ),
  as_of_from: instant('Når datasettet begynte å se slik ut', 'When the dataset began to look like this'),
  as_of_until: instant(
    'Når det sluttet å se slik ut; tomt når det fortsatt gjør det',
    'When it ceased to look like this; empty when it still does',
  ),
};
