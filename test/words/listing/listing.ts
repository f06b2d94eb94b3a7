import type { Language } from '../../../src/model/language.ts';
import { CAUSES, FLAGS, GUARD_REASONS, STATUSES } from '../../../src/model/plan/assessment.ts';
import { MISSING_REASONS } from '../../../src/model/data/figure.ts';
import type { CauseFacts, GuardFacts, Texts } from '../../../src/words/finding/texts.ts';
import { textsOf } from '../../../src/words/finding/texts-of.ts';
import { messageTextsOf, troubleTextsOf } from '../../../src/words/message/language.ts';
import type { Remark } from '../../../src/model/plan/finding.ts';
import { remarkText } from '../../../src/words/remark/remark-text.ts';
import { type SourceFinding, sourceRemark } from '../../../src/words/remark/source-remark.ts';
import { tellTrouble } from '../../../src/words/trouble/tell.ts';
import type { ToldTrouble, TroubleNames } from '../../../src/words/trouble/told.ts';
import { EVERY_TROUBLE } from '../trouble/every-trouble.ts';
import { ruleLines } from './rule-cases.ts';

// Everything that is said of a finding, a line each, as a person reads it: a file of each language in
// `docs/texts`. What stands for the settings' and the source's own words is the same in bokmål and nynorsk.

/** The listing of a language, as Markdown. */
export function listing(language: Language): string {
  const texts = textsOf(language);
  const sections = [
    ['Rules', ruleLines(language)],
    ['Cannot be judged', GUARD_REASONS.flatMap((guard) => guardLines(texts, guard))],
    ['Missing', MISSING_REASONS.flatMap((reason) => missingLines(texts, reason))],
    ['Causes', CAUSES.flatMap((cause) => causeFacts().map((facts) => `${cause}: ${texts.causes[cause](facts)}`))],
    ['Beside a verdict', besideLines(language, texts)],
    ['Statuses', STATUSES.map((status) => texts.statuses[status])],
    ['Flags', FLAGS.map((flag) => texts.flags[flag])],
    ['Messages', messageLines(language, texts)],
    ['Operations', troubleLines(language)],
  ] as const;
  const parts = sections.map(
    ([title, lines]) => `## ${title}\n\n${[...new Set(lines)].map((line) => `- ${line}`).join('\n')}\n`,
  );
  return `# Texts (${language})\n\n${parts.join('\n')}`;
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
    ...{ isFromTable: true, corrections: ['tastefeil (sak 1)'], sources: ['A', 'B'], hasSource: true },
  };
  return [
    facts,
    { ...facts, period: '', isUnjudged: true, isLifted: true, revised: [], corrections: [], sources: [] },
    { ...facts, isUnjudged: true, isFromTable: false },
    {
      ...facts,
      revised: ['2024'],
      breaks: ['2024', '2025'],
      corrections: ['regnefeil (sak 1)', 'tastefeil (sak 2)'],
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
    ...Object.values(texts.happened).map((happened) => texts.subjectOfOne(happened, 'Vekst', 'Elvebyen')),
    texts.subjectOfSame(texts.happened['no-longer-met'], 4, 'Elvebyen'),
    texts.subject(4, 'Elvebyen', null),
    texts.subject(4, 'Elvebyen', texts.example.cause),
    texts.testSubject('Elvebyen'),
    ...Object.values(texts.testLead),
    ...Object.values(texts.example),
    ...Object.values(texts.troubleExample),
  ];
}

function troubleLines(language: Language): readonly string[] {
  const texts = troubleTextsOf(language);
  const names = troubleNames(language);
  const told = Object.values(EVERY_TROUBLE)
    .flat()
    .map((trouble) => tellTrouble(trouble, names, language));
  const whole = (one: ToldTrouble) => `${one.sentence} **${one.action}**`.replaceAll('\n', ' ¶ ');
  return [
    ...[texts.table('07984'), texts.file('A'), texts.clock, texts.places, texts.tables, texts.service],
    ...told.map(({ happened }) => `${happened} (Elvebyen)`),
    ...told.map(whole),
  ];
}

/** What is called what, as in an installation. */
export function troubleNames(language: Language): TroubleNames {
  const texts = troubleTextsOf(language);
  const file = () => texts.file('A');
  return { file, isFile: (id) => id === 'survey', dataset: (id) => (id === 'survey' ? file() : texts.table('07984')) };
}

const REMARKS: readonly Remark[] = [
  {
    kind: 'correction',
    period: '2025',
    published: 1200,
    corrected: 1020,
    reason: 'Tastefeil',
    reference: 'sak 1',
  },
  { kind: 'left-out', period: '2025', parts: ['Sjøfart', 'Luftfart'] },
  { kind: 'accepted', zeros: null, placeName: null, acceptedAt: '2026-03-02T08:15:00Z' },
  { kind: 'base-replaced', period: '2023' },
  { kind: 'within-uncertainty', periods: ['2024', '2025'], width: 2.4, respondents: [1210, 980] },
  { kind: 'provisional-limits' },
];

const SOURCE_FINDINGS: readonly SourceFinding[] = [
  { kind: 'note', table: '07984', text: 'Ny metode.', mandatory: true, on: null },
  { kind: 'note', table: '07984', text: 'Ny metode.', mandatory: false, on: 'Region' },
  { kind: 'label', table: '07984', code: '01', variable: 'Næring', before: 'A', after: 'B' },
  { kind: 'symbol', table: '07984', symbol: '¤' },
  ...(['closed', 'gone', 'standing-still'] as const).map((kind) => ({
    ...{ kind: 'standing' as const },
    standing: {
      kind,
      table: '07984',
      lastPeriod: '2024',
      seenAt: '2026-03-02T08:15:00Z',
      successor: { table: '14000', label: 'Sysselsetting', lastPeriod: '2025' },
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
