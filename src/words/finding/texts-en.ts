import type { TimePeriod } from '../../model/time-period.ts';
import { causesEn } from '../cause/causes-en.ts';
import { absenceEn } from './absence-en.ts';
import { levelGuardsEn, ruleTextsEn } from './rule-texts-en.ts';
import { unsettledEn } from './unsettled-texts.ts';
import type { ChangeFacts, GuardFacts, LeadFacts, PositionFacts, Texts } from './texts.ts';
import { listed } from '../list.ts';
import { capitalised } from '../capital.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** Plain English. */
export const textsEn: Texts = {
  decimalMark: '.',
  thousandsMark: '\u2009',
  percent: 'per cent',
  percentagePoints: 'percentage points',
  statuses: {
    'on-track': 'Met',
    'partly-met': 'Partly met',
    stable: 'Unchanged',
    'off-track': 'Not met',
    'ambition-not-set': 'Ambition not set',
    'not-measured': 'Not measured',
    insufficient: 'Cannot be judged',
    break: 'Break in the series',
  },
  flags: {
    proxy: 'measured indirectly',
    provisional: 'provisional figures',
    stale: 'old figures',
    revised: 'revised figures',
    corrected: 'corrected by the municipality',
    bounded: 'within bounds',
    'within-uncertainty': 'within the uncertainty',
    'within-variation': 'within ordinary variation',
  },
  causes: causesEn,
  missing: {
    'not-in-dataset': 'the source does not have the figure',
    withdrawn: 'the source has withdrawn the figure',
    'code-ended': 'the municipality code is not in use in the period',
    'other-place': 'the code is of another place in the period',
    'unknown-symbol': 'the source shows a symbol that nobody has explained',
    zero: 'the source shows 0, which cannot be a figure',
    'not-possible': 'the source says that the figure cannot exist',
    missing: 'the source lacks the figure',
    confidential: 'the source does not show the figure, for reasons of confidentiality',
    nil: 'the source says that there is nothing to count',
    unexplained: 'the source does not say why',
    'parts-differ': 'the groups together are not what the source gives in all',
    'border-change': 'the borders were not those of today',
    'no-previous-period': 'there is no earlier period to reckon from',
    'base-not-positive': 'the figure it is reckoned from is zero or negative',
    'denominator-not-positive': 'the figure it is divided by is zero or negative',
    'peer-missing': 'there are no figures to compare with',
  },
  guards: {
    'unsettled-category': unsettledEn,
    'no-value': () => 'There is no measurement yet.',
    'own-figure-missing': ownFigureMissing,
    'peer-missing': peerMissing,
    'only-one-period': ({ known }) => {
      const measured = known === null ? '' : ` (${known.value} in ${known.period})`;
      return `There is only one measurement${measured}, so the development cannot be judged.`;
    },
    'periods-not-adjacent': ({ period }) =>
      `The figure for the period before ${period} is missing, so the development cannot be judged.`,
    'base-not-positive': ({ period }) =>
      `Growth to ${period} cannot be reckoned, as the figure it is reckoned from is zero or negative.`,
    ...levelGuardsEn,
    'declared-break': ({ period, breakReason }) =>
      `Figures for ${period} cannot be compared with the period before, as the series has a break: ${breakReason}.`,
    'marked-break': ({ period }) =>
      `Figures for ${period} cannot be compared with the period before, as the source marks a break in the series.`,
    'border-change': ({ period }) =>
      `Figures for ${period} cannot be compared with the period before, as the borders have changed.`,
  },
  amount: (number, unit) => (/^index/i.test(unit) ? number : `${number} ${unit}`),
  period: periodText,
  place: (coverage, municipality) => ({ municipality, county: 'the county', national: 'Norway' })[coverage],
  counties: (names, confirmed) =>
    `${names.length === 1 ? 'the county' : 'the counties'} ${listed(names, 'en')}${confirmed ? '' : ' (proposed comparison group)'}`,
  group: (title, confirmed) =>
    confirmed ? `the comparison group “${title}”` : `“${title}” (proposed comparison group)`,
  annualChange,
  growthLead,
  relativePosition,
  allOf: (met, parts) => `${met} of ${parts} requirements are met.`,
  notSet: (known) =>
    known === null
      ? 'The ambition has not been set.'
      : `The measured value was ${known.value} in ${known.period}; the ambition has not been set.`,
  proxy: (coverage, municipality) =>
    coverage === 'municipality'
      ? 'The figure is an indirect measure of what the ambition is about.'
      : `Measured for ${coverage === 'county' ? 'the county' : 'Norway'}, not for ${municipality}.`,
  source: (source, table, corrected) =>
    `Source: ${sourceAlone(source, table)}${corrected ? ', corrected by the municipality' : ''}.`,
  sourceAlone,
  sourceName: (source, table, coverage) => {
    const reach = { municipality: 'municipalities', county: 'counties', national: 'the whole country' }[coverage];
    return `${sourceAlone(source, table)} (figures for ${reach})`;
  },
  ...absenceEn,
  ...ruleTextsEn,
};

function sourceAlone(source: string, table: string | null): string {
  return `${source}${table === null ? '' : `, table ${table}`}`;
}

function annualChange(facts: ChangeFacts): string {
  const { value, previous, period, previousPeriod, change, sign } = facts;
  const movement =
    sign === 0
      ? `unchanged from ${previousPeriod}`
      : `${sign > 0 ? 'up' : 'down'} ${change} from ${previous} in ${previousPeriod}`;
  return `The measured value was ${value} in ${period}, ${movement}${changeJudgement(facts)}.`;
}

function changeJudgement({ judgement, margin, sign }: ChangeFacts): string {
  if (sign === 0) return '';
  if (margin === null) {
    return { better: ', in the wanted direction', worse: ', in the wrong direction', same: '', held: '' }[judgement];
  }
  return {
    better: `, more than the margin of ${margin} and in the wanted direction`,
    held: `, within the margin of ${margin}, and counts as stable`,
    same: `, within the margin of ${margin}, and counts as unchanged`,
    worse: `, more than the margin of ${margin} and in the wrong direction`,
  }[judgement];
}

function growthLead(facts: LeadFacts): string {
  const { place, own, peers, against, group, period, previousPeriod, beaten, compared } = facts;
  const whose = { pooled: 'in all of', mean: 'on average in', median: 'as the median in', each: 'in the fastest of' }[
    against
  ];
  const growth = `Growth in ${place} was ${own} from ${previousPeriod} to ${period}, against ${peers} ${whose} ${group}`;
  return `${growth}; ${leadJudgement(facts)}. It was higher than in ${beaten} of ${compared} regions.`;
}

function leadJudgement({ judgement, lead, margin, place }: LeadFacts): string {
  if (judgement === 'same') {
    return margin === null ? 'there is no difference' : `the difference of ${lead} is within the margin of ${margin}`;
  }
  const whose = judgement === 'worse' ? 'to the disadvantage of' : 'to the advantage of';
  const beyond = margin === null ? '' : ` and more than the margin of ${margin}`;
  return `the difference of ${lead} is ${whose} ${place}${beyond}`;
}

function relativePosition(facts: PositionFacts): string {
  const { place, value, gapSign, previous, previousGapSign, group, period, previousPeriod } = facts;
  const where = (amount: string, sign: number) =>
    sign === 0 ? 'level with' : `${amount} ${sign > 0 ? 'above' : 'below'}`;
  const now = `${place} was ${where(value, gapSign)} the average of ${group} in ${period}`;
  const before = `against ${previousGapSign === 0 ? 'level' : where(previous, previousGapSign)} in ${previousPeriod}`;
  return capitalised(`${now}, ${before}: ${positionJudgement(facts)}.`);
}

function positionJudgement({ judgement, change, betterSign, margin }: PositionFacts): string {
  const movement = betterSign === 0 ? 'no change' : `${betterSign > 0 ? 'an improvement' : 'a worsening'} of ${change}`;
  if (margin === null) return movement;
  return `${movement}, ${judgement === 'same' ? 'within' : 'more than'} the margin of ${margin}`;
}

function ownFigureMissing({ place, period, missingIn, missing, missingParts }: GuardFacts): string {
  if (missingParts.length > 0) return missingParts.join(' ');
  return `The figure for ${place} in ${missingIn ?? period} is missing: ${missing ?? 'for an unknown reason'}.`;
}

function peerMissing({ place, period, missingParts, missingPeers, group }: GuardFacts): string {
  if (missingPeers.length === 0) return `There are no figures to compare ${place} with for ${period}.`;
  const lacking = `figures are missing for ${listed(missingPeers, 'en')}${group === '' ? '' : ` in ${group}`}`;
  return [`${capitalised(place)} cannot be compared for ${period}: ${lacking}.`, ...missingParts].join(' ');
}

function periodText({ code, frequency, year, subPeriod }: TimePeriod): string {
  return {
    year: code,
    'half-year': `half-year ${subPeriod} of ${year}`,
    quarter: `quarter ${subPeriod} of ${year}`,
    month: `${MONTHS[subPeriod - 1] ?? code} ${year}`,
    week: `week ${subPeriod} of ${year}`,
    interval: code.replace('-', '–'),
  }[frequency];
}
