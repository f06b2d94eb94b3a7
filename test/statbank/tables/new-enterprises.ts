import { countReader } from '../figures/counts.ts';
import { INDUSTRIES, madeUpProfile } from '../figures/made-up-places.ts';
import { newEnterprises } from '../figures/made-up-series.ts';
import { MUNICIPALITIES } from '../places/code-lists.ts';
import type { StatbankTable, Variable } from '../table.ts';
import * as pieces from './pieces.ts';

/** Whether the table reaches down to municipalities is not known for certain, so the stand-in can be either. */
export type EnterpriseLevel = 'municipality' | 'county';

const FOUNDERS = ['1', '2', 'B'] as const;
const FORMS = ['ENK', 'AS', 'ANNET'] as const;
const SIZES = ['00', '01-04', '05+'] as const;
const ESTABLISHMENT_COUNTS = ['01', '02'] as const;

const read = countReader({
  axes: [
    { codes: FOUNDERS, total: 'F' },
    { codes: FORMS, total: '_T' },
    { codes: INDUSTRIES, total: '00-99' },
    { codes: SIZES, total: '99' },
    { codes: ESTABLISHMENT_COUNTS, total: '00' },
  ],
  total: newEnterprises,
  weights: (region) => [[58, 27, 15], [46, 50, 4], madeUpProfile(region), [86, 12, 2], [97, 3]],
});

const CLASSIFICATIONS: readonly Variable[] = [
  pieces.mandatory('Kjonn', pieces.text('kjønn på etablerer', 'sex of the founder'), [
    pieces.category('F', 'Foretak i alt', 'Enterprises, total'),
    pieces.category('1', 'Etablert av menn', 'Founded by men'),
    pieces.category('2', 'Etablert av kvinner', 'Founded by women'),
    pieces.category('B', 'Etablert av begge kjønn eller uoppgitt', 'Founded by both, or not stated'),
  ]),
  pieces.mandatory('OrgFormer', pieces.text('organisasjonsform', 'legal form'), [
    pieces.category('_T', 'I alt', 'Total'),
    pieces.category('ENK', 'Enkeltpersonforetak', 'Sole proprietorship'),
    pieces.category('AS', 'Aksjeselskap', 'Limited company'),
    pieces.category('ANNET', 'Andre organisasjonsformer', 'Other legal forms'),
  ]),
  { ...pieces.INDUSTRY, elimination: false },
  pieces.mandatory('AntAnsatte', pieces.text('antall ansatte', 'number of employees'), [
    pieces.category('99', 'I alt', 'Total'),
    pieces.category('00', 'Ingen ansatte', 'No employees'),
    pieces.category('01-04', '1-4 ansatte', '1-4 employees'),
    pieces.category('05+', '5 ansatte og over', '5 employees or more'),
  ]),
  pieces.mandatory('AntEtabl', pieces.text('antall etableringer', 'number of start-ups'), [
    pieces.category('00', 'I alt', 'Total'),
    pieces.category('01', 'Én etablering', 'One start-up'),
    pieces.category('02', 'To eller flere etableringer', 'Two or more start-ups'),
  ]),
];

function region(level: EnterpriseLevel): Variable {
  if (level === 'county') return pieces.regionVariable(['agg_KommFylker', 'vs_Landet'], pieces.COUNTY_CATEGORIES);
  const lists = ['agg_KommSummer', 'agg_KommFylker', 'agg_KommGjeldende', 'vs_Landet'];
  return pieces.regionVariable(lists, [...pieces.COUNTY_CATEGORIES, ...MUNICIPALITIES]);
}

/** 14623: newly established enterprises. */
export function newEnterprisesTable(level: EnterpriseLevel): StatbankTable {
  return {
    id: '14623',
    contents: pieces.text('Nyetablerte foretak', 'Newly established enterprises'),
    variables: [
      region(level),
      ...CLASSIFICATIONS,
      pieces.contentsVariable([
        pieces.contents('EtablertForetak', pieces.text('Nyetablerte foretak', 'Newly established enterprises'), {
          unit: { base: pieces.text('foretak', 'enterprises'), decimals: 0 },
          measuringType: 'Flow',
          referencePeriod: pieces.text('Hele året', 'The whole year'),
        }),
      ]),
      pieces.timeVariable(pieces.years(2010, 2025)),
    ],
    notes: [pieces.ALL_MADE_UP],
    updatedAt: '2026-02-10T07:00:00Z',
    discontinued: false,
    timeUnit: 'Annual',
    path: pieces.subjectPath(
      ['vf', 'Virksomheter, foretak og regnskap', 'Establishments, enterprises and accounts'],
      ['vf01', 'Bedrifter og foretak', 'Establishments and enterprises'],
      ['foretak', 'Foretak', 'Enterprises'],
    ),
    madeUp: true,
    cell: ([
      regionCode = '',
      founder = '',
      form = '',
      industry = '',
      size = '',
      count = '',
      contents = '',
      period = '',
    ]) => read(regionCode, Number(period), contents, [founder, form, industry, size, count]) ?? '..',
  };
}
