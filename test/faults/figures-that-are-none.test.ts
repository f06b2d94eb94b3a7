import { describe, expect, test } from 'vitest';
import { queryDatabase } from '../support/database/database-content.ts';
import { copyConfig } from '../support/edited-config.ts';
import { surveyFile } from '../support/survey-answers.ts';
import { statusOf, toldOf, typeIn } from '../support/typed-world.ts';
import { openWorld, type World } from '../support/world.ts';
import { worldsAfterFirstRun } from './support/after-first-run.ts';

/** A 0, a code or an age that is read as if nothing were wrong: faults A.2, A.3, A.4, A.7 and A.8, as a user sees them. */

const NEXT_DAY = '2026-03-03T10:00:00.000Z';
const ITS_EVENING = '2026-03-03T18:00:00.000Z';
const A_YEAR_ON = '2027-02-25T09:00:00.000Z';

const afterFirstRun = worldsAfterFirstRun();

/** A world after its first run, a day on. */
function aDayOn(): Promise<World> {
  return afterFirstRun(NEXT_DAY);
}

const lastNotified = async (world: World, subject: string) => (await toldOf(world, subject)).at(-1);

/** The employment rates in force of a code, year by year. */
const figuresOf = ({ databaseFile }: World, code: string, from: string, to: string) =>
  queryDatabase(
    databaseFile,
    `SELECT value FROM out_observation WHERE dataset = 'employment-rate' AND region_code = ? AND period BETWEEN ? AND ?
     ORDER BY period`,
    ...[code, from, to],
  ).map(({ value }) => value);

/** What a figure is of, beside the region. */
const REST = {
  '06445': {},
  '07984': { ContentsCode: 'SysselsatteArb' },
  '14623': { Kjonn: 'F', OrgFormer: '_T', AntAnsatte: '99', AntEtabl: '00' },
} as const;

describe('A.2 a 0 that means «not there yet»: one place, newest year (case 06)', () => {
  test.each([
    ['3201 Bærum', '06445', 'employment', 'employment-rate', 'employment-rate', 'peer-missing'],
    ['4204 Kristiansand', '07984', 'jobs', 'employed-total', 'job-growth', 'peer-missing'],
    ['3301 Drammen', '14623', 'new-companies', 'new-enterprises', 'new-enterprises', 'own-figure-missing'],
  ] as const)('%s in %s is missing and named, to staff and to operations', async (...given) => {
    const [place, table, job, dataset, indicator, reason] = given;
    const code = place.slice(0, 4);
    const world = await aDayOn();
    world.statbank.publishYear(table, '2026');
    world.statbank.reviseCell(table, { ...REST[table], Region: code }, '2026', 0);
    expect(await typeIn(world, ['ingest', job])).toMatchObject({ exitCode: 0 });
    const line = await statusOf(world, indicator);
    expect(line).toMatchObject({ status: 'insufficient', period: '2026', reason, lastKnown: { period: '2025' } });
    expect(line.missing).toContainEqual(
      expect.objectContaining({ period: '2026', reason: 'zero', symbol: '0', place: { code, name: place.slice(5) } }),
    );
    // A total is named where the dataset has its parts too.
    const whole = table === '07984' ? 'Alle næringer i ' : '';
    expect(line.sentence).toContain(`SSB viser 0 for ${whole}${reason === 'peer-missing' ? place : 'Drammen'} i 2026`);
    expect(line.sentence).not.toMatch(/100|over gjennomsnittet|til fordel/);
    expect(await lastNotified(world, indicator)).toMatchObject({ to: 'insufficient', text: line.sentence });
    expect(await lastNotified(world, `zero:${dataset}:${code}/2026`)).toMatchObject({
      kind: 'trouble',
      text:
        `SSB-tabell ${table} viser 0 for ${place.slice(5)} i 2026. Det kan ikke være et tall, så tallet regnes som ` +
        `manglende. Er 0 riktig, kjør \`naeringspuls ingest --accept ${dataset}:${code}/2026\`. Ellers trenger du ikke gjøre noe.`,
    });
  });

  test('is a figure once a person who knows better has said so, and that is said beside the verdict', async () => {
    const world = await aDayOn();
    world.statbank.reviseCell('14623', { ...REST['14623'], Region: '3301' }, '2025', 0);
    await typeIn(world, ['ingest', 'new-companies']);
    world.at(ITS_EVENING);
    const accept = (item: string) => typeIn(world, ['ingest', 'new-companies', '--accept', item]);
    expect(await accept('new-enterprises:9999/2025')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('There is no place 9999 in new-enterprises.') as string,
    });
    expect(await accept('new-enterprises:3301/2025')).toMatchObject({ exitCode: 0 });
    const line = await statusOf(world, 'new-enterprises');
    expect(line).toMatchObject({ status: 'off-track', period: '2025', value: 0, cause: 'correction', missing: [] });
    expect(line.remarks).toEqual([expect.stringContaining('0 for Drammen i 2025 er godtatt for hånd')]);
    expect(await lastNotified(world, 'zero:new-enterprises:3301/2025')).toMatchObject({ kind: 'trouble-over' });
  });
});

describe('A.3 a code that has ended', () => {
  test('in a reform while the service runs alone is missing from then on, and operations get the line to write', async () => {
    const world = await afterFirstRun();
    world.at(A_YEAR_ON);
    for (const table of ['06445', '07984', '13470', '14623'] as const) {
      world.statbank.relabel(table, 'Region', '3301', 'Drammen (2024-2025)');
      world.statbank.publishYear(table, '2026');
    }
    for (const table of ['07984', '14623'] as const) {
      world.statbank.reviseCell(table, { ...REST[table], Region: '3301' }, '2026', 0);
    }
    expect(await typeIn(world, ['ingest', 'employment', 'jobs', 'new-companies'])).toMatchObject({ exitCode: 0 });
    for (const id of ['employment-rate', 'job-growth', 'new-enterprises', 'industry-diversity']) {
      const line = await statusOf(world, id);
      expect([id, line.status, line.period, line.value]).toEqual([id, 'insufficient', '2026', null]);
      expect(line.sentence).not.toContain('100');
      expect(line.lastKnown).toMatchObject({ period: '2025' });
    }
    const told = await lastNotified(world, 'service:places');
    expect(told?.kind).toBe('trouble');
    expect(told?.text).toContain(
      'Kilden brukte 3301 («Drammen (2024-2025)») i 2024–2025, og innstillingene bruker koden lenger for Drammen. Tall for 2026 regnes som manglende.',
    );
    expect(told?.text).toContain(
      "Skriv dette under `codes` for Drammen i `config/regions.yaml` (`naeringspuls config places` skriver ut oppføringen som gjelder):\n- { code: '3301', from: 2024, to: 2025 }",
    );
    for (const words of [['doctor'], ['config', 'check']]) {
      expect((await typeIn(world, words)).stdout.replaceAll(/[\s│]+/g, ' ')).toContain('3301 («Drammen (2024-2025)»)');
    }
  });

  test('of a peer whose settings do not say so is missing, and no region that Drammen grows faster than', async () => {
    const world = await openWorld();
    const CONFIG_DIR = copyConfig(
      ['regions.yaml', "- code: '3103'\n", "- code: '3002'\n"],
      ['regions.yaml', "      - { code: '3103', from: 2024 }\n", ''],
      ['regions.yaml', "{ code: '3002', from: 2020, to: 2023 }", "{ code: '3002', from: 2020 }"],
      ['peers.yaml', "name: Moss, members: ['3103']", "name: Moss, members: ['3002']"],
    );
    expect(await typeIn(world, ['ingest', 'jobs'], { CONFIG_DIR })).toMatchObject({ exitCode: 0 });
    const line = await statusOf(world, 'job-growth', { CONFIG_DIR });
    expect(line).toMatchObject({ status: 'insufficient', period: '2025', reason: 'peer-missing' });
    expect(line.sentence).toContain('Moss');
    const told = (await toldOf(world, 'service:places', { CONFIG_DIR })).at(-1)?.text;
    expect(told).toContain("- { code: '3002', from: 2020, to: 2023 }");
    expect(told).toContain("- { code: '3103', from: 2024 }");
    expect(await typeIn(world, ['config', 'check'], { CONFIG_DIR })).toMatchObject({ exitCode: 2 });
    expect(await typeIn(world, ['doctor', '--live'], { CONFIG_DIR })).toMatchObject({ exitCode: 2 });
  });
});

describe('A.4 a code that is another place’s', () => {
  test('(two places swapped) is missing for both, and operations get the lines', async () => {
    const world = await openWorld();
    const CONFIG_DIR = copyConfig(
      ['regions.yaml', "- code: '3201'\n    name: Bærum", "- code: '3201'\n    name: Asker"],
      ['regions.yaml', "- code: '3203'\n    name: Asker", "- code: '3203'\n    name: Bærum"],
      // The settings agree with themselves: that they are wrong, the source alone can tell.
      ['peers.yaml', "name: Asker, members: ['3203']", "name: Asker, members: ['3201']"],
      ['peers.yaml', "name: Bærum, members: ['3201']", "name: Bærum, members: ['3203']"],
    );
    expect(await typeIn(world, ['ingest', 'employment'], { CONFIG_DIR })).toMatchObject({ exitCode: 0 });
    const line = await statusOf(world, 'employment-rate', { CONFIG_DIR });
    expect(line).toMatchObject({ status: 'insufficient', period: '2025', reason: 'peer-missing', value: null });
    expect(line.missing.map(({ place, period, reason }) => `${place?.name ?? ''} ${period} ${reason}`)).toEqual([
      ...['Asker 2024 other-place', 'Asker 2025 other-place', 'Bærum 2024 other-place', 'Bærum 2025 other-place'],
    ]);
    expect(line.sentence).toContain('Tallet for 3203 Bærum i 2025 mangler: koden gjelder et annet sted i perioden.');
    const [told, ...more] = await toldOf(world, 'service:places', { CONFIG_DIR });
    expect(more).toEqual([]);
    expect(told?.text).toContain(
      'Kilden kaller 3201 «Bærum», og innstillingene bruker koden for Asker i 2024–2025. De tallene er et annet steds og regnes som manglende.',
    );
    expect(told?.text).toContain(
      "Skriv dette under `codes` for Asker i `config/regions.yaml` (`naeringspuls config places` skriver ut oppføringen som gjelder):\n- { code: '3203', from: 2024 }\n- { code: '3025'",
    );
    expect(await typeIn(world, ['config', 'check'], { CONFIG_DIR })).toMatchObject({ exitCode: 2 });
  });

  test('(a neighbour’s, in four years) is missing in them, and not on the page as the own place’s figures', async () => {
    const world = await openWorld();
    world.statbank.relabel('06445', 'Region', '3005', 'Tokke (2020-2023)');
    expect(await typeIn(world, ['ingest', 'employment'])).toMatchObject({ exitCode: 0 });
    expect(await statusOf(world, 'employment-rate')).toMatchObject({ period: '2025', reason: null });
    expect(figuresOf(world, '3005', '2020', '2023')).toEqual([null, null, null, null]);
    expect((await lastNotified(world, 'service:places'))?.text).toContain(
      'Kilden kaller 3005 «Tokke (2020-2023)», og innstillingene bruker koden for Drammen i 2020–2023.',
    );
    expect(await typeIn(world, ['config', 'check'])).toMatchObject({ exitCode: 2 });
  });

  test('(a member left out) is told of with the member to write', async () => {
    const world = await openWorld();
    const CONFIG_DIR = copyConfig(['regions.yaml', "      - { code: '0711', to: 2019 } # Svelvik\n", '']);
    expect(await typeIn(world, ['ingest', 'jobs'], { CONFIG_DIR })).toMatchObject({ exitCode: 0 });
    expect(await toldOf(world, 'service:places', { CONFIG_DIR })).toMatchObject([
      { kind: 'trouble', text: expect.stringContaining("- { code: '0711', to: 2019 } # Svelvik") as string },
    ]);
    expect(await typeIn(world, ['config', 'check'], { CONFIG_DIR })).toMatchObject({ exitCode: 2 });
  });
});

describe('A.7 a period that has grown old', () => {
  test('in a file handed in last summer is flagged, however new the file', async () => {
    const world = await aDayOn();
    const file = surveyFile(world.folder, [
      ['business-satisfaction', 2016, 60],
      ['business-satisfaction', 2017, 65],
    ]);
    expect(await typeIn(world, ['import', 'survey', file])).toMatchObject({ exitCode: 0 });
    const line = await statusOf(world, 'business-satisfaction');
    expect(line).toMatchObject({ status: 'on-track', period: '2017', flags: ['stale'] });
    expect(await lastNotified(world, 'business-satisfaction')).toMatchObject({ text: line.sentence });
  });

  test('in a table that is stamped anew without a new year is flagged', async () => {
    const world = await afterFirstRun();
    world.at('2028-02-25T09:00:00.000Z');
    world.statbank.reviseCell('06445', { Region: '0301' }, '2010', 70.1);
    expect(await typeIn(world, ['ingest', 'employment'])).toMatchObject({ exitCode: 0 });
    expect(await statusOf(world, 'employment-rate')).toMatchObject({ period: '2025', flags: ['stale'] });
  });
});

describe('A.8 a break that the source marks itself', () => {
  test('stops the comparison, is told as a break, and is left behind a year later', async () => {
    const world = await aDayOn();
    world.statbank.markPeriod('06445', '2025', 'b');
    expect(await typeIn(world, ['ingest', 'employment'])).toMatchObject({ exitCode: 0 });
    const line = await statusOf(world, 'employment-rate');
    expect(line).toMatchObject({ status: 'break', period: '2025', reason: 'marked-break', cause: 'break' });
    expect(await lastNotified(world, 'employment-rate')).toMatchObject({ to: 'break', text: line.sentence });
    world.statbank.publishYear('06445', '2026');
    world.at(A_YEAR_ON);
    await typeIn(world, ['ingest', 'employment']);
    expect(await statusOf(world, 'employment-rate')).toMatchObject({
      period: '2026',
      reason: null,
      cause: 'new-period',
    });
  });
});
