import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATUSES, type Status, type StoredAssessment } from '../../../src/model/plan/assessment.ts';
import { LANGUAGES } from '../../../src/model/language.ts';
import { readEvidence } from '../../../src/store/assess/read-evidence.ts';
import { sentenceOf, wordsOf } from '../../../src/words/finding/say-finding.ts';
import { textsOf } from '../../../src/words/finding/texts-of.ts';
import type { Rule } from '../../../src/model/plan/rule.ts';
import { type Cell, buildDefinition, buildPeerGroup, OWN, regionSeries } from '../../support/builders.ts';
import { assessFigures, type Figures, type SaidAssessment } from '../../status/assess-figures.ts';

const GROUP = { ...buildPeerGroup({ A: ['0201'], B: ['0202'] }), title: 'Rivalene', titleEn: 'The rivals' };
const NO_MARGIN = { absolute: 0 };

/** Each rule with the measure it goes with. */
const RULES: Readonly<Record<string, { readonly rule: Rule; readonly measure?: 'growth' | 'gap' | 'level' }>> = {
  'annual-change': { rule: { id: 'annual-change', direction: 'increase', tolerance: { absolute: 0.5 } } },
  'a demanded change': {
    rule: { id: 'annual-change', direction: 'increase', tolerance: { absolute: 0.5 }, atLeast: { absolute: 2 } },
  },
  'stable-or-improved': {
    rule: {
      id: 'stable-or-improved',
      direction: 'increase',
      tolerance: { absolute: 0.5 },
      base: { year: 2022, tolerance: { absolute: 1 } },
    },
  },
  'growth-lead': { rule: { id: 'growth-lead', against: 'pooled', tolerance: { absolute: 0.5 } }, measure: 'growth' },
  'relative-position': {
    rule: { id: 'relative-position', direction: 'increase', tolerance: { absolute: 0.5 } },
    measure: 'gap',
  },
  threshold: { rule: { id: 'threshold', min: 100, outer: { min: 99 } } },
  target: {
    rule: { id: 'target', direction: 'increase', value: 101, year: 2030, path: 'at-end', tolerance: NO_MARGIN },
  },
  rank: { rule: { id: 'rank', direction: 'increase', within: 2 } },
  against: {
    rule: { id: 'against', place: '0', as: 'share', min: 100, direction: 'increase', tolerance: { absolute: 1 } },
  },
  'no-worse-than-mean': {
    rule: { id: 'no-worse-than-mean', direction: 'increase', periods: 2, tolerance: { absolute: 0.5 } },
  },
  'all-of': {
    rule: {
      id: 'all-of',
      parts: [
        { id: 'annual-change', direction: 'increase', tolerance: { absolute: 0.5 } },
        { id: 'threshold', min: 100 },
      ],
    },
  },
  'not-set': { rule: { id: 'not-set' } },
};

/** The statuses that a rule can give: what it finds itself, and what guards do. */
const GUARDED: readonly Status[] = ['not-measured', 'insufficient', 'break'];
const POSSIBLE: Readonly<Record<string, readonly Status[]>> = {
  'annual-change': ['on-track', 'stable', 'off-track'],
  'a demanded change': ['on-track', 'stable', 'off-track'],
  'stable-or-improved': ['on-track', 'off-track'],
  'growth-lead': ['on-track', 'stable', 'off-track'],
  'relative-position': ['on-track', 'stable', 'off-track'],
  threshold: ['on-track', 'partly-met', 'off-track'],
  target: ['on-track'],
  rank: ['on-track', 'off-track'],
  against: ['on-track', 'stable', 'off-track'],
  'no-worse-than-mean': ['on-track', 'off-track'],
  'all-of': ['on-track', 'partly-met', 'off-track'],
  'not-set': ['ambition-not-set'],
};
/** Rules on the latest value alone: no earlier period can have been counted otherwise. */
const WITHOUT_BREAK = ['threshold', 'target', 'rank', 'against', 'not-set'];

const WITHHELD: Cell = { value: null, obsStatus: 'O', symbol: ':' };
const CORRECTED: Cell = {
  value: 101.25,
  obsStatus: 'E',
  symbol: '90',
  correction: { published: 90, reason: 'Sifre er byttet om.', reference: 'Sak 2026/12' },
};
const around = fc.constantFrom<Cell>(95, 99, 99.4, 100, 100.3, 101.25, 104, WITHHELD, CORRECTED);
/** What a place has by year. */
type Row = Readonly<Record<string, Cell>>;

interface Drawn {
  readonly own: Row;
  readonly peers: readonly [Row, Row, Row];
  readonly hasBreak: boolean;
  readonly isCounty: boolean;
}

const row: fc.Arbitrary<Row> = fc.record({ '2022': around, '2023': around, '2024': around });
const nothing: fc.Arbitrary<Row> = fc.constant({});
const figures: fc.Arbitrary<Drawn> = fc.record({
  own: fc.oneof({ weight: 9, arbitrary: row }, { weight: 1, arbitrary: nothing }),
  peers: fc.tuple(row, row, row),
  hasBreak: fc.boolean(),
  isCounty: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});

function figuresOf(name: string, { own, peers, hasBreak, isCounty }: Drawn): Figures {
  const { rule, measure = 'level' } = RULES[name] ?? { rule: { id: 'not-set' } };
  const [first, second, country] = peers;
  return {
    definition: buildDefinition({ rule, measure, peers: GROUP.id }),
    group: GROUP,
    series: regionSeries({ [OWN]: own, '0201': first, '0202': second, '0': country }),
    breaks: hasBreak ? [{ dataset: 'figures', period: '2024', reason: 'Ny metode.', reference: 'x' }] : [],
    ...(isCounty ? { dataset: { publication: { coverage: 'county' } } } : {}),
  };
}

/** As it comes out of the database, stored by a plan in bokmål. */
function storedInBokmal(
  figures: Figures,
): Pick<StoredAssessment, 'flags' | 'evidence' | 'sentence' | 'unit' | 'remarks'> {
  const { flags, evidence, sentence, unit, remarks } = assessFigures({ ...figures, language: 'nb' });
  const json: unknown = JSON.parse(JSON.stringify({ ...evidence, remarks }));
  return { flags, sentence, unit, ...readEvidence(json, 1) };
}

describe('what is stored by a plan in bokmål', () => {
  const seen = new Map<string, Set<Status>>();

  it.each(Object.keys(RULES))('is said in English as a judgement in English would have, by the rule: %s', (name) => {
    fc.assert(
      fc.property(figures, (drawn) => {
        const asked = figuresOf(name, drawn);
        const english: SaidAssessment = assessFigures({ ...asked, language: 'en' });
        seen.set(name, (seen.get(name) ?? new Set()).add(english.status));
        const stored = storedInBokmal(asked);
        expect(wordsOf(stored, 'en')).toEqual({
          sentence: english.sentence,
          unit: english.unit,
          remarks: english.remarks,
        });
        expect(wordsOf(stored, 'nb')).toEqual({
          sentence: stored.sentence,
          unit: stored.unit,
          remarks: stored.remarks,
        });
      }),
      { seed: 20260301, numRuns: 400 },
    );
  });

  it.each(Object.entries(POSSIBLE))(
    'has been tried with every status that can be given by the rule: %s',
    (name, own) => {
      const guarded = GUARDED.filter((status) => status !== 'break' || !WITHOUT_BREAK.includes(name));
      expect([...(seen.get(name) ?? [])].sort()).toEqual([...own, ...guarded].sort());
      expect(STATUSES).toEqual(expect.arrayContaining([...own]));
    },
  );

  it('names the status last known in the word of each language', () => {
    const stored = storedInBokmal(
      figuresOf('annual-change', {
        own: { '2022': 95, '2023': 99, '2024': WITHHELD },
        peers: [{ '2024': 100 }, {}, {}],
        hasBreak: false,
        isCounty: false,
      }),
    );
    for (const language of LANGUAGES) {
      expect(sentenceOf(stored, language)).toContain(textsOf(language).statuses['on-track']);
    }
  });
});

describe('what an earlier version stored without its finding', () => {
  it('is said in every language as it was that day', () => {
    const { evidence, ...stored } = storedInBokmal(
      figuresOf('annual-change', {
        own: { '2022': 95, '2023': 99, '2024': CORRECTED },
        peers: [{}, {}, {}],
        hasBreak: false,
        isCounty: false,
      }),
    );
    const old = { ...stored, evidence: { ...evidence, finding: null } };
    const { sentence, unit, remarks } = stored;
    expect(remarks).toHaveLength(1);
    for (const language of LANGUAGES) expect(wordsOf(old, language)).toEqual({ sentence, unit, remarks });
  });
});
