import { type Language, LANGUAGES } from '../../model/language.ts';
import {
  type ColumnDescription,
  type ColumnDescriptions,
  count,
  date,
  instant,
  number,
  rowNumber,
} from './description.ts';
import { text } from './description.ts';

const IN_UNIT = 'as in column unit';

/** What each language is called in Norwegian, and in English. */
const CALLED: Readonly<Record<Language, readonly [string, string]>> = {
  nb: ['bokmål', 'bokmål'],
  nn: ['nynorsk', 'nynorsk'],
  en: ['engelsk', 'English'],
};

/** A text in each language that readers are written to in: `status_nb`, `status_nn`, `status_en`. */
function inEachLanguage(column: string, no: string, en: string, examples: readonly string[]): ColumnDescriptions {
  return Object.fromEntries(
    LANGUAGES.map((language, index) => {
      const [norwegian, english] = CALLED[language];
      const said = text(`${no}, på ${norwegian}`, `${en}, in ${english}`, examples[index] ?? '');
      return [`${column}_${language}`, said];
    }),
  );
}

function flag(no: string, en: string): ColumnDescription {
  return { no, en, type: 'boolean', unit: '0 or 1', allowed: '0, 1', example: '1' };
}

/** Columns of what is made for analysts alone; a name means the same wherever it stands. */
export const ANALYST_COLUMNS: ColumnDescriptions = {
  period_start: date('Første dag i perioden', 'First day of the period'),
  period_end: date('Siste dag i perioden', 'Last day of the period', '2024-12-31'),
  municipality_code: text(
    'Dagens kode for kommunen regionen er, eller er blitt en del av; tomt når regionen ikke er én kommune',
    "Today's code of the municipality the region is, or has become part of; empty where the region is not one municipality",
    '3301',
    'a value of out_place.place_code',
  ),
  from_publication_id: rowNumber(
    'Første publisering med disse ordene; 0 for dem som gjaldt fra først av',
    'The first publication with these words; 0 for those of the beginning',
    'publication.id, or 0',
  ),
  until_publication_id: rowNumber(
    'Publiseringen som ga andre ord; tomt for dagens',
    'The publication that brought other words; empty for those of today',
    'publication.id',
  ),
  superseded_at: instant(
    'Når neste publisering av datasettet kom; tomt for den nyeste',
    'When the next publication of the dataset came; empty for the newest',
  ),
  run_key: text('Kjøringens nummer og datasettet', 'Number of the run and the dataset', '12:employed-total'),
  unit_after: text('Måleenheten tallet etter har', 'Unit of the number after', 'personer'),
  level_unit: text('Måleenheten til nivået', 'Unit of the level', 'personer'),
  flags_text: text(
    'Merkene med ord, skilt med komma; tomt når det ikke er noen',
    'The flags in words, joined by commas; empty when there are none (Norwegian)',
    'foreløpige tall',
  ),
  flags_text_en: text(
    'Merkene med ord på engelsk, skilt med komma; tomt når det ikke er noen',
    'The flags in words, joined by commas; empty when there are none (English)',
    'provisional figures',
  ),
  cause_text: text('Årsaken med ord', 'The cause in words (Norwegian)', 'nye tall'),
  cause_text_en: text('Årsaken med ord på engelsk', 'The cause in words (English)', 'new figures'),
  place_code: text('Dagens kode for stedet', "Today's code of the place", '3301'),
  valid_from: date(
    'Første dag koden er i bruk; tomt når den alltid har vært det',
    'First day the code is in use; empty where it always has been',
  ),
  valid_to: date(
    'Siste dag koden var i bruk; tomt når den fortsatt er det',
    'Last day the code was in use; empty where it still is',
    '2019-12-31',
  ),
  is_own: flag('1 for egen kommune, ellers 0', '1 for the own municipality, otherwise 0'),
  peer_group: text('Gruppen av dem det sammenliknes med', 'The group of those compared with', 'competing-regions'),
  region_name: text('Navn på regionen i gruppen', 'Name of the region of the group', 'Kongsbergregionen'),
  municipality: text('Navn på kommunen', 'Name of the municipality', 'Kongsberg'),
  confirmed: flag(
    '1 når gruppen er vedtatt, 0 når den er et forslag',
    '1 where the group is adopted, 0 for a proposal',
  ),
  is_latest: flag('1 for den siste perioden, ellers 0', '1 for the latest period, otherwise 0'),
  value_rounded: number(
    'Tallet slik siden viser det; tomt når det ikke finnes',
    'The number as the page shows it; empty when there is none',
    IN_UNIT,
    '1.4',
  ),
  previous_period: text(
    'Perioden det sammenliknes med; tomt når regelen ikke gjør det',
    'The period compared with; empty where the rule does not',
    '2023',
    'YYYY, YYYYKq, YYYYMmm, YYYYUww, YYYYHh or YYYY-YYYY',
  ),
  previous: number('Tallet i den perioden', 'The number in that period', IN_UNIT, '1.2'),
  change: number(
    'Tallet minus tallet i perioden det sammenliknes med',
    'The number less the number of the period compared with',
    IN_UNIT,
    '0.2',
  ),
  peers_figure: number(
    'Tallet det sammenliknes med: veksten hos de andre, eller gjennomsnittet av nivåene deres',
    "The figure compared with: the others' growth, or the mean of their levels",
    "per cent, or the level's own unit",
    '1.1',
  ),
  lead: number(
    'Eget tall minus tallet det sammenliknes med; under null når vi ligger etter',
    'The own figure less the one compared with; below zero where we are behind',
    "percentage points, or the level's own unit",
    '0.3',
  ),
  margin: number('Marginen regelen bruker', 'The margin the rule uses', 'the unit of change or lead', '0.1'),
  in_a_row: count(
    'Hvor mange perioder på rad, til og med denne, statusen har vært den samme; regnet fra planen begynte',
    'On how many periods in a row, this one counted, the status has been the same; since the plan began',
    '3',
  ),
  met_since_plan: count(
    'I hvor mange perioder ambisjonen er oppfylt siden planen begynte, til og med denne',
    'In how many periods the ambition has been met since the plan began, this one counted',
    '2',
  ),
  judged_since_plan: count(
    'Hvor mange perioder som er vurdert siden planen begynte, til og med denne',
    'How many periods have been judged since the plan began, this one counted',
    '3',
  ),
  grain_no: text('Hva én rad er, på bokmål', 'What one row is, in Norwegian', 'Én rad per indikator'),
  grain_en: text('Hva én rad er, på engelsk', 'What one row is, in English', 'One row per indicator'),
  key_columns: text(
    'Kolonnene som skiller radene fra hverandre, skilt med komma',
    'The columns that tell the rows apart, joined by commas',
    'indicator_id, period',
  ),
  ...inEachLanguage('text', 'Ordene', 'The words', ['Oppfylt', 'Oppfylt', 'Met']),
  ...inEachLanguage('title', 'Tittel', 'Title', [
    'Vekst i antall arbeidsplasser',
    'Vekst i talet på arbeidsplassar',
    'Growth in jobs',
  ]),
  ...inEachLanguage('status', 'Status slik siden sier det', 'Status as the page says it', [
    'Oppfylt',
    'Oppfylt',
    'Met',
  ]),
  ...inEachLanguage(
    'value',
    'Tallet med enhet, slik siden viser det',
    'The figure with its unit, as the page shows it',
    ['1,4 prosent', '1,4 prosent', '1.4 per cent'],
  ),
  ...inEachLanguage('change', 'Endringen, slik siden viser den', 'The change, as the page shows it', [
    'opp 0,2 prosentpoeng siden 2023',
    'opp 0,2 prosentpoeng sidan 2023',
    'up 0.2 percentage points since 2023',
  ]),
  ...inEachLanguage('in_a_row', 'På hvor mange perioder det har vært slik', 'On how many periods it has been so', [
    'Oppfylt 3 perioder på rad',
    'Oppfylt 3 periodar på rad',
    'Met 3 periods in a row',
  ]),
  ...inEachLanguage(
    'sentence',
    'Vurderingen i setninger, uten kilden',
    'The assessment in sentences, without the source',
    ['Veksten var 1,4 prosent.', 'Veksten var 1,4 prosent.', 'Growth was 1.4 per cent.'],
  ),
  ...inEachLanguage(
    'reservation',
    'Forbeholdene, i setninger; tomt når det ikke er noen',
    'The reservations, in sentences; empty when there are none',
    ['Foreløpige tall.', 'Førebelse tal.', 'Provisional figures.'],
  ),
  ...inEachLanguage('next', 'Når neste tall ventes', 'When the next figures are expected', [
    'februar 2027',
    'februar 2027',
    'February 2027',
  ]),
  ...inEachLanguage('source', 'Kildelinjen', 'The source line', [
    'Kilde: Statistisk sentralbyrå, tabell 07984.',
    'Kjelde: Statistisk sentralbyrå, tabell 07984.',
    'Source: Statistisk sentralbyrå, table 07984.',
  ]),
};
