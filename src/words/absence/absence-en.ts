import type { AbsenceTexts, MissingFacts } from '../finding/texts.ts';
import { listed } from '../list.ts';
import { withUnit } from '../number-text.ts';

/** What is missing, was let in, corrected or taken from elsewhere, in plain English. */
export const absenceEn: AbsenceTexts = {
  missingPart,
  lastKnown: (status, period, value) => `Last judged: ${status} in ${period}${value === null ? '' : ` (${value})`}.`,
  lastMeasured: (value, period) => `Last measurement: ${value} in ${period}.`,
  between: (low, high) => `between ${low} and ${high}`,
  secondTable: (table) =>
    `Some groups are withheld for confidentiality, so every year compared is taken from table ${table}.`,
  readingsDiffer: 'The status depends on how the group is counted together.',
  leftOut: (parts, period) =>
    `The source has no row for ${listed(
      parts.map((part) => `“${part}”`),
      'en',
    )} in ${period}. It counts as 0, because other municipalities have such a row.`,
  baseReplaced: (period) =>
    `The starting point of the plan lies before a break in the series. ${period} is used instead.`,
  provisionalLimits: 'The limits of ordinary variation are provisional, because the series is short.',
  withinUncertainty: ({ periods: [first, second], width, respondents: [before, after] }) =>
    `The change from ${first} to ${second} may be chance. With ${before} and ${after} answers the uncertainty (two standard errors) is up to ${withUnit(width, 'points')}.`,
  correction: ({ period, published, corrected, reason, reference }) =>
    `The municipality has corrected the figure for ${period} from ${published} to ${corrected}: ${reason} (${reference}).`,
  accepted: (place, period, day) =>
    place === null
      ? `The figures were accepted by hand on ${day}, though they had been held back.`
      : `0 for ${place} in ${period ?? ''} was accepted by hand on ${day}.`,
};

/** Kept short: one clause per reason, with what the figures count. */
function missingPart({ place, period, labels, reason, reasonText, isFromTable, isLatest }: MissingFacts): string {
  const source = isFromTable ? 'Statistics Norway' : 'The source';
  if (reason === 'confidential') {
    return labels.length === 0
      ? `${source} does not show the figure for ${place} in ${period}, for reasons of confidentiality.`
      : `${source} does not show the figure for ${listed(labels, 'en')} in ${place} in ${period}, for reasons of confidentiality.`;
  }
  if (reason === 'missing' || reason === 'not-in-dataset') {
    const figures = labels.length === 0 ? `for ${place}` : `for ${listed(labels, 'en')} in ${place}`;
    return isLatest
      ? `${source} has published ${period}, but without a figure ${figures}.`
      : `${source} has no figure ${figures} in ${period}.`;
  }
  const figure = labels.length === 0 ? place : `${listed(labels, 'en')} in ${place}`;
  if (reason === 'zero') return `${source} shows 0 for ${figure} in ${period}, which cannot be right.`;
  return `The figure for ${figure} in ${period} is missing: ${reasonText}.`;
}
