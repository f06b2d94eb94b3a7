import type { Frequency } from '../../model/time-period.ts';
import type { ChartTexts, RuleWords, Span, Tally } from './chart-texts.ts';

interface PeriodWords {
  readonly many: string;
  readonly only: string;
  readonly one: string;
}

const PERIODS: Readonly<Record<Frequency, PeriodWords>> = {
  year: { many: 'år', only: 'det eneste året', one: 'ett' },
  'half-year': { many: 'halvår', only: 'det eneste halvåret', one: 'ett' },
  quarter: { many: 'kvartaler', only: 'det eneste kvartalet', one: 'ett' },
  month: { many: 'måneder', only: 'den eneste måneden', one: 'én' },
  week: { many: 'uker', only: 'den eneste uka', one: 'én' },
  interval: { many: 'perioder', only: 'den eneste perioden', one: 'én' },
};

/** Said after «i»: «i 4 av 17 år». */
function tally({ met, judged, frequency }: Tally): string {
  const { many, only, one } = PERIODS[frequency];
  if (judged === 1) return met === 1 ? `${only} som kan vurderes` : `ingen ${many} (bare ${one} kan vurderes)`;
  return met === 0 ? `ingen av ${judged} ${many}` : `${met} av ${judged} ${many}`;
}

const rules: RuleWords = {
  change: {
    increase: { finding: (place, _, of) => `Tallet for ${place} økte i ${of}`, demand: () => 'årlig vekst' },
    decrease: { finding: (place, _, of) => `Tallet for ${place} gikk ned i ${of}`, demand: () => 'årlig nedgang' },
  },
  clearChange: {
    increase: {
      finding: (place, _, of) => `Tallet for ${place} økte med mer enn marginen i ${of}`,
      demand: () => 'årlig vekst',
    },
    decrease: {
      finding: (place, _, of) => `Tallet for ${place} gikk ned med mer enn marginen i ${of}`,
      demand: () => 'årlig nedgang',
    },
  },
  demanded: {
    increase: {
      finding: (place, least, of) => `Tallet for ${place} økte med minst ${least} i ${of}`,
      demand: (least) => `vekst på minst ${least}`,
    },
    decrease: {
      finding: (place, least, of) => `Tallet for ${place} gikk ned med minst ${least} i ${of}`,
      demand: (least) => `nedgang på minst ${least}`,
    },
  },
  held: {
    finding: (place, _, of) => `Tallet for ${place} var stabilt eller bedre i ${of}`,
    demand: () => 'stabilt eller bedre',
  },
  lead: {
    increase: {
      finding: (place, group, of) => `${place} vokste raskere enn ${group} i ${of}`,
      demand: (group) => `større vekst enn ${group}`,
    },
    decrease: {
      finding: (place, group, of) => `${place} hadde lavere vekst enn ${group} i ${of}`,
      demand: (group) => `lavere vekst enn ${group}`,
    },
  },
  position: {
    finding: (place, group, of) => `${place} forbedret seg mot ${group} i ${of}`,
    demand: (group) => `forbedring mot ${group}`,
  },
  within: {
    finding: (place, _, of) => `Tallet for ${place} var innenfor grensen i ${of}`,
    demand: () => 'innenfor grensen',
  },
  path: {
    finding: (place, _, of) => `Tallet for ${place} var på veien til målet, eller bedre, i ${of}`,
    demand: () => 'på veien til målet',
  },
  ranked: {
    finding: (place, within, of) => `${place} var ${among(within)} i ${of}`,
    demand: (within) => `plass ${among(within)}`,
  },
  against: {
    finding: (place, other, of) => `${place} nådde kravet mot ${other} i ${of}`,
    demand: (other) => `nivå mot ${other}`,
  },
  mean: {
    finding: (place, _, of) => `Tallet for ${place} var ikke svakere enn snittet av periodene før i ${of}`,
    demand: () => 'ikke svakere enn snittet av periodene før',
  },
};

function among(within: string): string {
  return within === '1' ? 'best i gruppen' : `blant de ${within} beste`;
}

function trend(place: string, { moved, first, from, last, to }: Span): string {
  if (moved === 'same') return `Tallet for ${place} var ${last} både i ${from} og i ${to}`;
  return `Tallet for ${place} ${moved === 'up' ? 'økte' : 'gikk ned'} fra ${first} i ${from} til ${last} i ${to}`;
}

/** Plain bokmål. */
export const chartTextsNb: ChartTexts = {
  tally,
  rules,
  part: (number, of, demand, tallied) => `Krav ${number} av ${of}: ${demand} var oppfylt i ${tallied}`,
  trend,
  onlyFigure: (place, figure, period) => `Tallet for ${place} var ${figure} i ${period}`,
  largest: (group, share, period) => `Størst i ${period}: ${group}, ${share}`,
  kinds: { lines: 'Linjediagram', columns: 'Søylediagram', bars: 'Stolpediagram' },
  direction: { increase: '↑ ønsket retning', decrease: '↓ ønsket retning' },
  names: {
    peersGrowth: {
      pooled: (group) => `Vekst i ${group}, samlet`,
      mean: (group) => `Vekst i ${group}, gjennomsnitt`,
      median: (group) => `Vekst i ${group}, median`,
      each: (group) => `Vekst i ${group}, den raskeste`,
    },
    ownGrowth: (place) => `Vekst i ${place}`,
    meanOf: (group) => `gjennomsnittet i ${group}`,
    lead: 'Forskjell',
    gap: 'Avstand',
    gapOf: (place) => `Avstand, ${place}`,
    spread: 'Fra laveste til høyeste i gruppen',
    margin: (amount) => `Marginen: ${amount} til hver side`,
    marginAround: (amount) => `Innenfor marginen (${amount}) av tallet før`,
    ordinary: 'Vanlig endring fra tallet før',
    ordinaryProvisional: 'Vanlig endring fra tallet før (foreløpige grenser)',
    base: {
      increase: (period, amount) => `Lavest godtatt siden ${period}: ${amount}`,
      decrease: (period, amount) => `Høyest godtatt siden ${period}: ${amount}`,
    },
    limit: {
      min: (amount) => `Nedre grense: ${amount}`,
      max: (amount) => `Øvre grense: ${amount}`,
      outerMin: (amount) => `Ytre grense, nedre: ${amount}`,
      outerMax: (amount) => `Ytre grense, øvre: ${amount}`,
    },
    goal: (year, amount) => `Målet i ${year}: ${amount}`,
    path: 'Veien til målet',
    meanBefore: (periods) => `Snittet av de ${periods} periodene før`,
    required: (place) => `Kravet mot ${place}`,
    cut: (within) => `Kravet: ${among(String(within))}`,
  },
  key: {
    met: 'Kravet var oppfylt',
    notMet: 'Ikke oppfylt',
    silent: 'Kan ikke vurderes',
    provisional: 'Foreløpig',
    bounded: 'Tallet ligger mellom to grenser',
    others: 'De andre i gruppen',
    annotation: 'Kommunens merknad',
  },
  marks: { provisional: 'foreløpig', corrected: 'rettet av kommunen', revised: 'rettet av kilden' },
  letters: { corrected: 'K', revised: 'R' },
  break: {
    reason: {
      'declared-break': (reason) => reason,
      'marked-break': (place) => `merket av kilden${place === '' ? '' : ` for ${place}`}`,
      'border-change': () => 'nye grenser',
    },
    short: 'brudd',
    label: (reason) => `brudd: ${reason}`,
    told: (period, reason) => `Brudd i tidsserien fra og med ${period}: ${reason}`,
    cell: 'brudd i tidsserien',
  },
  lacking: (periods) => `Tall mangler for ${periods}`,
  provisionalIs: (periods) => `Foreløpig: ${periods}`,
  latestLead: (period, own, peers, lead) => `I ${period}: ${own} mot ${peers}, en forskjell på ${lead}`,
  latestGap: (period, gap, isAbove, mean) => `I ${period}: ${gap} ${isAbove ? 'over' : 'under'} ${mean}`,
  latestRank: (place, rank, of, period) => `${place} er nummer ${rank} av ${of} i ${period}`,
  figuresOf: (what) => `Tallene i figuren: ${what}`,
  about: {
    level: 'utviklingen over tid',
    growth: (group) => `vekst mot ${group}`,
    gap: (group) => `avstand til ${group}`,
    mix: 'fordelingen',
    rank: 'plasseringen',
    place: (place) => `nivå mot ${place}`,
    part: (number, what) => `krav ${number}, ${what}`,
  },
  table: {
    period: 'Periode',
    met: 'Kravet oppfylt',
    yes: 'ja',
    no: 'nei',
    note: 'Merknad',
    place: 'Sted',
    group: 'Gruppe',
    share: (period) => `Prosent i ${period}`,
    spread: 'Laveste og høyeste i gruppen',
  },
  annotations: 'Kommunens merknader',
  empty: 'Det er ingen tall å vise ennå.',
};
