import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importFile } from '../support/import-file.ts';
import { undoImport } from '../../src/app/files/undo-import.ts';
import { createDatasetReader } from '../../src/store/read-dataset.ts';
import { openWorld, type World } from '../support/world.ts';

type Answers = readonly (readonly [year: number, value: number])[];

async function takeIn(world: World, name: string, answers: Answers): Promise<void> {
  const file = join(world.folder, name);
  const lines = answers.map(([year, value]) => `business-satisfaction;${year};${value}\n`);
  writeFileSync(file, `indicator;year;value\n${lines.join('')}`);
  await world.with((app) => importFile(app, 'survey', file));
}

/** The figures in force, by year. */
function inForce(world: World) {
  return world.with(({ store }) => {
    const series = createDatasetReader(store)('survey')?.series ?? [];
    return series.flatMap(({ key, observations }) =>
      observations.map(({ period, value, symbol }) => [key, period, value, symbol] as const),
    );
  });
}

const answers = fc.uniqueArray(fc.tuple(fc.integer({ min: 2018, max: 2022 }), fc.integer({ min: 50, max: 70 })), {
  ...{ minLength: 1, maxLength: 4, selector: ([year]: readonly [number, number]) => year },
});

describe('undoing imports', () => {
  test('in any order gives the figures that would have been without them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(answers, { minLength: 1, maxLength: 4 }),
        fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }),
        async (files, order) => {
          const world = await openWorld();
          for (const [index, file] of files.entries()) await takeIn(world, `${index}.csv`, file);
          const undone = [...new Set(order.filter((index) => index < files.length))];
          for (const index of undone) await world.with((app) => undoImport(app, `${index}.csv`));
          const without = await openWorld();
          for (const [index, file] of files.entries()) {
            if (!undone.includes(index)) await takeIn(without, `${index}.csv`, file);
          }
          const byPlace = (cells: Awaited<ReturnType<typeof inForce>>) => cells.map((cell) => cell.join('|')).sort();
          expect(byPlace(await inForce(world))).toEqual(byPlace(await inForce(without)));
        },
      ),
      { numRuns: 6 },
    );
  }, 120_000);
});
