import type { Texts } from '../finding/texts.ts';
import { listed } from '../list.ts';

/** Why something is said, in plain bokmål: fits after “Årsak:”. */
export const causesNb: Texts['causes'] = {
  'first-assessment': () => 'første vurdering',
  'new-period': ({ period, isUnjudged }) => {
    if (period === '') return 'nye tall';
    return isUnjudged ? `${period} er publisert` : `nye tall for ${period}`;
  },
  revision: ({ revised, isFromTable }) => {
    if (revised.length === 0) return 'tall er kommet til eller falt bort i kilden';
    return isFromTable
      ? `SSB har rettet tallene for ${listed(revised, 'nb')}`
      : `tallene for ${listed(revised, 'nb')} er rettet`;
  },
  'peer-revision': ({ revised }) =>
    `tallene for sammenlikningsgruppen er rettet${revised.length === 0 ? '' : ` (${listed(revised, 'nb')})`}`,
  'rule-changed': () => 'regelen er endret',
  break: ({ period, breaks, isLifted }) => {
    const from = breaks.length > 0 ? listed(breaks, 'nb') : period;
    const since = from === '' ? '' : ` fra ${from}`;
    return isLifted
      ? `det er ikke lenger registrert brudd i tidsserien${since}`
      : `det er registrert et brudd i tidsserien${since}`;
  },
  'source-switched': ({ hasSource, sources }) => {
    if (!hasSource) return 'kilden har ikke lenger tall';
    const [from, to] = sources;
    return from === undefined || to === undefined
      ? 'tallene hentes nå fra en annen kilde'
      : `tallene hentes nå fra ${to} (før: ${from})`;
  },
  withdrawn: ({ period, revised }) => {
    if (period !== '') return `kilden har ikke lenger tall etter ${period}`;
    return `kilden har ikke lenger ${revised.length === 0 ? 'tall' : `tallene for ${listed(revised, 'nb')}`}`;
  },
  'peers-changed': () => 'sammenlikningsgruppen er endret',
  correction: ({ revised, corrections }) => {
    const what = `kommunen har rettet tallene${revised.length === 0 ? '' : ` for ${listed(revised, 'nb')}`}`;
    return corrections.length === 0 ? what : `${what}: ${corrections.join('; ')}`;
  },
  restored: () => 'tallene er på plass igjen',
};
