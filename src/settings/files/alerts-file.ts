import * as z from 'zod';
import { LANGUAGES } from '../../model/language.ts';
import { AUDIENCES } from '../../model/plan/alert.ts';
import { group, idWord, list, text } from './schema-words.ts';

const MOST_DAYS = 366;

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, {
  error: ({ input }) => `'${String(input)}' is not a time of day: write hours and minutes in quotes, such as '07:00'.`,
});

const mailAddress = z.string().regex(/^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]+$/, {
  error: ({ input }) => `'${String(input)}' is not an e-mail address, such as naering@example.org.`,
});

const timeZone = z.string().refine(isTimeZone, {
  error: ({ input }) => `'${String(input)}' is not a time zone; write one such as Europe/Oslo.`,
});

function days(least: number, what: string) {
  const error = `Write ${what}, from ${least} to ${MOST_DAYS}.`;
  return z.int({ error }).min(least, { error }).max(MOST_DAYS, { error });
}

const quietHours = group({
  from: clockTime.describe('From this time nothing is sent; it is held, never dropped'),
  to: clockTime.describe('Until this time'),
  weekends: z.boolean().describe('Whether Saturday and Sunday are quiet all day'),
})
  .refine(({ from, to }) => from !== to, { error: "'from' and 'to' are the same time; leave quietHours out for none." })
  .describe('When this channel is not used');

const common = {
  name: idWord
    .refine((name) => name !== 'log', { error: "'log' is the program's own log, which always gets everything." })
    .describe('What the outbox and `alerts test` call the channel'),
  audience: z.enum(AUDIENCES).describe('staff are notified of statuses, operations of trouble'),
  indicators: list(idWord).exactOptional().describe('Only these indicators; all of them when left out'),
  quietHours: quietHours.exactOptional(),
};

const webhook = group({
  ...common,
  by: z.literal('webhook'),
  payload: z.enum(['json', 'teams', 'slack']).describe('The form of what is posted to WEBHOOK_URL'),
});

const email = group({
  ...common,
  by: z.literal('email'),
  from: mailAddress.describe('The sender'),
  to: z.array(mailAddress).describe('The recipients; the channel is not used while there are none'),
});

/** `alerts.yaml`: who is notified of what, how and when. */
export const alertsFile = group({
  language: z.enum(LANGUAGES).exactOptional().describe("Language of the messages; the plan's when left out"),
  greeting: text.exactOptional().describe('How a message begins; «Hei!» when left out'),
  timeZone: timeZone.exactOptional().describe('Where days begin and quiet hours are read; Europe/Oslo when left out'),
  channels: z
    .array(z.discriminatedUnion('by', [webhook, email]))
    .exactOptional()
    .describe('Beside the log, which always gets everything; one webhook for staff when left out'),
  withoutOperations: z
    .enum(['staff', 'log'])
    .exactOptional()
    .describe('Who hears of trouble while no channel of operations is in use: staff (when left out), or the log alone'),
  reminders: group({
    everyDays: days(0, 'how many days lie between reminders (0 for none)').describe(
      'Days between reminders of an ambition that is still not met; 0 for none',
    ),
  }).exactOptional(),
  unsettled: group({
    changes: days(3, 'how many changes are too many').describe(
      'With so many changes of one status it is notified once that it does not settle',
    ),
    withinDays: days(1, 'within how many days').describe(
      'Within so many days; it has settled after as many without a change',
    ),
  })
    .exactOptional()
    .describe('Four changes within thirty days when left out'),
});

export type AlertsFile = z.infer<typeof alertsFile>;

function isTimeZone(zone: string): boolean {
  // The list takes a millisecond, a formatter ten; but the list lacks older names, such as UTC.
  if (Intl.supportedValuesOf('timeZone').includes(zone)) return true;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
