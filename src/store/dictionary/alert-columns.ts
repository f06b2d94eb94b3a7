import { STATUSES } from '../../model/plan/assessment.ts';
import { DELIVERY_STATES } from '../schema/alert.ts';
import { type ColumnDescriptions, instant, integer, oneOf, rowNumber, text } from './description.ts';

/** Columns about notifications. */
export const ALERT_COLUMNS: ColumnDescriptions = {
  subject: text(
    'Hva varselet gjelder: en indikator, eller det som har trøbbel i maskineriet',
    'What the alert is about: an indicator, or what is in trouble in the machinery',
    'job-growth',
  ),
  from_status: oneOf('Status før; tomt ved første vurdering', 'Status before; empty for a first assessment', STATUSES),
  to_status: oneOf('Status etter', 'Status after', STATUSES),
  text: text(
    'Vurderingen slik varselet sier den; for trøbbel JSON med opplysningene og det som ble sagt (said)',
    'The assessment as the alert says it; for trouble JSON with the facts and what was said (said)',
    'Veksten var 1,2 prosent.',
  ),
  idempotency_key: text(
    'Nøkkel som lar mottakeren kjenne igjen et varsel den har fått før',
    'Key by which a receiver knows an alert it already has',
    '0a1b2c3d4e5f60718293a4b5c6d7e8f9',
    '32 hexadecimal digits',
  ),
  created_at: instant('Når varselet ble laget', 'When the alert was made'),
  alert_id: rowNumber('Varselet som leveres', 'The alert that is delivered', 'alert.id'),
  channel: text('Kanalen det leveres i', 'The channel it is delivered on', 'log'),
  message_key: text(
    'Nøkkelen til meldingen varselet sendes i; mottakeren kan kjenne den igjen',
    'Key of the message the alert is sent in; a receiver can know it again',
    '0a1b2c3d4e5f60718293a4b5c6d7e8f9',
    '32 hexadecimal digits',
  ),
  state: oneOf('Hvor langt leveringen er kommet', 'How far the delivery has come', DELIVERY_STATES),
  attempts: integer('Antall forsøk', 'Number of attempts', 'count', '1', 'whole numbers from 0'),
  next_attempt_at: instant('Når det prøves neste gang', 'When it is tried next'),
  last_error: text('Hva som gikk galt i siste forsøk', 'What went wrong in the last attempt', 'No answer in time.'),
  delivered_at: instant('Når det ble levert', 'When it was delivered'),
  taken_posts: text(
    'Innlegg av en delt melding som mottakeren har tatt imot, ved navnene sine; tomt når meldingen er ett innlegg',
    'Posts of a divided message that the receiver has taken, by their names; empty where the message is one post',
    '["0a1b2c3d4e5f60718293a4b5c6d7e8f9"]',
    'a JSON list',
  ),
  until_date: text(
    'Siste dag kvitteringen gjelder',
    'The last day the acknowledgement holds',
    '2026-12-31',
    'YYYY-MM-DD',
  ),
  reason: text('Hvorfor det er kvittert', 'Why it was acknowledged', 'Tiltak er vedtatt.'),
  acknowledged_by: text('Hvem som kvitterte', 'Who acknowledged it', 'kari'),
  acknowledged_at: instant('Når det ble kvittert', 'When it was acknowledged'),
};
