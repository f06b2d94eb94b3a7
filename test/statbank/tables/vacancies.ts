import { PUBLISHED_VACANCIES, PUBLISHED_VACANCY_SHARE } from '../figures/published-vacancies.ts';
import type { Cell, StatbankTable } from '../table.ts';
import * as pieces from './pieces.ts';

const FIRST_YEAR = 2010;
const TOTAL = '01-96';

const INDUSTRY_NAMES: readonly (readonly [string, string, string])[] = [
  [TOTAL, 'Alle næringer', 'All industries'],
  ['01-03', 'Jordbruk, skogbruk og fiske', 'Agriculture, forestry and fishing'],
  ['05-09', 'Bergverksdrift og utvinning', 'Mining and quarrying'],
  ['10-33', 'Industri', 'Manufacture'],
  ['35-39', 'Kraft- og vannforsyning, avløp og renovasjon', 'Power and water supply, sewerage'],
  ['41-43', 'Bygge- og anleggsvirksomhet', 'Construction'],
  ['45-47', 'Varehandel, bilverksteder', 'Domestic trade, car repair shop'],
  ['49-53', 'Transport og lagring', 'Transportation and storage'],
  ['55-56', 'Overnattings- og serveringsvirksomhet', 'Accommodation and food service activities'],
  ['58-63', 'Informasjon og kommunikasjon', 'Information and communication'],
  ['64-66', 'Finansiering og forsikring', 'Financial and insurance activities'],
  ['68', 'Omsetning og drift av fast eiendom', 'Real estate activities'],
  ['69-75', 'Faglig, vitenskapelig og teknisk tjenesteyting', 'Professional, scientific and technical activities'],
  ['77-82', 'Forretningsmessig tjenesteyting', 'Administrative and support service activities'],
  ['84', 'Offentlig administrasjon og forsvar', 'Public administration and defence'],
  ['85', 'Undervisning', 'Education'],
  ['86', 'Helsetjenester', 'Human health activities'],
  ['87', 'Pleie og omsorg i institusjon', 'Residential care activities'],
  ['88', 'Sosiale omsorgstjenester uten botilbud', 'Social work activities without accommodation'],
  ['90-93', 'Kultur, underholdning og fritid', 'Arts, entertainment and recreation'],
  ['94-96', 'Annen tjenesteyting', 'Personal service activities'],
];

/** Quarters since 2010K1. */
function ordinal(period: string): number {
  return (Number(period.slice(0, 4)) - FIRST_YEAR) * 4 + Number(period.slice(5)) - 1;
}

/** Published to 2025K1; after that the same quarter a year before less five per cent, in hundreds. */
function vacancies(industry: string, quarter: number): number {
  const series = PUBLISHED_VACANCIES[industry] ?? [];
  const published = series[quarter];
  if (published !== undefined || quarter < 4) return published ?? 0;
  return Math.round((vacancies(industry, quarter - 4) * 0.95) / 100) * 100;
}

function share(quarter: number): number {
  const published = PUBLISHED_VACANCY_SHARE[quarter];
  return published ?? Math.round(share(quarter - 4) * 9.5) / 10;
}

/** Shares are held for all industries only; a change needs the same quarter the year before. */
function cell(codes: readonly string[]): Cell {
  const [industry = '', contents = '', period = ''] = codes;
  const quarter = ordinal(period);
  if (contents === 'LedigeStillinger') return vacancies(industry, quarter);
  if (contents === 'StillingerEndring') {
    return quarter < 4 ? '.' : vacancies(industry, quarter) - vacancies(industry, quarter - 4);
  }
  if (industry !== TOTAL) return '..';
  if (contents === 'LedigeStillingerPros') return share(quarter);
  return quarter < 4 ? '.' : Math.round(10 * (share(quarter) - share(quarter - 4))) / 10;
}

function quarters(first: number, last: number): readonly string[] {
  return pieces.years(first, last).flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}K${quarter}`));
}

function measured(code: string, no: string, en: string, unit: { base: { no: string; en: string }; decimals: number }) {
  const referencePeriod = pieces.text('Midt i kvartalet', 'Middle of the quarter');
  return pieces.contents(code, pieces.text(no, en), { unit, measuringType: 'Stock', referencePeriod });
}

const COUNT = { base: pieces.text('ledige stillinger', 'vacancies'), decimals: 0 };
const POINTS = { base: pieces.text('prosentpoeng', 'percentage points'), decimals: 1 };

/** 08771: job vacancies of the country by industry and quarter. */
export const VACANCIES: StatbankTable = {
  id: '08771',
  contents: pieces.text('Ledige stillinger', 'Job vacancies'),
  variables: [
    {
      ...pieces.eliminable(
        'NACE2007',
        pieces.text('næring (SN2007)', 'industry (SIC2007)'),
        TOTAL,
        INDUSTRY_NAMES.map(([code, no, en]) => pieces.category(code, no, en)),
      ),
      urn: 'urn:ssb:classification:klass:6',
    },
    pieces.contentsVariable([
      measured('LedigeStillinger', 'Ledige stillinger', 'Job vacancies', COUNT),
      measured(
        'LedigeStillingerPros',
        'Andel ledige stillinger (prosent)',
        'Share job vacancies (per cent)',
        pieces.PER_CENT,
      ),
      measured(
        'StillingerEndring',
        'Ledige stillinger, endring fra året før',
        'Job vacancies, change from previous year',
        COUNT,
      ),
      measured(
        'StillingerEndrPoeng',
        'Andel ledige stillinger, endring i prosentpoeng fra året før',
        'Job vacancy rate, change in percentage points',
        POINTS,
      ),
    ]),
    pieces.timeVariable(quarters(FIRST_YEAR, 2025), pieces.text('kvartal', 'quarter')),
  ],
  notes: [
    pieces.text(
      'Publiserte tall: ledige stillinger 2010K1-2025K1, og andelen for alle næringer. Endringene er regnet ut av de avrundede tallene. Tall etter 2025K1 er oppdiktet.',
      'Published figures: job vacancies 2010K1-2025K1, and the share for all industries. Changes are worked out from the rounded figures. Figures after 2025K1 are made up.',
    ),
  ],
  updatedAt: '2026-02-05T07:00:00Z',
  discontinued: false,
  timeUnit: 'Quarterly',
  path: pieces.subjectPath(
    ['al', 'Arbeid og lønn', 'Labour market and earnings'],
    ['al06', 'Sysselsetting', 'Employment'],
    ['ledstill', 'Ledige stillinger', 'Job vacancies'],
  ),
  madeUp: true,
  cell,
};
