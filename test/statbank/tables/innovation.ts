import { irregularity } from '../figures/split.ts';
import type { Cell, StatbankTable } from '../table.ts';
import * as pieces from './pieces.ts';

/** Per cent of the product innovators' turnover, all industries and sizes; 2016-2018 is a published figure (12.7). */
const SHARE: Readonly<Record<string, number>> = {
  '2006-2008': 13.4,
  '2008-2010': 12.9,
  '2010-2012': 12.2,
  '2014-2016': 12.1,
  '2016-2018': 12.7,
  '2018-2020': 12.9,
  '2020-2022': 13.1,
  '2022-2024': 12.6,
};
const AFTER_THE_LAST = 13.3;

const INDUSTRIES = [
  pieces.category('A-S', 'Alle næringer', 'All industries'),
  pieces.category('B-C', 'Industri og bergverk', 'Manufacturing and mining'),
  pieces.category('F', 'Bygge- og anleggsvirksomhet', 'Construction'),
  pieces.category('G-N', 'Tjenesteyting', 'Services'),
];
const SIZES = [
  pieces.category('99', 'Alle størrelsesgrupper', 'All size groups'),
  pieces.category('5-19', '5-19 sysselsatte', '5-19 employed'),
  pieces.category('20-99', '20-99 sysselsatte', '20-99 employed'),
  pieces.category('100+', '100 sysselsatte og over', '100 employed or more'),
];

const TURNOVER = 'OmsProdInnov';

function cell(codes: readonly string[]): Cell {
  const [industry = '', size = '', contents = '', period = ''] = codes;
  const whole = SHARE[period] ?? AFTER_THE_LAST;
  const shift = industry === 'A-S' && size === '99' ? 0 : 2.5 * irregularity(`${industry}${size}`, 2024);
  const value = contents === TURNOVER ? whole + shift : 2.9 * whole + shift;
  return Math.round(10 * value) / 10;
}

function innovationTable(
  id: string,
  intervals: readonly string[],
  updatedAt: string,
  discontinued: boolean,
): StatbankTable {
  const details = {
    unit: pieces.PER_CENT,
    measuringType: 'Other',
    referencePeriod: pieces.text('Treårsperioden', 'The three-year period'),
  } as const;
  return {
    id,
    contents: pieces.text('Produktinnovasjon i næringslivet', 'Product innovation in the business enterprise sector'),
    variables: [
      pieces.eliminable('NACE2007', pieces.text('næring (SN2007)', 'industry (SIC2007)'), 'A-S', INDUSTRIES),
      pieces.eliminable('StorrGrp', pieces.text('størrelsesgruppe', 'size group'), '99', SIZES),
      pieces.contentsVariable([
        pieces.contents(
          TURNOVER,
          pieces.text(
            'Omsetning fra produktinnovasjoner (prosent av produktinnovatørenes omsetning)',
            "Turnover from product innovations (per cent of the product innovators' turnover)",
          ),
          details,
        ),
        pieces.contents(
          'AndelProdInnov',
          pieces.text('Foretak med produktinnovasjon (prosent)', 'Enterprises with product innovation (per cent)'),
          details,
        ),
      ]),
      pieces.timeVariable(intervals, pieces.text('intervall (år)', 'interval (year)')),
    ],
    notes: [
      pieces.text(
        'Publisert tall: 12,7 prosent i 2016-2018 for alle næringer. Alle andre tall, og tabellnummeret, er oppdiktet.',
        'Published figure: 12.7 per cent in 2016-2018, all industries. All other figures, and the table number, are made up.',
      ),
    ],
    updatedAt,
    discontinued,
    timeUnit: 'Other',
    path: pieces.subjectPath(
      ['ti', 'Teknologi og innovasjon', 'Technology and innovation'],
      ['ti03', 'Forskning og innovasjon i næringslivet', 'Research and innovation in the business enterprise sector'],
      ['innov', 'Innovasjon i næringslivet', 'Innovation in the business enterprise sector'],
    ),
    madeUp: true,
    cell,
  };
}

/** The innovation survey; the number is ours, since SSB's is not known. */
export const INNOVATION = innovationTable(
  '13999',
  ['2014-2016', '2016-2018', '2018-2020', '2020-2022', '2022-2024'],
  '2025-10-09T06:00:00Z',
  false,
);

/** Its closed forerunner: same statistic, older periods, so a search has to choose. */
export const INNOVATION_CLOSED = innovationTable(
  '11999',
  ['2006-2008', '2008-2010', '2010-2012'],
  '2013-12-05T07:00:00Z',
  true,
);
