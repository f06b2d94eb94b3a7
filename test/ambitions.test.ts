import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { jobs } from '../jobs/index.ts';
import { assessByRules } from '../src/app/assess/assess.ts';
import { checkExamples } from '../src/app/assess/check-examples.ts';
import { exampleDatasets } from '../src/app/assess/example-dataset.ts';
import { currentRules } from '../src/app/assess/rules-in-force.ts';
import { saidOf } from '../src/model/plan/said-status.ts';
import { LANGUAGES } from '../src/model/language.ts';
import { PipelineError } from '../src/model/errors.ts';
import { bundledPlaces } from '../src/places/bundled/bundled-places.ts';
import { loadSettings } from '../src/settings/load-settings.ts';
import type { IndicatorFile } from '../src/settings/files/indicator-file.ts';
import { sentenceOf } from '../src/words/finding/say-finding.ts';
import { statusText } from '../src/words/finding/status-text.ts';
import { copyConfig, type Edit } from './support/edited-config.ts';

/** What other plans hold, besides its rule: measure, step and peers where they are not the usual ones. */
interface Ambition {
  readonly rule: string;
  readonly keys?: readonly string[];
  /** Figures by period, and what they are divided by. */
  readonly figures: Readonly<Record<string, number>>;
  readonly per?: readonly number[];
  readonly example?: readonly string[];
  readonly value: number;
  readonly status: string;
  /** `new-enterprises` when left out. */
  readonly dataset?: string;
}

const none = 'tolerance: { absolute: 0 }';
const up = `direction: increase, ${none}`;
const down = `direction: decrease, ${none}`;
const change = (figures: readonly [number, number], rule: string, status: string): Ambition => ({
  ...{ rule: `{ id: annual-change, ${rule} }`, figures: { '2024': figures[0], '2025': figures[1] }, value: figures[1] },
  status,
});
const level = (value: number, rule: string, status: string): Ambition => ({
  ...{ rule, figures: { '2025': value }, value, status },
});
const target = (figures: Readonly<Record<string, number>>, rule: string, status: string): Ambition => ({
  ...{ rule: `{ id: target, ${rule} }`, figures, value: Object.values(figures).at(-1) ?? 0, status },
});

const three = ['peers: three'];
const ratio = ['measure: ratio'];

/** By their number among the thirty-two. */
const AMBITIONS: readonly Ambition[] = [
  change([12_300, 12_350], up, 'on-track'),
  change([2.1, 2.2], down, 'off-track'),
  { ...change([210, 210], up, 'on-track'), rule: `{ id: stable-or-improved, ${up} }` },
  {
    ...change([66.4, 66.3], up, 'on-track'),
    rule: '{ id: stable-or-improved, direction: increase, tolerance: { absolute: 0.2 } }',
  },
  change([50_000, 49_900], 'direction: decrease, tolerance: { percentOfPrevious: 0.5 }', 'stable'),
  {
    ...change([61, 62.5], up, 'on-track'),
    ...{ keys: ['step: 3 years'], figures: { '2022': 61, '2025': 62.5 } },
  },
  {
    ...change([500, 510], up, 'on-track'),
    rule: '{ id: growth-lead, against: mean, tolerance: { absolute: 0 } }',
    keys: [...ratio, ...three],
    per: [1000, 1000],
    example: [
      'peers: { asker: [500, 505], bergen: [400, 410], baerum: [200, 203] }',
      'perPeers: { asker: [1000, 1000], bergen: [1000, 1000], baerum: [1000, 1000] }',
    ],
    value: 51,
  },
  change([10_000, 10_100], `${up}, atLeast: { percentOfPrevious: 1 }`, 'on-track'),
  change([10_000, 10_120], `${up}, atLeast: { percentOfPrevious: 1.5 }`, 'stable'),
  change([5_000, 4_990], `${up}, atLeast: { percentOfPrevious: 2 }`, 'off-track'),
  change([3_200, 3_320], `${up}, atLeast: { absolute: 100 }`, 'on-track'),
  change([25_000, 25_200], `${up}, atLeast: { percentOfPrevious: 1 }`, 'stable'),
  change([100, 103.5], `${up}, atLeast: { percentOfPrevious: 3 }`, 'on-track'),
  level(74.9, '{ id: threshold, min: 75 }', 'off-track'),
  level(320, '{ id: threshold, min: 350, outer: { min: 300 } }', 'partly-met'),
  level(512, '{ id: threshold, min: 500 }', 'on-track'),
  level(2.5, '{ id: threshold, max: 2.5 }', 'on-track'),
  level(34.8, '{ id: threshold, min: 40, outer: { min: 35 } }', 'off-track'),
  level(1.75, '{ id: threshold, min: 1.3, max: 1.69, outer: { min: 1.1, max: 1.9 } }', 'partly-met'),
  level(5, '{ id: threshold, min: 4.5, max: 5.5, outer: { min: 4, max: 6 } }', 'on-track'),
  target({ '2025': 1004 }, `${up}, value: 1000, year: 2025, path: at-end`, 'on-track'),
  target(
    { '2020': 27_000, '2025': 27_600 },
    `${up}, value: 30000, base: 2020, year: 2040, path: straight`,
    'off-track',
  ),
  target({ '2026': 4700 }, `${up}, value: 5000, year: 2030, path: at-end`, 'insufficient'),
  target(
    { '2009': 100_000, '2024': 41_000 },
    `${down}, change: { percentOfBase: -80 }, base: 2009, year: 2030, path: straight`,
    'on-track',
  ),
  target(
    { '1991': 100, '2023': 56 },
    'direction: decrease, tolerance: { absolute: 1 }, change: { percentOfBase: -45 }, base: 1991, year: 2020, path: straight',
    'stable',
  ),
  target(
    { '2018': 100, '2025': 101 },
    'direction: decrease, tolerance: { absolute: 2 }, change: { absolute: 0 }, base: 2018, year: 2018, path: at-end',
    'stable',
  ),
  target(
    { '2015': 480, '2025': 330 },
    `${down}, change: { percentOfBase: -50 }, base: 2015, year: 2030, path: straight`,
    'off-track',
  ),
  {
    ...level(61, `{ id: against, place: '0', as: share, min: 90, ${up} }`, 'on-track'),
    example: ["places: { '0': [67.1] }"],
  },
  {
    ...level(60, '{ id: rank, direction: increase, within: 3 }', 'off-track'),
    keys: ['peers: seven'],
    example: [
      'peers: { asker: [61], bergen: [62], baerum: [63], oslo: [59], sandnes: [58], tromso: [57], trondheim: [56] }',
    ],
  },
  { ...change([10_000, 10_150], up, 'on-track'), keys: ratio, per: [20_000, 20_200], value: 50.2475247525 },
  {
    ...level(380, '{ id: threshold, min: 40, outer: { min: 35 } }', 'partly-met'),
    ...{ keys: ratio, per: [1000], value: 38 },
  },
  {
    ...change([102, 101.5], up, 'off-track'),
    rule: `{ id: no-worse-than-mean, periods: 3, ${up} }`,
    figures: { '2022': 100, '2023': 104, '2024': 102, '2025': 101.5 },
  },
];

/** The ambition in the words of a plan, and the unit of its figures in bokmål and English, with the decimals shown. */
const WORDS: readonly (readonly [wording: string, unit: string, unitEn: string, decimals: number])[] = [
  ['Flere arbeidsplasser hvert år', 'arbeidsplasser', 'jobs', 0],
  ['Lavere arbeidsledighet enn året før', 'prosent', 'per cent', 1],
  ['Antall nyetableringer skal ikke gå ned', 'foretak', 'enterprises', 0],
  ['Sysselsettingsandelen skal holdes oppe', 'prosent', 'per cent', 1],
  ['Utslippene fra næringslivet ned hvert år', 'tonn', 'tonnes', 0],
  ['Bedre tilfredshet ved hver måling (hvert tredje år)', 'poeng', 'points', 1],
  ['Sterkere vekst i arbeidsplasser per innbygger enn snittet av kommunegruppen', 'prosent', 'per cent', 1],
  ['Minst 1 prosent flere arbeidsplasser i året', 'arbeidsplasser', 'jobs', 0],
  ['Minst 1,5 prosent flere arbeidsplasser i året', 'arbeidsplasser', 'jobs', 0],
  ['Minst 2 prosent flere foretak i året', 'foretak', 'enterprises', 0],
  ['Minst 100 nye arbeidsplasser i året', 'arbeidsplasser', 'jobs', 0],
  ['Minst 1 prosent befolkningsvekst', 'innbyggere', 'residents', 0],
  ['Omsetningen i reiselivet skal øke minst 3 prosent i året', 'millioner kroner', 'million kroner', 1],
  ['Minst 75 prosent fornøyde bedrifter', 'prosent', 'per cent', 1],
  ['Minst 350 nye boliger i året', 'boliger', 'dwellings', 0],
  ['Minst 500 nyetableringer i året', 'foretak', 'enterprises', 0],
  ['Høyst 2,5 prosent arbeidsledige', 'prosent', 'per cent', 1],
  ['Minst 40 prosent med høyere utdanning', 'prosent', 'per cent', 1],
  ['Arbeidsledighet mellom 1,3 og 1,69 prosent', 'prosent', 'per cent', 2],
  ['Sykefravær mellom 4,5 og 5,5 prosent', 'prosent', 'per cent', 1],
  ['1 000 foretak innen 2025', 'foretak', 'enterprises', 0],
  ['30 000 innbyggere i 2040', 'innbyggere', 'residents', 0],
  ['5 000 arbeidsplasser i sentrum innen 2030', 'arbeidsplasser', 'jobs', 0],
  ['80 prosent lavere utslipp i 2030 enn i 2009', 'tonn', 'tonnes', 0],
  ['45 prosent lavere enn i 1991 innen 2020', 'tonn', 'tonnes', 0],
  ['Biltrafikken skal ikke over nivået i 2018', 'poeng', 'points', 0],
  ['Halvert avfall per innbygger i 2030 fra 2015', 'kilo per innbygger', 'kilos per resident', 0],
  ['Minst 90 prosent av landsgjennomsnittet', 'prosent', 'per cent', 1],
  ['Blant de tre beste i kommunegruppen', 'prosent', 'per cent', 1],
  [
    'Arbeidsplassene skal vokse raskere enn befolkningen',
    'arbeidsplasser per 100 innbyggere',
    'jobs per 100 residents',
    2,
  ],
  ['Minst 40 prosent av etablererne er kvinner', 'prosent', 'per cent', 1],
  ['Ikke svakere enn snittet av de tre siste årene', 'poeng', 'points', 1],
];

const GROUPS: Edit = [
  'peers.yaml',
  'groups:\n',
  `groups:
  - id: three
    title: Tre
    titleEn: Three
    confirmed: true
    regions:
      - { id: asker, name: Asker, members: ['3203'] }
      - { id: bergen, name: Bergen, members: ['4601'] }
      - { id: baerum, name: Bærum, members: ['3201'] }
  - id: seven
    title: Sju
    titleEn: Seven
    confirmed: true
    regions:
      - { id: asker, name: Asker, members: ['3203'] }
      - { id: bergen, name: Bergen, members: ['4601'] }
      - { id: baerum, name: Bærum, members: ['3201'] }
      - { id: oslo, name: Oslo, members: ['0301'] }
      - { id: sandnes, name: Sandnes, members: ['1108'] }
      - { id: tromso, name: Tromsø, members: ['5501'] }
      - { id: trondheim, name: Trondheim, members: ['5001'] }
`,
];

function toYaml(
  { rule, keys = [], figures, per, example = [], value, status, dataset = 'new-enterprises' }: Ambition,
  number: number,
): string {
  const [wording, unit, unitEn, decimals] = WORDS[number - 1] ?? ['Ambisjonen', 'prosent', 'per cent', 1];
  const has = (key: string) => keys.some((line) => line.startsWith(`${key}:`));
  return `id: ambition-${number}
position: ${100 + number}
title: Ambisjon ${number}
titleEn: Ambition ${number}
goal: Mål
subgoal: Delmål
ambition: ${wording}
measurement: Offentlig statistikk
inputs:
  - dataset: ${dataset}
    terms: [{}]
    ${per === undefined ? '' : "per: { dataset: employed-total, terms: [{ NACE2007: ['00-99'] }], times: 100 }"}
    proxy: false
    unit: ${unit}
    unitEn: ${unitEn}
    decimals: ${decimals}
${has('measure') ? '' : 'measure: level'}
${has('step') ? '' : 'step: 1 year'}
rule: ${rule}
${keys.join('\n')}
references: [Plan]
workedExample:
  periods: [${Object.keys(figures)
    .map((period) => `'${period}'`)
    .join(', ')}]
  own: [${Object.values(figures).join(', ')}]
  ${per === undefined ? '' : `per: [${per.join(', ')}]`}
${example.map((line) => `  ${line}`).join('\n')}
  expect: { value: ${value}, status: ${status} }
`;
}

/** What is wrong with the settings that ship and one indicator more, or `null`. */
function refusalOf(ambition: Ambition, number: number): string | null {
  const dir = copyConfig(GROUPS);
  writeFileSync(join(dir, 'indicators', `ambition-${number}.yaml`), toYaml(ambition, number));
  try {
    checkExamples(dir, loadSettings(dir, { jobs, places: bundledPlaces() }));
    return null;
  } catch (error) {
    if (error instanceof PipelineError) return error.message.replaceAll(`${dir}/`, '');
    throw error;
  }
}

const AT = '2026-01-01T00:00:00.000Z';

/** What is said of each ambition on its figures, in every language. */
function listing(): string {
  const dir = copyConfig(GROUPS);
  AMBITIONS.forEach((ambition, index) => {
    writeFileSync(join(dir, 'indicators', `ambition-${index + 1}.yaml`), toYaml(ambition, index + 1));
  });
  const settings = loadSettings(dir, { jobs, places: bundledPlaces() });
  const rules = new Map(currentRules(settings).map((one) => [one.definition.id, one]));
  const said = AMBITIONS.flatMap((_, index) => {
    const file = readFileSync(join(dir, 'indicators', `ambition-${index + 1}.yaml`), 'utf8');
    const { id, ambition, workedExample } = parse(file) as IndicatorFile;
    const ofIndicator = rules.get(id);
    if (ofIndicator === undefined) return [];
    const datasets = exampleDatasets(ofIndicator.definition, workedExample, ofIndicator.geography);
    const find = (dataset: string) => datasets.find(({ publication }) => publication.datasetId === dataset) ?? null;
    const { next } = assessByRules({ ...ofIndicator, breaks: [], allowedAgeDays: {} }, find, null, AT);
    const lines = LANGUAGES.map(
      (language) => `- ${language}: **${statusText(saidOf(next), language)}.** ${sentenceOf(next, language)}`,
    );
    return [`## ${index + 1}. ${ambition}`, lines.join('\n')];
  });
  return `# What is said of the thirty-two ambitions\n\n${said.join('\n\n')}\n`;
}

describe('an ambition that other plans hold is one YAML file that runs', () => {
  test.each(AMBITIONS.map((ambition, index) => ({ number: index + 1, ...ambition })))(
    '$number: $rule is $status',
    ({ number, ...ambition }) => {
      expect(refusalOf(ambition, number)).toBeNull();
    },
  );

  test('says what it found in bokmål, nynorsk and English as it was read through', async () => {
    await expect(listing()).toMatchFileSnapshot('ambitions.md');
  });

  test('there are thirty-two of them', () => {
    expect(AMBITIONS).toHaveLength(32);
  });

  test('and is held to what was worked out by hand', () => {
    const wrong = level(41, '{ id: threshold, min: 40 }', 'off-track');
    expect(refusalOf(wrong, 40)).toContain("comes out as 41 and 'on-track', and 41 and 'off-track' are expected");
  });
});

describe('a rule that cannot be is refused', () => {
  const ofRule = (rule: string, ...keys: string[]): Ambition => ({ ...level(1, rule, 'on-track'), keys });
  const target100 = `id: target, direction: increase, ${none}, year: 2030`;

  test.each([
    ['{ id: threshold }', "A threshold has a limit: write 'min', 'max' or both."],
    ['{ id: threshold, min: 3, max: 2 }', 'The lower limit 3 is above the upper one, 2.'],
    ['{ id: threshold, min: 3, outer: {} }', "Write 'min', 'max' or both here, or leave 'outer' out."],
    ['{ id: threshold, min: 3, outer: { max: 4 } }', "This outer limit has no 'max' inside it"],
    ['{ id: threshold, min: 3, outer: { min: 3 } }', 'An outer limit is below the limit itself, 3.'],
    ['{ id: threshold, max: 3, outer: { max: 2 } }', 'An outer limit is above the limit itself, 3.'],
    [`{ ${target100}, path: at-end }`, "A target is a 'value' to be reached or a 'change' from the base"],
    [`{ ${target100}, path: straight, value: 1, change: { absolute: 1 }, base: 2020 }`, 'write one of the two.'],
    [`{ ${target100}, path: straight, value: 1 }`, "'base' is missing: the year that a straight path begins in."],
    [`{ ${target100}, path: at-end, change: { absolute: 1 } }`, "'base' is missing: the year that a change is counted"],
    [`{ ${target100}, path: at-end, value: 1, base: 2020 }`, "is not counted from any year; leave 'base' out."],
    [`{ ${target100}, path: straight, value: 1, base: 2030 }`, 'The base must be before the year of the target, 2030.'],
    [`{ id: annual-change, ${up}, atLeast: { absolute: 0 } }`, 'A demanded change is above 0.'],
    [
      '{ id: annual-change, direction: increase, tolerance: { absolute: 2 }, atLeast: { absolute: 2 } }',
      'The change that is demanded must be greater than the tolerance.',
    ],
    [
      '{ id: annual-change, direction: increase, tolerance: { absolute: 2 }, atLeast: { percentOfPrevious: 5 } }',
      "Write 'atLeast' and 'tolerance' the same way",
    ],
    [`{ id: no-worse-than-mean, periods: 1, ${up} }`, 'A mean is over 2 periods or more.'],
    [
      '{ id: rank, direction: increase, within: 1 }',
      "The rule 'rank' compares with others: write which after 'peers:'",
    ],
    [`{ id: against, place: '333', as: share, min: 1, ${up} }`, "'333' is not a place: write a municipality code"],
    [
      `{ id: against, place: '30', as: share, min: 1, ${up} }`,
      "'30' was Viken until 2023, in an area that was divided",
    ],
    [`{ id: against, place: '3301', as: share, min: 1, ${up} }`, "'3301' is the own municipality"],
    [`{ id: against, place: '1515', as: share, min: 1, ${up} }`, "'1515' is in no group of peers.yaml"],
    [
      `{ id: against, place: '0625', as: share, min: 1, ${up} }`,
      "'0625' was in use until 2019; write today's code: '3301' Drammen.",
    ],
  ])('%s: %s', (rule, text) => {
    expect(refusalOf(ofRule(rule), 41)).toContain(text);
  });

  test('a rank that every place has', () => {
    const rank = ofRule('{ id: rank, direction: increase, within: 4 }', 'peers: three');
    expect(refusalOf(rank, 41)).toContain(
      "Every rank is within 4, as 'three' has 3 besides the own municipality: write at most 3.",
    );
  });

  test('the country, in a dataset without places', () => {
    const against = ofRule(`{ id: against, place: '0', as: share, min: 90, ${up} }`);
    expect(refusalOf({ ...against, dataset: 'survey' }, 41)).toContain(
      "indicators/ambition-41.yaml:19:29 'survey' is not fetched by place, so the country ('0') cannot stand beside the municipality in it",
    );
  });

  test.each([
    [`{ id: against, place: '3203', as: share, min: 1, ${up} }`, "'against' compares levels"],
    ['{ id: rank, direction: increase, within: 1 }', "'rank' counts the places that are better"],
    [`{ id: annual-change, ${up}, atLeast: { percentOfPrevious: 1 } }`, 'A growth cannot be demanded of the measure'],
    [
      `{ ${target100}, path: straight, change: { percentOfBase: 1 }, base: 2020 }`,
      "A change in per cent says nothing of the measure 'gap'",
    ],
  ])('of a measure it does not fit: %s', (rule, text) => {
    expect(refusalOf(ofRule(rule, 'measure: gap', 'peers: three'), 41)).toContain(text);
  });

  test('a ratio without what it is divided by, and a divisor of another measure', () => {
    expect(refusalOf(ofRule('{ id: not-set }', 'measure: ratio'), 41)).toContain("'per' is missing: a ratio needs");
    expect(refusalOf({ ...ofRule('{ id: not-set }'), per: [1] }, 41)).toContain("'per' belongs to the measure 'ratio'");
  });
});
