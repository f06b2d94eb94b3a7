import { CAUSES, FLAGS, GUARD_REASONS, STATUSES } from '../../model/plan/assessment.ts';
import { MISSING_REASONS } from '../../model/data/figure.ts';
import { type ColumnDescription, type ColumnDescriptions, instant, json, number } from './description.ts';
import { oneOf, rowNumber, text } from './description.ts';

const MISSING_REASON_LIST = MISSING_REASONS.join(', ');

function missing(no: string, en: string): ColumnDescription {
  return text(no, en, 'missing', MISSING_REASON_LIST);
}

/** Columns about indicators and assessments; a name means the same wherever it stands. */
export const ASSESSMENT_COLUMNS: ColumnDescriptions = {
  indicator_id: text('Indikator', 'Indicator', 'job-growth', 'a value of indicator.id'),
  goal: text('Hovedmål i planen', 'Main goal of the plan', 'Kommunen er et næringssentrum'),
  subgoal: text('Delmål i planen', 'Subgoal of the plan', 'Kommunen er næringslivets førstevalg'),
  ambition: text('Ambisjonen slik den er vedtatt', 'The ambition as adopted', 'Årlig forbedring'),
  measurement: text(
    'Hvordan planen sier at det skal måles',
    'How the plan says it is to be measured',
    'Offentlig statistikk',
  ),
  fingerprint: text('Fingeravtrykk av regelen', 'Fingerprint of the rule', '0a1b2c3d4e5f6071', '16 hexadecimal digits'),
  rule_fingerprint: text(
    'Fingeravtrykk av regelen vurderingen bygger på',
    'Fingerprint of the rule the assessment rests on',
    '0a1b2c3d4e5f6071',
    'a value of rule_version.fingerprint',
  ),
  definition: json('Hele regelen', 'The whole rule', '{"definition":{"id":"job-growth"}}'),
  recorded_at: instant('Når regelen begynte å gjelde', 'When the rule came into force'),
  place: text('Kode for stedet', 'Code of the place', '3301'),
  value_missing: missing('Hvorfor indikatorens tall mangler', "Why the indicator's number is missing"),
  level: number('Nivået målingen bygger på', 'The level the measure rests on', 'as in column level_unit', '50600'),
  level_missing: missing('Hvorfor nivået mangler', 'Why the level is missing'),
  growth: number('Vekst fra forrige periode', 'Growth since the previous period', 'per cent', '1.2'),
  growth_missing: missing('Hvorfor veksten mangler', 'Why the growth is missing'),
  assessment_id: rowNumber('Vurderingens nummer', 'Number of the assessment', 'assessment.id'),
  rule_version_id: rowNumber(
    'Versjonen av regelen vurderingen bygger på',
    'The version of the rule the assessment rests on',
    'rule_version.id',
  ),
  status: oneOf('Status', 'Status', STATUSES),
  status_text: text(
    'Status slik den vises: av stable «Uendret», «Om lag likt» (mot andre eller en vei mot målet) eller «For liten endring»',
    'Status as shown to staff (Norwegian): of stable one of three words',
    'Oppfylt',
  ),
  status_text_en: text('Status på engelsk', 'Status in English', 'Met'),
  flags: text(
    'Merker ved siden av statusen, skilt med komma; tomt når det ikke er noen',
    'Flags beside the status, joined by commas; empty when there are none',
    'proxy, stale',
    FLAGS.join(', '),
  ),
  cause: oneOf(
    'Hvorfor vurderingen skiller seg fra den forrige',
    'Why the assessment differs from the one before',
    CAUSES,
  ),
  sentence: text(
    'Vurderingen i én setning',
    'The assessment in one sentence (Norwegian)',
    'Antall arbeidsplasser vokste mer enn hos dem det sammenliknes med.',
  ),
  reason: text(
    'Hvorfor regelen ikke kunne si noe om perioden; tomt når den kunne',
    'Why the rule could not speak about the period; empty when it did',
    'own-figure-missing',
    GUARD_REASONS.join(', '),
  ),
  missing: json(
    'Tallene som mangler: sted, serie, periode og grunn',
    'The figures that are missing: place, series, period and reason',
    '[{"role":"own","label":"Bergverksdrift","period":"2025","reason":"confidential"}]',
  ),
  last_known_period: text(
    'Siste periode regelen kunne vurdere; tomt når vurderingen gjelder den siste perioden',
    'Newest period the rule could speak about; empty when it spoke about the latest',
    '2024',
  ),
  last_known_value: number('Verdien i den perioden', 'The value in that period', 'as in column unit', '1.4'),
  last_known_status: oneOf('Statusen i den perioden', 'The status in that period', STATUSES),
  bound_low: number(
    'Laveste verdi indeksen kan ha når grupper er holdt tilbake',
    'The lowest value the index can have where groups are withheld',
    'index from 0 to 1',
    '0.54',
  ),
  bound_high: number(
    'Høyeste verdi indeksen kan ha når grupper er holdt tilbake',
    'The highest value the index can have where groups are withheld',
    'index from 0 to 1',
    '0.545',
  ),
  remarks: json('Det som ellers må sies, i setninger', 'What else must be said, in sentences', '[]'),
  removed_at: instant(
    'Når indikatoren gikk ut av planen; tomt så lenge den er med',
    'When the indicator left the plan; empty while it is in it',
  ),
  evidence: json(
    'Regel, tall og observasjoner vurderingen bygger på',
    'Rule, numbers and observations the assessment rests on',
    '{"rule":{"id":"growth-lead"},"numbers":{"lead":0.17}}',
  ),
  publications: json('Publiseringene vurderingen bygger på', 'The publications the assessment rests on', '[1,2]'),
  assessed_at: instant('Når vurderingen ble gjort', 'When the assessment was made'),
  since: instant('Når statusen ble den den er', 'When the status took the value it has'),
};
