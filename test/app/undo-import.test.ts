import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { handIn, type HandedIn } from '../../src/app/files/read-handed-in.ts';
import { acceptFile, takeHandedIn } from '../../src/app/files/take-file-in.ts';
import { undoImport, withdrawFigure } from '../../src/app/files/undo-import.ts';
import { PipelineError } from '../../src/model/errors.ts';
import { createDatasetReader } from '../../src/store/read/read-dataset.ts';
import { emissionRow, emissionsWorkbook } from '../files/made-workbook.ts';
import { queryDatabase } from '../support/database/database-content.ts';
import { examples } from '../support/examples.ts';
import { openWorld, type World } from '../support/world.ts';

/** Takes a file in under its name, also one that is held back. */
async function storePublication(
  world: World,
  kind: HandedIn['kind'],
  name: string,
  content: string | Buffer,
  isAll = false,
) {
  const file = join(world.folder, name);
  writeFileSync(file, content);
  await world.with(async (app) => {
    // What begins and what ends at one instant cannot be told apart.
    world.at(new Date(app.clock.now().getTime() + 60_000).toISOString());
    try {
      await takeHandedIn(app, handIn(app, kind, file, isAll ? 'replace' : 'add'));
    } catch (error) {
      if (!(error instanceof PipelineError) || error.code !== 'publication-quarantined') throw error;
      await acceptFile(app, name);
    }
  });
}

/** The figures in force, and what is said of them. */
async function inForce(world: World, kind: HandedIn['kind']) {
  const figures = await world.with(({ store }) => {
    const series = createDatasetReader(store)(kind)?.series ?? [];
    return series.flatMap(({ key, observations }) =>
      observations.flatMap(({ period, value, symbol }) =>
        value === null ? [] : [[key, period, value, symbol].join()],
      ),
    );
  });
  const sql = `SELECT indicator_id, status, period, value FROM out_status_now
    WHERE indicator_id IN ('business-satisfaction', 'business-emissions')`;
  return { figures: figures.sort(), said: queryDatabase(world.databaseFile, sql) };
}

type Step =
  | { readonly do: 'file' | 'replace'; readonly answers: readonly (readonly [year: number, value: number])[] }
  | { readonly do: 'withdraw'; readonly year: number };

async function answer(world: World, name: string, step: Step): Promise<boolean> {
  if (step.do !== 'withdraw') {
    const lines = step.answers.map(([year, value]) => `business-satisfaction;${year};${value}\n`);
    await storePublication(world, 'survey', name, `indicator;year;value\n${lines.join('')}`, step.do === 'replace');
    return true;
  }
  try {
    await world.with((app) => withdrawFigure(app, 'business-satisfaction', String(step.year)));
    return true;
  } catch (error) {
    if (error instanceof PipelineError && error.code === 'usage') return false;
    throw error;
  }
}

const years = { min: 2018, max: 2021 };
const answers = fc.uniqueArray(fc.tuple(fc.integer(years), fc.integer({ min: 50, max: 70 })), {
  ...{ minLength: 1, maxLength: 4, selector: ([year]: readonly [number, number]) => year },
});
/** The very same file twice is taken in once, so no two are the same. */
const different = { selector: (one: object) => JSON.stringify(one) };
const steps = fc.uniqueArray(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('file' as const, 'replace' as const), answers }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const), year: fc.integer(years) }) },
  ),
  { minLength: 1, maxLength: 4, ...different },
);

/** Sectors with or without a row, each with its tonnes. */
const workbooks = fc.uniqueArray(
  fc.record({
    years: fc.constantFrom<readonly number[]>([2022, 2023], [2022, 2023, 2024], [2023, 2024]),
    tonnes: fc.integer({ min: 900, max: 1100 }),
    without: fc.constantFrom(null, 'Sjøfart', 'Jordbruk'),
    extra: fc.constantFrom(null, 'Hydrogen'),
  }),
  { minLength: 1, maxLength: 3, ...different },
);
type Edition = Parameters<Parameters<typeof workbooks.map>[0]>[0][number];

const SECTORS = 'Industri, olje og gass|Energiforsyning|Jordbruk|Avfall og avløp|Annen mobil forbrenning|Sjøfart';

function edition({ years: all, tonnes, without, extra }: Edition): Promise<Buffer> {
  const sectors = [...SECTORS.split('|'), 'Veitrafikk', ...(extra === null ? [] : [extra])];
  const rows = all.flatMap((year) => [
    emissionRow({ year, sector: 'Veitrafikk', source: 'Personbiler', gas: 'CO2', tonnes: 5000 }),
    ...sectors
      .filter((sector) => sector !== without)
      .map((sector, at) => emissionRow({ year, sector, source: 'Annet', gas: 'CO2', tonnes: tonnes - at })),
  ]);
  return emissionsWorkbook(...rows);
}

const order = fc.array(fc.nat(3), { minLength: 1, maxLength: 4 });

describe('undoing imports', () => {
  test('of a survey, in any order, gives what would have been without them', async () => {
    await fc.assert(
      fc.asyncProperty(steps, order, async (all, picked) => {
        const world = await openWorld();
        const done: Step[] = [];
        for (const step of all) if (await answer(world, `${done.length + 1}.csv`, step)) done.push(step);
        const undone = [...new Set(picked.filter((at) => at < done.length))];
        // A file is known by its number, the order in which it came.
        for (const at of undone) await world.with((app) => undoImport(app, String(at + 1)));
        const without = await openWorld();
        for (const [at, step] of done.entries()) {
          if (!undone.includes(at)) await answer(without, `${at + 1}.csv`, step);
        }
        expect((await inForce(world, 'survey')).figures).toEqual((await inForce(without, 'survey')).figures);
      }),
      examples(8),
    );
  });

  test('of a workbook leaves the latest period to those that are left', async () => {
    const editionOf = (all: readonly number[], tonnes: number) =>
      edition({ years: all, tonnes, without: null, extra: null });
    const world = await openWorld();
    for (const [at, all] of [
      [2022, 2023, 2024],
      [2022, 2023],
      [2022, 2023],
    ].entries()) {
      await storePublication(world, 'municipal-emissions', `${at + 1}.xlsx`, await editionOf(all, 1000 - at * 10));
    }
    await world.with((app) => undoImport(app, '3.xlsx'));
    const { said } = await inForce(world, 'municipal-emissions');
    expect(said).toContainEqual(expect.objectContaining({ indicator_id: 'business-emissions', period: '2023' }));
  });

  test('of workbooks, in any order, gives what would have been without them', async () => {
    await fc.assert(
      fc.asyncProperty(workbooks, order, async (editions, picked) => {
        const files = await Promise.all(editions.map(edition));
        const world = await openWorld();
        for (const [at, file] of files.entries())
          await storePublication(world, 'municipal-emissions', `${at + 1}.xlsx`, file);
        const undone = [...new Set(picked.filter((at) => at < files.length))];
        for (const at of undone) await world.with((app) => undoImport(app, `${at + 1}.xlsx`));
        const without = await openWorld();
        for (const [at, file] of files.entries()) {
          if (!undone.includes(at)) await storePublication(without, 'municipal-emissions', `${at + 1}.xlsx`, file);
        }
        const [is, wouldBe] = [
          await inForce(world, 'municipal-emissions'),
          await inForce(without, 'municipal-emissions'),
        ];
        expect(is.figures).toEqual(wouldBe.figures);
        if (undone.length < files.length) expect(is.said).toEqual(wouldBe.said);
      }),
      examples(6),
    );
  });
});
