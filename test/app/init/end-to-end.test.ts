import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../support/cli.ts';
import { typeCommand } from '../../support/command-line.ts';
import { openWorld, type World } from '../../support/world.ts';
import { adopt } from './adopt.ts';

// Real requests to the stand-in on loopback.
beforeAll(() => nock.restore());

interface Shown {
  readonly id: string;
  readonly status: string;
  readonly period: string | null;
  readonly value: number | null;
  readonly coverage: string;
  readonly sentence: string;
}

/** `init`, `ingest` and `status`, as somebody types them, in a world whose stand-in answers. */
async function fromNothing(
  words: readonly string[],
): Promise<{ readonly world: World; readonly shown: readonly Shown[] }> {
  const { path, remove } = temporaryFolder();
  onTestFinished(remove);
  const configDir = join(path, 'plan');
  const world = await openWorld({ configDir });
  const { KLASS_API_URL = '', SSB_API_URL = '' } = world.env;
  expect(await typeCommand(['init', configDir, ...words], { KLASS_API_URL, SSB_API_URL })).toMatchObject({
    exitCode: 0,
    stderr: '',
  });
  const report = await world.ingest();
  expect(report.datasets.filter(({ errorCode }) => errorCode !== null)).toEqual([]);
  const { exitCode, stdout } = await typeCommand(['status', '--json'], world.env);
  expect(exitCode).toBe(0);
  return { world, shown: (JSON.parse(stdout) as { indicators: Shown[] }).indicators };
}

/** As much of JSON-stat as is needed to find a cell. */
interface Reply {
  readonly id: readonly string[];
  readonly size: readonly number[];
  readonly dimension: Readonly<Record<string, { category: { index: Readonly<Record<string, number>> } }>>;
  readonly value: readonly (number | null)[];
}

/** The figures of the source by region and year, asked again as the program asked it for a table. */
async function asked(
  { statbank }: World,
  table: string,
  has: string,
): Promise<(region: string, year: string) => number> {
  const request = statbank.requests.find(
    ({ path, query }) =>
      path.endsWith(`/tables/${table}/data`) && query.some(([name, value]) => `${name}=${value}`.includes(has)),
  );
  const address = new URL(`${statbank.url}/tables/${table}/data`);
  for (const [name, value] of request?.query ?? []) address.searchParams.append(name, value);
  const { id, size, dimension, value } = (await (await fetch(address)).json()) as Reply;
  return (region, year) => {
    const chosen: Readonly<Record<string, string>> = { Region: region, Tid: year };
    const cell = id.reduce((position, name, at) => {
      const category = chosen[name];
      const place = category === undefined ? 0 : dimension[name]?.category.index[category];
      return position * (size[at] ?? NaN) + (place ?? NaN);
    }, 0);
    return value[cell] ?? NaN;
  };
}

describe('a municipality of which there was nothing', () => {
  test.each([
    ['a large one, with ASSS', '4601', ['--peers', 'asss'], ['0301', '1103', '5501']],
    ['one whose county was another, with two named', '5501', ['--peers', '4601,5001'], ['4601', '5001']],
    ['one that was divided, with the other part', '1508', ['--peers', '1580,4601'], ['1580', '4601']],
    ['the smaller part of one, in nynorsk', '1580', ['--peers', '1508', '--language', 'nn'], ['1508']],
    ['one in nynorsk, with two named', '3303', ['--peers', '3103,3105', '--language', 'nn'], ['3103', '3105']],
  ])('%s: is fetched and measured, as recounted from the source', async (_, code, words, some) => {
    const { world, shown } = await fromNothing(['--municipality', code, ...words]);
    const of = (id: string) => shown.find((one) => one.id === id);

    const jobs = await asked(world, '07984', 'NACE2007]=00-99');
    const growth = 100 * (jobs(`K.${code}`, '2025') / jobs(`K.${code}`, '2024') - 1);
    expect(of('job-growth')).toMatchObject({ period: '2025', status: 'ambition-not-set', coverage: 'municipality' });
    expect(of('job-growth')?.value).toBeCloseTo(growth, 9);

    const rates = await asked(world, '06445', 'Region');
    const peers = (await readPeers(world)).map((peer) => rates(peer, '2025'));
    expect(peers.every((rate) => rate > 0)).toBe(true);
    const mean = peers.reduce((sum, rate) => sum + rate, 0) / peers.length;
    expect(of('employment-rate')?.value).toBeCloseTo(rates(code, '2025') - mean, 9);
    expect(await readPeers(world)).toEqual(expect.arrayContaining(some));

    const statuses = new Set(shown.map(({ status }) => status));
    expect([shown.length, statuses]).toEqual([7, new Set(['ambition-not-set'])]);
  });

  // 2.1 per cent against the neighbour's 1.0, by the rule that the file proposes.
  test('is judged by the proposed rule once that is taken out of the comments', async () => {
    const { world } = await fromNothing(['--municipality', '3303', '--peers', '3103', '--with', 'job-growth']);
    const file = join(world.env['CONFIG_DIR'] ?? '', 'indicators/job-growth.yaml');
    writeFileSync(file, adopt(readFileSync(file, 'utf8')));
    await world.ingest({ force: true });
    const { stdout } = await typeCommand(['status', '--json'], world.env);
    const [shown] = (JSON.parse(stdout) as { indicators: Shown[] }).indicators;
    expect(shown).toMatchObject({ id: 'job-growth', status: 'on-track', period: '2025' });
    const jobs = await asked(world, '07984', 'K.3103');
    const growthOf = (region: string) => 100 * (jobs(region, '2025') / jobs(region, '2024') - 1);
    expect(shown?.value).toBeCloseTo(growthOf('K.3303'), 9);
    expect(growthOf('K.3303') - growthOf('K.3103')).toBeGreaterThan(0.05);
    expect(shown?.sentence).toContain('foreslått sammenlikningsgruppe');
  });
});

async function readPeers({ env }: World): Promise<readonly string[]> {
  const { stdout } = await typeCommand(['config', 'check', '--json'], env);
  expect(JSON.parse(stdout)).toMatchObject({ places: [] });
  const peers = readFileSync(join(env['CONFIG_DIR'] ?? '', 'peers.yaml'), 'utf8');
  return [...peers.matchAll(/members: \['(\d{4})'\]/g)].map(([, code = '']) => code);
}
