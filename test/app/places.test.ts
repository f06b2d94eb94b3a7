import nock from 'nock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { queryDatabase } from '../support/database/database-content.ts';
import { copyConfig, type Edit } from '../support/edited-config.ts';
import { openWorld, prepareDatabase, type PreparedDatabase, type World } from '../support/world.ts';

let prepared: PreparedDatabase;

// Real requests to the stand-in on loopback.
beforeAll(async () => {
  nock.restore();
  prepared = await prepareDatabase();
});
afterAll(() => prepared.remove());

const NEXT_DAY = '2026-03-03T10:00:00.000Z';

/** Cells of a region in a dataset with one other series, as `2024 null O 71.2`. */
function cells(world: World, dataset: string, region: string): readonly string[] {
  const rows = queryDatabase(
    world.databaseFile,
    `SELECT observation.period / 1000 AS year, value, symbol, obs_status FROM observation
     JOIN series ON series.id = series_id JOIN dataset ON dataset.id = series.dataset_id
     WHERE dataset.code = ? AND '|' || series_key || '|' LIKE '%|' || ? || '|%' ORDER BY observation.period`,
    dataset,
    region,
  );
  return rows.map(({ year, value, symbol, obs_status: status }) =>
    `${String(year)} ${value === null ? 'null' : 'number'} ${String(status)} ${symbol === null ? '' : 'shown'}`.trim(),
  );
}

const told = (world: World) =>
  queryDatabase(
    world.databaseFile,
    "SELECT kind, text ->> '$.said' AS text FROM alert WHERE subject = 'service:places' ORDER BY id",
  ).map(({ kind, text }) => ({ kind: String(kind), text: String(text) }));

const swapped: readonly Edit[] = [
  ['regions.yaml', "{ code: '3025', from: 2020, to: 2023 }", "{ code: '3030', from: 2020, to: 2023 }"],
  [
    'regions.yaml',
    "{ code: '3030', from: 2020, to: 2023 }\n      - { code: '0231'",
    "{ code: '3025', from: 2020, to: 2023 }\n      - { code: '0231'",
  ],
];

describe('settings that take one place for another', () => {
  test('are told with the lines to write, the figures are missing, and once mended all is as it was', async () => {
    const world = await openWorld();
    await world.ingest({}, copyConfig(...swapped));
    expect(cells(world, 'employment-rate', '3030').slice(15)).toEqual([
      ...['2020', '2021', '2022', '2023'].map((year) => `${year} null O shown`),
      ...['2024', '2025'].map((year) => `${year} null M shown`),
    ]);
    // The source sums by itself, whatever the settings say of the parts.
    expect(cells(world, 'employed-total', 'K.3203').every((cell) => cell.includes('number'))).toBe(true);
    const [first, ...more] = told(world);
    expect(more).toEqual([]);
    expect(first?.kind).toBe('trouble');
    expect(first?.text).toContain(
      'Kilden kaller 3030 «Lillestrøm (2020-2023)», og innstillingene bruker koden for Asker i 2020–2023.',
    );
    const write = (place: string) =>
      `Skriv dette under \`codes\` for ${place} i \`config/regions.yaml\` (\`naeringspuls config places\` skriver ut oppføringen som gjelder):\n`;
    expect(first?.text).toContain(`${write('Asker')}- { code: '3025', from: 2020, to: 2023 }`);
    expect(first?.text).toContain(`${write('Lillestrøm')}- { code: '3030', from: 2020, to: 2023 }`);

    world.at(NEXT_DAY);
    await world.ingest({}, copyConfig(...swapped));
    expect(told(world)).toHaveLength(1);

    await world.ingest();
    expect(cells(world, 'employment-rate', '3030').slice(15, 19)).toEqual(
      ['2020', '2021', '2022', '2023'].map((year) => `${year} number A`),
    );
    expect(told(world).map(({ kind }) => kind)).toEqual(['trouble', 'trouble-over']);
  });

  test('are missing also where the figures stood before, which is no vanishing at the source', async () => {
    const world = await openWorld({ database: prepared.file });
    world.at(NEXT_DAY);
    const wrong = copyConfig(['regions.yaml', 'name: Kongsberg', 'name: Ringerike']);
    const { datasets } = await world.ingest({}, wrong);
    expect(datasets.filter(({ errorCode }) => errorCode !== null)).toEqual([]);
    expect(new Set(cells(world, 'employed-total', 'K.3303').map((cell) => cell.slice(5)))).toEqual(
      new Set(['null O shown']),
    );
  });
});

describe('a reform while nobody looks', () => {
  test('makes the own figure missing and tells of the new code', async () => {
    const world = await openWorld({ database: prepared.file });
    world.at('2027-02-25T09:00:00.000Z');
    world.statbank.relabel('06445', 'Region', '3301', 'Drammen (2024-2025)');
    world.statbank.publishYear('06445', '2026');
    await world.ingest();
    expect(cells(world, 'employment-rate', '3301').slice(-3)).toEqual([
      '2024 number A',
      '2025 number A',
      '2026 null M shown',
    ]);
    expect(told(world)).toEqual([
      {
        kind: 'trouble',
        text:
          'Kilden brukte 3301 («Drammen (2024-2025)») i 2024–2025, og innstillingene bruker koden lenger for Drammen. ' +
          'Tall for 2026 regnes som manglende. Skriv dette under `codes` for Drammen i `config/regions.yaml` (`naeringspuls config places` skriver ut oppføringen som gjelder):\n' +
          "- { code: '3301', from: 2024, to: 2025 }",
      },
    ]);
  });
});

describe('a code list', () => {
  const withoutSvelvik = copyConfigLater(['regions.yaml', "      - { code: '0711', to: 2019 } # Svelvik\n", '']);

  test('with a member that the settings lack is told, though the source’s own sums stand', async () => {
    const world = await openWorld();
    await world.ingest({}, withoutSvelvik());
    expect(cells(world, 'employed-total', 'K.3301').every((cell) => cell.includes('number'))).toBe(true);
    expect(told(world).map(({ text }) => text)).toEqual([
      expect.stringContaining(
        "for Drammen i `config/regions.yaml` (`naeringspuls config places` skriver ut oppføringen som gjelder):\n- { code: '0711', to: 2019 } # Svelvik",
      ) as string,
    ]);
  });

  test('tells of it also where the codes are summed here, which are then missing', async () => {
    // Without the list that is asked for, another that sums is a witness all the same.
    const world = await openWorld({
      rewrite: (body, path) =>
        path.includes('/07984/metadata') ? body.replaceAll('agg_KommSummerS', 'agg_KommSummer') : body,
    });
    await world.ingest({}, withoutSvelvik());
    expect(cells(world, 'employed-total', '0602').slice(0, 12)).toEqual(
      Array.from({ length: 12 }, (_, index) => `${2008 + index} null O shown`),
    );
    expect(cells(world, 'employed-total', '3005').slice(12, 16)).toEqual(
      ['2020', '2021', '2022', '2023'].map((year) => `${year} number A`),
    );
  });

  test('that changes is told when the table is read next, also what is added to what is told already', async () => {
    const world = await openWorld({ database: prepared.file });
    let hour = 10;
    const change = (code: string, members: readonly string[]) => {
      world.at(`2026-03-03T${String(hour++)}:00:00.000Z`);
      world.statbank.changeCodeList('agg_KommSummerS', code, { members });
      return world.ingest({ force: true });
    };
    await change('K.3303', ['0604', '0106', '3006', '3303']);
    await change('K.3303', ['0604', '0106', '3006', '3303']);
    await change('K.4001', ['0805', '0106', '3806', '4001']);
    const texts = told(world).map(
      ({ kind, text }) =>
        `${kind} ${(text.match(/0106 \(«[^»]+»\) med i \w+/g) ?? []).map((one) => one.split(' ').at(-1)).join()}`,
    );
    expect(texts).toEqual(['trouble Kongsberg', 'trouble Kongsberg,Porsgrunn']);
    await change('K.3303', ['0604', '3006', '3303']);
    await change('K.4001', ['0805', '3806', '4001']);
    expect(told(world).at(-1)?.kind).toBe('trouble-over');
  });
});

/** Made in the test that needs it, so that it is gone with it. */
function copyConfigLater(...edits: readonly Edit[]): () => string {
  return () => copyConfig(...edits);
}
