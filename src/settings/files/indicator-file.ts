import * as z from 'zod';
import { STATUSES } from '../../model/plan/assessment.ts';
import { MEASURES } from '../../model/plan/indicator.ts';
import { rule } from './rule-schema.ts';
import { group, idWord, list, periodCode, placeCode, text } from './schema-words.ts';
import { STEP_PATTERN } from './step.ts';
import { optionalText, requiredText } from './worded-keys.ts';

const selection = z.union([list(text), group({ not: z.array(text) })], {
  error: "Categories are written ['01', '02'], or { not: ['03'] } for all but these, or { not: [] } for all.",
});

const terms = list(z.record(text, selection)).describe(
  'Groups of series: dimension code and category codes. All are summed',
);

const per = group({
  dataset: text.describe('A dataset that a job fetches, or an imported one'),
  terms,
  times: z
    .number()
    .positive({ error: 'What the quotient is multiplied by is above 0.' })
    .describe('What the quotient is multiplied by: 1, 100 for per cent, 1000 for per thousand'),
});

/** What is asked of one table. */
const asked = {
  terms,
  leftOut: z
    .record(
      text,
      z.union([list(text), z.literal('all-others')], {
        error: "Categories left out are written ['01', '02'], or all-others for all that are not counted.",
      }),
    )
    .exactOptional()
    .describe(
      'Dimension code and the categories left out by decision; what is neither counted nor left out is asked about',
    ),
  over: text.exactOptional().describe('Only for diversity: the dimension whose categories are the groups'),
  whole: group({
    total: text.describe('The category that is the total of the groups'),
    unspecified: text.exactOptional().describe('The category of what belongs to no group'),
  })
    .exactOptional()
    .describe('Only for diversity: from the published total, bounds are found where groups are withheld'),
};

const DECIMALS = { error: 'Write how many decimals are shown, from 0 to 6.' };

const input = group({
  dataset: text.describe('A dataset that a job fetches, or an imported one: survey, municipal-emissions'),
  ...asked,
  afterSwitch: group(asked)
    .exactOptional()
    .describe('The same, of the table with other dimensions that datasets.yaml lets the dataset go over to'),
  secondTable: text
    .exactOptional()
    .describe('Only for diversity: a dataset with the same groups, used where withheld groups leave the status open'),
  per: per.exactOptional().describe('Only for ratio: the figures that these are divided by'),
  proxy: z.boolean().describe('True when the figures stand in for something that is not measured'),
  ...requiredText('unit', 'Unit shown to staff beside a number in a sentence'),
  ...optionalText(
    'unitInWords',
    'Unit as it is said of a figure that stands alone, such as «prosent med høyere utdanning»',
  ),
  ...optionalText('meaning', 'What the number is, where that differs from one input to another'),
  decimals: z.int().min(0, DECIMALS).max(6, DECIMALS).describe('Decimals shown to staff'),
});

const figures = list(z.number());

const workedExample = group({
  periods: list(periodCode).describe('Period codes in quotes, oldest first'),
  own: figures.exactOptional().describe("The own municipality's figure in each period"),
  groups: z
    .record(text, figures)
    .exactOptional()
    .describe('Only for diversity: the figure of each group in each period'),
  peers: z.record(idWord, figures).exactOptional().describe("Each peer region's figure in each period"),
  per: figures.exactOptional().describe('Only for ratio: what the own figure is divided by in each period'),
  perPeers: z.record(idWord, figures).exactOptional().describe("What each peer region's figure is divided by"),
  places: z
    .record(placeCode, figures)
    .exactOptional()
    .describe("Only for the rule 'against': the figure of each place it names, by code"),
  expect: group({
    value: z.number().describe('The measure in the last period'),
    status: z.enum(STATUSES),
  }),
});

/** `indicators/<id>.yaml`: one indicator of the plan. */
export const indicatorFile = group(
  {
    id: idWord.describe('The same as the name of the file'),
    position: z.int().positive({ error: 'A position is 1 or more.' }).describe('Place in the plan'),
    ...requiredText('title', 'Title as the plan has it'),
    ...optionalText('shortTitle', 'Title where there is little room, as in the subject of a message'),
    ...optionalText('meaning', 'What the number is, in one or two sentences'),
    goal: text.describe('Hovedmål'),
    subgoal: text.describe('Delmål'),
    ambition: text.describe('The adopted wording, shown unchanged'),
    measurement: text.describe('Where the plan says that the figures come from'),
    inputs: list(input).describe('In order of preference; the first with a figure for the own municipality is used'),
    measure: z.enum(MEASURES).describe('How the figures become the value that the rule judges'),
    step: z
      .string()
      .regex(STEP_PATTERN, {
        error: ({ input: found }) =>
          `'${String(found)}' is not a step: write '1 year', '2 years', '1 quarter' or 'previous-period'.`,
      })
      .describe("How far apart the two periods stand that are compared, or 'previous-period' for the table's own"),
    rule,
    peers: idWord.exactOptional().describe('A group of peers.yaml'),
    requiredPeers: z
      .int()
      .positive({ error: 'At least one peer is required where this is written.' })
      .exactOptional()
      .describe('How many peers must have figures; all of them when left out'),
    ...optionalText('notMeasured', 'What the ambition covers but no figure does'),
    references: list(text).describe('Where the wording and the definition can be read'),
    workedExample: workedExample.describe('Small figures with the answer worked out by hand; run as a test'),
  },
  {
    afterSwitch:
      'it belongs within the entry of `inputs` whose dataset goes over to another table, indented as its `dataset` is.',
  },
);

export type IndicatorFile = z.infer<typeof indicatorFile>;
export type InputEntry = IndicatorFile['inputs'][number];
