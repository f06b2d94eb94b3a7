import type { Terms } from './terms.ts';

/** Analysts' codes in plain bokmål. */
export const termsNb: Terms = {
  causes: {
    'first-assessment': 'første vurdering',
    'source-switched': 'tallene hentes fra en annen kilde',
    'rule-changed': 'regelen er endret',
    'peers-changed': 'sammenlikningsgruppen er endret',
    break: 'brudd i tidsserien',
    withdrawn: 'kilden har trukket tall tilbake',
    'new-period': 'tall for en ny periode',
    restored: 'tallene er på plass igjen',
    correction: 'kommunen har rettet tall',
    revision: 'kilden har rettet tall',
    'peer-revision': 'tall for sammenlikningsgruppen er rettet',
  },
  obsStatuses: {
    A: 'vanlig tall',
    B: 'brudd i tidsserien',
    D: 'avvikende definisjon',
    E: 'anslag, eller rettet av kommunen',
    F: 'framskriving',
    M: 'kan ikke finnes',
    N: 'ikke signifikant',
    O: 'mangler',
    P: 'foreløpig tall',
    Q: 'skjermet',
  },
  symbols: {
    '.': 'tall kan ikke forekomme',
    '..': 'tall mangler',
    ':': 'vises ikke av hensyn til personvernet',
    '*': 'foreløpig tall',
    '-': 'null',
    '0': 'kilden viser 0 der det ikke kan være et tall, som for en kode utenfor årene den er i bruk',
    withdrawn: 'kilden viser ikke lenger tallet',
    'taken-back': 'filen tallet kom med, er tatt tilbake',
    'no-row': 'kilden har ingen rad, og det betyr 0',
  },
};
