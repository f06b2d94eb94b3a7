import type { Status } from '../../model/plan/assessment.ts';
import { type Language, planLanguageOf } from '../../model/language.ts';
import { inPlanLanguage, type Template } from './template.ts';

/** What an indicator of a new folder is written with. */
export interface IndicatorChoices {
  readonly position: number;
  readonly language: Language;
  /** The group it is compared with, and the ids of its regions but the own; `null` where no measure compares. */
  readonly peers: { readonly id: string; readonly regions: readonly string[] } | null;
}

/** What the program says of a worked example: the value, and the status by the rule that is proposed. */
export interface WorkedOut {
  readonly value: number;
  readonly status: Status;
}

const FIRST_LINE = '# yaml-language-server: $schema=../schema/indicator.schema.json';
/** Keys that stand at the end, in one of two forms. */
const ENDING = ['rule', 'peers', 'workedExample'];
/** After these the plan's own words are written. */
const HEADING = /^(id|position|(title|shortTitle|meaning)(Nn|En)?)$/;
const SECTIONS = ['inputs', 'measure', 'notMeasured', 'references'];

const BOKMAL = {
  goal: 'Hovedmålet er ikke skrevet inn',
  subgoal: 'Delmålet er ikke skrevet inn',
  ambition: 'Ambisjonen er ikke vedtatt',
  measured: 'Offentlig statistikk',
  asked: 'Kommunens næringslivsundersøkelse',
};

/** A plan's own words are in its language, and in bokmål where its page is in English. */
const WORDS: Readonly<Record<Language, typeof BOKMAL>> = {
  nb: BOKMAL,
  nn: {
    goal: 'Hovudmålet er ikkje skrive inn',
    subgoal: 'Delmålet er ikkje skrive inn',
    ambition: 'Ambisjonen er ikkje vedteken',
    measured: 'Offentleg statistikk',
    asked: 'Næringslivsundersøkinga til kommunen',
  },
  en: BOKMAL,
};

const TO_ADOPT = [
  '# No ambition has been adopted yet. When one has: write `goal`, `subgoal` and `ambition` above, take away the lines from',
  '# here to the row of hyphens, and the first two characters of each line below it. The margin is a proposal too.',
];

/**
 * The file of an indicator as long as no ambition has been adopted: `rule: { id: not-set }`, with the proposed rule and its
 * worked example in comments below.
 */
export function indicatorText(template: Template, choices: IndicatorChoices, workedOut: WorkedOut): string {
  const { value, status } = workedOut;
  const comparesNow = template.comparedBy === 'measure';
  const now = [
    ...TO_ADOPT,
    'rule: { id: not-set }',
    ...(comparesNow ? peersLine(choices) : []),
    '',
    '# Made-up figures; the program worked out what is expected.',
    exampleText(template, choices, comparesNow, `{ value: ${value}, status: ambition-not-set }`),
  ];
  const later = [...adopted(template, choices, `{ value: ${value}, status: ${status} }`)]
    .join('\n')
    .split('\n')
    .map((line) => `# ${line}`);
  return [...beginning(template, choices), ...now, `# ${'-'.repeat(70)}`, ...later, ''].join('\n');
}

/** The same with the proposed rule in force and an example that is yet to be worked out. */
export function adoptedText(template: Template, choices: IndicatorChoices): string {
  const expect = '{ value: 0, status: not-measured }';
  return [...beginning(template, choices), ...adopted(template, choices, expect), ''].join('\n');
}

function beginning(
  { blocks, isFromSurvey, id }: Template,
  { position, language }: IndicatorChoices,
): readonly string[] {
  const spoken = planLanguageOf(language);
  const words = WORDS[spoken];
  const worded = inPlanLanguage(
    [...blocks]
      .flatMap(([key, text]) => (HEADING.test(key) && key !== 'id' && key !== 'position' ? [text] : []))
      .join('\n'),
    spoken,
  );
  const rest = [...blocks].filter(([key]) => !HEADING.test(key) && !ENDING.includes(key));
  const body = rest.map(([key, text]) => `${SECTIONS.includes(key) ? '\n' : ''}${text}`).join('\n');
  return [
    FIRST_LINE,
    `id: ${id}`,
    `position: ${position}`,
    worded,
    '',
    "# The plan's own words, shown unchanged: to be written, and the ambition to be adopted.",
    `goal: ${words.goal}`,
    `subgoal: ${words.subgoal}`,
    `ambition: ${words.ambition}`,
    `measurement: ${isFromSurvey ? words.asked : words.measured}`,
    inPlanLanguage(body, spoken).replaceAll(BOKMAL.asked, words.asked),
    '',
  ];
}

function adopted(template: Template, choices: IndicatorChoices, expect: string): readonly string[] {
  return [
    template.blocks.get('rule') ?? '',
    ...(template.comparedBy === null ? [] : peersLine(choices)),
    exampleText(template, choices, template.comparedBy !== null, expect),
  ];
}

function peersLine({ peers }: IndicatorChoices): readonly string[] {
  return peers === null ? [] : [`peers: ${peers.id}`];
}

/** The worked example with every region of the group, or none, in the place of `each`. */
function exampleText({ blocks }: Template, { peers }: IndicatorChoices, compares: boolean, expect: string): string {
  return (blocks.get('workedExample') ?? '')
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('  expect:')) return [`  expect: ${expect}`];
      if (line === '  peers:') return compares ? [line] : [];
      const each = /^ {4}each: (?<figures>.+)$/.exec(line)?.groups?.['figures'];
      if (each === undefined) return [line];
      return compares && peers !== null ? peers.regions.map((id) => `    ${id}: ${each}`) : [];
    })
    .join('\n');
}
