import { describe, expect, it } from 'vitest';
import { textsOf } from '../../../src/words/finding/texts-of.ts';
import type { Status } from '../../../src/model/plan/assessment.ts';
import type {
  AgainstFacts,
  DemandFacts,
  MeanFacts,
  RankFacts,
  TargetFacts,
  ThresholdFacts,
} from '../../../src/words/finding/rule-texts.ts';
import type { BaseFacts, ChangeFacts } from '../../../src/words/comparison/comparison.ts';
import type { GuardFacts, MissingFacts } from '../../../src/words/finding/texts.ts';

// What staff read of the rules that ask where a value stands, and of what is missing, in both languages side by side.

const [NB, EN] = [textsOf('nb'), textsOf('en')];
const STANDING = {
  ...({ kind: 'figure', status: 'on-track', value: '41 %', period: '2024' } as const),
  verdict: { status: 'on-track', isPart: false },
} as const;

/** With the verdict that goes with its status. */
function judged<Facts extends { readonly status: Status }>(facts: Facts): Facts {
  return { ...facts, verdict: { status: facts.status, isPart: false } };
}

type Words = readonly [nb: string, en: string];

const BASE: BaseFacts = {
  ...{ verdict: { status: 'off-track', isPart: false }, basePeriod: '2021', distance: '3', sign: -1, margin: '2' },
  isAlso: false,
};

describe('a threshold', () => {
  const NONE = { min: null, max: null };
  const facts: ThresholdFacts = { ...STANDING, limits: { min: '40 %', max: null }, outer: NONE };

  it.each<[string, Partial<ThresholdFacts>, ...Words]>([
    [
      'from below, kept',
      {},
      'Tallet for 2024 er 41 %. Det skal være minst 40 %, så ambisjonen er oppfylt.',
      'The figure for 2024 is 41 %. It is to be at least 40 %, so the ambition is met.',
    ],
    [
      'from above, not kept',
      { status: 'off-track', limits: { min: null, max: '40 %' } },
      'Tallet for 2024 er 41 %. Det skal være høyst 40 %, så ambisjonen er ikke oppfylt.',
      'The figure for 2024 is 41 %. It is to be at most 40 %, so the ambition is not met.',
    ],
    [
      'with an outer limit that is kept',
      { status: 'partly-met', limits: { min: '45 %', max: '50 %' }, outer: { min: '40 %', max: '50 %' } },
      'Tallet for 2024 er 41 %. Det skal være mellom 45 % og 50 %. Den ytre grensen, mellom 40 % og 50 %, er holdt, så ambisjonen er delvis oppfylt.',
      'The figure for 2024 is 41 %. It is to be between 45 % and 50 %. The outer limit, between 40 % and 50 %, is kept, so the ambition is partly met.',
    ],
    [
      'with a lower outer limit that is not kept',
      { status: 'off-track', limits: { min: '50 %', max: null }, outer: { min: '45 %', max: null } },
      'Tallet for 2024 er 41 %. Det skal være minst 50 %, og den ytre grensen er minst 45 %. Begge er brutt, så ambisjonen er ikke oppfylt.',
      'The figure for 2024 is 41 %. It is to be at least 50 %, and the outer limit is at least 45 %. Both are broken, so the ambition is not met.',
    ],
    [
      'with an upper outer limit that is not kept',
      { status: 'off-track', limits: { min: null, max: '30 %' }, outer: { min: null, max: '40 %' } },
      'Tallet for 2024 er 41 %. Det skal være høyst 30 %, og den ytre grensen er høyst 40 %. Begge er brutt, så ambisjonen er ikke oppfylt.',
      'The figure for 2024 is 41 %. It is to be at most 30 %, and the outer limit is at most 40 %. Both are broken, so the ambition is not met.',
    ],
  ])('%s', (_, given, nb, en) => {
    const all = judged({ ...facts, ...given });
    expect([NB.threshold(all), EN.threshold(all)]).toEqual([nb, en]);
  });
});

describe('a target', () => {
  const facts: TargetFacts = {
    ...{ ...STANDING, goal: '50 %', year: 2030, path: '40 %', isReached: false, isLevel: false },
    ...{ distance: '1 prosentpoeng', margin: '2 prosentpoeng' },
  };
  it.each<[string, Partial<TargetFacts>, ...Words]>([
    [
      'reached',
      { isReached: true },
      'Tallet for 2024 er 41 %. Målet er 50 % i 2030, og det er nådd, så ambisjonen er oppfylt.',
      'The figure for 2024 is 41 %. The target is 50 % in 2030, and it is reached, so the ambition is met.',
    ],
    [
      'ahead of the path',
      {},
      'Tallet for 2024 er 41 %. Målet er 50 % i 2030. På en jevn vei dit skulle tallet vært 40 % i 2024. Det ligger 1 prosentpoeng foran den veien, så ambisjonen er oppfylt så langt.',
      'The figure for 2024 is 41 %. The target is 50 % in 2030. On an even path there it should have been 40 % in 2024. It is 1 prosentpoeng ahead of that path, so the ambition is met so far.',
    ],
    [
      'on the path',
      { isLevel: true },
      'Tallet for 2024 er 41 %. Målet er 50 % i 2030. På en jevn vei dit skulle tallet vært 40 % i 2024. Det er akkurat der det skal være, så ambisjonen er oppfylt så langt.',
      'The figure for 2024 is 41 %. The target is 50 % in 2030. On an even path there it should have been 40 % in 2024. It is exactly where it should be, so the ambition is met so far.',
    ],
    [
      'behind the path, within the margin',
      { status: 'stable' },
      'Tallet for 2024 er 41 %. Målet er 50 % i 2030. På en jevn vei dit skulle tallet vært 40 % i 2024. Det ligger 1 prosentpoeng bak den veien, innenfor marginen på 2 prosentpoeng, men ambisjonen er ikke oppfylt.',
      'The figure for 2024 is 41 %. The target is 50 % in 2030. On an even path there it should have been 40 % in 2024. It is 1 prosentpoeng behind that path, within the margin of 2 prosentpoeng, but the ambition is not met.',
    ],
    [
      'behind the target itself',
      { status: 'off-track', path: null },
      'Tallet for 2024 er 41 %. Målet er 50 % i 2030. Det ligger 1 prosentpoeng bak målet, mer enn marginen på 2 prosentpoeng, så ambisjonen er ikke oppfylt.',
      'The figure for 2024 is 41 %. The target is 50 % in 2030. It is 1 prosentpoeng behind the target, more than the margin of 2 prosentpoeng, so the ambition is not met.',
    ],
    [
      'behind without a margin',
      { status: 'off-track', path: null, margin: null },
      'Tallet for 2024 er 41 %. Målet er 50 % i 2030. Det ligger 1 prosentpoeng bak målet, så ambisjonen er ikke oppfylt.',
      'The figure for 2024 is 41 %. The target is 50 % in 2030. It is 1 prosentpoeng behind the target, so the ambition is not met.',
    ],
  ])('%s', (_, given, nb, en) => {
    const all = judged({ ...facts, ...given });
    expect([NB.target(all), EN.target(all)]).toEqual([nb, en]);
  });
});

describe('a rank', () => {
  const facts: RankFacts = {
    ...{ ...STANDING, place: 'fylket', group: 'gruppen', rank: 3, worstRank: 3, ranked: 12, within: 3 },
  };
  it.each<[string, Partial<RankFacts>, ...Words]>([
    [
      'met',
      {},
      'Fylket var nummer 3 av 12 i 2024 (41 %), sammenliknet med gruppen. Målet er å være blant de tre beste, så ambisjonen er oppfylt.',
      'Fylket was number 3 of 12 in 2024 (41 %), compared with gruppen. The aim is to be among the best three, so the ambition is met.',
    ],
    [
      'of the best alone, not met',
      { status: 'off-track', within: 1 },
      'Fylket var nummer 3 av 12 i 2024 (41 %), sammenliknet med gruppen. Målet er å være best, så ambisjonen er ikke oppfylt.',
      'Fylket was number 3 of 12 in 2024 (41 %), compared with gruppen. The aim is to be the best, so the ambition is not met.',
    ],
    [
      'that one place may yet take',
      { status: 'insufficient', worstRank: 4 },
      'Fylket var nummer 3 av 12 i 2024 (41 %), sammenliknet med gruppen. Målet er å være blant de tre beste, så ambisjonen er ikke oppfylt. Ett sted mangler tall.',
      'Fylket was number 3 of 12 in 2024 (41 %), compared with gruppen. The aim is to be among the best three, so the ambition is not met. One place has no figure.',
    ],
    [
      'that holds whatever two places have',
      { worstRank: 5, within: 5 },
      'Fylket var nummer 3 av 12 i 2024 (41 %), sammenliknet med gruppen. Målet er å være blant de fem beste, så ambisjonen er oppfylt. To steder mangler tall, men kan ikke endre svaret.',
      'Fylket was number 3 of 12 in 2024 (41 %), compared with gruppen. The aim is to be among the best five, so the ambition is met. Two places have no figure, which cannot change the answer.',
    ],
    [
      'that is lost whatever one place has',
      { status: 'off-track', worstRank: 4, within: 2 },
      'Fylket var nummer 3 av 12 i 2024 (41 %), sammenliknet med gruppen. Målet er å være blant de to beste, så ambisjonen er ikke oppfylt. Ett sted mangler tall, men kan ikke endre svaret.',
      'Fylket was number 3 of 12 in 2024 (41 %), compared with gruppen. The aim is to be among the best two, so the ambition is not met. One place has no figure, which cannot change the answer.',
    ],
  ])('%s', (_, given, nb, en) => {
    const all = judged({ ...facts, ...given });
    expect([NB.rank(all), EN.rank(all)]).toEqual([nb, en]);
  });
});

describe('a level against another place', () => {
  const facts: AgainstFacts = {
    ...{ ...STANDING, place: 'fylket', other: 'Norge', otherValue: '40 %', as: 'share', compared: '102,5 prosent' },
    ...{ required: '100 prosent', requiredSign: 1, comparedSign: 1, direction: 'increase', margin: '1 prosentpoeng' },
  };
  it.each<[string, Partial<AgainstFacts>, ...Words]>([
    [
      'as a share, met',
      {},
      'I 2024 hadde fylket 41 % og Norge 40 %. Det er 102,5 prosent av nivået der. Det skal være minst 100 prosent, så ambisjonen er oppfylt.',
      'In 2024 fylket had 41 % and Norge 40 %. That is 102,5 prosent of the level there. It is to be at least 100 prosent, so the ambition is met.',
    ],
    [
      'as a difference, not met',
      { status: 'off-track', as: 'difference', direction: 'decrease' },
      'I 2024 hadde fylket 41 % og Norge 40 %. Det er 102,5 prosent høyere. Det skal være høyst 100 prosent høyere. Avviket er større enn marginen på 1 prosentpoeng, så ambisjonen er ikke oppfylt.',
      'In 2024 fylket had 41 % and Norge 40 %. That is 102,5 prosent higher. It is to be at most 100 prosent higher. The deviation is more than the margin of 1 prosentpoeng, so the ambition is not met.',
    ],
    [
      'within the margin',
      { status: 'stable' },
      'I 2024 hadde fylket 41 % og Norge 40 %. Det er 102,5 prosent av nivået der. Det skal være minst 100 prosent. Avviket er innenfor marginen på 1 prosentpoeng, men ambisjonen er ikke oppfylt.',
      'In 2024 fylket had 41 % and Norge 40 %. That is 102,5 prosent of the level there. It is to be at least 100 prosent. The deviation is within the margin of 1 prosentpoeng, but the ambition is not met.',
    ],
  ])('%s', (_, given, nb, en) => {
    const all = judged({ ...facts, ...given });
    expect([NB.against(all), EN.against(all)]).toEqual([nb, en]);
  });
});

describe('a mean of the periods before', () => {
  const facts: MeanFacts = {
    ...{ ...STANDING, mean: '40 %', periods: 3, distance: '1 prosentpoeng', margin: '2 prosentpoeng' },
    ...{ sign: 1, betterSign: 1 },
  };
  it.each<[string, Partial<MeanFacts>, ...Words]>([
    [
      'bettered',
      {},
      'Tallet for 2024 er 41 %. Gjennomsnittet for de tre periodene før var 40 %. Tallet er 1 prosentpoeng høyere, så ambisjonen er oppfylt.',
      'The figure for 2024 is 41 %. The average of the three periods before was 40 %. The figure is 1 prosentpoeng higher, so the ambition is met.',
    ],
    [
      'met exactly',
      { sign: 0, betterSign: 0 },
      'Tallet for 2024 er 41 %. Gjennomsnittet for de tre periodene før var 40 %. Det er det samme, så ambisjonen er oppfylt.',
      'The figure for 2024 is 41 %. The average of the three periods before was 40 %. That is the same, so the ambition is met.',
    ],
    [
      'missed without a margin',
      { sign: -1, betterSign: -1, margin: null },
      'Tallet for 2024 er 41 %. Gjennomsnittet for de tre periodene før var 40 %. Tallet er 1 prosentpoeng lavere, så ambisjonen er oppfylt.',
      'The figure for 2024 is 41 %. The average of the three periods before was 40 %. The figure is 1 prosentpoeng lower, so the ambition is met.',
    ],
    [
      'missed within the margin',
      { sign: -1, betterSign: -1 },
      'Tallet for 2024 er 41 %. Gjennomsnittet for de tre periodene før var 40 %. Tallet er 1 prosentpoeng lavere, innenfor marginen på 2 prosentpoeng, så ambisjonen er oppfylt.',
      'The figure for 2024 is 41 %. The average of the three periods before was 40 %. The figure is 1 prosentpoeng lower, within the margin of 2 prosentpoeng, so the ambition is met.',
    ],
    [
      'missed by more',
      { sign: -1, betterSign: -1, status: 'off-track' },
      'Tallet for 2024 er 41 %. Gjennomsnittet for de tre periodene før var 40 %. Tallet er 1 prosentpoeng lavere, mer enn marginen på 2 prosentpoeng, så ambisjonen er ikke oppfylt.',
      'The figure for 2024 is 41 %. The average of the three periods before was 40 %. The figure is 1 prosentpoeng lower, more than the margin of 2 prosentpoeng, so the ambition is not met.',
    ],
  ])('%s', (_, given, nb, en) => {
    const all = judged({ ...facts, ...given });
    expect([NB.noWorseThanMean(all), EN.noWorseThanMean(all)]).toEqual([nb, en]);
  });
});

it.each<[DemandFacts['status'], DemandFacts['direction'], ...Words]>([
  [
    'on-track',
    'increase',
    'Det skal opp med minst 1 prosent, så ambisjonen er oppfylt.',
    'It is to go up by at least 1 prosent, so the ambition is met.',
  ],
  [
    'stable',
    'increase',
    'Det skal opp med minst 1 prosent. Endringen er for liten, så ambisjonen er ikke oppfylt.',
    'It is to go up by at least 1 prosent. The change is too small, so the ambition is not met.',
  ],
  [
    'off-track',
    'decrease',
    'Det skal ned med minst 1 prosent, så ambisjonen er ikke oppfylt.',
    'It is to go down by at least 1 prosent, so the ambition is not met.',
  ],
])('a change that is demanded: %s, for the better being an %s', (status, direction, nb, en) => {
  const facts: DemandFacts = {
    status,
    verdict: { status, isPart: false },
    direction,
    share: null,
    demand: '1 prosent',
  };
  expect([NB.demand(facts), EN.demand(facts)]).toEqual([nb, en]);
});

it('a change that is demanded in per cent is told in per cent', () => {
  const verdict = { status: 'stable', isPart: false } as const;
  const facts: DemandFacts = { status: 'stable', verdict, direction: 'increase', share: '0,4 %', demand: '1 %' };
  expect([NB.demand(facts), EN.demand(facts)]).toEqual([
    'Det er 0,4 %. Det skal opp med minst 1 %. Endringen er for liten, så ambisjonen er ikke oppfylt.',
    'That is 0,4 %. It is to go up by at least 1 %. The change is too small, so the ambition is not met.',
  ]);
});

it('what a ratio is divided by is a source of its own, with its table where it has one', () => {
  expect([NB.dividedBy('SSB', '07459'), EN.dividedBy('SSB', '07459')]).toEqual([
    'Delt på tall fra SSB, tabell 07459.',
    'Divided by figures from SSB, table 07459.',
  ]);
  expect([NB.dividedBy('Register', null), EN.dividedBy('Register', null)]).toEqual([
    'Delt på tall fra Register.',
    'Divided by figures from Register.',
  ]);
});

it('a change within no margin has no direction to tell', () => {
  const facts: ChangeFacts = {
    ...{ kind: 'figure', judgement: 'same', value: '5', period: '2024', previous: '4', previousPeriod: '2023' },
    ...{ change: '1', sign: 1, margin: null, bound: null, isAtMargin: false },
    verdict: { status: 'stable', isPart: false },
  };
  const said: Words = [
    'Tallet for 2024 er 5, opp 1 fra 4 i 2023. Ambisjonen er ikke oppfylt.',
    'The figure for 2024 is 5, up 1 from 4 in 2023. The ambition is not met.',
  ];
  expect([NB.annualChange(facts), EN.annualChange(facts)]).toEqual(said);
  const held = { ...facts, judgement: 'held' as const };
  expect([NB.annualChange(held), EN.annualChange(held)]).toEqual(said);
});

describe('a rule that cannot speak', () => {
  const FACTS: GuardFacts = {
    ...{ place: 'fylket', period: '2024', missingIn: null, missing: null, known: null },
    ...{
      missingParts: [],
      missingPeers: [],
      group: '',
      breakReason: 'Ny kilde',
      deadline: '2030',
      unsettled: [],
      wasMeasured: false,
    },
  };

  it.each<[keyof typeof NB.guards, Partial<GuardFacts>, ...Words]>([
    [
      'before-deadline',
      {},
      'Målet er ikke nådd ennå, men fristen er 2030, og planen sier ikke hvor langt det skal være kommet i 2024.',
      'The target is not reached yet, but the deadline is 2030, and the plan does not say how far it is to be by 2024.',
    ],
    [
      'denominator-not-positive',
      {},
      'Forholdet kan ikke regnes ut for 2024, fordi tallet det deles på, er null eller negativt.',
      'The ratio cannot be calculated for 2024, because the figure it is divided by is zero or negative.',
    ],
    [
      'peer-missing',
      { missingPeers: ['A'], missingParts: ['A mangler.'] },
      'Fylket kan ikke sammenliknes for 2024: tall mangler for A. A mangler.',
      'Fylket cannot be compared for 2024: figures are missing for A. A mangler.',
    ],
  ])('%s', (guard, given, nb, en) => {
    const facts = { ...FACTS, ...given };
    expect([NB.guards[guard](facts), EN.guards[guard](facts)]).toEqual([nb, en]);
  });
});

describe('a part that is missing', () => {
  const facts: MissingFacts = {
    ...{ place: 'Elvebyen', period: '2024', labels: [], reason: 'missing', reasonText: 'grunnen' },
    ...{ isFromTable: true, isLatest: true },
  };

  it.each<[string, Partial<MissingFacts>, ...Words]>([
    [
      'as a whole',
      {},
      'SSB har publisert 2024, men uten tall for Elvebyen.',
      'Statistics Norway has published 2024, but without a figure for Elvebyen.',
    ],
    [
      'of several categories',
      { labels: ['A', 'B', 'C'] },
      'SSB har publisert 2024, men uten tall for A, B og C i Elvebyen.',
      'Statistics Norway has published 2024, but without a figure for A, B and C in Elvebyen.',
    ],
    [
      'withheld',
      { reason: 'confidential' },
      'SSB viser ikke tallet for Elvebyen i 2024, av hensyn til personvernet.',
      'Statistics Norway does not show the figure for Elvebyen in 2024, for reasons of confidentiality.',
    ],
    [
      'withheld in categories, by another source',
      { reason: 'confidential', labels: ['A', 'B'], isFromTable: false },
      'Kilden viser ikke tallet for A og B i Elvebyen i 2024, av hensyn til personvernet.',
      'The source does not show the figure for A and B in Elvebyen in 2024, for reasons of confidentiality.',
    ],
    [
      'that is 0',
      { reason: 'zero' },
      'SSB viser 0 for Elvebyen i 2024, og det kan ikke være riktig.',
      'Statistics Norway shows 0 for Elvebyen in 2024, which cannot be right.',
    ],
    [
      'that is 0 in a category',
      { reason: 'zero', labels: ['A'] },
      'SSB viser 0 for A i Elvebyen i 2024, og det kan ikke være riktig.',
      'Statistics Norway shows 0 for A in Elvebyen in 2024, which cannot be right.',
    ],
  ])('%s', (_, given, nb, en) => {
    const all = { ...facts, ...given };
    expect([NB.missingPart(all), EN.missingPart(all)]).toEqual([nb, en]);
  });
});

it.each<[string, (texts: typeof NB) => string, ...Words]>([
  [
    'what was last known',
    (texts) => texts.lastKnown('Oppfylt', '2023', '5 %'),
    'Sist vurdert: Oppfylt i 2023 (5 %).',
    'Last judged: Oppfylt in 2023 (5 %).',
  ],
  [
    'what was last known, without a value',
    (texts) => texts.lastKnown('Oppfylt', '2023', null),
    'Sist vurdert: Oppfylt i 2023.',
    'Last judged: Oppfylt in 2023.',
  ],
  ['bounds', (texts) => texts.between('1', '2 %'), 'mellom 1 og 2 %', 'between 1 and 2 %'],
  [
    'a second table',
    (texts) => texts.secondTable('13470'),
    'Noen grupper er holdt tilbake av hensyn til personvernet, så alle årene som sammenliknes, er hentet fra tabell 13470.',
    'Some groups are withheld for confidentiality, so every year compared is taken from table 13470.',
  ],
  [
    'a base not kept',
    (texts) => texts.belowBase(BASE),
    'Nivået ligger 3 under utgangspunktet i 2021, mer enn marginen på 2, så ambisjonen er ikke oppfylt.',
    'The level is 3 below the starting point of 2021, more than the margin of 2, so the ambition is not met.',
  ],
  [
    'step and base not kept',
    (texts) => texts.belowBase({ ...BASE, isAlso: true }),
    'Nivået ligger også 3 under utgangspunktet i 2021, mer enn marginen på 2, så ambisjonen er ikke oppfylt.',
    'The level is also 3 below the starting point of 2021, more than the margin of 2, so the ambition is not met.',
  ],
  [
    'a base not kept, where less is better',
    (texts) => texts.belowBase({ ...BASE, sign: 1, margin: null }),
    'Nivået ligger 3 over utgangspunktet i 2021, så ambisjonen er ikke oppfylt.',
    'The level is 3 above the starting point of 2021, so the ambition is not met.',
  ],
  [
    'a base before a break',
    (texts) => texts.baseReplaced('2022'),
    'Utgangspunktet i planen ligger før et brudd i tidsserien. Det regnes derfor fra 2022.',
    'The starting point of the plan lies before a break in the series. 2022 is used instead.',
  ],
  [
    'limits of a short series',
    (texts) => texts.provisionalLimits,
    'Grensene for vanlig variasjon er foreløpige, fordi tidsserien er kort.',
    'The limits of ordinary variation are provisional, because the series is short.',
  ],
  [
    'a correction',
    (texts) => texts.correction({ period: '2023', published: '5', corrected: '6', reason: 'Feil', reference: 'sak 1' }),
    'Kommunen har rettet tallet for 2023 fra 5 til 6: Feil (sak 1).',
    'The municipality has corrected the figure for 2023 from 5 to 6: Feil (sak 1).',
  ],
  [
    'an accepted file',
    (texts) => texts.accepted(null, null, '2026-03-02'),
    'Tallene er godtatt for hånd 2026-03-02, selv om de var holdt tilbake.',
    'The figures were accepted by hand on 2026-03-02, though they had been held back.',
  ],
  [
    'an accepted zero',
    (texts) => texts.accepted('Moss', '2024', '2026-03-02'),
    '0 for Moss i 2024 er godtatt for hånd 2026-03-02.',
    '0 for Moss in 2024 was accepted by hand on 2026-03-02.',
  ],
  [
    'counties of a group',
    (texts) => texts.counties(['Østfold', 'Akershus', 'Telemark'], false),
    'fylkene Østfold, Akershus og Telemark (foreslått sammenlikningsgruppe)',
    'the counties Østfold, Akershus and Telemark (proposed comparison group)',
  ],
  ['one county', (texts) => texts.counties(['Østfold'], true), 'fylket Østfold', 'the county Østfold'],
  [
    'a source by the places it is about',
    (texts) => texts.sourceName('SSB', '07984', 'municipality'),
    'SSB, tabell 07984, kommunetall',
    'SSB, table 07984, municipal figures',
  ],
  [
    'a source of counties',
    (texts) => texts.sourceName('SSB', null, 'county'),
    'SSB, fylkestall',
    'SSB, county figures',
  ],
  [
    'a source of the country',
    (texts) => texts.sourceName('SSB', null, 'national'),
    'SSB, hele landet',
    'SSB, the whole country',
  ],
])('%s is said in both languages', (_, say, nb, en) => {
  expect([say(NB), say(EN)]).toEqual([nb, en]);
});
