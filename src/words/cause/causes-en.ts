import type { Texts } from '../finding/texts.ts';
import { listed } from '../list.ts';

/** Why something is said, in plain English: fits after “Cause:”. */
export const causesEn: Texts['causes'] = {
  'first-assessment': () => 'first assessment',
  'new-period': ({ period, isUnjudged }) => {
    if (period === '') return 'new figures';
    return isUnjudged ? `${period} has been published` : `new figures for ${period}`;
  },
  revision: ({ revised, isFromTable }) => {
    if (revised.length === 0) return 'figures have been added or removed at the source';
    return isFromTable
      ? `Statistics Norway has revised the figures for ${listed(revised, 'en')}`
      : `the figures for ${listed(revised, 'en')} were revised`;
  },
  'peer-revision': ({ revised }) =>
    `the figures of the comparison group were revised${revised.length === 0 ? '' : ` (${listed(revised, 'en')})`}`,
  'rule-changed': () => 'the rule was changed',
  break: ({ period, breaks, isLifted }) => {
    const from = breaks.length > 0 ? listed(breaks, 'en') : period;
    const since = from === '' ? '' : ` from ${from}`;
    return isLifted
      ? `a break in the time series${since} is no longer registered`
      : `a break in the time series${since} has been registered`;
  },
  'source-switched': ({ hasSource, sources }) => {
    if (!hasSource) return 'the source no longer has figures';
    const [from, to] = sources;
    return from === undefined || to === undefined
      ? 'the figures now come from another source'
      : `the figures now come from ${to} (before: ${from})`;
  },
  withdrawn: ({ period, revised }) => {
    if (period !== '') return `the source no longer has figures after ${period}`;
    return `the source no longer has ${revised.length === 0 ? 'figures' : `the figures for ${listed(revised, 'en')}`}`;
  },
  'peers-changed': () => 'the comparison group has changed',
  correction: ({ revised, corrections }) => {
    const what = `the municipality has corrected the figures${revised.length === 0 ? '' : ` for ${listed(revised, 'en')}`}`;
    return corrections.length === 0 ? what : `${what}: ${corrections.join('; ')}`;
  },
  restored: () => 'the figures are back',
};
