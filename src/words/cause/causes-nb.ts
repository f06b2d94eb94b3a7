import type { Texts } from '../finding/texts.ts';
import { listed } from '../list.ts';

/** Why something is said, in plain bokmål: fits after “Årsak:”. */
export const causesNb: Texts['causes'] = {
  'first-assessment': () => 'første vurdering',
  'new-period': ({ period }) => (period === '' ? 'nye tall' : `nye tall for ${period}`),
  revision: ({ revised, isFromTable }) => {
    if (revised.length === 0) return 'grunnlaget er endret';
    return isFromTable ? `SSB har rettet ${listed(revised, 'nb')}` : `tallene for ${listed(revised, 'nb')} er rettet`;
  },
  'peer-revision': ({ revised }) =>
    `tallene for sammenlikningsgruppen er rettet${revised.length === 0 ? '' : ` (${listed(revised, 'nb')})`}`,
  'rule-changed': () => 'regelen er endret',
  break: ({ period }) => `brudd i tidsserien${period === '' ? '' : ` fra ${period}`}`,
  'source-switched': ({ hasSource, sources }) => {
    if (!hasSource) return 'kilden har ikke lenger tall';
    const [from, to] = sources;
    return from === undefined || to === undefined
      ? 'tallene hentes fra en annen kilde'
      : `tallene hentes fra ${to}, før fra ${from}`;
  },
  withdrawn: ({ period, revised }) => {
    if (period !== '') return `kilden har ikke lenger tall etter ${period}`;
    return `kilden har ikke lenger ${revised.length === 0 ? 'tall' : `tallene for ${listed(revised, 'nb')}`}`;
  },
  'peers-changed': () => 'sammenlikningsgruppen er endret',
  correction: ({ revised, corrections }) => {
    const what = `kommunen har rettet ${revised.length === 0 ? 'tallgrunnlaget' : listed(revised, 'nb')}`;
    return corrections.length === 0 ? what : `${what}: ${corrections.join('; ')}`;
  },
  restored: () => 'tallene er på plass igjen',
};
