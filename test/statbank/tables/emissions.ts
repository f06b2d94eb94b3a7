import { PUBLISHED_EMISSIONS } from '../figures/published-emissions.ts';
import { carriedOn } from '../figures/split.ts';
import type { Cell, StatbankTable } from '../table.ts';
import * as pieces from './pieces.ts';

const FIRST_YEAR = 1990;

/** Only all energy products and all gases are held; every other combination is "no data here". */
function cell(codes: readonly string[]): Cell {
  const [source = '', energy = '', component = '', , period = ''] = codes;
  if (energy !== 'VT0' || component !== 'A10') return '..';
  return carriedOn(PUBLISHED_EMISSIONS[source] ?? [], FIRST_YEAR, Number(period));
}

const SOURCES = [
  pieces.category('0', 'Alle kilder', 'All sources'),
  pieces.category('1', 'Olje- og gassutvinning', 'Oil and gas extraction'),
  pieces.category('2', 'Industri og bergverk', 'Manufacturing industries and mining'),
  pieces.category('3', 'Energiforsyning', 'Energy supply'),
  pieces.category('4', 'Oppvarming i andre næringer og husholdninger', 'Heating in other industries and households'),
  pieces.category('5', 'Veitrafikk', 'Road traffic'),
  pieces.category(
    '6',
    'Luftfart, sjøfart, fiske, motorredskaper m.m.',
    'Aviation, navigation, fishing, motor equip. etc.',
  ),
  pieces.category('7', 'Jordbruk', 'Agriculture'),
  pieces.category('9', 'Andre kilder', 'Other'),
];

/** 13931: greenhouse gas emissions of the country. Every number is published; only a control can add made-up ones. */
export const EMISSIONS: StatbankTable = {
  id: '13931',
  contents: pieces.text('Klimagasser AR5', 'Greenhouse gases AR5'),
  variables: [
    {
      ...pieces.eliminable('UtslpTilLuft', pieces.text('kilde (aktivitet)', 'source (activity)'), '0', SOURCES),
      urn: 'urn:ssb:classification:klass:113',
    },
    pieces.eliminable('UtslpEnergivare', pieces.text('energiprodukt', 'energy product'), 'VT0', [
      pieces.category('VT0', 'I alt', 'Total'),
      pieces.category('VT1', 'Kull, koks', 'Coal, coke'),
      pieces.category('VT2', 'Ved o.l.', 'Wood etc.'),
      pieces.category('VT3', 'Gass', 'Gas'),
      pieces.category('VT4', 'Bensin, parafin', 'Petrol, kerosene'),
      pieces.category(
        'VT5',
        'Diesel, gass- og lett fyringsolje, spesialdestillat',
        'Diesel, gas and light heating oils',
      ),
      pieces.category('VT6', 'Tungolje, spillolje', 'Heavy fuel oil, waste oil'),
      pieces.category('VT7', 'Avfall', 'Waste'),
      pieces.category('VT9', 'Uspesifisert/ikke relevant', 'Unspecified/ not applicable'),
    ]),
    pieces.mandatory('UtslpKomp', pieces.text('komponent', 'pollutant'), [
      pieces.category('A10', 'Klimagasser i alt', 'Greenhouse gases total'),
      pieces.category('K11', 'Karbondioksid (CO2)', 'Carbon dioxide (CO2)'),
      pieces.category('K12', 'Metan (CH4)', 'Methane (CH4)'),
      pieces.category('K13', 'Lystgass (N2O)', 'Nitrous oxide (N2O)'),
      pieces.category('K80', 'Hydrofluorkarboner (HFK)', 'Hydrofluorocarbons (HFK)'),
      pieces.category('K90', 'Perfluorkarboner (PFK)', 'Perfluorocarbons (PFK)'),
      pieces.category('K95', 'Svovelheksafluorid (SF6)', 'Sulphurhexafluoride (SF6)'),
    ]),
    pieces.contentsVariable([
      pieces.contents(
        'UtslippCO2ekvival',
        pieces.text(
          'Utslipp til luft (1 000 tonn CO2-ekvivalenter, AR5)',
          'Emissions to air (1 000 tonnes CO2-equivalents, AR5)',
        ),
        {
          unit: { base: pieces.text('1 000 tonn CO2-ekvivalenter', '1 000 tonnes CO2-equivalents'), decimals: 0 },
          measuringType: 'Flow',
          referencePeriod: pieces.text('Hele året', 'The whole year'),
        },
      ),
    ]),
    pieces.timeVariable(pieces.years(FIRST_YEAR, 2024)),
  ],
  notes: [
    pieces.text(
      'Publiserte tall for alle energiprodukter og alle klimagasser. Andre kombinasjoner er ikke lagt inn (..).',
      'Published figures for all energy products and all greenhouse gases. Other combinations are not held (..).',
    ),
    pieces.text('.. = Tallgrunnlag mangler.', '.. = Data not available.'),
  ],
  updatedAt: '2025-06-06T06:00:00Z',
  discontinued: false,
  timeUnit: 'Annual',
  path: pieces.subjectPath(
    ['nm', 'Natur og miljø', 'Nature and the environment'],
    ['nm03', 'Forurensning og klima', 'Pollution and climate'],
    ['klimagassn', 'Utslipp til luft', 'Emissions to air'],
  ),
  madeUp: false,
  cell,
};
