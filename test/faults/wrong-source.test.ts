import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyConfig, type Edit } from '../support/edited-config.ts';
import { surveyFile } from '../support/survey-answers.ts';
import { statusOf, toldOf, typeIn } from '../support/typed-world.ts';
import { openWorld, type World } from '../support/world.ts';
import { worldsAfterFirstRun } from './support/after-first-run.ts';

/** A verdict laid on the wrong source, unit or neighbour: faults C.15 to C.18, C.20, C.21 and C.23, as a user sees them. */

const TUESDAY = '2026-03-03T10:00:00.000Z';
const WEDNESDAY = '2026-03-04T10:00:00.000Z';

const afterFirstRun = worldsAfterFirstRun();

function worldOfTuesday(): Promise<World> {
  return afterFirstRun(TUESDAY);
}

const lastNotified = async (world: World, subject: string, env = {}) => (await toldOf(world, subject, env)).at(-1);

describe('C.15 a correction of the municipality’s own', () => {
  const correction = (published: number): Edit => [
    'corrections.yaml',
    'corrections: []',
    `corrections:
  - dataset: employment-rate
    series: { Region: '3301', Kjonn: '0', Alder: '15-74', ContentsCode: Sysselsatte }
    period: '2025'
    published: ${published}
    corrected: ${published + 2}
    reason: Sifre er byttet om; bekreftet av SSB.
    reference: Sak 2026/12`,
  ];

  const REMARK =
    'Kommunen har rettet tallet for 2025 fra 65,4 til 67,4: Sifre er byttet om; bekreftet av SSB (Sak 2026/12).';

  test('is told with its reason and reference wherever it is shown, and never as what SSB has revised', async () => {
    const world = await worldOfTuesday();
    const env = { CONFIG_DIR: copyConfig(correction(65.4)), REPORT_FILE: join(world.folder, 'page.html') };
    expect(await typeIn(world, ['ingest', 'employment'], env)).toMatchObject({ exitCode: 0 });
    const line = await statusOf(world, 'employment-rate', env);
    expect(line).toMatchObject({ status: 'on-track', period: '2025', cause: 'correction', flags: ['corrected'] });
    expect(line.remarks).toEqual([REMARK]);
    expect(line.sentence).toMatch(/tabell 06445, med kommunens rettelse\.$/);
    expect(await lastNotified(world, 'employment-rate', env)).toMatchObject({ from: 'stable', to: 'on-track' });
    const history = (await typeIn(world, ['history', 'employment-rate'], env)).stdout;
    expect(history).toContain(
      'kommunen har rettet tallene for 2025: Sifre er byttet om; bekreftet av SSB (Sak 2026/12)',
    );
    expect(history).not.toContain('SSB har rettet');
    const explained = (await typeIn(world, ['explain', 'employment-rate'], env)).stdout;
    for (const shown of [explained, readFileSync(env.REPORT_FILE, 'utf8')]) expect(shown).toContain('Sak 2026/12');
  });

  test('that is taken back is a correction too', async () => {
    const world = await worldOfTuesday();
    await typeIn(world, ['ingest', 'employment'], { CONFIG_DIR: copyConfig(correction(65.4)) });
    world.at(WEDNESDAY);
    expect(await typeIn(world, ['ingest', 'employment'])).toMatchObject({ exitCode: 0 });
    expect(await statusOf(world, 'employment-rate')).toMatchObject({
      status: 'stable',
      cause: 'correction',
      flags: [],
    });
  });

  test('of another figure than the table shows is refused, with what to do', async () => {
    const world = await worldOfTuesday();
    const env = { CONFIG_DIR: copyConfig(correction(60.1)) };
    const { exitCode, stdout } = await typeIn(world, ['ingest', 'employment', '--json'], env);
    expect(exitCode).toBe(4);
    expect(stdout).toContain('replaces 60.1 with 62.1, but the table now shows 65.4. Remove the correction');
    expect(await lastNotified(world, 'dataset:employment-rate', env)).toMatchObject({ kind: 'trouble' });
    expect(await statusOf(world, 'employment-rate', env)).toMatchObject({ status: 'stable', flags: [] });
  });
});

describe('C.16 a declared break', () => {
  const declared = (period: string): Edit => [
    'corrections.yaml',
    'breaks:\n',
    `breaks:
  - dataset: employed-total
    period: '${period}'
    reason: omlegging av kilden
    reference: Sak 2026/13
`,
  ];

  test('is told as a break, and so is one that is lifted', async () => {
    const world = await worldOfTuesday();
    const env = { CONFIG_DIR: copyConfig(declared('2025')) };
    expect(await typeIn(world, ['check'], env)).toMatchObject({ exitCode: 0 });
    const line = await statusOf(world, 'job-growth', env);
    expect(line).toMatchObject({ status: 'break', period: '2025', reason: 'declared-break', cause: 'break' });
    expect(line.sentence).toContain(
      'tallene fra før bruddet i tidsserien: omlegging av kilden. Sist vurdert: Ikke oppfylt i 2024',
    );
    expect(await lastNotified(world, 'job-growth', env)).toMatchObject({ to: 'break', text: line.sentence });
    const history = (await typeIn(world, ['history', 'job-growth'], env)).stdout;
    expect(history).toContain('brudd i tidsserien fra 2025');
    world.at(WEDNESDAY);
    expect(await typeIn(world, ['check'])).toMatchObject({ exitCode: 0 });
    expect(await statusOf(world, 'job-growth')).toMatchObject({ status: 'on-track', cause: 'break' });
    expect(await lastNotified(world, 'job-growth')).toMatchObject({ from: 'break', to: 'on-track' });
  });

  test('that moves no status is no news, and no change of the rule', async () => {
    const world = await worldOfTuesday();
    const env = { CONFIG_DIR: copyConfig(declared('2012')) };
    const { exitCode, stdout } = await typeIn(world, ['check', '--json'], env);
    expect([exitCode, (JSON.parse(stdout) as { changes: unknown }).changes]).toEqual([0, []]);
    expect(await statusOf(world, 'job-growth', env)).toMatchObject({ status: 'on-track', cause: 'first-assessment' });
    expect(await toldOf(world, 'job-growth', env)).toHaveLength(1);
  });
});

describe('C.17 a unit that has changed', () => {
  test('cannot be accepted: the figures stay, and so does the trouble', async () => {
    const world = await worldOfTuesday();
    world.statbank.changeUnit('13931', 'UtslippCO2ekvival', 'tonn CO2-ekvivalenter');
    for (const [day, words] of [
      [TUESDAY, ['ingest', 'emissions']],
      [WEDNESDAY, ['ingest', 'emissions', '--accept', 'national-emissions']],
    ] as const) {
      world.at(day);
      const { exitCode, stdout } = await typeIn(world, [...words, '--json']);
      expect(exitCode).toBe(4);
      expect(stdout).toMatch(/has changed: 1 000 tonn CO2-ekvivalenter → tonn CO2-ekvivalenter\..* cannot be accepted/);
      expect(await statusOf(world, 'business-emissions')).toMatchObject({ status: 'on-track', value: 23730 });
    }
    expect((await toldOf(world, 'dataset:national-emissions')).map(({ kind }) => kind)).toEqual(['trouble']);
    expect(await toldOf(world, 'business-emissions')).toHaveLength(1);
  });
});

describe('C.18 figures for counties', () => {
  test('are compared with counties by name, and never with the business regions', async () => {
    const world = await openWorld({ statbank: { enterpriseLevel: 'county' } });
    expect(await typeIn(world, ['ingest', 'new-companies'])).toMatchObject({ exitCode: 0 });
    const line = await statusOf(world, 'new-enterprises');
    expect(line).toMatchObject({ coverage: 'county', flags: ['proxy'] });
    expect(line.sentence).toMatch(/fylkene Østfold, .+ samlet med .+ \(foreslått sammenlikningsgruppe\)/);
    expect(line.sentence).not.toContain('Konkurrerende næringslivsregioner');
    expect((await lastNotified(world, 'new-enterprises'))?.text).toBe(line.sentence);
  });
});

describe('C.20 a percentage', () => {
  test.each<[string, Edit, RegExp]>([
    [
      'compared with the sum of the peers',
      ['indicators/employment-rate.yaml', 'id: relative-position', 'id: growth-lead\n  against: pooled'],
      /percentages, which are never summed over places; 'pooled' sums the peers: write mean, median or each\./,
    ],
    [
      'of a region of two members',
      [
        'peers.yaml',
        "{ id: asker, name: Asker, members: ['3203'] }",
        "{ id: asker, name: Asker, members: ['3203', '3201'] }",
      ],
      /percentages, which are never summed over places, and of the group 'asss' the members of 'asker' would be\./,
    ],
  ])('is never summed over places: %s', async (_, edit, said) => {
    const world = await worldOfTuesday();
    const CONFIG_DIR = copyConfig(edit);
    for (const words of [
      ['config', 'check'],
      ['ingest', 'employment'],
      ['status', '--json'],
    ]) {
      const { exitCode, stderr, stdout } = await typeIn(world, words, { CONFIG_DIR });
      expect([exitCode, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(said);
    }
  });
});

describe('C.21 within the ordinary variation', () => {
  const YEARS = [60, 61, 60, 61, 60, 61, 60, 61, 60, 61];

  test.each([
    ['the largest change ever is not', 81, false],
    ['the smallest change is', 61.4, true],
  ])('%s', async (_, latest, isOrdinary) => {
    const world = await worldOfTuesday();
    const series = [...YEARS, latest].map((value, index) => ['business-satisfaction', 2015 + index, value] as const);
    expect(await typeIn(world, ['import', 'survey', surveyFile(world.folder, series)])).toMatchObject({ exitCode: 0 });
    const { flags, status } = await statusOf(world, 'business-satisfaction');
    expect([status, flags.includes('within-variation')]).toEqual(['on-track', isOrdinary]);
  });
});

describe('C.23 the break of 2015 in employment', () => {
  test('stops what is said of 2015, as shipped, with what SSB says of it', async () => {
    const world = await openWorld();
    for (let year = 2016; year <= 2025; year += 1) world.statbank.removeCode('07984', 'Tid', String(year));
    expect(await typeIn(world, ['ingest', 'jobs'])).toMatchObject({ exitCode: 0 });
    for (const indicator of ['job-growth', 'industry-diversity']) {
      const line = await statusOf(world, indicator);
      expect(line).toMatchObject({ status: 'break', period: '2015', reason: 'declared-break' });
      expect(line.sentence).toMatch(/ SSB opplyser at 4\. kvartal 2015 ikke kan sammenliknes med tidligere år\./);
      expect(await lastNotified(world, indicator)).toMatchObject({ to: 'break', text: line.sentence });
    }
  });
});
