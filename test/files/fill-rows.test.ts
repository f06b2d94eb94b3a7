import { describe, expect, it } from 'vitest';
import { ABSENT } from '../../src/model/data/cube.ts';
import { NO_ROW } from '../../src/model/data/dataset.ts';
import { readMunicipalEmissions } from '../../src/files/municipal-emissions.ts';
import { figures } from './cells.ts';
import { emissionRow, emissionsWorkbook } from './made-workbook.ts';

const FILE = {
  ...{ fileName: 'utslipp.xlsx', title: 'Utslipp', language: 'nb' as const },
  ...{ municipalities: ['3301'], named: { Utslippskilde: ['Personbiler'] }, known: {} },
};
const OTHER = { code: '3303', name: 'Kongsberg' };
const ENERGY = { sector: 'Energiforsyning', source: 'Avfallsforbrenning', gas: 'CO2' };

const read = async (...rows: Parameters<typeof emissionsWorkbook>) =>
  readMunicipalEmissions(await emissionsWorkbook(...rows), FILE);

/** Keys of the cells that carry the symbol of a row left out. */
function filled(cube: Awaited<ReturnType<typeof read>>): readonly string[] {
  return Object.keys(figures(cube)).filter((cell) => {
    const [key = '', year = ''] = cell.split('@');
    const column = cube.periods.findIndex(({ code }) => code === year);
    const at = cube.seriesKeys.indexOf(key) * cube.periods.length + column;
    return cube.symbolTable[cube.symbols[at]!] === NO_ROW;
  });
}

describe('a sector without a row', () => {
  it('is 0, and said to have no row, where another municipality has it that year', async () => {
    const cube = await read(
      emissionRow({ year: 2023, ...ENERGY }),
      emissionRow(),
      emissionRow({ ...OTHER, ...ENERGY }),
    );
    expect(figures(cube)).toMatchObject({ 'Utslipp|CO2|3301|Energiforsyning|Avfallsforbrenning@2024': 0 });
    expect(filled(cube)).toEqual(['Utslipp|CO2|3301|Energiforsyning|Avfallsforbrenning@2024']);
  });

  it('is 0 too where the municipality never had it', async () => {
    const cube = await read(emissionRow(), emissionRow({ ...OTHER, ...ENERGY }));
    expect(filled(cube)).toEqual(['Utslipp|CO2|3301|Energiforsyning|Avfallsforbrenning@2024']);
  });

  it('is missing where no municipality has it that year', async () => {
    const cube = await read(emissionRow({ year: 2023, ...ENERGY }), emissionRow(), emissionRow(OTHER));
    expect(figures(cube)).not.toHaveProperty(['Utslipp|CO2|3301|Energiforsyning|Avfallsforbrenning@2024']);
    expect([...cube.obsStatuses]).toContain(ABSENT);
  });

  it('is missing in a year of which the municipality has no row at all', async () => {
    const cube = await read(emissionRow(), emissionRow({ ...OTHER, year: 2023 }), emissionRow(OTHER));
    expect(filled(cube)).toEqual([]);
    expect(cube.periods.map(({ code }) => code)).toEqual(['2024']);
  });

  it('is told by its name, however another municipality spells it', async () => {
    const cube = await read(
      emissionRow({ ...ENERGY }),
      emissionRow({ ...OTHER, ...ENERGY, sector: 'ENERGIFORSYNING\u00a0' }),
    );
    expect(Object.keys(figures(cube))).toEqual(['Utslipp|CO2|3301|Energiforsyning|Avfallsforbrenning@2024']);
  });
});

describe('a source without a row within a sector that has some', () => {
  it('is 0 where the municipality has it in another year and another municipality has it that year', async () => {
    const cube = await read(
      emissionRow({ year: 2023, source: 'Jordbruksarealer' }),
      emissionRow(),
      emissionRow({ ...OTHER, source: 'Jordbruksarealer' }),
    );
    expect(filled(cube)).toEqual(['Utslipp|CH4|3301|Jordbruk|Jordbruksarealer@2024']);
  });

  it('is 0 where the settings name it', async () => {
    const cars = { sector: 'Veitrafikk', source: 'Personbiler', gas: 'CO2' };
    const cube = await read(emissionRow({ ...cars, source: 'Busser' }), emissionRow({ ...OTHER, ...cars }));
    expect(filled(cube)).toEqual(['Utslipp|CO2|3301|Veitrafikk|Personbiler@2024']);
  });

  it('is not invented where the municipality never had it', async () => {
    const cube = await read(emissionRow(), emissionRow({ ...OTHER, source: 'Jordbruksarealer' }));
    expect(filled(cube)).toEqual([]);
  });

  it('is missing where no municipality has it that year', async () => {
    const cube = await read(emissionRow({ year: 2023, source: 'Jordbruksarealer' }), emissionRow(), emissionRow(OTHER));
    expect(filled(cube)).toEqual([]);
  });
});
