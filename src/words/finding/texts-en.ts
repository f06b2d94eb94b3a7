import type { TimePeriod } from '../../model/time-period.ts';
import { causesEn } from '../cause/causes-en.ts';
import { absenceEn } from '../absence/absence-en.ts';
import { levelGuardsEn, ruleTextsEn } from './rule-texts-en.ts';
import { unsettledEn } from './unsettled-texts.ts';
import type { GuardFacts, Texts } from './texts.ts';
import { comparisonEn } from '../comparison/comparison-en.ts';
import { rangeText, withUnit } from '../number-text.ts';
import { listed } from '../list.ts';
import { capitalised } from '../capital.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** Plain English. */
export const textsEn: Texts = {
  decimalMark: '.',
  thousandsMark: '\u202F',
  percent: 'per cent',
  percentagePoints: 'percentage points',
  statuses: {
    'on-track': 'Met',
    'partly-met': 'Partly met',
    stable: 'Unchanged',
    alike: 'About the same',
    'too-little': 'Too small a change',
    'off-track': 'Not met',
    'ambition-not-set': 'Ambition not set',
    'not-measured': 'Not measured',
    insufficient: 'Cannot be judged',
    break: 'Break in the series',
  },
  flags: {
    proxy: 'not measured directly',
    provisional: 'provisional figures',
    stale: 'new figures are late',
    revised: 'figures revised by the source',
    corrected: 'corrected by the municipality',
    bounded: 'known only within bounds',
    'within-uncertainty': 'the change may be chance',
    'within-variation': 'the change is no larger than usual',
  },
  causes: causesEn,
  missing: {
    'not-in-dataset': 'the source has no figure',
    withdrawn: 'the source has withdrawn the figure',
    'code-ended': 'the municipality code is not in use in the period',
    'other-place': 'the code is of another place in the period',
    'unknown-symbol': 'the source shows a symbol that nobody has explained',
    zero: 'the source shows 0, which cannot be right',
    'not-possible': 'the source says that the figure cannot exist',
    missing: 'the source has no figure',
    confidential: 'the source does not show the figure, for reasons of confidentiality',
    nil: 'the source says that there is nothing to count',
    unexplained: 'the source does not say why',
    'parts-differ': 'the groups do not add up to the total of the source',
    'border-change': 'the borders were not those of today',
    'no-previous-period': 'there is no earlier period to calculate from',
    'base-not-positive': 'the figure it is calculated from is zero or negative',
    'denominator-not-positive': 'the figure it is divided by is zero or negative',
    'peer-missing': 'there are no figures to compare with',
  },
  guards: {
    'unsettled-category': unsettledEn,
    'no-value': ({ wasMeasured }) =>
      wasMeasured ? 'There are no longer any figures for the indicator.' : 'There is no measurement yet.',
    'own-figure-missing': ownFigureMissing,
    'peer-missing': peerMissing,
    'only-one-period': ({ known }) => {
      const measured = known === null ? '' : ` (${known.value} in ${known.period})`;
      return `There is only one measurement${measured}, so the development cannot be judged.`;
    },
    'periods-not-adjacent': ({ period }) =>
      `The figure for the period before ${period} is missing, so the development cannot be judged.`,
    'base-not-positive': ({ period }) =>
      `Growth to ${period} cannot be calculated, because the figure it is calculated from is zero or negative.`,
    ...levelGuardsEn,
    'declared-break': ({ period, breakReason }) =>
      `Figures for ${period} cannot be compared with those from before the break in the series: ${breakReason}.`,
    'marked-break': ({ period }) =>
      `Figures for ${period} cannot be compared with those from before the break in the series, which the source marks.`,
    'border-change': ({ period }) =>
      `Figures for ${period} cannot be compared with those from before the borders were changed.`,
  },
  amount: (number, unit) =>
    /^index/i.test(unit)
      ? number
      : withUnit(
          number,
          number === '1' ? unit.replace(/\b(point|tonne|job|person|resident|enterprise)s\b/, '$1') : unit,
        ),
  period: periodText,
  place: (coverage, municipality) => ({ municipality, county: 'the county', national: 'Norway' })[coverage],
  counties: (names, confirmed) =>
    `${names.length === 1 ? 'the county' : 'the counties'} ${listed(names, 'en')}${confirmed ? '' : ' (proposed comparison group)'}`,
  group: (title, confirmed) =>
    confirmed ? `the comparison group “${title}”` : `“${title}” (proposed comparison group)`,
  proxy: (coverage, municipality) =>
    coverage === 'municipality'
      ? 'The figure measures only indirectly what the indicator is about.'
      : `Measured for ${coverage === 'county' ? 'the county' : 'Norway'}, not for ${municipality}.`,
  source: (source, table, corrected) =>
    `Source: ${sourceAlone(source, table)}${corrected ? ', corrected by the municipality' : ''}.`,
  sourceAlone,
  sourceName: (source, table, coverage) => {
    const reach = { municipality: 'municipal figures', county: 'county figures', national: 'the whole country' }[
      coverage
    ];
    return `${sourceAlone(source, table)}, ${reach}`;
  },
  proposed: (place) => `${place} (proposed comparison group)`,
  groupName: (title) => `“${title}”`,
  ...absenceEn,
  ...comparisonEn,
  ...ruleTextsEn,
};

function sourceAlone(source: string, table: string | null): string {
  return `${source}${table === null ? '' : `, table ${table}`}`;
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
    interval: rangeText(code),
  }[frequency];
}
