import type { Frequency } from '../../model/time-period.ts';
import type { ChartTexts, RuleWords, Span, Tally } from './chart-texts.ts';

const PERIODS: Readonly<Record<Frequency, readonly [one: string, many: string]>> = {
  year: ['year', 'years'],
  'half-year': ['half-year', 'half-years'],
  quarter: ['quarter', 'quarters'],
  month: ['month', 'months'],
  week: ['week', 'weeks'],
  interval: ['period', 'periods'],
};

/** Said after "in": "in 4 of 17 years". */
function tally({ met, judged, frequency }: Tally): string {
  const [one, many] = PERIODS[frequency];
  if (judged === 1) return met === 1 ? `the only ${one} that can be judged` : `no ${one} (only one can be judged)`;
  return met === 0 ? `none of ${judged} ${many}` : `${met} of ${judged} ${many}`;
}

const rules: RuleWords = {
  change: {
    increase: { finding: (place, _, of) => `The figure for ${place} rose in ${of}`, demand: () => 'annual growth' },
    decrease: { finding: (place, _, of) => `The figure for ${place} fell in ${of}`, demand: () => 'annual decline' },
  },
  clearChange: {
    increase: {
      finding: (place, _, of) => `The figure for ${place} rose by more than the margin in ${of}`,
      demand: () => 'annual growth',
    },
    decrease: {
      finding: (place, _, of) => `The figure for ${place} fell by more than the margin in ${of}`,
      demand: () => 'annual decline',
    },
  },
  demanded: {
    increase: {
      finding: (place, least, of) => `The figure for ${place} rose by at least ${least} in ${of}`,
      demand: (least) => `growth of at least ${least}`,
    },
    decrease: {
      finding: (place, least, of) => `The figure for ${place} fell by at least ${least} in ${of}`,
      demand: (least) => `a decline of at least ${least}`,
    },
  },
  held: {
    finding: (place, _, of) => `The figure for ${place} was stable or better in ${of}`,
    demand: () => 'stable or better',
  },
  lead: {
    increase: {
      finding: (place, group, of) => `${place} grew faster than ${group} in ${of}`,
      demand: (group) => `faster growth than ${group}`,
    },
    decrease: {
      finding: (place, group, of) => `${place} had lower growth than ${group} in ${of}`,
      demand: (group) => `lower growth than ${group}`,
    },
  },
  position: {
    finding: (place, group, of) => `${place} improved against ${group} in ${of}`,
    demand: (group) => `improvement against ${group}`,
  },
  within: {
    finding: (place, _, of) => `The figure for ${place} was within the limit in ${of}`,
    demand: () => 'within the limit',
  },
  path: {
    finding: (place, _, of) => `The figure for ${place} was on the path to the target, or better, in ${of}`,
    demand: () => 'on the path to the target',
  },
  ranked: {
    finding: (place, within, of) => `${place} was ${among(within)} in ${of}`,
    demand: (within) => `a place ${among(within)}`,
  },
  against: {
    finding: (place, other, of) => `${place} met the requirement against ${other} in ${of}`,
    demand: (other) => `level against ${other}`,
  },
  mean: {
    finding: (place, _, of) => `The figure for ${place} was no worse than the mean of the periods before in ${of}`,
    demand: () => 'no worse than the mean of the periods before',
  },
};

function among(within: string): string {
  return within === '1' ? 'best in the group' : `among the best ${within}`;
}

function trend(place: string, { moved, first, from, last, to }: Span): string {
  if (moved === 'same') return `The figure for ${place} was ${last} in both ${from} and ${to}`;
  return `The figure for ${place} ${moved === 'up' ? 'rose' : 'fell'} from ${first} in ${from} to ${last} in ${to}`;
}

/** Plain English. */
export const chartTextsEn: ChartTexts = {
  tally,
  rules,
  part: (number, of, demand, tallied) => `Requirement ${number} of ${of}: ${demand} was met in ${tallied}`,
  trend,
  onlyFigure: (place, figure, period) => `The figure for ${place} was ${figure} in ${period}`,
  largest: (group, share, period) => `Largest in ${period}: ${group}, ${share}`,
  kinds: { lines: 'Line chart', columns: 'Column chart', bars: 'Bar chart' },
  direction: { increase: '↑ wanted direction', decrease: '↓ wanted direction' },
  names: {
    peersGrowth: {
      pooled: (group) => `Growth in ${group}, together`,
      mean: (group) => `Growth in ${group}, mean`,
      median: (group) => `Growth in ${group}, median`,
      each: (group) => `Growth in ${group}, the fastest`,
    },
    ownGrowth: (place) => `Growth in ${place}`,
    meanOf: (group) => `the mean of ${group}`,
    lead: 'Difference',
    gap: 'Distance',
    gapOf: (place) => `Distance, ${place}`,
    spread: 'From lowest to highest in the group',
    margin: (amount) => `The margin: ${amount} to each side`,
    marginAround: (amount) => `Within the margin (${amount}) of the figure before`,
    ordinary: 'Ordinary change from the figure before',
    ordinaryProvisional: 'Ordinary change from the figure before (provisional limits)',
    base: {
      increase: (period, amount) => `Lowest accepted since ${period}: ${amount}`,
      decrease: (period, amount) => `Highest accepted since ${period}: ${amount}`,
    },
    limit: {
      min: (amount) => `Lower limit: ${amount}`,
      max: (amount) => `Upper limit: ${amount}`,
      outerMin: (amount) => `Outer limit, lower: ${amount}`,
      outerMax: (amount) => `Outer limit, upper: ${amount}`,
    },
    goal: (year, amount) => `The target in ${year}: ${amount}`,
    path: 'Path to the target',
    meanBefore: (periods) => `Mean of the ${periods} periods before`,
    required: (place) => `The requirement against ${place}`,
    cut: (within) => `The requirement: ${among(String(within))}`,
  },
  key: {
    met: 'The requirement was met',
    notMet: 'Not met',
    silent: 'Cannot be judged',
    provisional: 'Provisional',
    bounded: 'The figure lies between two bounds',
    others: 'The others in the group',
    annotation: 'Note by the municipality',
  },
  marks: {
    provisional: 'provisional',
    corrected: 'corrected by the municipality',
    revised: 'revised by the source',
  },
  letters: { corrected: 'C', revised: 'R' },
  break: {
    reason: {
      'declared-break': (reason) => reason,
      'marked-break': (place) => `marked by the source${place === '' ? '' : ` for ${place}`}`,
      'border-change': () => 'new borders',
    },
    short: 'break',
    label: (reason) => `break: ${reason}`,
    told: (period, reason) => `Break in the series from ${period} on: ${reason}`,
    cell: 'break in the series',
  },
  lacking: (periods) => `Figures are missing for ${periods}`,
  provisionalIs: (periods) => `Provisional: ${periods}`,
  latestLead: (period, own, peers, lead) => `In ${period}: ${own} against ${peers}, a difference of ${lead}`,
  latestGap: (period, gap, isAbove, mean) => `In ${period}: ${gap} ${isAbove ? 'above' : 'below'} ${mean}`,
  latestRank: (place, rank, of, period) => `${place} is number ${rank} of ${of} in ${period}`,
  figuresOf: (what) => `The figures of the chart: ${what}`,
  about: {
    level: 'development over time',
    growth: (group) => `growth against ${group}`,
    gap: (group) => `distance to ${group}`,
    mix: 'distribution',
    rank: 'ranking',
    place: (place) => `level against ${place}`,
    part: (number, what) => `requirement ${number}, ${what}`,
  },
  table: {
    period: 'Period',
    met: 'Requirement met',
    yes: 'yes',
    no: 'no',
    note: 'Note',
    place: 'Place',
    group: 'Group',
    share: (period) => `Per cent in ${period}`,
    spread: 'Lowest and highest in the group',
  },
  annotations: 'Notes by the municipality',
  empty: 'There are no figures to show yet.',
};
