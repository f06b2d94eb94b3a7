import type { QuestionTexts } from './texts.ts';

/** What is asked about a file, in English. */
export const QUESTIONS_EN: QuestionTexts = {
  futureYears: (years) => `The file has figures for ${years}, which has not begun yet. Is the year mistyped?`,
  outOfRange: (what, year, value, range) =>
    `«${what}» is ${value} in ${year}, outside the range ${range} that the plan says the index has. Is a decimal mark missing?`,
  otherScale: (what, year, value, other) =>
    `«${what}» is ${value} in ${year}, against ${other}. Is the scale or the unit another?`,
  inYear: (value, year) => `${value} in ${year}`,
  inLastFile: (value) => `${value} in the last file`,
  lostYears: (years) => `The file lacks ${years}, which the last file had.`,
  figuresGone: (gone, of) => `${gone} of ${of} figures that were there are missing or 0 in the file.`,
  lostCategory: (dimension, code, nearest) =>
    `${dimension} «${code}», for which the last file had figures, is not in the file${nearest === null ? '' : `; it has «${nearest}»`}.`,
  newCategory: (dimension, code, nearest) =>
    `${dimension} «${code}» is new, and is counted in a sum of all that are not named${nearest === null ? '' : `; it is much like «${nearest}»`}. Should it be?`,
  notDecided: (dimension, code, nearest) =>
    `The settings do not say whether ${dimension} «${code}» is counted or left out${nearest === null ? '' : `; it is much like «${nearest}»`}.`,
  notThere: (dimension, code, nearest) =>
    `The settings count ${dimension} «${code}», which the file does not have${nearest === null ? '' : `; it has «${nearest}»`}.`,
  notLeftOut: (dimension, code, year, nearest) =>
    `The settings leave out ${dimension} «${code}», which the file does not have in ${year}${nearest === null ? '' : `; it has «${nearest}»`}.`,
  untilSettled:
    'If the file is taken in all the same, the indicator is a break in the series until a line in the settings decides.',
  becameZero: (parts, year, share) => `${parts} are 0 in ${year}, and were ${share} of the sum the year before.`,
  partsDiffer: (what, year, parts, whole) =>
    `The figures of «${what}» in ${year} come to ${parts}, and the file itself gives ${whole}. Are rows missing?`,
  publication: {
    'lost-dimension': 'A dimension that the last file had is not in this one.',
    'lost-code': 'Categories that the last file had are not in this one.',
    'lost-period': 'Years that the last file had are not in this one.',
    'changed-unit': 'The unit is not that of the last file.',
    'fewer-cells': 'The file has fewer figures than the last one.',
    'tenfold-jump': 'A figure is ten times what it was in the last file or more, or a tenth of it or less.',
    'figures-vanished': 'More than a tenth of the figures that the last file had are missing or 0.',
    'new-period-out-of-scale': 'The newest year is on another scale than the year before.',
    'changed-decimals': 'The figures have another number of decimals than those of the last file.',
    'parts-differ': 'The parts do not make the total that the file itself gives.',
  },
  dimensions: { Sektor: 'sector', Utslippskilde: 'source', Klimagass: 'gas' },
  decimalComma: false,
};
