import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { NoteLine } from '../../src/app/messages/acknowledge-notes.ts';
import { queryDatabase } from '../support/database/database-content.ts';
import { readJson, statusOf, toldOf, typeIn } from '../support/typed-world.ts';
import type { World } from '../support/world.ts';
import { copyConfig } from '../support/edited-config.ts';
import { worldsAfterFirstRun } from './support/after-first-run.ts';

/** What a table says about itself, and a publication that contradicts itself: cases 05, 07 and 08, as a user sees them. */

const A_YEAR_ON = '2027-02-26T10:00:00.000Z';
const ITS_EVENING = '2027-02-26T18:00:00.000Z';
const THE_DAY_AFTER = '2027-02-27T10:00:00.000Z';

const afterFirstRun = worldsAfterFirstRun();

/** The values in force of a dataset, all places and periods. */
const figuresOf = ({ databaseFile }: World, dataset: string) =>
  queryDatabase(
    databaseFile,
    'SELECT region_code, period, value FROM out_observation WHERE dataset = ? ORDER BY region_code, period, value',
    dataset,
  );

describe('case 05: a group is split, and the groups that are counted no longer make the total', () => {
  const splitWorld = async () => {
    const world = await afterFirstRun(A_YEAR_ON);
    world.statbank.publishYear('07984', '2026');
    world.statbank.splitCode('07984', { variable: 'NACE2007', code: '58-63', newCode: '60-63', from: '2026' });
    return world;
  };

  test('is put in quarantine with the difference, and nothing is judged from it', async () => {
    const world = await splitWorld();
    const before = figuresOf(world, 'employed-by-industry');
    expect(await typeIn(world, ['ingest', 'jobs'])).toMatchObject({ exitCode: 7 });
    const trouble = (await toldOf(world, 'dataset:employed-by-industry')).at(-1);
    expect(trouble).toMatchObject({ kind: 'trouble' });
    expect(trouble?.text).toMatch(
      /Delene av NACE2007 blir 51\u202f386 i 2026, og tabellen oppgir selv 52\u202f214 i alt \(K\.3301 Drammen\)\./,
    );
    expect(trouble?.text).toContain('Variabelen har også 60-63, som ikke regnes med.');
    expect(figuresOf(world, 'employed-by-industry')).toEqual(before);
    // The total of the same table has come, so 2026 is published; without its groups the index cannot be judged.
    expect(await statusOf(world, 'job-growth')).toMatchObject({ period: '2026', status: 'off-track' });
    expect(await statusOf(world, 'industry-diversity')).toMatchObject({
      ...{ period: '2026', status: 'insufficient', value: null },
      lastKnown: { period: '2025', status: 'on-track' },
    });
  });

  test('is taken in when a person says so, and is no question again', async () => {
    const world = await splitWorld();
    await typeIn(world, ['ingest', 'jobs']);
    world.at(ITS_EVENING);
    expect(await typeIn(world, ['ingest', 'jobs', '--accept', 'employed-by-industry'])).toMatchObject({ exitCode: 0 });
    // What is let in is figures, and still no mix: half a group is counted nowhere.
    expect(await statusOf(world, 'industry-diversity')).toMatchObject({
      ...{ period: '2026', status: 'insufficient', value: null },
      sentence: expect.stringContaining('gruppene summerer seg ikke til det kilden oppgir i alt') as string,
      lastKnown: { period: '2025', status: 'on-track' },
    });
    world.at(THE_DAY_AFTER);
    expect(await typeIn(world, ['ingest', 'jobs', '--force'])).toMatchObject({ exitCode: 0 });
  });
});

test('a group that the settings forget leaves no index, whatever is published', async () => {
  const world = await afterFirstRun();
  const env = {
    CONFIG_DIR: copyConfig(
      ['indicators/industry-diversity.yaml', "          - '58-63'\n", ''],
      ['indicators/industry-diversity.yaml', '    secondTable: employed-by-industry-rounded\n', ''],
    ),
  };
  await typeIn(world, ['check'], env);
  expect(await statusOf(world, 'industry-diversity', env)).toMatchObject({
    ...{ period: '2025', status: 'insufficient', value: null },
    sentence: expect.stringContaining('gruppene summerer seg ikke til det kilden oppgir i alt') as string,
  });
});

test('a dataset that no longer holds what an indicator asks for was measured all the same', async () => {
  const world = await afterFirstRun();
  const env = { CONFIG_DIR: copyConfig() };
  writeFileSync(join(env.CONFIG_DIR, 'datasets.yaml'), "datasets: { employment-rate: { select: { Kjonn: ['1'] } } }\n");
  await typeIn(world, ['ingest', 'employment'], env);
  expect(await statusOf(world, 'employment-rate', env)).toMatchObject({
    ...{ period: '2025', status: 'insufficient', value: null },
    lastKnown: { period: '2025' },
  });
});

describe('case 07: decimals are lost', () => {
  const roundedWorld = async () => {
    const world = await afterFirstRun(A_YEAR_ON);
    world.statbank.changeDecimals('06445', 'Sysselsatte', 0);
    return world;
  };

  test('is put in quarantine, before and after, and every figure keeps its decimal', async () => {
    const world = await roundedWorld();
    const before = figuresOf(world, 'employment-rate');
    const { period, value } = await statusOf(world, 'employment-rate');
    const said = { period, value };
    expect(await typeIn(world, ['ingest', 'employment'])).toMatchObject({ exitCode: 4 });
    expect((await toldOf(world, 'dataset:employment-rate')).at(-1)?.text).toMatch(
      /^Det siste svaret for SSB-tabell 06445 er ikke tatt inn, og tallene fra før står\. Tallene hadde 1 desimal og har nå 0 desimaler \(Sysselsatte\)\./,
    );
    expect(figuresOf(world, 'employment-rate')).toEqual(before);
    expect(await statusOf(world, 'employment-rate')).toMatchObject(said);
  });

  test('is taken in when a person says so', async () => {
    const world = await roundedWorld();
    await typeIn(world, ['ingest', 'employment']);
    world.at(ITS_EVENING);
    expect(await typeIn(world, ['ingest', 'employment', '--accept', 'employment-rate'])).toMatchObject({ exitCode: 0 });
    expect(figuresOf(world, 'employment-rate').every(({ value }) => value === null || Number.isInteger(value))).toBe(
      true,
    );
  });
});

const NOTE = 'Fra og med 2026 er datakilden endret. Tallene er ikke sammenliknbare med tidligere år.';
const BREAK_LINE = (dataset: string) =>
  `- { dataset: ${dataset}, period: '2026', reason: "${NOTE}", reference: https://www.ssb.no/statbank/table/07984 }`;
const REMARK = `Merknad fra SSB som skal leses sammen med tallene, tabell 07984: «${NOTE}»`;
const SUBJECT = 'service:descriptions';

const plainText = (text: string) => text.replaceAll(/[\s│]+/g, ' ');
/** The remarks that are about a table of the source's. */
const remarksOf = async (world: World, id: string) =>
  (await statusOf(world, id)).remarks.filter((remark) => /tabell \d{5}/i.test(remark));
/** The page for staff as the last run left it. */
const pageOf = ({ databaseFile }: World) =>
  plainText(readFileSync(`${databaseFile.replace(/\.sqlite$/, '')}.html`, 'utf8'));

describe('case 08: a mandatory note announces a break', () => {
  const notedWorld = async () => {
    const world = await afterFirstRun(A_YEAR_ON);
    world.statbank.publishYear('07984', '2026');
    world.statbank.addNote('07984', { text: NOTE, mandatory: true });
    expect(await typeIn(world, ['ingest', 'jobs'])).toMatchObject({ exitCode: 0 });
    return world;
  };

  test('is told to operations once, for both datasets of the table, with the line to write', async () => {
    const world = await notedWorld();
    const told = await toldOf(world, SUBJECT);
    expect(told.map(({ kind }) => kind)).toEqual(['notice']);
    expect(told[0]?.text).toBe(
      `Om tabell 07984 sier SSB noe annet enn før: den har en ny merknad, som skal leses sammen med tallene: «${NOTE}». ` +
        'En merknad taler om et brudd. Kan tallene ikke sammenliknes, skriv under `breaks` i `config/corrections.yaml`:\n' +
        `${BREAK_LINE('employed-by-industry')}\n${BREAK_LINE('employed-total')}`,
    );
    world.at(THE_DAY_AFTER);
    await typeIn(world, ['ingest', 'jobs', '--force']);
    expect(await toldOf(world, SUBJECT)).toHaveLength(1);
  });

  test('stands in remarks, in explain and on the page of what rests on the table, and changes no status', async () => {
    const world = await notedWorld();
    for (const id of ['job-growth', 'industry-diversity']) expect(await remarksOf(world, id)).toContain(REMARK);
    expect(await remarksOf(world, 'employment-rate')).toEqual([]);
    expect(plainText((await typeIn(world, ['explain', 'job-growth'])).stdout)).toContain(REMARK);
    expect(pageOf(world)).toContain(REMARK);
    const history = await readJson<{ readonly assessments: readonly unknown[] }>(world, [
      'history',
      'job-growth',
      '--json',
    ]);
    expect(JSON.stringify(history)).not.toContain('datakilden er endret');
    const doctor = plainText((await typeIn(world, ['doctor'])).stdout);
    expect(doctor).toContain(BREAK_LINE('employed-total'));
    expect(doctor).toContain('`naeringspuls notes ack 07984`');
  });

  test('is gone from all of them once somebody has read it, and back when it is written anew', async () => {
    const world = await notedWorld();
    expect(await typeIn(world, ['notes', 'ack', '07984', '--by', 'Kari'])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining(NOTE) as string,
    });
    expect(await remarksOf(world, 'job-growth')).toEqual([]);
    expect(pageOf(world)).not.toContain(REMARK);
    const notes = await readJson<readonly NoteLine[]>(world, ['notes', '--json']);
    expect(notes.find(({ words }) => words === NOTE)).toMatchObject({
      ...{ table: '07984', kind: 'note', mandatory: true, since: A_YEAR_ON, read: { by: 'Kari', at: A_YEAR_ON } },
      datasets: ['employed-by-industry', 'employed-total'],
    });
    expect(plainText((await typeIn(world, ['notes'])).stdout)).toContain('Kari, 2027-02-26');
    world.at(THE_DAY_AFTER);
    world.statbank.addNote('07984', { text: `${NOTE} Rettet.`, mandatory: true });
    await typeIn(world, ['ingest', 'jobs']);
    expect(await remarksOf(world, 'job-growth')).toEqual([expect.stringContaining('Rettet.')]);
  });

  test('of a table that no dataset rests on, or with nothing unread, cannot be marked', async () => {
    const world = await notedWorld();
    expect(await typeIn(world, ['notes', 'ack', '99999'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(
        /Ikke noe datasett bygger på en tabell «99999»\.\nVelg mellom 06445, 07984, /,
      ) as string,
    });
    await typeIn(world, ['notes', 'ack', '07984']);
    expect(await typeIn(world, ['notes', 'ack', '07984'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('Tabell 07984 har ingen uleste merknader.') as string,
    });
  });
});

describe('what a table says otherwise than before', () => {
  test('is nothing at the first ingest, and one notice for everything in a run', async () => {
    const world = await afterFirstRun(A_YEAR_ON);
    expect(await toldOf(world, SUBJECT)).toEqual([]);
    world.statbank.rename('06445', 'Andel i arbeid');
    world.statbank.relabel('07984', 'NACE2007', '58-63', 'Medier');
    world.statbank.addNote('08771', { text: 'Tallene er avrundet.' }, { variable: 'NACE2007' });
    expect(await typeIn(world, ['ingest'])).toMatchObject({ exitCode: 0 });
    const told = await toldOf(world, SUBJECT);
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toMatch(
      /Om tabell 06445 sier SSB noe annet enn før: tittelen var «06445: Andel sysselsatte[^»]*» og er nå «06445: Andel i arbeid[^»]*»\./,
    );
    expect(told[0]?.text).toContain(
      'Om tabell 07984 sier SSB noe annet enn før: 58-63 av NACE2007 het «Informasjon og kommunikasjon» og heter nå «Medier».',
    );
    expect(told[0]?.text).toContain(
      'Om tabell 08771 sier SSB noe annet enn før: den har en ny merknad til NACE2007: «Tallene er avrundet.».',
    );
  });

  test('is a remark where a category that is used means another thing, until somebody has read it', async () => {
    const world = await afterFirstRun(A_YEAR_ON);
    world.statbank.relabel('07984', 'NACE2007', '58-63', 'Medier');
    await typeIn(world, ['ingest', 'jobs']);
    expect(await remarksOf(world, 'industry-diversity')).toEqual([
      'Tabell 07984 kaller nå 58-63 (næring (SN2007)) «Medier»; før het det «Informasjon og kommunikasjon».',
    ]);
    expect(await remarksOf(world, 'job-growth')).toEqual([]);
    await typeIn(world, ['notes', 'ack', '07984']);
    expect(await remarksOf(world, 'industry-diversity')).toEqual([]);
  });

  test('keeps the title and the notes that the table itself has, not those of one answer', async () => {
    const world = await afterFirstRun(A_YEAR_ON);
    world.statbank.addNote('06445', { text: 'Regioner etter dagens grenser.' }, { variable: 'Region' });
    await typeIn(world, ['ingest', 'employment']);
    const [row] = queryDatabase(
      world.databaseFile,
      `SELECT title, title_en, dimension.note FROM dataset JOIN dimension ON dataset_id = dataset.id
       WHERE dataset.code = 'employment-rate' AND dimension.code = 'Region'`,
    );
    expect(row).toMatchObject({
      title: expect.stringMatching(/^06445: .* \(K\) 2005-2025$/) as string,
      title_en: expect.stringMatching(/^06445: .* \(K\) 2005-2025$/) as string,
      note: 'Regioner etter dagens grenser.',
    });
  });
});

describe('a new code where all codes are asked for', () => {
  test('is told to operations, also while its publication is held back', async () => {
    const world = await afterFirstRun(A_YEAR_ON);
    world.statbank.publishYear('07984', '2026');
    world.statbank.splitCode('07984', { variable: 'NACE2007', code: '58-63', newCode: '60-63', from: '2026' });
    await typeIn(world, ['ingest', 'jobs']);
    expect((await toldOf(world, SUBJECT)).map(({ text }) => text)).toEqual([
      expect.stringContaining('NACE2007 har fått koden 60-63 («Skilt ut fra 58-63»)'),
    ]);
  });
});

describe('the condition of a table', () => {
  type Column = 'standing' | 'unknown_symbols';
  const setCondition = (world: World, column: Column, condition: unknown, dataset: string) =>
    world.with(({ store }) =>
      store.sqlite.prepare(`UPDATE dataset SET ${column} = ? WHERE code = ?`).run(JSON.stringify(condition), dataset),
    );
  const withCondition = async (column: Column, condition: unknown, dataset: string) => {
    const world = await afterFirstRun(A_YEAR_ON);
    await setCondition(world, column, condition, dataset);
    return world;
  };

  test('is a remark where the table is closed, with its successor', async () => {
    const successor = { table: '15555', label: 'Sysselsatte (SN2025)', lastPeriod: '2026' };
    const standing = { kind: 'closed', table: '06445', lastPeriod: '2025', seenAt: A_YEAR_ON, successor };
    const world = await withCondition('standing', standing, 'employment-rate');
    expect(await remarksOf(world, 'employment-rate')).toEqual([
      expect.stringMatching(/^Tabell 06445 er avsluttet hos SSB.*15555 \(«Sysselsatte \(SN2025\)»\)\.$/),
    ]);
    expect(await remarksOf(world, 'job-growth')).toEqual([]);
  });

  test('is a remark where a symbol that nobody has explained stands on a figure that is used', async () => {
    const world = await afterFirstRun(A_YEAR_ON);
    world.statbank.reviseCell('06445', { Region: '3301' }, '2025', { number: 65.6, symbol: 'e' });
    await typeIn(world, ['ingest', 'employment']);
    await setCondition(world, 'unknown_symbols', [{ symbol: 'e', cell: '3301|2025', cells: 1 }], 'employment-rate');
    expect(await remarksOf(world, 'employment-rate')).toEqual([
      'SSB bruker symbolet «e» i tabell 06445, og ingen har forklart hva det betyr.',
    ]);
  });

  test('is none for a symbol that stands on no figure of the indicator', async () => {
    const world = await withCondition(
      'unknown_symbols',
      [{ symbol: '?', cell: '0301|2005', cells: 1 }],
      'employment-rate',
    );
    expect(await remarksOf(world, 'employment-rate')).toEqual([]);
  });
});
