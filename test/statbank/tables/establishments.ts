import { countReader } from '../figures/counts.ts';
import { INDUSTRIES, madeUpProfile } from '../figures/made-up-places.ts';
import { establishments } from '../figures/made-up-series.ts';
import type { StatbankTable } from '../table.ts';
import * as pieces from './pieces.ts';

const SIZES = ['00', '01', '02', '03', '04', '05', '15', '16'] as const;
const SIZE_WEIGHTS = [640, 180, 80, 50, 30, 14, 4, 2];
const SIZE_LABELS: readonly (readonly [string, string])[] = [
  ['Ingen ansatte', 'No employees'],
  ['1-4 ansatte', '1-4 employees'],
  ['5-9 ansatte', '5-9 employees'],
  ['10-19 ansatte', '10-19 employees'],
  ['20-49 ansatte', '20-49 employees'],
  ['50-99 ansatte', '50-99 employees'],
  ['100-249 ansatte', '100-249 employees'],
  ['250 ansatte og over', '250 employees or more'],
];

const read = countReader({
  axes: [
    { codes: INDUSTRIES, total: '00-99' },
    { codes: SIZES, total: '99' },
  ],
  total: establishments,
  weights: (region) => [madeUpProfile(region), SIZE_WEIGHTS],
});

/** 10309: establishments on 1 January by region, industry and size. */
export const ESTABLISHMENTS: StatbankTable = {
  id: '10309',
  contents: pieces.text('Virksomheter per 1. januar', 'Establishments per 1 January'),
  variables: [
    pieces.regionVariable(['agg_KommSummer', 'agg_KommGjeldende', 'vs_Landet']),
    pieces.INDUSTRY,
    pieces.eliminable('AntAnsatte', pieces.text('antall ansatte', 'number of employees'), '99', [
      pieces.category('99', 'I alt', 'Total'),
      ...SIZES.map((code, position) =>
        pieces.category(code, SIZE_LABELS[position]?.[0] ?? '', SIZE_LABELS[position]?.[1] ?? ''),
      ),
    ]),
    pieces.contentsVariable([
      pieces.contents('Virksheter', pieces.text('Bedrifter', 'Establishments'), {
        unit: { base: pieces.text('bedrifter', 'establishments'), decimals: 0 },
        measuringType: 'Stock',
        referencePeriod: pieces.text('1. januar', '1 January'),
      }),
    ]),
    pieces.timeVariable(pieces.years(2009, 2026)),
  ],
  notes: [pieces.ALL_MADE_UP],
  updatedAt: '2026-01-12T07:00:00Z',
  discontinued: false,
  timeUnit: 'Annual',
  path: pieces.subjectPath(
    ['vf', 'Virksomheter, foretak og regnskap', 'Establishments, enterprises and accounts'],
    ['vf01', 'Bedrifter og foretak', 'Establishments and enterprises'],
    ['bedrifter', 'Virksomheter', 'Establishments'],
  ),
  madeUp: true,
  cell: ([region = '', industry = '', size = '', contents = '', period = '']) =>
    read(region, Number(period), contents, [industry, size]) ?? '..',
};
