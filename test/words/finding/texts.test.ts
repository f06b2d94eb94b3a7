import { describe, expect, it } from 'vitest';
import type { Cause, Flag, GuardReason, SaidStatus } from '../../../src/model/plan/assessment.ts';
import type { MissingReason } from '../../../src/model/data/figure.ts';
import type { Coverage } from '../../../src/model/data/job.ts';
import { parseTimePeriod } from '../../../src/model/time-period.ts';
import { textsOf } from '../../../src/words/finding/texts-of.ts';
import type { CauseFacts, GuardFacts } from '../../../src/words/finding/texts.ts';

// What staff read, word for word, in both languages side by side. `Record` makes the lists whole.

const NB = textsOf('nb');
const EN = textsOf('en');

type Words = readonly [nb: string, en: string];

function inBoth<Name extends string>(nb: Readonly<Record<Name, string>>, en: Readonly<Record<Name, string>>) {
  return Object.fromEntries(Object.keys(nb).map((name) => [name, [nb[name as Name], en[name as Name]]]));
}

it('every status has its word', () => {
  const words: Record<SaidStatus, Words> = {
    'on-track': ['Oppfylt', 'Met'],
    'partly-met': ['Delvis oppfylt', 'Partly met'],
    stable: ['Uendret', 'Unchanged'],
    alike: ['Om lag likt', 'About the same'],
    'too-little': ['For liten endring', 'Too small a change'],
    'off-track': ['Ikke oppfylt', 'Not met'],
    'ambition-not-set': ['Ambisjon ikke fastsatt', 'Ambition not set'],
    'not-measured': ['Ikke målt', 'Not measured'],
    insufficient: ['Kan ikke vurderes', 'Cannot be judged'],
    break: ['Brudd i tidsserien', 'Break in the series'],
  };
  expect(inBoth(NB.statuses, EN.statuses)).toEqual(words);
});

it('every flag has its words', () => {
  const words: Record<Flag, Words> = {
    proxy: ['ikke målt direkte', 'not measured directly'],
    provisional: ['foreløpige tall', 'provisional figures'],
    stale: ['nye tall er forsinket', 'new figures are late'],
    revised: ['tall rettet av kilden', 'figures revised by the source'],
    corrected: ['rettet av kommunen', 'corrected by the municipality'],
    bounded: ['bare kjent innenfor grenser', 'known only within bounds'],
    'within-uncertainty': ['endringen kan være tilfeldig', 'the change may be chance'],
    'within-variation': ['endringen er ikke større enn vanlig', 'the change is no larger than usual'],
  };
  expect(inBoth(NB.flags, EN.flags)).toEqual(words);
});

it('every reason for a missing figure is said', () => {
  const words: Record<MissingReason, Words> = {
    'not-in-dataset': ['tallet finnes ikke i kilden', 'the source has no figure'],
    withdrawn: ['kilden har tatt tallet bort', 'the source has withdrawn the figure'],
    'code-ended': ['kommunekoden gjelder ikke i perioden', 'the municipality code is not in use in the period'],
    'other-place': ['koden gjelder et annet sted i perioden', 'the code is of another place in the period'],
    'unknown-symbol': [
      'kilden viser et tegn som ingen har forklart',
      'the source shows a symbol that nobody has explained',
    ],
    zero: ['kilden viser 0, som ikke kan være riktig', 'the source shows 0, which cannot be right'],
    'not-possible': ['kilden sier at tallet ikke kan finnes', 'the source says that the figure cannot exist'],
    missing: ['kilden har ikke tallet', 'the source has no figure'],
    confidential: [
      'kilden viser ikke tallet av hensyn til personvernet',
      'the source does not show the figure, for reasons of confidentiality',
    ],
    nil: ['kilden melder at det ikke er noe å telle', 'the source says that there is nothing to count'],
    unexplained: ['kilden sier ikke hvorfor', 'the source does not say why'],
    'parts-differ': [
      'gruppene summerer seg ikke til det kilden oppgir i alt',
      'the groups do not add up to the total of the source',
    ],
    'border-change': ['grensene var andre enn i dag', 'the borders were not those of today'],
    'no-previous-period': [
      'det finnes ingen tidligere periode å regne fra',
      'there is no earlier period to calculate from',
    ],
    'base-not-positive': [
      'tallet det regnes fra, er null eller negativt',
      'the figure it is calculated from is zero or negative',
    ],
    'denominator-not-positive': [
      'tallet det deles på, er null eller negativt',
      'the figure it is divided by is zero or negative',
    ],
    'peer-missing': ['det mangler tall å sammenlikne med', 'there are no figures to compare with'],
  };
  expect(inBoth(NB.missing, EN.missing)).toEqual(words);
});

describe('a cause', () => {
  const FACTS: CauseFacts = {
    ...{ period: '2024', revised: ['2023', '2024'], corrections: [], sources: [] },
    ...{ isFromTable: true, hasSource: true, isUnjudged: false, breaks: [], isLifted: false },
  };

  it.each<[Cause, Partial<CauseFacts>, ...Words]>([
    ['first-assessment', {}, 'første vurdering', 'first assessment'],
    ['new-period', {}, 'nye tall for 2024', 'new figures for 2024'],
    ['new-period', { period: '' }, 'nye tall', 'new figures'],
    [
      'revision',
      {},
      'SSB har rettet tallene for 2023 og 2024',
      'Statistics Norway has revised the figures for 2023 and 2024',
    ],
    [
      'revision',
      { revised: [] },
      'tall er kommet til eller falt bort i kilden',
      'figures have been added or removed at the source',
    ],
    [
      'revision',
      { isFromTable: false, revised: ['2022', '2023', '2024'] },
      'tallene for 2022, 2023 og 2024 er rettet',
      'the figures for 2022, 2023 and 2024 were revised',
    ],
    [
      'peer-revision',
      { revised: ['2024'] },
      'tallene for sammenlikningsgruppen er rettet (2024)',
      'the figures of the comparison group were revised (2024)',
    ],
    [
      'peer-revision',
      { revised: [] },
      'tallene for sammenlikningsgruppen er rettet',
      'the figures of the comparison group were revised',
    ],
    ['rule-changed', {}, 'regelen er endret', 'the rule was changed'],
    [
      'break',
      {},
      'det er registrert et brudd i tidsserien fra 2024',
      'a break in the time series from 2024 has been registered',
    ],
    [
      'break',
      { period: '' },
      'det er registrert et brudd i tidsserien',
      'a break in the time series has been registered',
    ],
    ['source-switched', {}, 'tallene hentes nå fra en annen kilde', 'the figures now come from another source'],
    ['source-switched', { hasSource: false }, 'kilden har ikke lenger tall', 'the source no longer has figures'],
    [
      'source-switched',
      { sources: ['SSB, tabell A', 'SSB, tabell B'] },
      'tallene hentes nå fra SSB, tabell B (før: SSB, tabell A)',
      'the figures now come from SSB, tabell B (before: SSB, tabell A)',
    ],
    ['restored', {}, 'tallene er på plass igjen', 'the figures are back'],
    ['withdrawn', {}, 'kilden har ikke lenger tall etter 2024', 'the source no longer has figures after 2024'],
    [
      'withdrawn',
      { period: '' },
      'kilden har ikke lenger tallene for 2023 og 2024',
      'the source no longer has the figures for 2023 and 2024',
    ],
    ['withdrawn', { period: '', revised: [] }, 'kilden har ikke lenger tall', 'the source no longer has figures'],
    ['peers-changed', {}, 'sammenlikningsgruppen er endret', 'the comparison group has changed'],
    [
      'correction',
      { revised: ['2024'], corrections: ['Feil i filen (sak 1)', 'Dobbelttelling (sak 2)'] },
      'kommunen har rettet tallene for 2024: Feil i filen (sak 1); Dobbelttelling (sak 2)',
      'the municipality has corrected the figures for 2024: Feil i filen (sak 1); Dobbelttelling (sak 2)',
    ],
    ['correction', { revised: [] }, 'kommunen har rettet tallene', 'the municipality has corrected the figures'],
  ])('%s with %j', (cause, facts, nb, en) => {
    const given = { ...FACTS, ...facts };
    expect([NB.causes[cause](given), EN.causes[cause](given)]).toEqual([nb, en]);
  });
});

describe('a guard that knows little', () => {
  const FACTS: GuardFacts = {
    ...{ place: 'fylket', period: '2024', missingIn: null, missing: null, known: null },
    ...{
      missingParts: [],
      missingPeers: [],
      group: 'gruppen',
      breakReason: '',
      deadline: '',
      unsettled: [],
      wasMeasured: false,
    },
  };

  it.each<[GuardReason, Partial<GuardFacts>, ...Words]>([
    [
      'own-figure-missing',
      {},
      'Tallet for fylket i 2024 mangler: ukjent grunn.',
      'The figure for fylket in 2024 is missing: for an unknown reason.',
    ],
    [
      'own-figure-missing',
      { missingIn: '2023', missing: 'grunnen' },
      'Tallet for fylket i 2023 mangler: grunnen.',
      'The figure for fylket in 2023 is missing: grunnen.',
    ],
    [
      'own-figure-missing',
      { missingParts: ['A mangler.', 'B mangler.'] },
      'A mangler. B mangler.',
      'A mangler. B mangler.',
    ],
    [
      'only-one-period',
      {},
      'Det finnes bare én måling, så utviklingen kan ikke vurderes.',
      'There is only one measurement, so the development cannot be judged.',
    ],
    [
      'peer-missing',
      { missingPeers: ['A'] },
      'Fylket kan ikke sammenliknes for 2024: tall mangler for A i gruppen.',
      'Fylket cannot be compared for 2024: figures are missing for A in gruppen.',
    ],
    [
      'peer-missing',
      { missingPeers: ['A', 'B', 'C'] },
      'Fylket kan ikke sammenliknes for 2024: tall mangler for A, B og C i gruppen.',
      'Fylket cannot be compared for 2024: figures are missing for A, B and C in gruppen.',
    ],
  ])('%s with %j', (guard, facts, nb, en) => {
    const given = { ...FACTS, ...facts };
    expect([NB.guards[guard](given), EN.guards[guard](given)]).toEqual([nb, en]);
  });
});

describe('a period', () => {
  const MONTHS: readonly Words[] = [
    ['januar', 'January'],
    ['februar', 'February'],
    ['mars', 'March'],
    ['april', 'April'],
    ['mai', 'May'],
    ['juni', 'June'],
    ['juli', 'July'],
    ['august', 'August'],
    ['september', 'September'],
    ['oktober', 'October'],
    ['november', 'November'],
    ['desember', 'December'],
  ];
  const months = MONTHS.map(([nb, en], index): [string, ...Words] => [
    `2024M${String(index + 1).padStart(2, '0')}`,
    `${nb} 2024`,
    `${en} 2024`,
  ]);

  it.each<[string, ...Words]>([
    ['2024', '2024', '2024'],
    ['2024H2', '2. halvår 2024', 'half-year 2 of 2024'],
    ['2024K3', '3. kvartal 2024', 'quarter 3 of 2024'],
    ['2024U12', 'uke 12 2024', 'week 12 of 2024'],
    ['2018-2020', '2018\u2060–\u20602020', '2018\u2060–\u20602020'],
    ...months,
  ])('%s is read as “%s” and “%s”', (code, nb, en) => {
    const period = parseTimePeriod(code)!;
    expect([NB.period(period), EN.period(period)]).toEqual([nb, en]);
  });
});

describe('figures that are not the municipality’s own', () => {
  it.each<[Coverage, Words, Words]>([
    [
      'municipality',
      ['Elvebyen', 'Elvebyen'],
      [
        'Tallet måler bare indirekte det indikatoren gjelder.',
        'The figure measures only indirectly what the indicator is about.',
      ],
    ],
    [
      'county',
      ['fylket', 'the county'],
      ['Målt for fylket, ikke for Elvebyen.', 'Measured for the county, not for Elvebyen.'],
    ],
    ['national', ['Norge', 'Norway'], ['Målt for Norge, ikke for Elvebyen.', 'Measured for Norway, not for Elvebyen.']],
  ])('reach %s, and are said to', (coverage, place, proxy) => {
    expect([NB.place(coverage, 'Elvebyen'), EN.place(coverage, 'Elvebyen')]).toEqual(place);
    expect([NB.proxy(coverage, 'Elvebyen'), EN.proxy(coverage, 'Elvebyen')]).toEqual(proxy);
  });

  it('name their source, and its table where it has one', () => {
    expect([NB.source('Miljødirektoratet', null, false), EN.source('Miljødirektoratet', null, false)]).toEqual([
      'Kilde: Miljødirektoratet.',
      'Source: Miljødirektoratet.',
    ]);
    expect([NB.source('SSB', '07984', false), EN.source('SSB', '07984', false)]).toEqual([
      'Kilde: SSB, tabell 07984.',
      'Source: SSB, table 07984.',
    ]);
    expect([NB.source('SSB', '07984', true), EN.source('SSB', '07984', true)]).toEqual([
      'Kilde: SSB, tabell 07984, med kommunens rettelse.',
      'Source: SSB, table 07984, corrected by the municipality.',
    ]);
  });
});

it('an index has no unit, in whatever letters it is written; a unit that only holds the word has', () => {
  expect([NB.amount('5', 'Indeks'), NB.amount('5', 'per indeks')]).toEqual(['5', '5\u00A0per indeks']);
  expect([EN.amount('5', 'Index'), EN.amount('5', 'per index')]).toEqual(['5', '5\u00A0per index']);
});
