import type { Frequency } from '../../model/time-period.ts';
import type { ChartTexts, RuleWords, Span, Tally } from './chart-texts.ts';

interface PeriodWords {
  readonly many: string;
  readonly only: string;
  readonly one: string;
}

const PERIODS: Readonly<Record<Frequency, PeriodWords>> = {
  year: { many: 'år', only: 'det einaste året', one: 'eitt' },
  'half-year': { many: 'halvår', only: 'det einaste halvåret', one: 'eitt' },
  quarter: { many: 'kvartal', only: 'det einaste kvartalet', one: 'eitt' },
  month: { many: 'månader', only: 'den einaste månaden', one: 'éin' },
  week: { many: 'veker', only: 'den einaste veka', one: 'éi' },
  interval: { many: 'periodar', only: 'den einaste perioden', one: 'éin' },
};

/** Said after «i»: «i 4 av 17 år». */
function tally({ met, judged, frequency }: Tally): string {
  const { many, only, one } = PERIODS[frequency];
  if (judged === 1) return met === 1 ? `${only} som kan vurderast` : `ingen ${many} (berre ${one} kan vurderast)`;
  return met === 0 ? `ingen av ${judged} ${many}` : `${met} av ${judged} ${many}`;
}

const rules: RuleWords = {
  change: {
    increase: { finding: (place, _, of) => `Talet for ${place} auka i ${of}`, demand: () => 'årleg vekst' },
    decrease: { finding: (place, _, of) => `Talet for ${place} gjekk ned i ${of}`, demand: () => 'årleg nedgang' },
  },
  clearChange: {
    increase: {
      finding: (place, _, of) => `Talet for ${place} auka med meir enn marginen i ${of}`,
      demand: () => 'årleg vekst',
    },
    decrease: {
      finding: (place, _, of) => `Talet for ${place} gjekk ned med meir enn marginen i ${of}`,
      demand: () => 'årleg nedgang',
    },
  },
  demanded: {
    increase: {
      finding: (place, least, of) => `Talet for ${place} auka med minst ${least} i ${of}`,
      demand: (least) => `vekst på minst ${least}`,
    },
    decrease: {
      finding: (place, least, of) => `Talet for ${place} gjekk ned med minst ${least} i ${of}`,
      demand: (least) => `nedgang på minst ${least}`,
    },
  },
  held: {
    finding: (place, _, of) => `Talet for ${place} var stabilt eller betre i ${of}`,
    demand: () => 'stabilt eller betre',
  },
  lead: {
    increase: {
      finding: (place, group, of) => `${place} voks raskare enn ${group} i ${of}`,
      demand: (group) => `større vekst enn ${group}`,
    },
    decrease: {
      finding: (place, group, of) => `${place} hadde lågare vekst enn ${group} i ${of}`,
      demand: (group) => `lågare vekst enn ${group}`,
    },
  },
  position: {
    finding: (place, group, of) => `${place} betra seg mot ${group} i ${of}`,
    demand: (group) => `forbetring mot ${group}`,
  },
  within: {
    finding: (place, _, of) => `Talet for ${place} var innanfor grensa i ${of}`,
    demand: () => 'innanfor grensa',
  },
  path: {
    finding: (place, _, of) => `Talet for ${place} var på vegen til målet, eller betre, i ${of}`,
    demand: () => 'på vegen til målet',
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
    finding: (place, _, of) => `Talet for ${place} var ikkje svakare enn snittet av periodane før i ${of}`,
    demand: () => 'ikkje svakare enn snittet av periodane før',
  },
};

function among(within: string): string {
  return within === '1' ? 'best i gruppa' : `blant dei ${within} beste`;
}

function trend(place: string, { moved, first, from, last, to }: Span): string {
  if (moved === 'same') return `Talet for ${place} var ${last} både i ${from} og i ${to}`;
  return `Talet for ${place} ${moved === 'up' ? 'auka' : 'gjekk ned'} frå ${first} i ${from} til ${last} i ${to}`;
}

/** Plain nynorsk. */
export const chartTextsNn: ChartTexts = {
  tally,
  rules,
  part: (number, of, demand, tallied) => `Krav ${number} av ${of}: ${demand} var oppfylt i ${tallied}`,
  trend,
  onlyFigure: (place, figure, period) => `Talet for ${place} var ${figure} i ${period}`,
  largest: (group, share, period) => `Størst i ${period}: ${group}, ${share}`,
  kinds: { lines: 'Linjediagram', columns: 'Søylediagram', bars: 'Stolpediagram' },
  direction: { increase: '↑ ønskt retning', decrease: '↓ ønskt retning' },
  names: {
    peersGrowth: {
      pooled: (group) => `Vekst i ${group}, samla`,
      mean: (group) => `Vekst i ${group}, gjennomsnitt`,
      median: (group) => `Vekst i ${group}, median`,
      each: (group) => `Vekst i ${group}, den raskaste`,
    },
    ownGrowth: (place) => `Vekst i ${place}`,
    meanOf: (group) => `gjennomsnittet i ${group}`,
    lead: 'Skilnad',
    gap: 'Avstand',
    gapOf: (place) => `Avstand, ${place}`,
    spread: 'Frå lågaste til høgaste i gruppa',
    margin: (amount) => `Marginen: ${amount} til kvar side`,
    marginAround: (amount) => `Innanfor marginen (${amount}) av talet før`,
    ordinary: 'Vanleg endring frå talet før',
    ordinaryProvisional: 'Vanleg endring frå talet før (førebelse grenser)',
    base: {
      increase: (period, amount) => `Lågast godteke sidan ${period}: ${amount}`,
      decrease: (period, amount) => `Høgast godteke sidan ${period}: ${amount}`,
    },
    limit: {
      min: (amount) => `Nedre grense: ${amount}`,
      max: (amount) => `Øvre grense: ${amount}`,
      outerMin: (amount) => `Ytre grense, nedre: ${amount}`,
      outerMax: (amount) => `Ytre grense, øvre: ${amount}`,
    },
    goal: (year, amount) => `Målet i ${year}: ${amount}`,
    path: 'Vegen til målet',
    meanBefore: (periods) => `Snittet av dei ${periods} periodane før`,
    required: (place) => `Kravet mot ${place}`,
    cut: (within) => `Kravet: ${among(String(within))}`,
  },
  key: {
    met: 'Kravet var oppfylt',
    notMet: 'Ikkje oppfylt',
    silent: 'Kan ikkje vurderast',
    provisional: 'Førebels',
    bounded: 'Talet ligg mellom to grenser',
    others: 'Dei andre i gruppa',
    annotation: 'Merknad frå kommunen',
  },
  marks: { provisional: 'førebels', corrected: 'retta av kommunen', revised: 'retta av kjelda' },
  letters: { corrected: 'K', revised: 'R' },
  break: {
    reason: {
      'declared-break': (reason) => reason,
      'marked-break': (place) => `merkt av kjelda${place === '' ? '' : ` for ${place}`}`,
      'border-change': () => 'nye grenser',
    },
    short: 'brot',
    label: (reason) => `brot: ${reason}`,
    told: (period, reason) => `Brot i tidsserien frå og med ${period}: ${reason}`,
    cell: 'brot i tidsserien',
  },
  lacking: (periods) => `Tal manglar for ${periods}`,
  provisionalIs: (periods) => `Førebels: ${periods}`,
  latestLead: (period, own, peers, lead) => `I ${period}: ${own} mot ${peers}, ein skilnad på ${lead}`,
  latestGap: (period, gap, isAbove, mean) => `I ${period}: ${gap} ${isAbove ? 'over' : 'under'} ${mean}`,
  latestRank: (place, rank, of, period) => `${place} er nummer ${rank} av ${of} i ${period}`,
  figuresOf: (what) => `Tala i figuren: ${what}`,
  about: {
    level: 'utviklinga over tid',
    growth: (group) => `vekst mot ${group}`,
    gap: (group) => `avstand til ${group}`,
    mix: 'fordelinga',
    rank: 'plasseringa',
    place: (place) => `nivå mot ${place}`,
    part: (number, what) => `krav ${number}, ${what}`,
  },
  table: {
    period: 'Periode',
    met: 'Kravet oppfylt',
    yes: 'ja',
    no: 'nei',
    note: 'Merknad',
    place: 'Stad',
    group: 'Gruppe',
    share: (period) => `Prosent i ${period}`,
    spread: 'Lågaste og høgaste i gruppa',
  },
  annotations: 'Merknader frå kommunen',
  empty: 'Det er ingen tal å vise enno.',
};
