import * as z from 'zod';
import type { Coverage, Quantity } from '../../model/data/job.ts';
import { group, idWord, list, periodCode, text } from './schema-words.ts';

const QUANTITIES = ['count', 'percentage'] as const satisfies readonly Quantity[];
const COVERAGES = ['municipality', 'county', 'national'] as const satisfies readonly Coverage[];

/** The censuses that come least often come so. */
const MOST_DAYS = 3660;

const pattern = text.refine(isPattern, { error: 'This pattern is not a regular expression; see to its brackets.' });

const tableNumber = z
  .string()
  .regex(/^\d{5}$/, { error: ({ input }) => `'${String(input)}' is not a table number: write five digits in quotes.` });

const table = z.union(
  [tableNumber, group({ queries: list(text), subject: text.describe('Subject that the table must lie under') })],
  { error: "A table is written '07984', five digits in quotes, or { queries: ['words'], subject: 'innov' }." },
);

const codes = z
  .union(
    [
      list(text),
      z.literal('*'),
      group({ codes: list(text), codeList: text }),
      group({ labelled: pattern, orLeftOut: z.boolean().exactOptional() }),
    ],
    {
      error:
        "Codes are written ['01', '02'], '*' for all, { codes: […], codeList: … } or { labelled: … }; in an override also none.",
    },
  )
  .describe("The codes of a variable: these, all of them ('*'), those of a code list, or those with such a label");

const codesOrNone = z.union([codes, z.literal('none')], {
  error: "Codes are written ['01', '02'], '*' for all, { codes: […], codeList: … }, { labelled: … }, or none.",
});

const contents = list(
  group({
    code: text.exactOptional(),
    labelled: pattern.exactOptional().describe('A pattern on the label, in place of a code'),
    unit: pattern.exactOptional().describe('A pattern on the unit, in Norwegian or English'),
    quantity: z.enum(QUANTITIES).exactOptional(),
    zero: z.literal('impossible').exactOptional(),
    nil: z.literal('counts').exactOptional(),
  }),
).describe('The whole list; what an entry does not say is taken from the entry of the job that it stands for');

const alternatives = list(
  group({
    id: idWord,
    coverage: z.enum(COVERAGES).exactOptional(),
    regions: group({
      variable: text,
      places: z.enum(['own', 'own-and-peers']),
      codeList: group({ id: text, prefix: text }).exactOptional(),
      country: z.boolean().exactOptional(),
    }).exactOptional(),
    select: z.record(text, codes).exactOptional(),
    otherVariables: z.enum(['refuse', 'total']).exactOptional(),
    time: text.exactOptional().describe("'*', 'from(2008)' or 'top(5)'"),
  }),
).describe('The whole list; what an entry does not say is taken from the alternative of the job with its id');

const parts = list(
  group({
    variable: text,
    total: text.describe('Code of the total'),
    parts: list(text).describe('Codes that make it up, all of them'),
    contents: list(text).exactOptional().describe('Contents codes it holds for; all of them when left out'),
    within: z.number().positive().exactOptional().describe('How far each figure may be off; half a unit when left out'),
  }),
).describe('The whole list: which codes make up which total. A reply in which they do not is held back');

/** What may be said of a table, and of a dataset in place of what its job says. */
const question = {
  contents: contents.exactOptional(),
  select: z
    .record(text, codesOrNone)
    .exactOptional()
    .describe(
      'Variable by variable, in every alternative: these codes in place of those of the job; none leaves it out',
    ),
  alternatives: alternatives.exactOptional(),
  parts: parts.exactOptional(),
};

const reason = text.describe('Why, in a sentence that can be shown');
const reference = text.describe('Where that can be read: a case number or an address');

const tables = z
  .array(
    group({
      table,
      from: periodCode.exactOptional().describe('First period taken from this table, in quotes'),
      to: periodCode.exactOptional().describe('Last period taken from this table, in quotes'),
      same: z
        .record(text, z.record(text, text))
        .exactOptional()
        .describe(
          'The one category of a variable of the dataset, and which category of this table is the same quantity',
        ),
      ...question,
      break: group({ reason, reference }).exactOptional().describe('The first period of this table is a break'),
    }),
  )
  .min(2, { error: 'One table alone is written `table`; here stand two or more, oldest first.' });

const addedJobs = z
  .array(
    group({
      id: idWord.describe('Name on the command line'),
      title: text,
      schedule: text.describe("Cron with five fields, such as '52 8 * * 1-5'"),
      timeZone: z.literal('Europe/Oslo').exactOptional().describe('The time zone of the schedule'),
    }),
  )
  .describe('Jobs beside those of the program; datasets name theirs with `job`');

/**
 * `datasets.yaml`: what is asked of the source in place of what the program comes with, and besides it. The file may be
 * left out.
 */
export const datasetsFile = group({
  jobs: addedJobs.exactOptional(),
  datasets: z.record(
    text,
    group({
      job: idWord.exactOptional().describe('Adds the dataset, under its name, to this job'),
      keep: z.literal(true).exactOptional().describe('Fetched also while no indicator uses it'),
      title: text.exactOptional(),
      titleEn: text.exactOptional(),
      table: table.exactOptional(),
      tables: tables.exactOptional().describe('Tables that followed each other, oldest first, with their years'),
      allowedAgeDays: z
        .int()
        .positive({ error: 'An age in days is 1 or more.' })
        .max(MOST_DAYS, { error: `An age in days is at most ${MOST_DAYS}, ten years.` })
        .exactOptional()
        .describe('Days after the newest publication until it counts as stale'),
      ...question,
      break: group({ period: periodCode.describe('First period after the break, in quotes'), reason, reference })
        .exactOptional()
        .describe('A break that the change of table brings'),
    }),
  ),
});

export type DatasetsFile = z.infer<typeof datasetsFile>;
export type AddedJob = NonNullable<DatasetsFile['jobs']>[number];
export type DatasetEntry = DatasetsFile['datasets'][string];
export type DatasetTable = NonNullable<DatasetEntry['tables']>[number];

function isPattern(written: string): boolean {
  try {
    new RegExp(written, 'i');
    return true;
  } catch {
    return false;
  }
}
