import { shareOfCode } from '../../statbank/figures/made-up-series.ts';
import type { StatbankTable } from '../../statbank/table.ts';
import * as pieces from '../../statbank/tables/pieces.ts';

/** Made up: grows by as many a year as the code says, so that every place grows at a rate of its own. */
export function population(place: string, year: number): number {
  return 50_000 + Number(place) + (year - 2008) * (500 + (Number(place) % 700));
}

/** 07459 in the shape of Statistics Norway's, with figures of our own: persons by region and sex on 1 January. */
export const POPULATION_TABLE: StatbankTable = {
  id: '07459',
  contents: pieces.text('Folkemengde', 'Population'),
  variables: [
    pieces.regionVariable(['agg_KommSummer', 'agg_KommGjeldende', 'vs_Landet']),
    pieces.SEX,
    pieces.contentsVariable([
      pieces.contents('Personer1', pieces.text('Personer', 'Persons'), {
        unit: pieces.PERSONS,
        measuringType: 'Stock',
        referencePeriod: pieces.text('1. januar', '1 January'),
      }),
    ]),
    pieces.timeVariable(pieces.years(2008, 2026)),
  ],
  notes: [pieces.ALL_MADE_UP],
  updatedAt: '2026-02-25T07:00:00Z',
  discontinued: false,
  timeUnit: 'Annual',
  path: pieces.subjectPath(['be', 'Befolkning', 'Population']),
  madeUp: true,
  cell: ([region = '', sex = '', , period = '']) => {
    const year = Number(period);
    if (region === '0') return 5_000_000;
    const all = shareOfCode(region, year, (place) => population(place, year));
    if (sex === '0') return all;
    const women = Math.floor(all / 2);
    return sex === '2' ? women : all - women;
  },
};
