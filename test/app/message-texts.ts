import { itemText } from '../../src/alert/render/message-text.ts';
import { alertMessage } from '../../src/app/messages/alert-message.ts';
import {
  type Cause,
  EVIDENCE_FORM,
  type SaidStatus,
  type Status,
  type StoredAssessment,
} from '../../src/model/plan/assessment.ts';
import { saidOf } from '../../src/model/plan/said-status.ts';
import type { IndicatorDefinition } from '../../src/model/plan/indicator.ts';
import type { Direction, Rule } from '../../src/model/plan/rule.ts';
import type { Settings } from '../../src/model/plan/settings.ts';
import { detectChange } from '../../src/status/detect-change.ts';
import {
  buildDefinition,
  buildPeerGroup,
  type Cell,
  INPUT,
  OWN,
  OWN_COUNTY,
  regionSeries,
} from '../support/builders.ts';
import { assessFigures, type Figures, type SaidAssessment } from '../status/assess-figures.ts';

type Years = Readonly<Record<string, Cell>>;

/** One way a message about a change can read. */
export interface MessageText {
  readonly rule: Rule['id'];
  readonly status: Status;
  readonly said: SaidStatus;
  readonly cause: Cause;
  readonly text: string;
}

interface Subject {
  readonly definition: IndicatorDefinition;
  /** Steps from one year to the next, from the best to the worst. */
  readonly steps: readonly number[];
  readonly start: number;
  readonly peers: readonly [slow: Years, fast: Years];
}

const GROUP = buildPeerGroup({ Fjordbyen: ['0201'], Fjellbyen: ['0202'] }, false);
const increase: { readonly direction: Direction } = { direction: 'increase' };
const annual: Rule = { id: 'annual-change', ...increase, tolerance: { absolute: 10 } };
const lead: Rule = { id: 'growth-lead', against: 'pooled', tolerance: { absolute: 0.05 } };
const ENTERPRISES = { ...INPUT, unit: 'foretak', unitEn: 'enterprises', decimals: 0 };
const PEERS: Subject['peers'] = [
  { '2022': 40000, '2023': 40200, '2024': 40400, '2025': 40600 },
  { '2022': 40000, '2023': 42000, '2024': 44100, '2025': 46300 },
];

function counted(rule: Rule, fields: Partial<IndicatorDefinition> = {}): Subject {
  const definition = buildDefinition({ title: 'Nyetableringer', inputs: [ENTERPRISES], rule, ...fields });
  return { definition, steps: [300, 60, 0, -300], start: 12000, peers: PEERS };
}

const SUBJECTS: readonly Subject[] = [
  counted(annual),
  counted({ id: 'stable-or-improved', ...increase, tolerance: { absolute: 10 } }),
  counted(lead, { peers: 'rivals' }),
  counted({ id: 'all-of', parts: [annual, lead] }, { peers: 'rivals' }),
  {
    definition: buildDefinition({
      title: 'Sysselsettingsandel',
      measure: 'gap',
      peers: 'rivals',
      rule: { id: 'relative-position', ...increase, tolerance: { absolute: 0.05 } },
    }),
    ...{ steps: [0.6, 0.1, -0.4], start: 64.8 },
    peers: [
      { '2022': 66.9, '2023': 67, '2024': 67.1, '2025': 67.2 },
      { '2022': 66.9, '2023': 67.5, '2024': 68.1, '2025': 68.7 },
    ],
  },
  counted({ id: 'not-set' }),
];

/** Every status that each rule can give, brought about by every cause that can: one example of each. */
export function messageTexts(settings: Settings): readonly MessageText[] {
  return SUBJECTS.flatMap((subject) => textsOfRule(subject, settings));
}

function textsOfRule(subject: Subject, settings: Settings): readonly MessageText[] {
  const found = new Map<string, MessageText>();
  const situations = situationsOf(subject);
  for (const before of [null, ...situations]) {
    for (const next of situations) {
      const change = detectChange(before === null ? null : stored(before, 'first-assessment'), next);
      if (change === null || change.notice === null) continue;
      const { cause } = change;
      const key = `${next.status} ${cause}`;
      if (found.has(key)) continue;
      const text = textOf(subject, before, stored(next, cause), settings);
      found.set(key, { rule: subject.definition.rule.id, status: next.status, said: saidOf(next), cause, text });
    }
  }
  return [...found.values()].sort((a, b) => compare(a.status, b.status) || compare(a.cause, b.cause));
}

function situationsOf(subject: Subject): readonly SaidAssessment[] {
  const { steps, start, peers } = subject;
  const histories = steps.flatMap((first) => {
    const short = rounded({ '2023': start, '2024': start + first });
    return [short, ...steps.map((second) => rounded({ ...short, '2025': start + first + second }))];
  });
  const newest = (own: Years) => Object.keys(own).at(-1) ?? '';
  const variants: ((own: Years) => SaidAssessment)[] = [
    (own) => assess(subject, own, peers[0]),
    (own) => assess(subject, own, peers[1]),
    (own) => assess(subject, own, peers[0], { fingerprint: 'f2' }),
    (own) => assess(subject, { ...own, [newest(own)]: null }, peers[0]),
    (own) => assess(subject, own, { ...peers[0], [newest(own)]: null }),
    (own) => {
      const reason = `ny metode fra og med ${newest(own)}`;
      return assess(subject, own, peers[0], {
        breaks: [{ dataset: 'figures', period: newest(own), reason, reference: 'x' }],
      });
    },
    (own) => assessCounty(subject, own, peers[0]),
    (own) => assess(subject, own, peers[0], { fingerprint: 'f3', ruleFingerprint: 'f1', peersFingerprint: 'p2' }),
    // What the source has taken back, and what the municipality has corrected.
    (own) =>
      assess(subject, { ...own, [newest(own)]: { value: null, obsStatus: 'O', symbol: '..', taken: true } }, peers[0]),
    (own) => assess(subject, { ...own, [newest(own)]: corrected(own[newest(own)]) }, peers[0]),
  ];
  // What is seldom comes last, so that an example of something begins with what is common.
  return [
    ...histories.flatMap((own) => variants.map((variant) => variant(own))),
    assess(subject, {}, peers[0], { before: { newestPeriod: '2024', lastKnown: null } }),
  ];
}

/** A tenth more than was published, as the municipality knows it. */
function corrected(cell: Cell | undefined): Cell {
  const published = typeof cell === 'number' ? cell : 0;
  const correction = { published, reason: 'Sifre er byttet om.', reference: 'Sak 2026/12' };
  return { value: published * 1.1, obsStatus: 'E', symbol: String(published), correction };
}

function rounded(years: Readonly<Record<string, number>>): Years {
  return Object.fromEntries(Object.entries(years).map(([year, value]) => [year, Number(value.toFixed(1))]));
}

function assess({ definition }: Subject, own: Years, peers: Years, rest: Partial<Figures> = {}): SaidAssessment {
  const theirs = Object.fromEntries(Object.entries(peers).filter(([year]) => year in own));
  const series = regionSeries({ [OWN]: own, '0201': theirs, '0202': theirs });
  return assessFigures({ definition, group: GROUP, series, ...rest });
}

/** Figures that reach no further down than the county. */
function assessCounty({ definition }: Subject, own: Years, peers: Years): SaidAssessment {
  const theirs = Object.fromEntries(Object.entries(peers).filter(([year]) => year in own));
  const series = regionSeries({ [OWN_COUNTY]: own, '02': theirs });
  return assessFigures({ definition, group: GROUP, series, dataset: { publication: { coverage: 'county' } } });
}

function stored(assessment: SaidAssessment, cause: Cause): StoredAssessment {
  const assessedAt = '2026-02-26T08:15:00.000Z';
  const kept = { id: 1, assessedAt, cause, since: assessedAt, ruleVersionId: 1, storedForm: EVIDENCE_FORM };
  return { ...assessment, ...kept };
}

function textOf(subject: Subject, before: SaidAssessment | null, next: StoredAssessment, settings: Settings): string {
  const { title, titleEn, id } = subject.definition;
  const alert = {
    ...({ id: 1, kind: 'change', subject: id, assessmentId: 1, fromStatus: before?.status ?? null } as const),
    ...{ toStatus: next.status, text: next.sentence, idempotencyKey: 'k', createdAt: next.assessedAt },
  };
  const earlier = before === null ? null : stored(before, 'first-assessment');
  const assessed = { indicator: { title, titleEn }, assessment: next, before: earlier, runId: 1 };
  const parts = [{ alert, assessed }];
  const [item] = alertMessage(
    { channel: 'email', messageKey: 'k', attempts: 0, takenPosts: [], parts },
    settings,
  ).items;
  if (item === undefined) throw new Error('the message tells nothing');
  return itemText(item);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
