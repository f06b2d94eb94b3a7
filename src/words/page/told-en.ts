import { listed } from '../list.ts';
import { numberWord } from '../number-word.ts';
import type { JudgedTexts, ToldTexts } from './told.ts';

const judgedEn: JudgedTexts = {
  metWhen: (clause) => `Met when ${clause}.`,
  change: ({ direction, margin, atLeast }) => {
    const rises = direction === 'increase' ? 'rises' : 'falls';
    if (atLeast !== null) return `the figure ${rises} by at least ${atLeast} from the period before`;
    return `the figure ${rises}${margin === null ? '' : ` by more than ${margin}`} from the period before`;
  },
  stable: ({ direction, margin }) => {
    const worsens = direction === 'increase' ? 'fall' : 'rise';
    return `the figure does not ${worsens}${margin === null ? '' : ` by more than ${margin}`} from the period before`;
  },
  base: (year, margin, direction) => {
    const below = direction === 'increase' ? 'below' : 'above';
    return ` and is not ${margin === null ? '' : `more than ${margin} `}${below} its level in ${year}`;
  },
  lead: ({ against, direction, margin, group }) => {
    const other = {
      pooled: `growth in ${group} taken together`,
      mean: `mean growth in ${group}`,
      median: `median growth in ${group}`,
      each: `growth in the one that grew ${direction === 'increase' ? 'most' : 'least'} in ${group}`,
    }[against];
    const higher = direction === 'increase' ? 'higher' : 'lower';
    return `growth from the period before is ${margin === null ? '' : `more than ${margin} `}${higher} than ${other}`;
  },
  position: ({ direction, margin, group }) => {
    const moves = direction === 'increase' ? 'improves' : 'falls';
    const most = margin === null ? '' : ` by more than ${margin}`;
    return `the distance to the mean of ${group} ${moves}${most} from the period before`;
  },
  threshold: ({ min, max }) => `the figure is ${limits(min, max)}`,
  outer: ({ min, max }) => `; partly met when it is ${limits(min, max)}`,
  target: ({ goal, year, isStraight }) =>
    `the figure has reached ${goal} by ${year}${isStraight ? ', and until then when it is on the straight path there' : ''}`,
  rank: (within, { direction, municipality, group }) => {
    const most = direction === 'increase' ? 'highest' : 'lowest';
    if (within === 1) return `${municipality} has the ${most} figure in ${group}`;
    return `${municipality} is among the ${numberWord(within, 'en')} with the ${most} figures in ${group}`;
  },
  against: (limit, place, { direction, isShare }) =>
    `the figure is at ${direction === 'increase' ? 'least' : 'most'} ${limit} ${isShare ? 'of' : 'from'} the figure of ${place}`,
  mean: (periods, { direction, margin }) => {
    const below = direction === 'increase' ? 'below' : 'above';
    return `the figure is not ${margin === null ? '' : `more than ${margin} `}${below} ${periods === 1 ? 'the figure of the period before' : `the mean of the ${numberWord(periods, 'en')} periods before`}`;
  },
  allOf: (clauses) => `every demand is met: ${clauses.map((one, at) => `${at + 1}) ${one}`).join('; ')}`,
  notSet: 'Not assessed until the municipality has set the ambition.',
  goalOfRule: 'the goal',
  country: 'the whole country',
  marginNotAdopted: 'The margin is set in Næringspuls and is not politically adopted.',
  measureNotAdopted: 'The way of measuring is set in Næringspuls and is not politically adopted.',
};

function limits(min: string | null, max: string | null): string {
  return listed([...(min === null ? [] : [`at least ${min}`]), ...(max === null ? [] : [`at most ${max}`])], 'en');
}

/** Plain English. */
export const toldEn: ToldTexts = {
  judgedTitle: 'How it is judged',
  judged: judgedEn,
  notMeasuredTitle: 'Not measured',
  metTitle: 'Since the plan began',
  met: (met, judged, since) => {
    const from = since === null ? 'so far' : `since ${since}`;
    if (judged === 0) return `No period ${from} could be assessed.`;
    if (judged === 1) return `The one period ${from} that could be assessed was ${met === 1 ? '' : 'not '}met.`;
    return `Met in ${met === 0 ? 'none' : met} of the ${judged} periods ${from} that could be assessed.`;
  },
  movedSince: (sign, amount, period) =>
    sign === 0
      ? `The figure is what it was in ${period}.`
      : `The figure has gone ${sign > 0 ? 'up' : 'down'} ${amount} since ${period}.`,
  nextTitle: 'New figures',
  next: (month) => `Expected in ${month}.`,
  nextLate: (month) => `Expected in ${month}, and have not come.`,
  nextHandedIn: 'Come when the municipality hands in a new file.',
  nextLateShort: (month) => `due ${month}`,
  nextHandedInShort: 'when handed in',
  checked: (date) => `The source was last checked on ${date}.`,
  correctedTitle: 'Corrected by the municipality',
  corrected: ({ period, published, corrected, reason, reference }) =>
    `${period}: the source has ${published}, the municipality uses ${corrected}. ${reason} (${reference})`,
  askTitle: 'Questions',
  changedFrom: (before, date) => `Changed from “${before}” on ${date}`,
  notHandedIn: (title, command) =>
    `${title} has not been handed in to Næringspuls yet. Whoever has the file hands it in with “${command}”.`,
  notFetched: 'The figures have not been fetched from the source yet. That happens by itself when the source answers.',
  gap: (level, distance, sign) =>
    sign === 0
      ? `${level}, equal to the mean of the others`
      : `${level}, ${distance} ${sign < 0 ? 'below' : 'above'} the mean of the others`,
  subgoal: 'Subgoal',
};
