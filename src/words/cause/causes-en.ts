import type { Texts } from '../finding/texts.ts';
import { listed } from '../list.ts';

/** Why something is said, in plain English: fits after “Cause:”. */
export const causesEn: Texts['causes'] = {
  'first-assessment': () => 'first assessment',
  'new-period': ({ period }) => (period === '' ? 'new figures' : `new figures for ${period}`),
  revision: ({ revised, isFromTable }) => {
    if (revised.length === 0) return 'what it rests on has changed';
    return isFromTable
      ? `Statistics Norway has revised ${listed(revised, 'en')}`
      : `the figures for ${listed(revised, 'en')} were revised`;
  },
  'peer-revision': ({ revised }) =>
    `the figures of the comparison group were revised${revised.length === 0 ? '' : ` (${listed(revised, 'en')})`}`,
  'rule-changed': () => 'the rule was changed',
  break: ({ period }) => `break in the time series${period === '' ? '' : ` from ${period}`}`,
  'source-switched': ({ hasSource, sources }) => {
    if (!hasSource) return 'the source no longer has figures';
    const [from, to] = sources;
    return from === undefined || to === undefined
      ? 'the figures come from another source'
      : `the figures come from ${to}, before from ${from}`;
  },
  withdrawn: ({ period, revised }) => {
    if (period !== '') return `the source no longer has figures after ${period}`;
    return `the source no longer has ${revised.length === 0 ? 'figures' : `the figures for ${listed(revised, 'en')}`}`;
  },
  'peers-changed': () => 'the comparison group has changed',
  correction: ({ revised, corrections }) => {
    const what = `the municipality has corrected ${revised.length === 0 ? 'the figures' : listed(revised, 'en')}`;
    return corrections.length === 0 ? what : `${what}: ${corrections.join('; ')}`;
  },
  restored: () => 'the figures are back',
};
