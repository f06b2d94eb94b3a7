import type { Terms } from './terms.ts';

/** Analysts' codes in plain nynorsk. */
export const termsNn: Terms = {
  causes: {
    'first-assessment': 'første vurdering',
    'source-switched': 'tala blir henta frå ei anna kjelde',
    'rule-changed': 'regelen er endra',
    'peers-changed': 'samanlikningsgruppa er endra',
    break: 'brot i tidsserien',
    withdrawn: 'kjelda har trekt tal tilbake',
    'new-period': 'tal for ein ny periode',
    restored: 'tala er på plass igjen',
    correction: 'kommunen har retta tal',
    revision: 'kjelda har retta tal',
    'peer-revision': 'tal for samanlikningsgruppa er retta',
  },
  obsStatuses: {
    A: 'vanleg tal',
    B: 'brot i tidsserien',
    D: 'avvikande definisjon',
    E: 'overslag, eller retta av kommunen',
    F: 'framskriving',
    M: 'kan ikkje finnast',
    N: 'ikkje signifikant',
    O: 'manglar',
    P: 'førebels tal',
    Q: 'skjerma',
  },
  symbols: {
    '.': 'det kan ikkje finnast tal',
    '..': 'tal manglar',
    ':': 'blir ikkje vist av omsyn til personvernet',
    '*': 'førebels tal',
    '-': 'null',
    '0': 'kjelda viser 0 der det ikkje kan vere eit tal, som for ein kode utanfor åra han er i bruk',
    withdrawn: 'kjelda viser ikkje lenger talet',
    'taken-back': 'fila talet kom med, er teken tilbake',
    'no-row': 'kjelda har inga rad, og det betyr 0',
  },
};
