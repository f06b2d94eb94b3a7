import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { CliResult } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/cli.ts';
import { typeCommand } from '../../support/command-line.ts';

function emptyPlace(): string {
  const { path, remove } = temporaryFolder();
  onTestFinished(remove);
  return path;
}

function init(folder: string, words: readonly string[]): Promise<CliResult> {
  return typeCommand(['init', folder, ...words], {}, 80);
}

async function refusal(words: readonly string[]): Promise<string> {
  const path = emptyPlace();
  const { exitCode, stdout, stderr } = await init(join(path, 'plan'), [...words, '--offline']);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(readdirSync(path)).toEqual([]);
  return stderr;
}

describe('init', () => {
  test('writes a folder that config check finds in order', async () => {
    const folder = join(emptyPlace(), 'plan');
    const made = await init(folder, ['--municipality', '4036', '--offline']);
    expect(made).toMatchObject({ exitCode: 0, stderr: '' });
    const checked = await typeCommand(['config', 'check'], { CONFIG_DIR: folder, DATABASE_FILE: join(folder, 'none') });
    expect(checked).toMatchObject({ exitCode: 0, stderr: '' });
    expect(checked.stdout).toContain('are in order: Vinje, 7 indicators');
  });

  test('says from where it has what it wrote, what people decide, and what comes next, on 80 columns', async () => {
    const folder = join(emptyPlace(), 'plan');
    const { stdout } = await init(folder, ['--municipality', 'Haram', '--peers', '1508,1515', '--offline']);
    const said = stdout.replaceAll(/\s+/g, ' ');
    expect(said).toContain(`Settings for 1580 Haram in Møre og Romsdal are in ${folder}, and are in order.`);
    expect(said).toMatch(
      /plan\.yaml, municipality: The program’s own table of 2026-\d\d-\d\d \(Statistics Norway’s grouping agg_KommSummerS, names by Klass 131\)\. Klass was not asked\. Nor was the statistics bank\./,
    );
    expect(said).toContain('indicators/: Texts, measures and proposed rules come with the program');
    expect(said).toContain('Left out: figures in 2020-2023, since 1507 Ålesund held both');
    expect(said).toContain('Compared with 2 others');
    expect(said).toContain(
      'peers.yaml: whether «Sammenlikningskommunene» is whom to compare with; then confirmed: true',
    );
    expect(stdout.split('\n').slice(-5)).toEqual([
      'Next:',
      ...['config check', 'ingest', 'status'].map((command) => `  naeringspuls ${command} --config ${folder}`),
      '',
    ]);
    const prose = stdout.split('\n').filter((line) => !line.includes(folder));
    expect(prose.filter((line) => line.length > 80)).toEqual([]);
  });

  test('writes the same sources into the files', async () => {
    const folder = join(emptyPlace(), 'plan');
    await init(folder, ['--municipality', '1580', '--offline']);
    const plan = readFileSync(join(folder, 'plan.yaml'), 'utf8');
    expect(plan).toContain('# Codes: 1580 (2024-), 1534 (-2019).');
    expect(plan).toContain('# Left out: figures in 2020-2023, since 1507 Ålesund');
    expect(plan.match(/# to be decided/g)).toHaveLength(3);
    const peers = readFileSync(join(folder, 'peers.yaml'), 'utf8');
    expect(peers).toContain('# The other municipalities of 15 Møre og Romsdal today');
    expect(peers).toContain('confirmed: false # to be decided');
    const indicator = readFileSync(join(folder, 'indicators/job-growth.yaml'), 'utf8');
    expect(indicator.split('\n')[0]).toBe('# yaml-language-server: $schema=../schema/indicator.schema.json');
    expect(readdirSync(join(folder, 'schema'))).toContain('indicator.schema.json');
  });

  test('is one document with --json', async () => {
    const folder = join(emptyPlace(), 'plan');
    const { stdout } = await init(folder, ['--municipality', 'Bærum', '--peers', 'asss', '--offline', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      folder,
      municipality: { code: '3201', name: 'Bærum', county: { code: '32', name: 'Akershus' } },
      peers: { id: 'asss', isOwnLeftOut: true },
      klass: { answer: 'not-asked', date: null },
      codeList: { answer: 'not-asked', id: null, table: null },
      language: 'nb',
    });
    const { peers, toDecide, next, sources } = JSON.parse(stdout) as {
      peers: { regions: { code: string }[] };
      sources: { file: string; lines: string; source: string }[];
      toDecide: string[];
      next: string[];
    };
    expect(peers.regions).toHaveLength(11);
    expect(peers.regions.map(({ code }) => code)).not.toContain('3201');
    expect([toDecide.length > 3, next.length]).toEqual([true, 3]);
    expect(sources.map(({ file, lines }) => `${file} ${lines}`)).toEqual([
      ...['plan.yaml municipality', 'plan.yaml title, horizonYear', 'plan.yaml language', 'peers.yaml groups'],
      ...['report.yaml contact, planDocument', 'indicators/ all', 'schema/ all'],
    ]);
  });

  test.each([[[]], [['--peers', '4034,4026']]])(
    'has no comparison group where no measure compares, whoever is named: %j',
    async (peers: readonly string[]) => {
      const folder = join(emptyPlace(), 'plan');
      const words = ['--municipality', '4036', '--with', 'skills-gap,industry-diversity', ...peers, '--offline'];
      const { exitCode, stdout } = await init(folder, words);
      expect([exitCode, readdirSync(folder).includes('peers.yaml')]).toEqual([0, false]);
      expect(stdout).toContain('No measure compares with others, so there is no peers.yaml.');
      expect(stdout.replace('so there is no peers.yaml', '')).not.toContain('peers.yaml');
      const env = { CONFIG_DIR: folder, DATABASE_FILE: join(folder, 'none') };
      const checked = await typeCommand(['config', 'check', '--json'], env);
      expect(checked).toMatchObject({ exitCode: 0, stderr: '' });
      expect(JSON.parse(checked.stdout)).toMatchObject({ warnings: [] });
    },
  );

  test('leaves the own municipality out of the comparison, and says so', async () => {
    const folder = join(emptyPlace(), 'plan');
    const { stdout } = await init(folder, ['--municipality', '4036', '--peers', '4034,4036', '--offline']);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'Compared with one other, «Sammenlikningskommunene», as a proposal. Vinje is in it, and left out of every comparison.',
    );
  });

  test('tells apart peers with the same name', async () => {
    const folder = join(emptyPlace(), 'plan');
    await init(folder, ['--municipality', '4036', '--peers', '1515,1818', '--offline']);
    const peers = readFileSync(join(folder, 'peers.yaml'), 'utf8');
    expect(peers).toContain("{ id: heroy-1515, name: Herøy (Møre og Romsdal), members: ['1515'] }");
    expect(peers).toContain("{ id: heroy-1818, name: Herøy (Nordland), members: ['1818'] }");
  });
});

describe('init writes nothing', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['for a former code', ['--municipality', '3825'], ['3825 was a code until 2023, and is 4036 Vinje today.']],
    [
      'for a divided one',
      ['--municipality', '1850'],
      ['1850 Tysfjord was divided, and is 1806 Narvik, 1875 Hamarøy today.'],
    ],
    [
      'for one that was joined by a part of a divided one',
      ['--municipality', '5024'],
      ['5024 was Orkdal until 2019, and is 5059 Orkland today.'],
    ],
    ['for an unknown code', ['--municipality', '4037'], ['No municipality has the code 4037 today.', '4036 Vinje']],
    ['for a county', ['--municipality', '40'], ['40 is the county Telemark, and no municipality.']],
    [
      'for a misspelt name',
      ['--municipality', 'Vinnje'],
      ['There is no municipality called «Vinnje» today.', '4036 Vinje'],
    ],
    [
      'for a name of two',
      ['--municipality', 'Herøy'],
      ['2 municipalities are called Herøy: 1515 Herøy (Møre og Romsdal), 1818 Herøy (Nordland).'],
    ],
    [
      'for a peer of yesterday',
      ['--municipality', '4036', '--peers', '3824'],
      ['3824 was a code until 2023, and is 4034 Tokke today.'],
    ],
    [
      'for nobody to compare with',
      ['--municipality', '0301', '--peers', 'county'],
      ['There is nobody but Oslo to compare with'],
    ],
    [
      'for an unknown measure',
      ['--municipality', '4036', '--with', 'job-grwth'],
      ["There is no measure called 'job-grwth'", 'Did you mean job-growth?', 'skills-gap'],
    ],
    ['for another language', ['--municipality', '4036', '--language', 'se'], ['se', 'nb']],
    ['without a municipality', [], ['--municipality']],
  ])('%s', async (_, words, expected) => {
    const said = (await refusal(words)).replaceAll(/\s+/g, ' ');
    for (const part of expected) expect(said).toContain(part);
  });

  test('into a folder that holds something, or a file, or where nothing is', async () => {
    const path = emptyPlace();
    const taken = join(path, 'taken');
    mkdirSync(taken);
    writeFileSync(join(taken, 'mine.txt'), 'mine');
    const first = await init(taken, ['--municipality', '4036', '--offline']);
    expect(first).toMatchObject({ exitCode: 2, stdout: '' });
    expect(first.stderr).toContain('is there already and is not empty');
    expect(readdirSync(taken)).toEqual(['mine.txt']);
    const onFile = await init(join(taken, 'mine.txt'), ['--municipality', '4036', '--offline']);
    expect(onFile.stderr).toContain('is a file; nothing was written');
    const nowhere = await init(join(path, 'not/there'), ['--municipality', '4036', '--offline']);
    expect(nowhere.stderr).toContain(`the folder ${join(path, 'not')} is not there`);
    expect(readdirSync(path)).toEqual(['taken']);
  });
});
