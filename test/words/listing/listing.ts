import type { IndicatorInput } from '../../../src/model/plan/indicator.ts';
import type { Language } from '../../../src/model/language.ts';
import { CAUSES, FLAGS, GUARD_REASONS, STATUSES } from '../../../src/model/plan/assessment.ts';
import { MISSING_REASONS } from '../../../src/model/data/figure.ts';
import type { Rule } from '../../../src/model/plan/rule.ts';
import type { CauseFacts, GuardFacts, Texts } from '../../../src/words/finding/texts.ts';
import { textsOf } from '../../../src/words/finding/texts-of.ts';
import { messageTextsOf, troubleTextsOf } from '../../../src/words/message/language.ts';
import type { Remark } from '../../../src/model/plan/finding.ts';
import { remarkText } from '../../../src/words/remark/remark-text.ts';
import { type SourceFinding, sourceRemark } from '../../../src/words/remark/source-remark.ts';
import { buildDefinition, buildPeerGroup, INPUT, OWN, regionSeries } from '../../support/builders.ts';
import { assessFigures } from '../../status/assess-figures.ts';

// Everything that is said of a finding, a line each, as a person reads it: `docs/texts/nb.md` and `docs/texts/en.md`.

type Years = Readonly<Record<string, number>>;

interface Case {
  readonly rule: Rule;
  readonly measure?: 'level' | 'growth' | 'gap';
  readonly unit?: readonly [nb: string, en: string, decimals: number];
  readonly inWords?: Pick<IndicatorInput, 'unitInWords' | 'unitInWordsEn'>;
  readonly own: readonly Years[];
  readonly peers?: readonly [Years, Years];
}

const up = { direction: 'increase' } as const;
const ENTERPRISES = ['foretak', 'enterprises', 0] as const;
const histories = (start: number, steps: readonly number[]) =>
  steps.map((step) => ({ '2022': start, '2023': start, '2024': start, '2025': start + step }));
const annual: Rule = { id: 'annual-change', ...up, tolerance: { absolute: 10 } };
const lead: Rule = { id: 'growth-lead', against: 'pooled', tolerance: { absolute: 0.05 } };
const counts = histories(12000, [300, 5, 0, -5, -300]);
const rates = histories(65, [0.6, 0.02, 0, -0.5]);
const peers: readonly [Years, Years] = [
  { '2024': 40000, '2025': 40400 },
  { '2024': 10000, '2025': 10050 },
];
const others: readonly [Years, Years] = [
  { '2022': 67, '2023': 67, '2024': 67, '2025': 67 },
  { '2022': 69, '2023': 69, '2024': 69, '2025': 69 },
];
/** As large as it takes to grow as the peers do, and nearly so. */
const level = (...values: readonly number[]) => values.map((value) => ({ '2024': 12000, '2025': value }));
const standing: readonly [Years, Years] = [
  { '2024': 40000, '2025': 40010 },
  { '2024': 10000, '2025': 10005 },
];
const leads = (['pooled', 'mean', 'median', 'each'] as const).map((against): Case => {
  return { rule: { ...lead, against }, unit: ENTERPRISES, own: [...counts, ...level(12108, 12106)], peers };
});

const CASES: readonly Case[] = [
  { rule: annual, unit: ENTERPRISES, own: counts },
  {
    rule: { ...annual, tolerance: { percentOfPrevious: 0.5 }, direction: 'decrease' },
    unit: ['tonn CO2-ekvivalenter', 'tonnes of CO2 equivalents', 0],
    own: counts,
  },
  {
    rule: { ...annual, tolerance: { absolute: 0.05 } },
    unit: ['prosent av omsetningen', 'per cent of turnover', 1],
    own: histories(13.1, [0.5, 0, -0.5]),
  },
  {
    rule: { ...annual, tolerance: { percentOfPrevious: 0.5 }, direction: 'decrease' },
    unit: ['tusen tonn CO2-ekvivalenter', 'thousand tonnes of CO2 equivalents', 0],
    own: histories(35526, [-770, -17]),
  },
  { rule: { ...annual, atLeast: { percentOfPrevious: 1 } }, unit: ENTERPRISES, own: counts },
  {
    rule: {
      id: 'stable-or-improved',
      ...up,
      tolerance: { absolute: 10 },
      base: { year: 2022, tolerance: { absolute: 20 } },
    },
    unit: ENTERPRISES,
    own: [...counts, { '2022': 12100, '2023': 12000, '2024': 12000, '2025': 11995 }],
  },
  ...leads,
  {
    rule: { id: 'relative-position', ...up, tolerance: { absolute: 0.05 } },
    measure: 'gap',
    own: [...rates, ...histories(68, [0.6, -0.6])],
    peers: others,
  },
  { rule: { id: 'threshold', min: 64.5, outer: { min: 64.2 } }, own: histories(65, [0, -0.6, -2]) },
  {
    rule: { id: 'target', ...up, value: 70, year: 2030, base: 2022, path: 'straight', tolerance: { absolute: 1 } },
    own: histories(65, [6, 3, 1, -1]),
  },
  { rule: { id: 'rank', ...up, within: 1 }, own: histories(65, [6, 0]), peers: others },
  { rule: { id: 'rank', ...up, within: 2 }, own: histories(65, [3, 0]), peers: others },
  {
    rule: { id: 'against', place: '0201', as: 'difference', min: -1, ...up, tolerance: { absolute: 0.5 } },
    own: histories(65, [2, 0.6, 0]),
    peers: others,
  },
  {
    rule: { id: 'against', place: '0201', as: 'share', min: 99, ...up, tolerance: { absolute: 1 } },
    own: histories(65, [2, 1, -3]),
    peers: others,
  },
  {
    rule: { id: 'no-worse-than-mean', periods: 3, ...up, tolerance: { absolute: 0.2 } },
    own: histories(65, [1, 0, -0.1, -1]),
  },
  { rule: { id: 'all-of', parts: [annual, lead] }, unit: ENTERPRISES, own: [...counts, ...level(12020)], peers },
  { rule: { id: 'all-of', parts: [annual, lead] }, unit: ENTERPRISES, own: level(12005), peers: standing },
  {
    rule: { id: 'not-set' },
    inWords: { unitInWords: 'prosent med høyere utdanning', unitInWordsEn: 'per cent with higher education' },
    own: histories(65, [1]),
  },
];

/** What each rule of the listing has been found to be. */
export function listedVerdicts(): readonly string[] {
  return CASES.flatMap((one) => one.own.map((own) => `${one.rule.id} ${assessed(one, own, 'nb').status}`));
}

/** The listing of a language, as Markdown. */
export function listing(language: Language): string {
  const texts = textsOf(language);
  const sections = [
    ['Rules', CASES.flatMap((one) => one.own.map((own) => `${one.rule.id}: ${sentence(one, own, language)}`))],
    ['Cannot be judged', GUARD_REASONS.flatMap((guard) => guardLines(texts, guard))],
    ['Missing', MISSING_REASONS.flatMap((reason) => missingLines(texts, reason))],
    ['Causes', CAUSES.flatMap((cause) => causeFacts().map((facts) => `${cause}: ${texts.causes[cause](facts)}`))],
    ['Beside a verdict', besideLines(language, texts)],
    ['Statuses', STATUSES.map((status) => texts.statuses[status])],
    ['Flags', FLAGS.map((flag) => texts.flags[flag])],
    ['Messages', messageLines(language, texts)],
  ] as const;
  const parts = sections.map(
    ([title, lines]) => `## ${title}\n\n${[...new Set(lines)].map((line) => `- ${line}`).join('\n')}\n`,
  );
  return `# Texts (${language})\n\n${parts.join('\n')}`;
}

function sentence(one: Case, own: Years, language: Language): string {
  return assessed(one, own, language).sentence;
}

function assessed(one: Case, own: Years, language: Language) {
  const { rule, measure = 'level', unit, peers: group } = one;
  const [norwegian, english, decimals] = unit ?? ['prosent', 'per cent', 1];
  const definition = buildDefinition({
    ...{ rule, measure, inputs: [{ ...INPUT, unit: norwegian, unitEn: english, decimals, ...one.inWords }] },
    ...(group && { peers: 'rivals' }),
  });
  const [first = {}, second = {}] = group ?? [];
  const series = regionSeries({ [OWN]: own, ...(group && { '0201': first, '0202': second }) });
  const named = buildPeerGroup({ Fjordbyen: ['0201'], Fjellbyen: ['0202'] }, false);
  return assessFigures({ definition, series, ...(group && { group: named }), language });
}

function guardLines(texts: Texts, guard: (typeof GUARD_REASONS)[number]): readonly string[] {
  const known = { kind: 'figure', value: texts.amount('64', texts.percent), period: '2024' } as const;
  const facts: GuardFacts = {
    ...{ place: 'Elvebyen', period: '2025', missingIn: null, missing: texts.missing.missing, known },
    ...{ missingParts: [], missingPeers: [], group: texts.group('Rivalene', false), breakReason: 'ny metode' },
    ...{ deadline: '2030', wasMeasured: false },
    unsettled: [{ kind: 'not-decided', dimension: 'Sektor', code: 'Luftfart', period: '2025' }],
  };
  const variants: readonly GuardFacts[] = [
    facts,
    { ...facts, wasMeasured: true, missingPeers: ['Fjordbyen', 'Fjellbyen'] },
  ];
  return variants.map((one) => `${guard}: ${texts.guards[guard](one)}`);
}

function missingLines(texts: Texts, reason: (typeof MISSING_REASONS)[number]): readonly string[] {
  const facts = { place: 'Elvebyen', period: '2025', reason, reasonText: texts.missing[reason], isFromTable: true };
  return [
    texts.missingPart({ ...facts, labels: [], isLatest: true }),
    texts.missingPart({ ...facts, labels: ['bergverk', 'industri'], isLatest: false }),
  ];
}

function causeFacts(): readonly CauseFacts[] {
  const facts: CauseFacts = {
    ...{ period: '2025', isUnjudged: false, breaks: ['2025'], isLifted: false, revised: ['2023', '2024'] },
    ...{ isFromTable: true, corrections: ['feil i filen (sak 1)'], sources: ['A', 'B'], hasSource: true },
  };
  return [
    facts,
    { ...facts, period: '', isUnjudged: true, isLifted: true, revised: [], corrections: [], sources: [] },
    { ...facts, isUnjudged: true, isFromTable: false },
    {
      ...facts,
      revised: ['2024'],
      breaks: ['2024', '2025'],
      corrections: ['feil i filen (sak 1)', 'tastefeil (sak 2)'],
    },
    { ...facts, period: '', breaks: [], revised: ['2024'], hasSource: false },
  ];
}

function messageLines(language: Language, { statuses }: Texts): readonly string[] {
  const texts = messageTextsOf(language);
  const [met, same] = [statuses['on-track'], statuses.stable];
  return [
    ...Object.values(texts.labels).map((label) => `${label}:`),
    texts.overviewSubject('Elvebyen'),
    texts.overviewLead('Næringsplanen', 'Elvebyen'),
    texts.lead(1, 'Næringsplanen', 'Elvebyen'),
    texts.firstMeasurement,
    ...STATUSES.map((status) => texts.firstAssessment(texts.standing(statuses[status], status))),
    `${met} → ${texts.arrivedAt(statuses.break, 'break')}`,
    texts.correction(same, met),
    texts.unsettled(same, met, { changes: 4, withinDays: 30 }),
    texts.settled(met),
    texts.reminder(same, '1. mai 2026'),
    texts.ordinary,
    texts.marginDecided,
    texts.nextFigures('2027'),
    ...Object.values(texts.happened).map((happened) => texts.subjectOfOne(happened, 'Nyetableringer', 'Elvebyen')),
    texts.subjectOfSame(texts.happened['no-longer-met'], 4, 'Elvebyen'),
    texts.subject(4, 'Elvebyen', null),
    texts.subject(4, 'Elvebyen', texts.example.cause),
    texts.testSubject('Elvebyen'),
    ...Object.values(texts.testLead),
    ...Object.values(texts.example),
    ...Object.values(texts.troubleExample),
    ...troubleLines(language),
  ];
}

function troubleLines(language: Language): readonly string[] {
  const texts = troubleTextsOf(language);
  const [table, day] = [texts.table('07984'), '1. mai 2026'];
  return [
    ...[table, texts.file('A'), texts.clock, texts.places, texts.tables, texts.service],
    texts.refused(table, 'A.'),
    texts.noAnswerSince(table, day),
    texts.neverAnswered(table, day),
    texts.late(table, day, 430),
    texts.clockAhead('2031-03-03 10:00', '2026-03-03 10:00'),
    ...Object.values(texts.actions),
  ];
}

const REMARKS: readonly Remark[] = [
  {
    kind: 'correction',
    period: '2025',
    published: 1200,
    corrected: 1020,
    reason: 'Sifre er byttet om',
    reference: 'sak 1',
  },
  { kind: 'left-out', period: '2025', parts: ['Sjøfart', 'Luftfart'] },
  { kind: 'accepted', zeros: null, placeName: null, acceptedAt: '2026-03-02T08:15:00Z' },
  { kind: 'base-replaced', period: '2023' },
  { kind: 'within-uncertainty', periods: ['2024', '2025'], width: 2.4, respondents: [1210, 980] },
  { kind: 'provisional-limits' },
];

const SOURCE_FINDINGS: readonly SourceFinding[] = [
  { kind: 'note', table: '07984', text: 'Tallene er endret.', mandatory: true, on: null },
  { kind: 'note', table: '07984', text: 'Tallene er endret.', mandatory: false, on: 'Region' },
  { kind: 'label', table: '07984', code: '01', variable: 'Næring', before: 'A', after: 'B' },
  { kind: 'symbol', table: '07984', symbol: '¤' },
  ...(['closed', 'gone', 'standing-still'] as const).map((kind) => ({
    ...{ kind: 'standing' as const },
    standing: {
      kind,
      table: '07984',
      lastPeriod: '2024',
      seenAt: '2026-03-02T08:15:00Z',
      successor: { table: '14000', label: 'Sysselsatte', lastPeriod: '2025' },
    },
  })),
];

function besideLines(language: Language, texts: Texts): readonly string[] {
  const coverages = ['municipality', 'county', 'national'] as const;
  return [
    ...REMARKS.map((remark) => remarkText(remark, { decimals: 1 }, language)),
    ...SOURCE_FINDINGS.map((finding) => sourceRemark(finding, language)),
    texts.lastKnown(texts.statuses['on-track'], '2024', texts.amount('64', texts.percent)),
    texts.lastMeasured(texts.gap(texts.amount('2', texts.percentagePoints), -1), '2024'),
    texts.secondTable('13470'),
    texts.readingsDiffer,
    ...coverages.map((coverage) => texts.proxy(coverage, 'Elvebyen')),
    ...coverages.map((coverage) => texts.sourceName('SSB', '07984', coverage)),
    texts.source('SSB', '07984', true),
    texts.dividedBy('SSB', '07459'),
  ];
}
