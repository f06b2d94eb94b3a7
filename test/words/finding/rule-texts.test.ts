import { describe, expect, it } from 'vitest';
import { textsOf } from '../../../src/words/finding/texts-of.ts';
import type {
  AgainstFacts,
  DemandFacts,
  MeanFacts,
  RankFacts,
  TargetFacts,
  ThresholdFacts,
} from '../../../src/words/finding/rule-texts.ts';
import type { ChangeFacts, GuardFacts, MissingFacts } from '../../../src/words/finding/texts.ts';

// What staff read of the rules that ask where a value stands, and of what is missing, in both languages side by side.

const [NB, EN] = [textsOf('nb'), textsOf('en')];
const STANDING = { status: 'on-track', value: '41 %', period: '2024' } as const;

type Words = readonly [nb: string, en: string];

describe('a threshold', () => {
  const NONE = { min: null, max: null };
  const facts: ThresholdFacts = { ...STANDING, limits: { min: '40 %', max: null }, outer: NONE };

  it.each<[string, Partial<ThresholdFacts>, ...Words]>([
    [
      'from below, kept',
      {},
      'Målt verdi var 41 % i 2024. Kravet er minst 40 %, og det er oppfylt.',
      'The measured value was 41 % in 2024. The requirement is at least 40 %, and it is met.',
    ],
    [
      'from above, not kept',
      { status: 'off-track', limits: { min: null, max: '40 %' } },
      'Målt verdi var 41 % i 2024. Kravet er høyst 40 %, og det er ikke oppfylt.',
      'The measured value was 41 % in 2024. The requirement is at most 40 %, and it is not met.',
    ],
    [
      'with an outer limit that is kept',
      { status: 'partly-met', limits: { min: '45 %', max: '50 %' }, outer: { min: '40 %', max: '50 %' } },
      'Målt verdi var 41 % i 2024. Kravet er mellom 45 % og 50 %, og den ytre grensen, mellom 40 % og 50 %, er holdt.',
      'The measured value was 41 % in 2024. The requirement is between 45 % and 50 %, and the outer limit, between 40 % and 50 %, is kept.',
    ],
    [
      'with a lower outer limit that is not kept',
      { status: 'off-track', limits: { min: '50 %', max: null }, outer: { min: '45 %', max: null } },
      'Målt verdi var 41 % i 2024. Kravet er minst 50 %, og det er ikke oppfylt. Den ytre grensen, minst 45 %, er heller ikke holdt.',
      'The measured value was 41 % in 2024. The requirement is at least 50 %, and it is not met. Nor is the outer limit, at least 45 %, kept.',
    ],
    [
      'with an upper outer limit that is not kept',
      { status: 'off-track', limits: { min: null, max: '30 %' }, outer: { min: null, max: '40 %' } },
      'Målt verdi var 41 % i 2024. Kravet er høyst 30 %, og det er ikke oppfylt. Den ytre grensen, høyst 40 %, er heller ikke holdt.',
      'The measured value was 41 % in 2024. The requirement is at most 30 %, and it is not met. Nor is the outer limit, at most 40 %, kept.',
    ],
  ])('%s', (_, given, nb, en) => {
    expect([NB.threshold({ ...facts, ...given }), EN.threshold({ ...facts, ...given })]).toEqual([nb, en]);
  });
});

describe('a target', () => {
  const facts: TargetFacts = {
    ...{ ...STANDING, goal: '50 %', year: 2030, path: '40 %', isReached: false, isLevel: false },
    ...{ distance: '1 prosentpoeng', margin: '2 prosentpoeng' },
  };
  const nbStart = 'Målt verdi var 41 % i 2024. Målet er 50 % i 2030';
  const enStart = 'The measured value was 41 % in 2024. The target is 50 % in 2030';

  it.each<[string, Partial<TargetFacts>, ...Words]>([
    ['reached', { isReached: true }, ', og det er nådd.', ', and it is reached.'],
    [
      'ahead of the path',
      {},
      '; på en jevn vei dit skulle verdien vært 40 % i 2024. Verdien ligger 1 prosentpoeng foran veien dit.',
      '; on an even path there it should have been 40 % in 2024. The value is 1 prosentpoeng ahead of the path there.',
    ],
    [
      'on the path',
      { isLevel: true },
      '; på en jevn vei dit skulle verdien vært 40 % i 2024, og det er den.',
      '; on an even path there it should have been 40 % in 2024, and it was.',
    ],
    [
      'behind the path, within the margin',
      { status: 'stable' },
      '; på en jevn vei dit skulle verdien vært 40 % i 2024. Verdien ligger 1 prosentpoeng bak veien dit, innenfor margin på 2 prosentpoeng.',
      '; on an even path there it should have been 40 % in 2024. The value is 1 prosentpoeng behind the path there, within the margin of 2 prosentpoeng.',
    ],
    [
      'behind the target itself',
      { status: 'off-track', path: null },
      '. Verdien ligger 1 prosentpoeng bak målet, mer enn marginen på 2 prosentpoeng.',
      '. The value is 1 prosentpoeng behind the target, more than the margin of 2 prosentpoeng.',
    ],
    [
      'behind without a margin',
      { status: 'off-track', path: null, margin: null },
      '. Verdien ligger 1 prosentpoeng bak målet.',
      '. The value is 1 prosentpoeng behind the target.',
    ],
  ])('%s', (_, given, nb, en) => {
    const all = { ...facts, ...given };
    expect([NB.target(all), EN.target(all)]).toEqual([`${nbStart}${nb}`, `${enStart}${en}`]);
  });
});

describe('a rank', () => {
  const facts: RankFacts = {
    ...{ ...STANDING, place: 'fylket', group: 'gruppen', rank: 3, worstRank: 3, ranked: 12, within: 3 },
  };
  const nbStart = 'Fylket var nummer 3 av 12 i 2024 (41 %), sammenliknet med gruppen; kravet er å være';
  const enStart = 'Fylket was number 3 of 12 in 2024 (41 %), compared with gruppen; the requirement is to be';

  it.each<[string, Partial<RankFacts>, ...Words]>([
    ['met', {}, 'blant de 3 beste, og det er oppfylt.', 'among the best 3, and it is met.'],
    [
      'of the best alone, not met',
      { status: 'off-track', within: 1 },
      'best, og det er ikke oppfylt.',
      'the best, and it is not met.',
    ],
    [
      'that one place may yet take',
      { status: 'insufficient', worstRank: 4 },
      'blant de 3 beste, og det er ikke oppfylt. Ett sted mangler tall.',
      'among the best 3, and it is not met. One place lacks a figure.',
    ],
    [
      'that holds whatever two places have',
      { worstRank: 5, within: 5 },
      'blant de 5 beste, og det er oppfylt. 2 steder mangler tall, uansett hva de har.',
      'among the best 5, and it is met. 2 places lack a figure, whatever it may be.',
    ],
    [
      'that is lost whatever one place has',
      { status: 'off-track', worstRank: 4, within: 2 },
      'blant de 2 beste, og det er ikke oppfylt. Ett sted mangler tall, uansett hva de har.',
      'among the best 2, and it is not met. One place lacks a figure, whatever it may be.',
    ],
  ])('%s', (_, given, nb, en) => {
    const all = { ...facts, ...given };
    expect([NB.rank(all), EN.rank(all)]).toEqual([`${nbStart} ${nb}`, `${enStart} ${en}`]);
  });
});

describe('a level against another place', () => {
  const facts: AgainstFacts = {
    ...{ ...STANDING, place: 'fylket', other: 'Norge', otherValue: '40 %', as: 'share', compared: '102,5 prosent' },
    ...{ required: '100 prosent', direction: 'increase', margin: '1 prosentpoeng' },
  };
  const nbStart = 'Fylket hadde 41 % i 2024, mot 40 % i Norge:';
  const enStart = 'Fylket had 41 % in 2024, against 40 % in Norge:';

  it.each<[string, Partial<AgainstFacts>, ...Words]>([
    [
      'as a share, met',
      {},
      '102,5 prosent av nivået der. Kravet er minst 100 prosent, og det er oppfylt.',
      '102,5 prosent of the level there. The requirement is at least 100 prosent, and it is met.',
    ],
    [
      'as a difference, not met',
      { status: 'off-track', as: 'difference', direction: 'decrease' },
      'en forskjell på 102,5 prosent. Kravet er høyst 100 prosent, og det er ikke oppfylt, mer enn marginen på 1 prosentpoeng.',
      'a difference of 102,5 prosent. The requirement is at most 100 prosent, and it is not met, more than the margin of 1 prosentpoeng.',
    ],
    [
      'within the margin',
      { status: 'stable' },
      '102,5 prosent av nivået der. Kravet er minst 100 prosent, og det er ikke oppfylt, innenfor margin på 1 prosentpoeng.',
      '102,5 prosent of the level there. The requirement is at least 100 prosent, and it is not met, within the margin of 1 prosentpoeng.',
    ],
  ])('%s', (_, given, nb, en) => {
    const all = { ...facts, ...given };
    expect([NB.against(all), EN.against(all)]).toEqual([`${nbStart} ${nb}`, `${enStart} ${en}`]);
  });
});

describe('a mean of the periods before', () => {
  const facts: MeanFacts = {
    ...{ ...STANDING, mean: '40 %', periods: 3, distance: '1 prosentpoeng', betterSign: 1, margin: '2 prosentpoeng' },
  };
  const nbStart = 'Målt verdi var 41 % i 2024, mot 40 % i gjennomsnitt for de 3 periodene før:';
  const enStart = 'The measured value was 41 % in 2024, against 40 % on average in the 3 periods before:';

  it.each<[string, Partial<MeanFacts>, ...Words]>([
    ['bettered', {}, '1 prosentpoeng bedre.', '1 prosentpoeng better.'],
    ['met exactly', { betterSign: 0 }, 'det samme.', 'the same.'],
    ['missed without a margin', { betterSign: -1, margin: null }, '1 prosentpoeng svakere.', '1 prosentpoeng weaker.'],
    [
      'missed within the margin',
      { betterSign: -1 },
      '1 prosentpoeng svakere, innenfor margin på 2 prosentpoeng.',
      '1 prosentpoeng weaker, within the margin of 2 prosentpoeng.',
    ],
    [
      'missed by more',
      { betterSign: -1, status: 'off-track' },
      '1 prosentpoeng svakere, mer enn marginen på 2 prosentpoeng.',
      '1 prosentpoeng weaker, more than the margin of 2 prosentpoeng.',
    ],
  ])('%s', (_, given, nb, en) => {
    const all = { ...facts, ...given };
    expect([NB.noWorseThanMean(all), EN.noWorseThanMean(all)]).toEqual([`${nbStart} ${nb}`, `${enStart} ${en}`]);
  });
});

it.each<[DemandFacts['status'], DemandFacts['direction'], ...Words]>([
  [
    'on-track',
    'increase',
    'Kravet er en økning på minst 1 prosent, og det er oppfylt.',
    'The requirement is a rise of at least 1 prosent, and it is met.',
  ],
  [
    'stable',
    'increase',
    'Kravet er en økning på minst 1 prosent, og endringen er for liten.',
    'The requirement is a rise of at least 1 prosent, and the change is too small.',
  ],
  [
    'off-track',
    'decrease',
    'Kravet er en nedgang på minst 1 prosent, og det er ikke oppfylt.',
    'The requirement is a fall of at least 1 prosent, and it is not met.',
  ],
])('a change that is demanded: %s, for the better being an %s', (status, direction, nb, en) => {
  const facts: DemandFacts = { status, direction, demand: '1 prosent' };
  expect([NB.demand(facts), EN.demand(facts)]).toEqual([nb, en]);
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
    ...{ judgement: 'same', value: '5', period: '2024', previous: '4', previousPeriod: '2023' },
    ...{ change: '1', sign: 1, margin: null },
  };
  const said: Words = [
    'Målt verdi var 5 i 2024, opp 1 fra 4 i 2023.',
    'The measured value was 5 in 2024, up 1 from 4 in 2023.',
  ];
  expect([NB.annualChange(facts), EN.annualChange(facts)]).toEqual(said);
  const held = { ...facts, judgement: 'held' as const };
  expect([NB.annualChange(held), EN.annualChange(held)]).toEqual(said);
});

describe('a rule that cannot speak', () => {
  const FACTS: GuardFacts = {
    ...{ place: 'fylket', period: '2024', missingIn: null, missing: null, known: null },
    ...{ missingParts: [], missingPeers: [], group: '', breakReason: 'Ny kilde', deadline: '2030', unsettled: [] },
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
      'Forholdet kan ikke regnes ut for 2024, for tallet det deles på, er null eller negativt.',
      'The ratio cannot be reckoned for 2024, as the figure it is divided by is zero or negative.',
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
    ...{ place: 'Elvebyen', period: '2024', labels: [], reason: 'missing', reasonText: 'grunnen', isFromTable: true },
  };

  it.each<[string, Partial<MissingFacts>, ...Words]>([
    [
      'as a whole',
      {},
      'Tallet for Elvebyen i 2024 mangler: grunnen.',
      'The figure for Elvebyen in 2024 is missing: grunnen.',
    ],
    [
      'of several categories',
      { labels: ['A', 'B', 'C'] },
      'Tallet for Elvebyen i 2024 mangler (A, B og C): grunnen.',
      'The figure for Elvebyen in 2024 is missing (A, B and C): grunnen.',
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
      'SSB viser 0 for Elvebyen i 2024, og det kan ikke være et tall.',
      'Statistics Norway shows 0 for Elvebyen in 2024, which cannot be a figure.',
    ],
    [
      'that is 0 in a category',
      { reason: 'zero', labels: ['A'] },
      'SSB viser 0 for Elvebyen i 2024 (A), og det kan ikke være et tall.',
      'Statistics Norway shows 0 for Elvebyen in 2024 (A), which cannot be a figure.',
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
    (texts) => texts.failed(false, '2021', 'increase'),
    'Verdien er under utgangspunktet i 2021.',
    'The value is below the starting point of 2021.',
  ],
  [
    'step and base not kept',
    (texts) => texts.failed(true, '2021', 'increase'),
    'Verdien er også under utgangspunktet i 2021.',
    'The value is also below the starting point of 2021.',
  ],
  [
    'a base not kept, where less is better',
    (texts) => texts.failed(false, '2021', 'decrease'),
    'Verdien er over utgangspunktet i 2021.',
    'The value is above the starting point of 2021.',
  ],
  ['a step not kept', (texts) => texts.failed(true, null, 'increase'), '', ''],
  [
    'a base before a break',
    (texts) => texts.baseReplaced('2022'),
    'Utgangspunktet i planen ligger før et brudd i tidsserien; det regnes fra 2022.',
    'The starting point of the plan lies before a break in the series; 2022 is used instead.',
  ],
  [
    'limits of a short series',
    (texts) => texts.provisionalLimits,
    'Grensene for vanlig variasjon er foreløpige, for serien er kort.',
    'The limits of ordinary variation are provisional, as the series is short.',
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
    'SSB, tabell 07984 (tall for kommuner)',
    'SSB, table 07984 (figures for municipalities)',
  ],
  [
    'a source of counties',
    (texts) => texts.sourceName('SSB', null, 'county'),
    'SSB (tall for fylker)',
    'SSB (figures for counties)',
  ],
  [
    'a source of the country',
    (texts) => texts.sourceName('SSB', null, 'national'),
    'SSB (tall for hele landet)',
    'SSB (figures for the whole country)',
  ],
])('%s is said in both languages', (_, say, nb, en) => {
  expect([say(NB), say(EN)]).toEqual([nb, en]);
});
