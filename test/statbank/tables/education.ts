import { countReader } from '../figures/counts.ts';
import { PUBLISHED_EDUCATION, PUBLISHED_EDUCATION_NATIONAL } from '../figures/published-education.ts';
import { carriedOn } from '../figures/split.ts';
import { partOfCountry, shareOfCode } from '../figures/made-up-series.ts';
import { DIVISIONS, divisionsOf } from '../places/divisions.ts';
import type { Cell, StatbankTable } from '../table.ts';
import * as pieces from './pieces.ts';

const LEVELS = ['01', '02a', '11', '03a', '04a', '09a'] as const;
const NOT_STATED = '09a';
const FIRST_YEAR = 2005;
const FIRST_MUNICIPAL_YEAR = 2020;

function national(level: string, year: number): number {
  return carriedOn(PUBLISHED_EDUCATION_NATIONAL[level] ?? [], FIRST_YEAR, year);
}

/**
 * Persons of a place by level: published from 2020 as far as recorded, carried on after, the country's course before; the
 * country's levels where nothing of the place was recorded.
 */
function levelsOf(place: string, year: number): readonly number[] {
  const code2020 = divisionsOf(place, FIRST_MUNICIPAL_YEAR)[0]?.code ?? '';
  const published = PUBLISHED_EDUCATION[code2020];
  if (published === undefined) return LEVELS.map((level) => Math.round(national(level, year) * partOfCountry(place)));
  return LEVELS.map((level, position) => {
    const series = published.map((row) => row[position] ?? 0);
    if (year >= FIRST_MUNICIPAL_YEAR) return carriedOn(series, FIRST_MUNICIPAL_YEAR, year);
    return Math.round(((series[0] ?? 0) * national(level, year)) / Math.max(1, national(level, FIRST_MUNICIPAL_YEAR)));
  });
}

function weightsOf(region: string, year: number): readonly number[] {
  const place = DIVISIONS.find(({ code }) => code === region)?.place;
  return place === undefined ? LEVELS.map((level) => national(level, year)) : levelsOf(place, year);
}

function total(region: string, year: number): number {
  const sum = (place: string): number => levelsOf(place, year).reduce((all, persons) => all + persons, 0);
  if (region === '0') return LEVELS.reduce((all, level) => all + national(level, year), 0);
  return shareOfCode(region, year, sum);
}

const read = countReader({
  axes: [
    { codes: LEVELS, total: '00' },
    { codes: ['2', '1'], total: '0' },
  ],
  total,
  weights: (region, year) => [weightsOf(region, year), [50, 50]],
});

/** Per cent of those whose level is known; a code out of its years shows 0 throughout, as at SSB. */
function cell(codes: readonly string[]): Cell {
  const [region = '', level = '', sex = '', contents = '', period = ''] = codes;
  const persons = (of: string): number => read(region, Number(period), '', [of, sex]) ?? 0;
  if (contents === 'Personer') return persons(level);
  const known = persons('00') - persons(NOT_STATED);
  if (known === 0) return 0;
  if (level === NOT_STATED) return '.';
  return level === '00' ? 100 : Math.round((1000 * persons(level)) / known) / 10;
}

const october = pieces.text('1. oktober', '1 October');

/** 09429: persons 16 years and over by level of education. */
export const EDUCATION: StatbankTable = {
  id: '09429',
  contents: pieces.text('Personer 16 år og over', 'Persons 16 years and over'),
  variables: [
    pieces.regionVariable(['agg_KommGjeldende', 'agg_Komm2020', 'vs_Kommune', 'vs_Landet']),
    {
      ...pieces.eliminable('Nivaa', pieces.text('nivå', 'level'), '00', [
        pieces.category('00', 'I alt', 'Total'),
        pieces.category('01', 'Grunnskolenivå', 'Basic school level'),
        pieces.category('02a', 'Videregående skolenivå', 'Upper secondary education'),
        pieces.category('11', 'Fagskolenivå', 'Tertiary vocational education'),
        pieces.category('03a', 'Universitets- og høgskolenivå, kort', 'Higher education, short'),
        pieces.category('04a', 'Universitets- og høgskolenivå, lang', 'Higher education, long'),
        pieces.category(NOT_STATED, 'Uoppgitt eller ingen fullført utdanning', 'Unknown or no completed education'),
      ]),
      urn: 'urn:ssb:classification:klass:225',
    },
    pieces.SEX,
    pieces.contentsVariable([
      pieces.contents('Personer', pieces.text('Personer 16 år og over', 'Persons 16 years and older'), {
        unit: pieces.PERSONS,
        measuringType: 'Stock',
        referencePeriod: october,
      }),
      pieces.contents(
        'PersonerProsent',
        pieces.text('Personer 16 år og over (prosent)', 'Persons 16 years and older (per cent)'),
        {
          unit: pieces.PER_CENT,
          measuringType: 'Stock',
          referencePeriod: october,
        },
      ),
    ]),
    pieces.timeVariable(pieces.years(FIRST_YEAR, 2025)),
  ],
  notes: [
    pieces.text(
      'Publiserte tall (begge kjønn): hele landet 2005-2024, kommuner 2020-2023, og 2024 for kommuner som beholdt nummeret. Alle andre tall er oppdiktet.',
      'Published figures (both sexes): the whole country 2005-2024, municipalities 2020-2023, and 2024 for those that kept their number. All other figures are made up.',
    ),
    pieces.text('. = Ikke mulig å oppgi tall.', '. = Category not applicable.'),
  ],
  updatedAt: '2026-02-20T07:00:00Z',
  discontinued: false,
  timeUnit: 'Annual',
  path: pieces.subjectPath(
    ['ud', 'Utdanning', 'Education'],
    ['ud04', 'Befolkningens utdanningsnivå', 'Educational attainment of the population'],
    ['utniv', 'Befolkningens utdanningsnivå', 'Educational attainment of the population'],
  ),
  madeUp: true,
  cell,
};
