import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { CliResult } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/cli.ts';
import { typeCommand } from '../../support/command-line.ts';
import { startStatbank } from '../../statbank/server.ts';

// Real requests to the stand-in on loopback.
beforeAll(() => nock.restore());

function emptyPlace(): string {
  const { path, remove } = temporaryFolder();
  onTestFinished(remove);
  return path;
}

function init(
  folder: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CliResult> {
  return typeCommand(['init', folder, ...words], env, 80);
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
    expect(said).toMatch(/agg_KommSummerS and Klass 131, as bundled on 2026-\d\d-\d\d\. Klass was not asked\./);
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
      klass: { answer: 'not-asked' },
      language: 'nb',
    });
    const { peers, toDecide, next } = JSON.parse(stdout) as {
      peers: { regions: { code: string }[] };
      toDecide: string[];
      next: string[];
    };
    expect(peers.regions).toHaveLength(11);
    expect(peers.regions.map(({ code }) => code)).not.toContain('3201');
    expect([toDecide.length > 3, next.length]).toEqual([true, 3]);
  });

  test('leaves the own municipality out of the comparison, and says so', async () => {
    const folder = join(emptyPlace(), 'plan');
    const { stdout } = await init(folder, ['--municipality', '4036', '--peers', '4034,4036', '--offline']);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('Vinje is in it, and left out of every comparison.');
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

  test('but into an empty folder', async () => {
    const folder = join(emptyPlace(), 'plan');
    mkdirSync(folder);
    const { exitCode } = await init(folder, ['--municipality', '4036', '--offline']);
    expect([exitCode, readdirSync(folder).includes('plan.yaml')]).toEqual([0, true]);
  });
});

describe('init asks Klass whether it agrees', () => {
  test('and says so where it does', async () => {
    const statbank = await startStatbank({ rateLimit: 'off' });
    onTestFinished(() => statbank.close());
    const folder = join(emptyPlace(), 'plan');
    const words = ['--municipality', '3301', '--peers', '3303,5501'];
    const { exitCode, stdout } = await init(folder, words, { KLASS_API_URL: statbank.klassUrl });
    expect(exitCode).toBe(0);
    expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(/Klass agreed on \d{4}-\d\d-\d\d\./);
    expect(readdirSync(folder)).not.toContain('regions.yaml');
  });

  // The stand-in's Klass holds eighteen municipalities, and Vinje is none of them.
  test('and writes both down where it does not', async () => {
    const statbank = await startStatbank({ rateLimit: 'off' });
    onTestFinished(() => statbank.close());
    const folder = join(emptyPlace(), 'plan');
    const { exitCode, stdout } = await init(folder, ['--municipality', '4036', '--peers', '3303'], {
      KLASS_API_URL: statbank.klassUrl,
    });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Klass: 4036 (Vinje) is no municipality in Klass');
    const regions = readFileSync(join(folder, 'regions.yaml'), 'utf8');
    expect(regions).toContain('# 4036 (Vinje) is no municipality in Klass');
    expect(regions).toContain("- code: '4036'");
    expect(regions).not.toContain("- code: '3303'");
  });

  test('and goes on where nobody answers', async () => {
    const folder = join(emptyPlace(), 'plan');
    const { exitCode, stdout } = await init(folder, ['--municipality', '4036'], {
      KLASS_API_URL: 'http://127.0.0.1:9/klass',
    });
    expect(exitCode).toBe(0);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('Klass did not answer.');
  });
});
