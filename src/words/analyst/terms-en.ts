import type { Terms } from './terms.ts';

/** Analysts' codes in plain English. */
export const termsEn: Terms = {
  causes: {
    'first-assessment': 'first assessment',
    'source-switched': 'the figures come from another source',
    'rule-changed': 'the rule has changed',
    'peers-changed': 'the peer group has changed',
    break: 'break in the series',
    withdrawn: 'the source has withdrawn figures',
    'new-period': 'figures of a new period',
    restored: 'the figures are in place again',
    correction: 'the municipality has corrected figures',
    revision: 'the source has revised figures',
    'peer-revision': "the peers' figures have been revised",
  },
  obsStatuses: {
    A: 'normal figure',
    B: 'break in the series',
    D: 'definition differs',
    E: 'estimated, or corrected by the municipality',
    F: 'forecast',
    M: 'cannot exist',
    N: 'not significant',
    O: 'missing',
    P: 'provisional figure',
    Q: 'suppressed',
  },
  symbols: {
    '.': 'there can be no figure',
    '..': 'the figure is missing',
    ':': 'not shown, to protect privacy',
    '*': 'provisional figure',
    '-': 'nil',
    '0': 'the source shows 0 where there can be no figure, as of a code outside the years it is in use',
    withdrawn: 'the source no longer shows the figure',
    'taken-back': 'the file the figure came in has been taken back',
    'no-row': 'the source has no row, which means 0',
  },
};
