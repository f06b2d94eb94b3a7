import type { AbsenceTexts, MissingFacts } from '../finding/texts.ts';
import { listed } from '../list.ts';
import { withUnit } from '../number-text.ts';

/** What is missing, was let in, corrected or taken from elsewhere, in plain nynorsk. */
export const absenceNn: AbsenceTexts = {
  missingPart,
  lastKnown: (status, period, value) => `Sist vurdert: ${status} i ${period}${value === null ? '' : ` (${value})`}.`,
  lastMeasured: (value, period) => `Siste måling: ${value} i ${period}.`,
  between: (low, high) => `mellom ${low} og ${high}`,
  secondTable: (table) =>
    `Nokre grupper er haldne tilbake av omsyn til personvernet, så alle åra som blir samanlikna, er henta frå tabell ${table}.`,
  readingsDiffer: 'Vurderinga avheng av korleis gruppa blir rekna saman.',
  leftOut: (parts, period) =>
    `Kjelda har inga rad for ${listed(
      parts.map((part) => `«${part}»`),
      'nn',
    )} i ${period}. Det blir rekna som 0, fordi andre kommunar har ei slik rad.`,
  baseReplaced: (period) =>
    `Utgangspunktet i planen ligg før eit brot i tidsserien. Det blir derfor rekna frå ${period}.`,
  provisionalLimits: 'Grensene for vanleg variasjon er førebelse, fordi tidsserien er kort.',
  withinUncertainty: ({ periods: [first, second], width, respondents: [before, after] }) =>
    `Endringa frå ${first} til ${second} kan vere tilfeldig. Med ${before} og ${after} svar er uvissa (to standardfeil) inntil ${withUnit(width, 'poeng')}.`,
  correction: ({ period, published, corrected, reason, reference }) =>
    `Kommunen har retta talet for ${period} frå ${published} til ${corrected}: ${reason} (${reference}).`,
  accepted: (place, period, day) =>
    place === null
      ? `Tala er godtekne for hand ${day}, sjølv om dei var haldne tilbake.`
      : `0 for ${place} i ${period ?? ''} er godteke for hand ${day}.`,
};

/** Kept short: one clause per reason, with what the figures count. */
function missingPart({ place, period, labels, reason, reasonText, isFromTable, isLatest }: MissingFacts): string {
  const source = isFromTable ? 'SSB' : 'Kjelda';
  if (reason === 'confidential') {
    return labels.length === 0
      ? `${source} viser ikkje talet for ${place} i ${period}, av omsyn til personvernet.`
      : `${source} viser ikkje talet for ${listed(labels, 'nn')} i ${place} i ${period}, av omsyn til personvernet.`;
  }
  if (reason === 'missing' || reason === 'not-in-dataset') {
    const figures = labels.length === 0 ? 'tal' : `tal for ${listed(labels, 'nn')}`;
    const where = labels.length === 0 ? `for ${place}` : `i ${place}`;
    return isLatest
      ? `${source} har publisert ${period}, men utan ${figures} ${where}.`
      : `${source} har ikkje ${figures} ${where} i ${period}.`;
  }
  const figure = labels.length === 0 ? place : `${listed(labels, 'nn')} i ${place}`;
  if (reason === 'zero') return `${source} viser 0 for ${figure} i ${period}, og det kan ikkje vere rett.`;
  return `Talet for ${figure} i ${period} manglar: ${reasonText}.`;
}
