import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unsettledCategories } from '../../src/compute/unsettled-categories.ts';
import { seriesOfCube } from '../../src/contract/file-figures.ts';
import { judgeEmissionsFile } from '../../src/contract/judge-emissions-file.ts';
import { readMunicipalEmissions } from '../../src/files/municipal-emissions.ts';
import { examples } from '../support/examples.ts';
import { figures } from './cells.ts';
import { emissionRow, emissionsWorkbook } from './made-workbook.ts';

const INPUT = {
  terms: [
    { Sektor: ['Jordbruk', 'Sjøfart'], Utslippskilde: { not: [] } },
    { Sektor: ['Veitrafikk'], Utslippskilde: { not: ['Personbiler'] } },
  ],
  leftOut: { Sektor: ['Luftfart'] },
};
const FILE = {
  ...{ fileName: 'utslipp.xlsx', title: 'Utslipp', language: 'nb' as const, municipalities: ['3301'], known: {} },
  named: { Sektor: ['Jordbruk', 'Sjøfart', 'Veitrafikk', 'Luftfart'], Utslippskilde: ['Personbiler'] },
};
const CATEGORIES = [
  ['Jordbruk', 'Husdyr', 500],
  ['Sjøfart', 'Fiske', 100],
  ['Veitrafikk', 'Personbiler', 6000],
  ['Veitrafikk', 'Busser', 600],
] as const;
type Row = Parameters<typeof emissionRow>[0] & object;
const ROWS = [2023, 2024].flatMap((year) =>
  CATEGORIES.map(([sector, source, tonnes]) => ({ year, sector, source, gas: 'CO2', tonnes })),
);
const PERIODS = [2_023_000, 2_024_000];

const read = async (rows: readonly Row[]) =>
  readMunicipalEmissions(await emissionsWorkbook(...rows.map((row) => emissionRow(row))), FILE);

/** What is asked of a workbook that comes after the sound one. */
async function questionsOf(rows: readonly Row[]) {
  const [before, after] = [seriesOfCube(await read(ROWS), '3301'), seriesOfCube(await read(rows), '3301')];
  const series = after.map(({ categories, figures: byYear }) => ({
    categories,
    periods: new Set([...byYear.keys()].map((year) => Number(year) * 1000)),
  }));
  const odd = judgeEmissionsFile({
    ...{ before, after, thisYear: 2025 },
    isCounted: ({ Sektor, Utslippskilde }) => Sektor !== 'Luftfart' && Utslippskilde !== 'Personbiler',
    isCountedUnnamed: ({ Sektor, Utslippskilde }) => Sektor === 'Veitrafikk' && Utslippskilde !== 'Personbiler',
  });
  return [...unsettledCategories(INPUT, series, PERIODS), ...odd];
}

const spelling = fc.constantFrom(
  (name: string) => name.toUpperCase(),
  (name: string) => `${name} `,
  (name: string) => name.normalize('NFD'),
  (name: string) => `\u00a0${name}`,
  (name: string) => name,
);
const respelt = (row: (typeof ROWS)[number], spell: (name: string) => string): Row => ({
  ...{ ...row, sector: spell(row.sector), source: spell(row.source) },
});

describe('a workbook that is told otherwise', () => {
  test('in another order and spelling has the same figures, and nothing is asked', async () => {
    const order = fc.shuffledSubarray(ROWS, { minLength: ROWS.length });
    const spellings = fc.array(spelling, { minLength: ROWS.length, maxLength: ROWS.length });
    const sound = figures(await read(ROWS));
    await fc.assert(
      fc.asyncProperty(order, spellings, async (rows, spells) => {
        const changed = rows.map((row, at) => respelt(row, spells[at]!));
        const cube = await read(changed);
        // Sources that the settings do not name keep a spelling of the file.
        const folded = (all: Readonly<Record<string, number>>) =>
          Object.entries(all)
            .map(([key, value]) => `${key.normalize('NFKC').toLowerCase()} ${value}`)
            .sort();
        expect(folded(figures(cube))).toEqual(folded(sound));
        expect(await questionsOf(rows)).toEqual([]);
      }),
      examples(25),
    );
  });

  test('with figures moved to a category of another name never passes without a question', async () => {
    const moved = fc.record({
      at: fc.nat(CATEGORIES.length - 1),
      years: fc.constantFrom<readonly number[]>([2023, 2024], [2024]),
      name: fc.constantFrom('Skipsfart', 'Lette kjøretøy', 'Elbiler', 'Annet', 'Hydrogen'),
      dimension: fc.constantFrom('sector' as const, 'source' as const),
    });
    await fc.assert(
      fc.asyncProperty(moved, async ({ at, years, name, dimension }) => {
        const [sector, source] = CATEGORIES[at]!;
        // A source of a sector that is counted whole may have any name: the sum is the same.
        fc.pre(dimension === 'sector' || sector === 'Veitrafikk');
        const rows = ROWS.map((row) => {
          const isMoved = row.sector === sector && row.source === source && years.includes(row.year);
          return isMoved ? { ...row, [dimension]: name } : row;
        });
        expect(await questionsOf(rows)).not.toEqual([]);
      }),
      examples(25),
    );
  });
});
