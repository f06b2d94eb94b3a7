import type { Texts } from '../finding/texts.ts';
import { listed } from '../list.ts';

/** Why something is said, in plain nynorsk: fits after “Årsak:”. */
export const causesNn: Texts['causes'] = {
  'first-assessment': () => 'første vurdering',
  'new-period': ({ period, isUnjudged }) => {
    if (period === '') return 'nye tal';
    return isUnjudged ? `${period} er publisert` : `nye tal for ${period}`;
  },
  revision: ({ revised, isFromTable }) => {
    if (revised.length === 0) return 'tal er komne til eller falne bort i kjelda';
    return isFromTable
      ? `SSB har retta tala for ${listed(revised, 'nn')}`
      : `tala for ${listed(revised, 'nn')} er retta`;
  },
  'peer-revision': ({ revised }) =>
    `tala for samanlikningsgruppa er retta${revised.length === 0 ? '' : ` (${listed(revised, 'nn')})`}`,
  'rule-changed': () => 'regelen er endra',
  break: ({ period, breaks, isLifted }) => {
    const from = breaks.length > 0 ? listed(breaks, 'nn') : period;
    const since = from === '' ? '' : ` frå ${from}`;
    return isLifted
      ? `det er ikkje lenger registrert brot i tidsserien${since}`
      : `det er registrert eit brot i tidsserien${since}`;
  },
  'source-switched': ({ hasSource, sources }) => {
    if (!hasSource) return 'kjelda har ikkje lenger tal';
    const [from, to] = sources;
    return from === undefined || to === undefined
      ? 'tala blir no henta frå ei anna kjelde'
      : `tala blir no henta frå ${to} (før: ${from})`;
  },
  withdrawn: ({ period, revised }) => {
    if (period !== '') return `kjelda har ikkje lenger tal etter ${period}`;
    return `kjelda har ikkje lenger ${revised.length === 0 ? 'tal' : `tala for ${listed(revised, 'nn')}`}`;
  },
  'peers-changed': () => 'samanlikningsgruppa er endra',
  correction: ({ revised, corrections }) => {
    const what = `kommunen har retta tala${revised.length === 0 ? '' : ` for ${listed(revised, 'nn')}`}`;
    return corrections.length === 0 ? what : `${what}: ${corrections.join('; ')}`;
  },
  restored: () => 'tala er på plass igjen',
};
