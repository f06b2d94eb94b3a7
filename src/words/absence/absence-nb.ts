import type { AbsenceTexts, MissingFacts } from '../finding/texts.ts';
import { listed } from '../list.ts';
import { withUnit } from '../number-text.ts';

/** What is missing, was let in, corrected or taken from elsewhere, in plain bokmål. */
export const absenceNb: AbsenceTexts = {
  missingPart,
  lastKnown: (status, period, value) => `Sist vurdert: ${status} i ${period}${value === null ? '' : ` (${value})`}.`,
  lastMeasured: (value, period) => `Siste måling: ${value} i ${period}.`,
  between: (low, high) => `mellom ${low} og ${high}`,
  secondTable: (table) =>
    `Noen grupper er holdt tilbake av hensyn til personvernet, så alle årene som sammenliknes, er hentet fra tabell ${table}.`,
  readingsDiffer: 'Vurderingen avhenger av hvordan gruppen regnes sammen.',
  leftOut: (parts, period) =>
    `Kilden har ingen rad for ${listed(
      parts.map((part) => `«${part}»`),
      'nb',
    )} i ${period}. Det regnes som 0, fordi andre kommuner har en slik rad.`,
  baseReplaced: (period) =>
    `Utgangspunktet i planen ligger før et brudd i tidsserien. Det regnes derfor fra ${period}.`,
  provisionalLimits: 'Grensene for vanlig variasjon er foreløpige, fordi tidsserien er kort.',
  withinUncertainty: ({ periods: [first, second], width, respondents: [before, after] }) =>
    `Endringen fra ${first} til ${second} kan være tilfeldig. Med ${before} og ${after} svar er usikkerheten (to standardfeil) inntil ${withUnit(width, 'poeng')}.`,
  correction: ({ period, published, corrected, reason, reference }) =>
    `Kommunen har rettet tallet for ${period} fra ${published} til ${corrected}: ${reason} (${reference}).`,
  accepted: (place, period, day) =>
    place === null
      ? `Tallene er godtatt for hånd ${day}, selv om de var holdt tilbake.`
      : `0 for ${place} i ${period ?? ''} er godtatt for hånd ${day}.`,
};

/** Kept short: one clause per reason, with what the figures count. */
function missingPart({ place, period, labels, reason, reasonText, isFromTable, isLatest }: MissingFacts): string {
  const source = isFromTable ? 'SSB' : 'Kilden';
  if (reason === 'confidential') {
    return labels.length === 0
      ? `${source} viser ikke tallet for ${place} i ${period}, av hensyn til personvernet.`
      : `${source} viser ikke tallet for ${listed(labels, 'nb')} i ${place} i ${period}, av hensyn til personvernet.`;
  }
  if (reason === 'missing' || reason === 'not-in-dataset') {
    const figures = labels.length === 0 ? 'tall' : `tall for ${listed(labels, 'nb')}`;
    const where = labels.length === 0 ? `for ${place}` : `i ${place}`;
    return isLatest
      ? `${source} har publisert ${period}, men uten ${figures} ${where}.`
      : `${source} har ikke ${figures} ${where} i ${period}.`;
  }
  const figure = labels.length === 0 ? place : `${listed(labels, 'nb')} i ${place}`;
  if (reason === 'zero') return `${source} viser 0 for ${figure} i ${period}, og det kan ikke være riktig.`;
  return `Tallet for ${figure} i ${period} mangler: ${reasonText}.`;
}
